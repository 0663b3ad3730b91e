"""Why a title is recommended: what the catalogue itself says, so that a reason is always true."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from data.title import Title
from retrieval.features import Features

_SHARED = 3  # shared things named at most


class Because(StrEnum):
    """The kinds of reasons, the most telling first."""

    PEOPLE = "people"
    WANTED = "wanted"
    DIRECTOR = "director"
    THEMES = "themes"
    CAST = "cast"
    GENRES = "genres"
    STORY = "story"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request named: people, keywords that it meant, and keywords that it turned down."""

    people: tuple[str, ...] = ()
    keywords: frozenset[str] = frozenset()
    unwanted: frozenset[str] = frozenset()


_NOTHING_ASKED = Asked()

# What links two titles: the column, and how many shared entries make a link. One shared theme is a coincidence.
_LINKS = (
    (Because.DIRECTOR, "directors", 1),
    (Because.THEMES, "keywords", 2),
    (Because.CAST, "cast", 1),
    (Because.GENRES, "genres", 1),
)


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason, to be put into words elsewhere.

    Args:
        because: which kind.
        details: people, keywords or genres that are shared.
        other: the title that they are shared with.
    """

    because: Because
    details: tuple[str, ...] = ()
    other: Title | None = None


def reason(title: Title, anchors: Sequence[Title], features: Features, asked: Asked = _NOTHING_ASKED) -> Reason:
    """The best reason for a title; of what is shared, the rarest is named first.

    Args:
        title: that is recommended.
        anchors: titles that it was found by (named or liked), the weightiest first.
        features: how rare what they share is.
        asked: what the request itself named.
    """
    if people := _shared(title.people, asked.people):
        return Reason(Because.PEOPLE, tuple(people))
    wanted = _rarest(_shared(title.keywords, asked.keywords), "keywords", features)
    if wanted and not anchors:
        return Reason(Because.WANTED, wanted)
    for because, column, least in _LINKS:
        for other in anchors:
            shared = _shared(getattr(title, column), getattr(other, column))
            shared = [value for value in shared if value not in asked.unwanted]
            if len(shared) >= least:
                return Reason(because, _rarest(shared, column, features), other)
        if because is Because.CAST and wanted:
            return Reason(Because.WANTED, wanted)
        if because is Because.CAST and (title.elements or title.elements_zh):
            return Reason(Because.STORY)
    return Reason(Because.GENRES, title.genres[:_SHARED]) if title.genres else Reason(Because.NOTHING)


def _rarest(values: Sequence[str], column: str, features: Features) -> tuple[str, ...]:
    return tuple(sorted(values, key=lambda value: -features.rarity(column, value))[:_SHARED])


def _shared(mine: Sequence[str], theirs: Collection[str]) -> list[str]:
    return [item for item in mine if item in theirs]
