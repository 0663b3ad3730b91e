"""The recommender on the tiny catalogue: what never comes back, what always holds, and what comes first."""

from pathlib import Path

import numpy as np
import pytest

from data.catalog import Catalog
from data.filters import Filters
from data.history import Opinion, Verdict
from data.title import Title
from retrieval.index import Index
from retrieval.reasons import Because
from retrieval.recommender import Recommendation, Recommender, mmr
from retrieval.request import Request, Sort
from retrieval.vector_cache import VectorCache
from tests.conftest import TITLES, FakeEncoder

HARBOUR, SKY, KITCHEN, WIRES, DAWN, HEAT, MOON, OLD_MOON, TRAINS, TIGERS = (title.id for title in TITLES)


def ids(found: tuple[Recommendation, ...]) -> list[str]:
    return [recommendation.title.id for recommendation in found]


def made_of(tmp_path: Path, *titles: Title) -> Recommender:
    encoder = FakeEncoder()
    index = Index.build(Catalog(titles), encoder, VectorCache(tmp_path / "vectors.sqlite"))
    return Recommender(index, encoder, clock=lambda: 0.0)


class TestNeverComesBack:
    @pytest.mark.parametrize("title_id", [title.id for title in TITLES])
    def test_the_title_that_was_named(self, recommender: Recommender, title_id: str) -> None:
        others = {title.id for title in TITLES} - {title_id}
        assert set(ids(recommender.recommend(Request(like=(title_id,)), k=10))) == others
        assert set(ids(recommender.recommend(Request(unlike=(title_id,)), k=10))) == others

    @pytest.mark.parametrize("verdict", Verdict)
    @pytest.mark.parametrize(
        "request_", [Request(), Request(like=(DAWN,)), Request(about="robots"), Request(sort=Sort.NEWEST)]
    )
    def test_a_title_with_an_opinion(self, recommender: Recommender, verdict: Verdict, request_: Request) -> None:
        opinions = [Opinion(SKY, verdict), Opinion(MOON, verdict), Opinion("gone", verdict)]
        found = ids(recommender.recommend(request_, opinions, k=10))
        assert len(found) == 8 - len(request_.like)
        assert not {SKY, MOON} & set(found)

    def test_what_is_excluded(self, recommender: Recommender) -> None:
        first = ids(recommender.recommend(Request(like=(DAWN,)), k=3))
        second = ids(recommender.recommend(Request(like=(DAWN,)), exclude=[*first, "gone"], k=10))
        assert len(second) == 6
        assert not set(first) & set(second)

    def test_no_title_stands_twice(self, recommender: Recommender) -> None:
        found = ids(recommender.recommend(Request(about="moon"), k=10))
        assert len(found) == len(set(found)) == 10


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (Filters(genres=("drama",)), 3),
        (Filters(not_genres=("drama", "crime")), 5),
        (Filters(people=("Sam Reed",)), 2),
        (Filters(countries=("US",), years=(None, 1995)), 2),
        (Filters(minutes=(None, 90), min_rating=7.0), 3),
        (Filters(kind="series"), 1),
    ],
    ids=str,
)
@pytest.mark.parametrize(
    "wish",
    [
        {}, {"about": "robots on a road"}, {"not_about": "robots"}, {"sort": Sort.RATING},
        {"about": "sea", "sort": Sort.OLDEST},
    ],
    ids=str,
)  # fmt: skip
def test_filters_hold_for_every_result_and_lose_none(
    recommender: Recommender, filters: Filters, count: int, wish: dict[str, str]
) -> None:
    found = recommender.recommend(Request(filters=filters, **wish), k=10)  # type: ignore[arg-type]
    assert len(found) == count
    assert all(filters.admits(recommendation.title) for recommendation in found)


class TestOrder:
    @pytest.mark.parametrize(
        ("sort", "first"),
        [
            (Sort.NEWEST, [TRAINS, WIRES, SKY, KITCHEN]),
            (Sort.OLDEST, [OLD_MOON, DAWN, TIGERS, HARBOUR]),
            (Sort.RATING, [MOON, DAWN, HEAT, HARBOUR]),
            (Sort.POPULAR, [HEAT, MOON, SKY, DAWN]),
            (Sort.SHORTEST, [TRAINS, OLD_MOON, KITCHEN, MOON]),
            (Sort.LONGEST, [HEAT, SKY, DAWN, TIGERS]),
        ],
    )
    def test_an_order_that_was_asked_for(self, recommender: Recommender, sort: Sort, first: list[str]) -> None:
        assert ids(recommender.recommend(Request(sort=sort), k=4)) == first

    def test_what_has_no_place_in_an_order_is_left_out(self, tmp_path: Path) -> None:
        recommender = made_of(tmp_path, *TITLES[:2], Title("bare", "Bare", overview="Nothing more."))
        assert ids(recommender.recommend(Request(sort=Sort.NEWEST))) == [SKY, HARBOUR]

    def test_the_likest_comes_first(self, recommender: Recommender) -> None:
        """Robots at Dawn and Iron Sky Road share robots, Sam Reed, Kit Lane, a genre and a language."""
        [first, *_] = recommender.recommend(Request(like=(DAWN,)))
        assert first.title.id == SKY
        assert first.reason.because is Because.DIRECTOR
        assert first.reason.other is not None
        assert first.reason.other.id == DAWN

    def test_the_meaning_comes_first(self, recommender: Recommender) -> None:
        assert ids(recommender.recommend(Request(about="A sailor waits for a letter"), k=1)) == [HARBOUR]
        assert ids(recommender.recommend(Request(about="姐妹俩照看月亮上的花园。"), k=1)) == [MOON]

    def test_what_must_not_be_meant_moves_back(self, recommender: Recommender) -> None:
        def score(wish: Request) -> float:
            return {r.title.id: r.score for r in recommender.recommend(wish, k=10)}[SKY]

        plain = score(Request(about="fights"))
        assert score(Request(about="fights", not_about="robots on a road above the clouds")) < plain
        assert score(Request(about="fights", unlike=(DAWN,))) < plain

    def test_scores_stay_within_bounds(self, recommender: Recommender) -> None:
        opinions = [Opinion(title.id, Verdict.LIKE, 5.0) for title in TITLES[1:]]
        found = [
            *recommender.recommend(Request(about="A sailor waits in a harbour for a letter."), opinions),
            *recommender.recommend(Request(unlike=(DAWN,), not_about="robots"), k=10),
        ]
        assert all(-1 <= recommendation.score <= 1 for recommendation in found)

    def test_a_stranger_without_a_wish_gets_what_is_well_loved_and_well_known(self, recommender: Recommender) -> None:
        [first, *_] = recommender.recommend(Request())
        assert first.title.id == MOON

    def test_someone_without_a_wish_gets_what_resembles_their_likes(self, recommender: Recommender) -> None:
        [first, *_] = recommender.recommend(Request(), [Opinion(DAWN, Verdict.LIKE)])
        assert first.title.id == SKY
        assert first.reason.other is not None
        assert first.reason.other.id == DAWN

    def test_history_settles_what_a_wish_leaves_open(self, recommender: Recommender) -> None:
        """Both Moon Gardens are about the moon; whoever likes Quiet Kitchen likes Mori Aki's."""
        wish = Request(filters=Filters(keywords=("whimsical",)), about="whimsical")
        likes_mori = recommender.recommend(wish, [Opinion(KITCHEN, Verdict.LIKE)])
        hates_mori = recommender.recommend(wish, [Opinion(KITCHEN, Verdict.DISLIKE)])
        assert score_gap(likes_mori) > score_gap(hates_mori)


def score_gap(found: tuple[Recommendation, ...]) -> float:
    scores = {recommendation.title.id: recommendation.score for recommendation in found}
    return scores[MOON] - scores[OLD_MOON]


def test_one_that_meets_another_is_near_to_both() -> None:
    titles = tuple(Title(name, name) for name in ("a", "b", "near a", "near b", "between"))
    vectors = np.array([[1, 0, 0], [0, 1, 0], [0.96, 0, 0.28], [0, 0.96, 0.28], [0.6, 0.6, 0.529]], dtype=np.float32)
    recommender = Recommender(Index(Catalog(titles), vectors, "fake"), FakeEncoder(), clock=lambda: 0.0)
    assert ids(recommender.recommend(Request(like=("a", "b")), k=1)) == ["between"]
    assert ids(recommender.recommend(Request(like=("a",)), k=1)) == ["near a"]


class TestEdges:
    def test_nothing_fits(self, recommender: Recommender) -> None:
        filters = Filters(genres=("western",))
        for wish in (Request(filters=filters), Request(filters=filters, about="robots", sort=Sort.NEWEST)):
            assert recommender.recommend(wish) == ()

    def test_everything_is_excluded(self, recommender: Recommender) -> None:
        everything = [title.id for title in TITLES]
        assert recommender.recommend(Request(about="robots"), exclude=everything) == ()
        assert recommender.recommend(Request(), [Opinion(title_id, Verdict.SEEN) for title_id in everything]) == ()

    def test_more_is_asked_for_than_there_is(self, recommender: Recommender) -> None:
        assert len(recommender.recommend(Request(), k=99)) == 10
        assert len(recommender.recommend(Request(about="robots", sort=Sort.NEWEST), k=99)) == 10

    def test_none_is_asked_for(self, recommender: Recommender) -> None:
        assert recommender.recommend(Request(), k=0) == ()

    def test_a_catalogue_of_one_title(self, tmp_path: Path) -> None:
        recommender = made_of(tmp_path, TITLES[0])
        assert ids(recommender.recommend(Request(about="robots"))) == [HARBOUR]
        assert ids(recommender.recommend(Request(), [Opinion("gone", Verdict.LIKE)])) == [HARBOUR]
        assert recommender.recommend(Request(like=(HARBOUR,))) == ()

    def test_titles_that_left_the_catalogue_are_passed_over(self, recommender: Recommender) -> None:
        known = ids(recommender.recommend(Request(like=(DAWN,))))
        assert ids(recommender.recommend(Request(like=(DAWN, "gone"), unlike=("gone",)))) == known
        assert ids(recommender.recommend(Request(like=("gone",)))) == ids(recommender.recommend(Request()))

    def test_words_that_say_nothing(self, recommender: Recommender) -> None:
        assert len(recommender.recommend(Request(about="  "), k=3)) == 3


class TestMmr:
    VECTORS = np.array([[1, 0], [1, 0], [0, 1]], dtype=np.float32)
    SCORES = np.array([0.9, 0.85, 0.5], dtype=np.float32)

    def test_a_twin_comes_after_a_lesser_title_that_is_new(self) -> None:
        """After row 0: row 1 gains 0.5 · 0.85 - 0.5 · 1 = -0.075, row 2 gains 0.5 · 0.5 - 0.5 · 0 = 0.25."""
        assert mmr(self.VECTORS, self.SCORES, 3, trade_off=0.5) == [0, 2, 1]

    def test_relevance_alone_is_the_order_of_scores(self) -> None:
        assert mmr(self.VECTORS, self.SCORES, 3, trade_off=1) == [0, 1, 2]

    @pytest.mark.parametrize(("k", "count"), [(0, 0), (2, 2), (9, 3)])
    def test_as_many_as_there_are(self, k: int, count: int) -> None:
        assert len(set(mmr(self.VECTORS, self.SCORES, k))) == count

    def test_of_nothing_comes_nothing(self) -> None:
        assert mmr(np.zeros((0, 2), dtype=np.float32), np.zeros(0, dtype=np.float32), 5) == []
