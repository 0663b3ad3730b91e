"""Features: likeness by what titles share, computed by hand."""

from math import log, sqrt

import numpy as np
import pytest

from data.catalog import Catalog
from data.title import Title
from retrieval.features import Features

# "sea" stands in two of three titles, "letter" and "war" in one.
SEA, LETTER = log(1 + 3 / 2), log(1 + 3 / 1)
THREE = Catalog(
    (
        Title("a", "A", keywords=("sea", "letter")),
        Title("b", "B", keywords=("sea",)),
        Title("c", "C", keywords=("war",)),
    )
)


def test_what_is_shared_counts_by_its_rarity() -> None:
    likeness = Features(THREE).similarity([0])
    np.testing.assert_allclose(likeness[:, 0], [1, SEA / sqrt(SEA**2 + LETTER**2), 0], atol=1e-6)


def test_there_is_a_column_for_each_anchor() -> None:
    likeness = Features(THREE).similarity([2, 1])
    expected = SEA / sqrt(SEA**2 + LETTER**2)
    np.testing.assert_allclose(likeness, [[0.0, expected], [0.0, 1.0], [1.0, 0.0]], atol=1e-6)
    assert Features(THREE).similarity([]).shape == (3, 0)


def test_rarity() -> None:
    features = Features(THREE)
    assert features.rarity("keywords", "sea") == pytest.approx(SEA)
    assert features.rarity("keywords", "letter") == pytest.approx(LETTER)
    assert features.rarity("cast", "sea") == 0
    assert features.rarity("keywords", "robots") == 0


def test_the_same_name_in_another_column_is_nothing_shared() -> None:
    two = Catalog((Title("a", "A", directors=("Ann",)), Title("b", "B", cast=("Ann",))))
    np.testing.assert_allclose(Features(two).similarity([0])[:, 0], [1, 0], atol=1e-6)


def test_a_shared_director_says_more_than_a_shared_actor() -> None:
    titles = (
        Title("a", "A", directors=("Ann",), cast=("Bo",)),
        Title("b", "B", directors=("Ann",), cast=("Cy",)),
        Title("c", "C", directors=("Di",), cast=("Bo",)),
    )
    likeness = Features(Catalog(titles)).similarity([0])[:, 0]
    assert likeness[1] > likeness[2] > 0


def test_a_title_of_which_nothing_is_known_is_like_none() -> None:
    bare = Features(Catalog((Title("a", "A"), Title("b", "B"))))
    np.testing.assert_array_equal(bare.similarity([0]), [[0], [0]])
