"""A title: one film or series."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

GENRES = (
    "action", "adventure", "animation", "biography", "comedy", "crime", "documentary", "drama", "family", "fantasy",
    "history", "horror", "music", "musical", "mystery", "romance", "science fiction", "sport", "thriller", "war",
    "western",
)  # fmt: skip

# The longest `id` that fits into a button's 64 bytes beside the action and its separator.
_LONGEST_HANDLE = 48

Kind = Literal["movie", "series"]


@dataclass(frozen=True, slots=True)
class Title:
    """A film or a series, as the catalogue tells of it. What is not known is None or empty."""

    id: str
    title: str
    kind: Kind = "movie"
    original_title: str | None = None
    title_zh: str | None = None
    aliases: tuple[str, ...] = ()
    year: int | None = None
    end_year: int | None = None
    seasons: int | None = None
    minutes: int | None = None
    genres: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    directors: tuple[str, ...] = ()
    cast: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    elements_zh: tuple[str, ...] = ()
    overview: str | None = None
    overview_zh: str | None = None
    rating: float | None = None
    votes: int | None = None
    poster: str | None = None
    link: str | None = None
    douban_id: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name people may use for it, the most common first, none twice."""
        names = (self.title, self.title_zh, self.original_title, *self.aliases)
        return tuple(dict.fromkeys(name for name in names if name))

    @property
    def people(self) -> tuple[str, ...]:
        """Directors, then the cast in billing order, none twice."""
        return tuple(dict.fromkeys((*self.directors, *self.cast)))

    @property
    def handle(self) -> str:
        """A short key that stands for `id` where space is scarce; `Catalog.by_handle` takes it back."""
        if len(self.id.encode()) <= _LONGEST_HANDLE and ":" not in self.id:
            return self.id
        return "#" + hashlib.blake2b(self.id.encode(), digest_size=12).hexdigest()
