"""Conditions that depend on today's date or on what the catalogue holds; the recorded talks cover the others."""

from datetime import date

import pytest

from bot.conversation import conditions, requests
from data.catalog import Catalog
from data.filters import Filters
from data.title import Title
from retrieval.mentions import Mentions

THIS_YEAR = date.today().year


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("a war film from the last ten years", (THIS_YEAR - 10, None)),
        ("the past 3 years", (THIS_YEAR - 3, None)),
        ("近五年的韩国电影", (THIS_YEAR - 5, None)),
        ("最近两年", (THIS_YEAR - 2, None)),
        ("最近的韩剧", (THIS_YEAR - 5, None)),
        ("recent horror", (THIS_YEAR - 5, None)),
        ("more recent", (None, None)),
        ("the last good years", (None, None)),
        ("old movies", (None, THIS_YEAR - 40)),
        ("老电影", (None, THIS_YEAR - 40)),
        ("an old man at sea", (None, None)),
    ],
)
def test_years_counted_from_today(text: str, years: tuple[int | None, int | None]) -> None:
    assert conditions.as_filters(conditions.find(text)).years == years


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("Marvel films", Filters(keywords=("marvel",), kind="movie")),
        ("anything but Marvel", Filters(not_keywords=("marvel",))),
        ("漫威以外的电影", Filters(not_keywords=("marvel",), kind="movie")),
        ("not by Ghibli", Filters()),
    ],
)
def test_a_keyword_is_a_condition_where_the_catalogue_has_it(text: str, filters: Filters) -> None:
    titles = tuple(
        Title(id=f"t{number}", title=f"Name {number}", overview="Text.", keywords=("marvel",)) for number in range(3)
    )
    assert requests.asked(text, (), Mentions(Catalog(titles))).request.filters == filters


def test_a_place_behind_which_it_says_except_is_not_wanted() -> None:
    read = requests.asked("美国以外的科幻片", (), Mentions(Catalog(()))).request.filters
    assert read == Filters(genres=("science fiction",), not_countries=("US",))
