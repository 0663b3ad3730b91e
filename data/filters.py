"""What a title must or must not be: shared by requests for titles and by questions about them."""

from dataclasses import dataclass, fields

from data.title import Kind, Title

Range = tuple[int | None, int | None]
"""Lowest and highest value, both inclusive; None is open."""


RANGES = frozenset(["years", "minutes"])
"""The conditions that are a range; every other tuple is a list of values."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions on a title, all of which must hold; an empty one holds for every title.

    A positive list of genres, people or keywords must all be there; of countries and languages one is enough, since
    a title that is "French or Italian" seldom is both. Nothing on a negative list may be there. A title that does not
    know what a bound asks for (no year, no rating) does not pass it.
    """

    genres: tuple[str, ...] = ()
    not_genres: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    not_people: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    not_countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    not_languages: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    not_keywords: tuple[str, ...] = ()
    years: Range = (None, None)
    minutes: Range = (None, None)
    min_rating: float | None = None
    min_votes: int | None = None
    max_votes: int | None = None
    kind: Kind | None = None

    def __bool__(self) -> bool:
        return self != Filters()

    @property
    def stated(self) -> dict[str, object]:
        """The conditions that say something, by name."""
        empty = Filters()
        return {f.name: value for f in fields(self) if (value := getattr(self, f.name)) != getattr(empty, f.name)}

    def lacks_rating(self, title: Title) -> bool:
        """Whether a title meets every condition but that on the rating, as it has none."""
        return self.min_rating is not None and title.rating is None and self._admits_but_for_rating(title)

    def admits(self, title: Title) -> bool:
        """Whether the title meets every condition."""
        is_rated = self.min_rating is None or (title.rating is not None and title.rating >= self.min_rating)
        return is_rated and self._admits_but_for_rating(title)

    def _admits_but_for_rating(self, title: Title) -> bool:
        return (
            (self.kind is None or title.kind == self.kind)
            and set(self.genres) <= set(title.genres)
            and set(self.people) <= set(title.people)
            and set(self.keywords) <= set(title.keywords)
            and (not self.countries or not set(self.countries).isdisjoint(title.countries))
            and (not self.languages or not set(self.languages).isdisjoint(title.languages))
            and set(self.not_genres).isdisjoint(title.genres)
            and set(self.not_people).isdisjoint(title.people)
            and set(self.not_countries).isdisjoint(title.countries)
            and set(self.not_languages).isdisjoint(title.languages)
            and set(self.not_keywords).isdisjoint(title.keywords)
            and _within(title.year, self.years)
            and _within(title.minutes, self.minutes)
            and _within(title.votes, (self.min_votes, self.max_votes))
        )


def _within(value: int | None, bounds: Range) -> bool:
    low, high = bounds
    if low is None and high is None:
        return True
    return value is not None and (low is None or value >= low) and (high is None or value <= high)
