"""Critiques that fit the list at hand: what a person may want otherwise, computed from the titles shown.

After the dynamic critiques of Reilly, McCarthy, McGinty and Smyth (2004): a critique is worth offering where the
titles shown lie to one side of the catalogue.
"""

from collections.abc import Callable, Sequence
from statistics import fmean

from data.title import Title
from retrieval.moods import MOODS

_OFFERED = 3
_LEAST = 0.15  # how far to one side a list must lie

Measure = Callable[[Title], float | None]


def _share(word: str) -> Measure:
    """How far a title bears the keywords of a mood: 0, .5, 1."""
    meant = next(keywords for words, keywords in MOODS.items() if word in words)
    return lambda title: min(1.0, 0.5 * len(set(meant) & set(title.keywords)))


def _scaled(column: str, low: float, high: float) -> Measure:
    def measure(title: Title) -> float | None:
        value = getattr(title, column)
        return None if value is None else max(0.0, min(1.0, (value - low) / (high - low)))

    return measure


# What lies to one side → the critique that leads away from it. The middle of each measure is where a list of an even
# mix lies; above it, the critique is offered.
CRITIQUES: dict[str, tuple[Measure, float]] = {
    "lighter": (_share("dark"), 0.3),
    "darker": (_share("light"), 0.3),
    "shorter": (_scaled("minutes", 90, 180), 0.35),
    "newer": (lambda title: None if title.year is None else max(0.0, min(1.0, (2025 - title.year) / 60)), 0.35),
    "less-known": (_scaled("votes", 0, 1_500_000), 0.3),
    "stranger": (lambda title: 1 - (_share("weird")(title) or 0), 0.85),
}


def critiques(shown: Sequence[Title]) -> tuple[str, ...]:
    """Up to three critiques, the one that the list calls for most first."""
    found: list[tuple[float, str]] = []
    for name, (measure, middle) in CRITIQUES.items():
        if name == "shorter" and any(title.kind == "series" for title in shown):
            continue
        known = [value for title in shown if (value := measure(title)) is not None]
        if known and (beyond := (fmean(known) - middle) / (1 - middle)) > _LEAST:
            found.append((beyond, name))
    return tuple(name for _, name in sorted(found, reverse=True)[:_OFFERED])
