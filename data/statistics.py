"""What a catalogue holds, counted."""

from collections import Counter
from collections.abc import Iterable

from data.catalog import Catalog
from data.rows import COLUMNS

Counts = list[tuple[str, int]]


def statistics(catalog: Catalog) -> dict[str, Counts]:
    """Coverage of each column, then titles by kind, language, country, decade and genre, the most first."""
    coverage = [(name, sum(getattr(title, name) not in (None, ()) for title in catalog)) for name in COLUMNS]
    decades = Counter(f"{title.year // 10 * 10}s" for title in catalog if title.year is not None)
    return {
        "column": coverage,
        "kind": _ranked(title.kind for title in catalog),
        "language": _ranked(code for title in catalog for code in title.languages),
        "country": _ranked(code for title in catalog for code in title.countries),
        "decade": sorted(decades.items()),
        "genre": _ranked(genre for title in catalog for genre in title.genres),
    }


def _ranked(values: Iterable[str]) -> Counts:
    return Counter(values).most_common()
