"""Reasons: the most telling one, and true of both titles."""

from itertools import product

import pytest

from data.catalog import Catalog
from data.title import Title
from retrieval.features import Features
from retrieval.reasons import Because, Reason, reason
from tests.conftest import TITLES

HARBOUR, SKY, KITCHEN, WIRES, DAWN, HEAT, MOON, OLD_MOON, TRAINS, TIGERS = TITLES
FEATURES = Features(Catalog(TITLES))
ELEMENTS = ("who", "where", "what", "but", "feeling")


def shared(**columns: tuple[str, ...]) -> Title:
    return Title("other", "Other", **columns)  # type: ignore[arg-type]


def because(title: Title, *anchors: Title) -> Because:
    return reason(title, anchors, Features(Catalog((title, *anchors)))).because


def test_director_before_themes_before_cast_before_story_before_genres() -> None:
    every = {
        "directors": ("Ann",), "keywords": ("sea", "letters"), "cast": ("Bo",), "elements": ELEMENTS,
        "genres": ("drama",),
    }  # fmt: skip
    anchor = shared(**every)
    order = []
    while every:
        order.append(because(Title("mine", "Mine", **every), anchor))  # type: ignore[arg-type]
        del every[next(iter(every))]
    assert order == [Because.DIRECTOR, Because.THEMES, Because.CAST, Because.STORY, Because.GENRES]


def test_a_shared_director() -> None:
    assert reason(SKY, [DAWN], FEATURES) == Reason(Because.DIRECTOR, ("Sam Reed",), DAWN)


def test_a_shared_actor() -> None:
    assert reason(TRAINS, [HARBOUR], FEATURES) == Reason(Because.CAST, ("Lise Caron",), HARBOUR)


def test_one_shared_theme_is_a_coincidence() -> None:
    assert reason(HARBOUR, [DAWN], FEATURES) == Reason(Because.GENRES, ("drama",), DAWN)


def test_of_shared_themes_the_rarest_comes_first_and_three_are_named() -> None:
    mine = Title("a", "A", keywords=("common", "usual", "rare", "rarer"))
    catalog = Catalog((
        mine, shared(keywords=mine.keywords),
        Title("c", "C", keywords=("common", "usual", "rare")), Title("d", "D", keywords=("common", "usual")),
        Title("e", "E", keywords=("common",)),
    ))  # fmt: skip
    found = reason(mine, [catalog["other"]], Features(catalog))
    assert found == Reason(Because.THEMES, ("rarer", "rare", "usual"), catalog["other"])


def test_a_stronger_link_to_a_later_title_wins() -> None:
    assert reason(SKY, [TIGERS, DAWN], FEATURES).other is DAWN
    assert reason(SKY, [TIGERS], FEATURES).because is Because.GENRES


def test_of_equal_links_the_first_title_counts() -> None:
    one, other = Title("x", "X", directors=("Ann",)), Title("y", "Y", directors=("Ann",))
    assert reason(shared(directors=("Ann",)), [other, one], FEATURES).other is other


@pytest.mark.parametrize("anchors", [[], [HEAT]], ids=["no anchor", "nothing shared"])
def test_where_nothing_is_shared_the_title_speaks_for_itself(anchors: list[Title]) -> None:
    assert reason(MOON, anchors, FEATURES) == Reason(Because.STORY)
    assert reason(OLD_MOON, anchors, FEATURES) == Reason(Because.GENRES, ("fantasy",))
    assert reason(Title("bare", "Bare"), anchors, FEATURES) == Reason(Because.NOTHING)


COLUMNS = {
    Because.DIRECTOR: "directors", Because.THEMES: "keywords", Because.CAST: "cast", Because.GENRES: "genres",
}  # fmt: skip


@pytest.mark.parametrize(("title", "anchor"), list(product(TITLES, TITLES)), ids=lambda title: title.id[-2:])
def test_a_reason_is_true_of_both_titles(title: Title, anchor: Title) -> None:
    found = reason(title, [anchor], FEATURES)
    if found.other is None:
        assert found.because in {Because.STORY, Because.GENRES}
        assert set(found.details) <= set(title.genres)
        return
    column = COLUMNS[found.because]
    assert found.details
    assert set(found.details) <= set(getattr(title, column)) & set(getattr(anchor, column))
