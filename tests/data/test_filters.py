"""Filters on the tiny catalogue: each condition, its bounds, and what is unknown."""

from typing import Any

import pytest

from data.filters import Filters
from data.title import Title
from tests.conftest import TITLES


def admitted(**conditions: Any) -> set[int]:
    """Numbers (the ends of the ids) of the titles that meet the conditions."""
    return {int(title.id[-2:]) for title in TITLES if Filters(**conditions).admits(title)}


ALL = set(range(1, 11))


@pytest.mark.parametrize(
    ("conditions", "numbers"),
    [
        ({}, ALL),
        ({"genres": ("drama",)}, {1, 3, 5}),
        ({"genres": ("drama", "science fiction")}, {5}),
        ({"genres": ("drama", "horror")}, set()),
        ({"not_genres": ("drama",)}, ALL - {1, 3, 5}),
        ({"not_genres": ("drama", "crime")}, ALL - {1, 3, 5, 6, 9}),
        ({"genres": ("crime",), "not_genres": ("thriller",)}, {9}),
        ({"people": ("Sam Reed",)}, {2, 5}),
        ({"people": ("Lise Caron",)}, {1, 9}),
        ({"people": ("Sam Reed", "Jo Park")}, {2}),
        ({"not_people": ("Sam Reed", "Mori Aki")}, ALL - {2, 3, 5, 7}),
        ({"countries": ("FR", "JP")}, {1, 3, 7}),
        ({"not_countries": ("US", "GB")}, {1, 3, 4, 7, 10}),
        ({"languages": ("ja", "yue")}, {3, 7, 10}),
        ({"not_languages": ("en", "ja")}, {1, 4, 10}),
        ({"keywords": ("robots",)}, {2, 5}),
        ({"keywords": ("robots", "melancholy")}, {5}),
        ({"not_keywords": ("robots", "whimsical")}, ALL - {2, 5, 7, 8}),
        ({"years": (1994, 2001)}, {1, 6, 7}),
        ({"years": (None, 1951)}, {8}),
        ({"years": (None, 1950)}, set()),
        ({"years": (2018, None)}, {4, 9}),
        ({"years": (2021, None)}, set()),
        ({"minutes": (None, 85)}, {3, 8, 9}),
        ({"minutes": (None, 84)}, {8, 9}),
        ({"minutes": (130, 170)}, {2, 6}),
        ({"min_rating": 8.4}, {5, 7}),
        ({"min_rating": 8.41}, {7}),
        ({"min_votes": 400_000}, {2, 6, 7}),
        ({"min_votes": 400_001}, {6, 7}),
        ({"kind": "series"}, {9}),
        ({"kind": "movie"}, ALL - {9}),
        ({"countries": ("US",), "years": (None, 1990), "keywords": ("robots",)}, {5}),
    ],
    ids=str,
)
def test_a_condition_admits_exactly_what_meets_it(conditions: dict[str, Any], numbers: set[int]) -> None:
    assert admitted(**conditions) == numbers


@pytest.mark.parametrize(
    "conditions",
    [
        {"years": (1900, None)}, {"years": (None, 2100)}, {"minutes": (1, None)}, {"minutes": (None, 6000)},
        {"min_rating": 0.0}, {"min_votes": 0}, {"countries": ("US",)}, {"languages": ("en",)}, {"genres": ("drama",)},
    ],
    ids=str,
)  # fmt: skip
def test_what_is_not_known_does_not_pass_a_bound(conditions: dict[str, Any]) -> None:
    assert not Filters(**conditions).admits(Title("a", "Bare"))


def test_what_is_not_known_is_nothing_that_was_ruled_out() -> None:
    ruled_out = Filters(not_genres=("drama",), not_countries=("US",), not_people=("Sam Reed",), not_keywords=("sea",))
    assert ruled_out.admits(Title("a", "Bare"))


def test_only_a_missing_rating_lacks_a_rating() -> None:
    filters = Filters(genres=("drama",), min_rating=8.0)
    assert filters.lacks_rating(Title("a", "Unrated", genres=("drama",)))
    assert not filters.lacks_rating(Title("a", "Rated low", genres=("drama",), rating=5.0))
    assert not filters.lacks_rating(Title("a", "Unrated, and no drama"))
    assert not Filters(genres=("drama",)).lacks_rating(Title("a", "Nobody asks", genres=("drama",)))


def test_zero_counts_as_known() -> None:
    assert Filters(min_rating=0.0, min_votes=0).admits(Title("a", "Worst", rating=0.0, votes=0))


def test_only_stated_conditions_are_stated() -> None:
    filters = Filters(genres=("drama",), years=(None, 1990), min_votes=0)
    assert filters
    assert filters.stated == {"genres": ("drama",), "years": (None, 1990), "min_votes": 0}
    assert not Filters()
    assert Filters().stated == {}
