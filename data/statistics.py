"""What a catalogue holds, counted."""

from collections import Counter
from collections.abc import Callable, Iterable

from data.catalog import Catalog
from data.rows import COLUMNS
from data.title import Title

Counts = list[tuple[str, int]]

_CHINESE = frozenset({"zh", "yue", "nan", "hak"})
# Languages of Europe but English, by the code of ISO 639-1.
_EUROPEAN = frozenset({
    "be", "bg", "bs", "ca", "cs", "cy", "da", "de", "el", "es", "et", "eu", "fi", "fr", "ga", "gl", "hr", "hu", "is",
    "it", "ka", "lb", "lt", "lv", "mk", "mt", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr",
    "sv", "uk",
})  # fmt: skip
_LATIN_AMERICA = frozenset({
    "AR", "BO", "BR", "CL", "CO", "CR", "CU", "DO", "EC", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "PY", "SV", "UY",
    "VE",
})  # fmt: skip
_EAST_ASIAN = frozenset({"ja", "ko"})

_CINEMAS: dict[str, Callable[[Title], bool]] = {
    "Chinese-language": lambda title: _is_in(title, _CHINESE),
    "Korean and Japanese, not animated": lambda title: _is_in(title, _EAST_ASIAN) and "animation" not in title.genres,
    "animated": lambda title: "animation" in title.genres,
    "animated, Japanese": lambda title: "animation" in title.genres and "JP" in title.countries,
    "Indian": lambda title: "IN" in title.countries,
    "European, not in English": lambda title: _is_in(title, _EUROPEAN) and not _is_latin_american(title),
}


def statistics(catalog: Catalog) -> dict[str, Counts]:
    """Coverage of each column, then titles by kind, cinema, language, country, decade and genre, the most first."""
    coverage = [(name, sum(getattr(title, name) not in (None, ()) for title in catalog)) for name in COLUMNS]
    decades = Counter(f"{title.year // 10 * 10}s" for title in catalog if title.year is not None)
    return {
        "column": coverage,
        "kind": _ranked(title.kind for title in catalog),
        "cinema": [(name, sum(map(belongs, catalog))) for name, belongs in _CINEMAS.items()],
        "language": _ranked(code for title in catalog for code in title.languages),
        "country": _ranked(code for title in catalog for code in title.countries),
        "decade": sorted(decades.items()),
        "genre": _ranked(genre for title in catalog for genre in title.genres),
    }


def _is_in(title: Title, languages: frozenset[str]) -> bool:
    """By the main language, which stands first."""
    return bool(title.languages) and title.languages[0] in languages


def _is_latin_american(title: Title) -> bool:
    return bool(title.countries) and title.countries[0] in _LATIN_AMERICA


def _ranked(values: Iterable[str]) -> Counts:
    return Counter(values).most_common()
