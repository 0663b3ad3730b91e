"""What a person asks for, as far as the talk has come."""

from dataclasses import dataclass, field
from enum import StrEnum

from data.filters import Filters


class Sort(StrEnum):
    """An order that a person asked for instead of the best match first."""

    RATING = "rating"
    POPULAR = "popular"
    NEWEST = "newest"
    OLDEST = "oldest"
    SHORTEST = "shortest"
    LONGEST = "longest"


@dataclass(frozen=True, slots=True)
class Request:
    """A request for titles.

    Args:
        like, unlike: ids of titles that the wanted ones resemble, or must not resemble.
        filters: what must or must not hold.
        sort: the order asked for; None is the best match first.
        about, not_about: what only meaning can match, and what it must not mean.
    """

    like: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    filters: Filters = field(default_factory=Filters)
    sort: Sort | None = None
    about: str = ""
    not_about: str = ""

    def __bool__(self) -> bool:
        return self != Request()
