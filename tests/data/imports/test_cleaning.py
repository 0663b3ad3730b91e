"""Values as sources write them."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import rows
from data.imports import cleaning
from data.rows import COLUMNS


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2004", 2004),
        (2004.0, 2004),
        ("2004.0", 2004),
        ("2004–", 2004),
        ("2004-2010", 2004),
        ("(1999)", 1999),
        ("1999-10-15", 1999),
        (math.nan, None),
        ("\\N", None),
        ("soon", "soon"),
    ],
)
def test_year(value: Any, expected: Any) -> None:
    assert cleaning.year(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("133", 133),
        ("133.0", 133),
        (133.0, 133),
        ("133 min", 133),
        ("2h 13min", 133),
        ("PT2H13M", 133),
        ("2小时13分钟", 133),
        ("1 hr", 60),
        ("0", None),
        (0, None),
        (math.nan, None),
        ("long", "long"),
    ],
)
def test_minutes(value: Any, expected: Any) -> None:
    assert cleaning.minutes(value) == expected


@pytest.mark.parametrize(("value", "expected"), [("8.1/10", 8.1), ("1,234", 1234.0), (7, 7), ("?", "?"), ("N/A", None)])
def test_number(value: Any, expected: Any) -> None:
    assert cleaning.number(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Tom &amp; Jerry", "Tom & Jerry"),
        ("AmÃ©lie", "Amélie"),
        ("  two   words\n", "two words"),
        ("\\N", None),
        ("千与千寻", "千与千寻"),
    ],
)
def test_text(value: str, expected: str | None) -> None:
    assert cleaning.text(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "a|b",
        "a, b",
        '["a", "b"]',
        "['a', 'b']",
        "[{'name': 'a', 'id': 1}, {'name': 'b'}]",
        ["a", "b", "a"],
        "a / b",
        "a、b",
    ],
)
def test_names(value: Any) -> None:
    assert cleaning.names(value) == ["a", "b"]


def test_genres_of_other_vocabularies_are_mapped_and_unknown_ones_become_keywords() -> None:
    row = cleaning.clean({"genres": "Sci-Fi|Children's|Film-Noir|IMAX|Mumblecore", "keywords": ["slow"]})
    assert row["genres"] == ["science fiction", "family", "crime"]
    assert row["keywords"] == ["slow", "noir", "mumblecore"]


def test_countries_and_languages_by_code_or_name() -> None:
    assert cleaning.countries("United States of America, 法国, KR, SUHH, Atlantis") == ["US", "FR", "KR", "SUHH"]
    assert cleaning.languages("English|粤语|cn|日语") == ["en", "yue", "ja"]


def test_the_end_of_a_series_is_read_from_its_years() -> None:
    assert cleaning.clean({"kind": "tvSeries", "year": "2004-2010"}) == {
        "kind": "series",
        "year": 2004,
        "end_year": 2010,
    }


@pytest.mark.parametrize("address", ["/../../etc/passwd", "javascript:alert(1)", "file:///etc/passwd", "poster.jpg"])
def test_an_address_that_is_none_is_left_out(address: str) -> None:
    assert "poster" not in cleaning.clean({"poster": address})


@given(
    st.dictionaries(st.sampled_from(COLUMNS), st.text() | st.integers() | st.floats() | st.none() | st.lists(st.text()))
)
def test_any_row_is_cleaned_and_then_a_title_or_reported(values: dict[str, Any]) -> None:
    title, problems = rows.validated(cleaning.clean(values), ("x", 1))
    assert (title is None) == bool(problems)
