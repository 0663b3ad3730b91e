"""Titles and people named in a text: a table of texts, and any text at all."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.catalog import Catalog
from data.title import Title
from retrieval.mentions import Mentions
from retrieval.names import folded
from tests.conftest import TITLES

MENTIONS = Mentions(Catalog(TITLES))

Found = list[tuple[str, set[int]]]


def titles(text: str, mentions: Mentions = MENTIONS) -> Found:
    """The places that name titles, and the titles' numbers (the ends of their ids)."""
    return [
        (text[mention.start : mention.end], {int(title.id[-2:]) for title in mention.titles})
        for mention in mentions.titles(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # exact, in any case, with and without article, accent and punctuation
        ("films like The Lost Harbour", [("The Lost Harbour", {1})]),
        ("something like lost harbour but funny", [("lost harbour", {1})]),
        ("THE LOST HARBOUR", [("THE LOST HARBOUR", {1})]),
        ("Thé Löst Harboúr", [("Thé Löst Harboúr", {1})]),
        ("quiet  kitchen", [("quiet  kitchen", {3})]),
        ("Quiet-Kitchen", [("Quiet-Kitchen", {3})]),
        # several
        ("Robots at Dawn, Night of Wires", [("Robots at Dawn", {5}), ("Night of Wires", {4})]),
        ("iron sky road meets paper tigers", [("iron sky road", {2}), ("paper tigers", {10})]),
        ("I loved Heat and Quiet Kitchen", [("Heat", {6}), ("Quiet Kitchen", {3})]),
        # misspelt, where a title is expected
        ("similar to Quite Kitchn please", [("Quite Kitchn", {3})]),
        ("tell me about Ten Small Trans", [("Ten Small Trans", {9})]),
        ("I liked Irn Sky Road (2015)", [("Irn Sky Road (2015)", {2})]),
        ("something like that", []),
        ("I like it when a kitchen is quiet", []),
        # Chinese, Simplified and Traditional, alone and among English
        ("像失落的港口那样的", [("失落的港口", {1})]),
        ("和月亮花園類似的电影", [("月亮花園", {7})]),
        ("黎明機器人", [("黎明機器人", {5})]),
        ("喜欢Paper Tigers和电线之夜", [("Paper Tigers", {10}), ("电线之夜", {4})]),
        # quotes
        ("《月亮花園》怎么样", [("月亮花園", {7})]),
        ("“Heat”", [("Heat", {6})]),
        ('I want "heat" tonight', [("heat", {6})]),
        # remakes and years
        ("The Moon Garden", [("The Moon Garden", {7, 8})]),
        ("like Moon Gardn", [("Moon Gardn", {7, 8})]),
        ("The Moon Garden (1951)", [("The Moon Garden (1951)", {8})]),
        ("the moon garden 2001", [("the moon garden 2001", {7})]),
        ("月亮花园（2001）", [("月亮花园（2001）", {7})]),
        ("The Moon Garden (1999)", [("The Moon Garden", {7, 8})]),
        # everyday words
        ("the heat of summer", []),
        ("films like heat", [("heat", {6})]),
        ("Heat", [("Heat", {6})]),
        ("heat!", [("heat!", {6})]),
        ("have you seen Heat tonight", [("Heat", {6})]),
        ("天气很热", []),
        ("热", [("热", {6})]),
        ("我看过热", [("热", {6})]),
        ("想看热那样的电影", [("热", {6})]),
        # nothing
        ("not a title at all", []),
        ("", []),
        ("！？…", []),
    ],
)
def test_titles_in_a_text(text: str, found: Found) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("the lost harbor", [1]),
        ("ten small trans", [9]),
        ("heat", [6]),
        ("MOON GARDEN", [7, 8]),
        ("安静厨房", [3]),
        ("the lost harbour in winter with rain", []),
        ("xyzzy", []),
        ("", []),
    ],
)
def test_a_text_that_is_a_name(text: str, numbers: list[int]) -> None:
    assert [int(title.id[-2:]) for title in MENTIONS.named(text)] == numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("films by sam reed", [("sam reed", "Sam Reed")]),
        ("KIT LANE and Jean Petit", [("KIT LANE", "Kit Lane"), ("Jean Petit", "Jean Petit")]),
        ("Kit Lane's best", [("Kit Lane's", "Kit Lane")]),
        ("Mori Aki’s films", [("Mori Aki’s", "Mori Aki")]),
        ("Sam read a reed", []),
        ("Reed", [("Reed", "Sam Reed")]),
    ],
)
def test_people_in_a_text(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[person.start : person.end], person.name) for person in MENTIONS.people(text)] == found


def test_other_names_count() -> None:
    mentions = Mentions(Catalog((Title("tt01", "One", original_title="Ein Haus", aliases=("Una Casa",)),)))
    assert titles("like Ein Haus", mentions) == [("Ein Haus", {1})]
    assert titles("una casa", mentions) == [("una casa", {1})]


def test_a_longer_name_wins_over_one_within_it() -> None:
    mentions = Mentions(Catalog((Title("tt01", "Night Train"), Title("tt02", "Night Train to Munich"))))
    assert titles("like Night Train to Munich", mentions) == [("Night Train to Munich", {2})]


def test_a_year_that_is_also_a_title_belongs_to_the_name_before_it() -> None:
    mentions = Mentions(Catalog((*TITLES, Title("tt11", "2001", year=1968))))
    assert titles("月亮花园2001", mentions) == [("月亮花园2001", {7})]
    assert titles("2001", mentions) == [("2001", {11})]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("The Lost Harbour", "lost harbour"),
        ("Amélie", "amelie"),
        ("Tom & Jerry", "tom and jerry"),
        ("WALL·E", "wall e"),
        ("月亮 花園", "月亮花园"),
        ("The", "the"),
        ("Ａｂｃ", "abc"),
        ("...", ""),
    ],
)
def test_how_a_name_is_compared(name: str, form: str) -> None:
    assert folded(name) == form


PIECES = st.sampled_from(
    [name for title in TITLES for name in title.names]
    + [
        "like ",
        "similar to ",
        "像",
        "喜欢",
        "《",
        "》",
        '"',
        "(1951)",
        "（2001）",
        " 1995 ",
        " meets ",
        "'s",
        "热",
        "heat",
    ]
)
TEXT = st.lists(PIECES | st.text(max_size=6) | st.just(" ")).map("".join)


@settings(max_examples=200, deadline=None)
@given(text=st.text() | TEXT)
@example(text='like "like" like Moon Gardn like')
@example(text="ﬁlms like İron Sky Road ①")
@example(text="\x00\ufeff热\u200d")
def test_any_text_is_read_and_places_lie_within_it_and_apart(text: str) -> None:
    for places in (MENTIONS.titles(text), MENTIONS.people(text)):
        assert all(0 <= place.start < place.end <= len(text) for place in places)
    found = MENTIONS.titles(text)
    assert all(mention.titles for mention in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert set(MENTIONS.named(text)) <= set(TITLES)
