"""Taste: what opinions say of other titles, on vectors whose likeness is known by hand."""

import numpy as np
import pytest

from data.catalog import Catalog
from data.history import History, Opinion, Verdict
from data.title import Title
from retrieval.index import Index
from retrieval.taste import Scores, Taste

DAY = 86_400
NOW = 1_000 * DAY
# "liked" is alike to "near" by 0.8 and to "far" not at all; nothing is known of them besides.
LIKED, NEAR, FAR = 0, 1, 2


@pytest.fixture
def three() -> Index:
    vectors = np.array([[1, 0], [0.8, 0.6], [0, 1]], dtype=np.float32)
    return Index(Catalog(tuple(Title(name, name) for name in ("liked", "near", "far"))), vectors, "by hand")


def preference(index: Index, *opinions: Opinion) -> Scores:
    return Taste.of(opinions, index, NOW).preference()


def word(verdict: Verdict, title_id: str = "liked", days: float = 0, rating: float | None = None) -> Opinion:
    return Opinion(title_id, verdict, rating, NOW - days * DAY)


def test_without_opinions_nothing_is_preferred(three: Index) -> None:
    taste = Taste.of((), three, NOW)
    assert taste.confidence == 0
    np.testing.assert_array_equal(taste.preference(), [0, 0, 0])


def test_a_like_pulls_as_far_as_titles_are_alike(three: Index) -> None:
    scores = preference(three, word(Verdict.LIKE))
    assert scores[LIKED] > 0
    np.testing.assert_allclose(scores / scores[LIKED], [1, 0.8, 0], atol=1e-6)


def test_a_dislike_pushes_less_than_a_like_pulls(three: Index) -> None:
    pull, push = preference(three, word(Verdict.LIKE)), preference(three, word(Verdict.DISLIKE))
    np.testing.assert_allclose(push / push[LIKED], [1, 0.8, 0], atol=1e-6)
    assert -pull[NEAR] < push[NEAR] < 0


def test_to_have_seen_a_title_says_nothing(three: Index) -> None:
    np.testing.assert_array_equal(preference(three, word(Verdict.SEEN)), [0, 0, 0])


@pytest.mark.parametrize("verdict", [Verdict.LIKE, Verdict.DISLIKE])
@pytest.mark.parametrize(("days", "share"), [(180, 0.5), (360, 0.25), (-30, 1)])
def test_an_opinion_halves_in_half_a_year(three: Index, verdict: Verdict, days: float, share: float) -> None:
    fresh, old = preference(three, word(verdict)), preference(three, word(verdict, days=days))
    np.testing.assert_allclose(old, share * fresh, rtol=1e-5)


def test_a_rating_speaks_louder_than_the_verdict(three: Index) -> None:
    loved, liked, middling, hated = (
        preference(three, word(Verdict.SEEN, rating=rating))[NEAR] for rating in (5, 4, 2.75, 0.5)
    )
    assert loved > liked > middling == 0 > hated
    assert loved == pytest.approx(preference(three, word(Verdict.LIKE))[NEAR])


def test_an_opinion_that_was_taken_back_says_nothing(three: Index, history: History) -> None:
    history.judge("ann", "liked", Verdict.LIKE)
    history.judge("ann", "far", Verdict.LIKE)
    history.judge("ann", "far", None)
    taste = Taste.of(history.opinions("ann"), three, NOW)
    assert (taste.liked, taste.disliked) == ((LIKED,), ())
    history.judge("ann", "liked", None)
    assert Taste.of(history.opinions("ann"), three, NOW).confidence == 0


def test_titles_that_left_the_catalogue_say_nothing(three: Index) -> None:
    known = preference(three, word(Verdict.LIKE))
    np.testing.assert_array_equal(preference(three, word(Verdict.LIKE), word(Verdict.LIKE, "gone")), known)
    assert Taste.of([word(Verdict.DISLIKE, "gone")], three, NOW).confidence == 0


def test_confidence_grows_with_what_is_known(three: Index) -> None:
    opinions = [word(Verdict.LIKE), word(Verdict.DISLIKE, "near"), word(Verdict.LIKE, "far")]
    known = [Taste.of(opinions[:count], three, NOW).confidence for count in range(4)]
    assert known == sorted(set(known))
    assert known[0] == 0
    assert known[-1] < 1


def test_several_interests_stay_apart() -> None:
    """Seven likes in one corner do not drown a title in another that is near to three likes there."""
    corners = np.array([[1, 0]] * 8 + [[0, 1]] * 4 + [[0.7071, 0.7071]], dtype=np.float32)
    index = Index(Catalog(tuple(Title(f"t{row}", "x") for row in range(13))), corners, "by hand")
    liked = [word(Verdict.LIKE, f"t{row}") for row in (*range(7), 8, 9, 10)]
    scores = preference(index, *liked)
    assert scores[7] == pytest.approx(scores[11])
    assert scores[7] > scores[12]
