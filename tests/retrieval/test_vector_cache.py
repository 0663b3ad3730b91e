"""The vector cache encodes only what it does not know."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from retrieval.encoder import Vectors
from retrieval.vector_cache import VectorCache
from tests.conftest import FakeEncoder


class Counting(FakeEncoder):
    """A fake that remembers what it was asked for, and stops at a text that says so."""

    def __init__(self, name: str = "fake") -> None:
        self.name = name
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        if any(text.startswith("stop") for text in texts):
            raise KeyboardInterrupt
        self.asked += texts
        return super().encode(texts)


@pytest.fixture
def cache(tmp_path: Path) -> VectorCache:
    return VectorCache(tmp_path / "new folder" / "vectors.sqlite")


def test_only_what_changed_is_encoded(cache: VectorCache, tmp_path: Path) -> None:
    cache.encode(Counting(), ["one", "two", "three"])
    later = Counting()
    vectors = VectorCache(tmp_path / "new folder" / "vectors.sqlite").encode(later, ["three", "four", "one"])
    assert later.asked == ["four"]
    np.testing.assert_array_equal(vectors, FakeEncoder().encode(["three", "four", "one"]))


def test_encoders_of_different_names_do_not_share(cache: VectorCache) -> None:
    cache.encode(Counting("fake"), ["one"])
    other = Counting("other")
    cache.encode(other, ["one"])
    assert other.asked == ["one"]


def test_a_text_that_stands_twice_is_encoded_once(cache: VectorCache) -> None:
    encoder = Counting()
    vectors = cache.encode(encoder, ["one", "two", "one"])
    assert sorted(encoder.asked) == ["one", "two"]
    np.testing.assert_array_equal(vectors, FakeEncoder().encode(["one", "two", "one"]))


def test_vectors_come_back_in_the_order_of_the_texts(cache: VectorCache) -> None:
    texts = [f"{'word ' * (number * 7 % 11)}number{number}" for number in range(600)]
    np.testing.assert_array_equal(cache.encode(Counting(), texts), FakeEncoder().encode(texts))


def test_progress_counts_every_text(cache: VectorCache) -> None:
    cache.encode(Counting(), ["one", "two"])
    steps: list[int] = []
    cache.encode(Counting(), [*(f"text{number}" for number in range(300)), "one", "two"], steps.append)
    assert steps[0] == 2
    assert sum(steps) == 302


def test_a_build_that_is_cut_short_keeps_what_it_had(cache: VectorCache) -> None:
    texts = [f"text{number}" for number in range(600)]
    with pytest.raises(KeyboardInterrupt):
        cache.encode(Counting(), [*texts, "stop, the longest text"])
    later = Counting()
    cache.encode(later, texts)
    assert 0 < len(later.asked) < 600
