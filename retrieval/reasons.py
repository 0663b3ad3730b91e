"""Why a title is recommended: what the catalogue itself says, so that a reason is always true."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from data.title import Title
from retrieval.features import Features

_SHARED = 3  # shared things named at most


class Because(StrEnum):
    """The kinds of reasons, the most telling first."""

    DIRECTOR = "director"
    THEMES = "themes"
    CAST = "cast"
    GENRES = "genres"
    STORY = "story"
    NOTHING = "nothing"


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


def reason(title: Title, anchors: Sequence[Title], features: Features) -> Reason:
    """The best reason for a title, given the titles that it was found by (named or liked), the weightiest first.

    Of what is shared, the rarest is named first.
    """
    for because, column, least in _LINKS:
        for other in anchors:
            shared = _shared(getattr(title, column), getattr(other, column))
            if len(shared) >= least:
                shared = sorted(shared, key=lambda value: -features.rarity(column, value))
                return Reason(because, tuple(shared[:_SHARED]), other)
        if because is Because.CAST and (title.elements or title.elements_zh):
            return Reason(Because.STORY)
    return Reason(Because.GENRES, title.genres[:_SHARED]) if title.genres else Reason(Because.NOTHING)


def _shared(mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    return [item for item in mine if item in theirs]
