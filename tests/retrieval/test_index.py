"""The index: search, and files that are read back only as they were written."""

import json
from pathlib import Path

import numpy as np
import pytest

from data.catalog import Catalog
from data.title import Title
from retrieval.errors import IndexVersionError
from retrieval.index import Index, description
from tests.conftest import TITLES, FakeEncoder

EVERYTHING = np.ones(len(TITLES), dtype=np.bool_)


@pytest.fixture
def saved(tmp_path: Path, index: Index) -> Path:
    folder = tmp_path / "v000007"
    folder.mkdir()
    index.save(folder, created=12.5)
    return folder


def test_a_description_tells_everything_in_both_languages() -> None:
    assert description(TITLES[6]) == (
        "The Moon Garden\n"
        "animation, family, whimsical, heartwarming, magic\n"
        "two sisters; on the moon; to keep a garden alive; a long night; warm and strange\n"
        "Two sisters look after a garden that grows on the moon.\n"
        "月亮花园\n"
        "一对姐妹；月亮上；让花园活下去；漫长的夜；温暖而奇异\n"
        "姐妹俩照看月亮上的花园。"
    )
    assert description(Title("a", "Bare", overview_zh="水手等信。")) == "Bare\n水手等信。"


def test_each_title_is_found_by_its_own_description(index: Index, encoder: FakeEncoder) -> None:
    for row, title in enumerate(TITLES):
        [query] = encoder.encode([description(title)])
        assert index.search(query, EVERYTHING, 3)[0] == row


def test_the_nearest_come_first_and_only_the_allowed(index: Index) -> None:
    randomly = np.random.default_rng(7)
    for _ in range(50):
        query = randomly.normal(size=64).astype(np.float32)
        allowed = randomly.random(len(TITLES)) < 0.5
        by_hand = [row for row in np.argsort(-(index.vectors @ query)) if allowed[row]]
        assert index.search(query, allowed, 4).tolist() == by_hand[:4]


def test_where_nothing_is_allowed_nothing_is_found(index: Index) -> None:
    assert index.search(index.vectors[0], ~EVERYTHING, 5).tolist() == []


def test_more_than_there_is_gives_all_there_is(index: Index) -> None:
    assert sorted(index.search(index.vectors[0], EVERYTHING, 99)) == list(range(len(TITLES)))


def test_likeness_is_symmetric_and_greatest_to_itself(index: Index) -> None:
    likeness = index.likeness(range(len(TITLES)))
    np.testing.assert_allclose(likeness, likeness.T, atol=1e-6)
    np.testing.assert_allclose(np.diag(likeness), 1, atol=1e-6)
    assert (likeness.argmax(axis=0) == np.arange(len(TITLES))).all()


def test_what_is_saved_is_loaded(saved: Path, index: Index) -> None:
    loaded = Index.load(saved, "fake")
    assert loaded.catalog.titles == TITLES
    assert loaded.catalog.source == index.catalog.source
    assert loaded.encoder_name == "fake"
    np.testing.assert_array_equal(loaded.vectors, index.vectors)
    query = index.vectors[4]
    np.testing.assert_array_equal(loaded.search(query, EVERYTHING, 5), index.search(query, EVERYTHING, 5))


@pytest.mark.parametrize("name", ["index.faiss", "catalog.jsonl"])
def test_an_altered_file_is_refused(saved: Path, name: str) -> None:
    content = bytearray((saved / name).read_bytes())
    content[-2] ^= 1
    (saved / name).write_bytes(content)
    with pytest.raises(IndexVersionError, match=rf"{name} is not as it was written. .*usher index build"):
        Index.load(saved, "fake")


@pytest.mark.parametrize("name", ["index.faiss", "catalog.jsonl", "manifest.json"])
def test_a_missing_file_is_refused(saved: Path, name: str) -> None:
    (saved / name).unlink()
    with pytest.raises(IndexVersionError, match=r"v000007.*usher index build"):
        Index.load(saved, "fake")


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"encoder": "fake"}'])
def test_an_unreadable_manifest_is_refused(saved: Path, text: str) -> None:
    (saved / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(IndexVersionError, match="no readable manifest"):
        Index.load(saved, "fake")


def test_files_that_do_not_fit_together_are_refused(saved: Path) -> None:
    manifest = json.loads((saved / "manifest.json").read_text(encoding="utf-8"))
    (saved / "manifest.json").write_text(json.dumps(manifest | {"count": 9}), encoding="utf-8")
    with pytest.raises(IndexVersionError, match="do not fit together"):
        Index.load(saved, "fake")


def test_another_encoder_is_refused_and_both_mends_are_named(saved: Path) -> None:
    with pytest.raises(IndexVersionError, match=r"'fake'.*'other'.*usher index build.*USHER_ENCODER"):
        Index.load(saved, "other")


class TestCheck:
    def test_vectors_that_belong_to_other_titles_are_noticed(self, encoder: FakeEncoder) -> None:
        opposite = -encoder.encode([description(title) for title in TITLES])
        with pytest.raises(IndexVersionError, match="does not find 'Heat' by its own description"):
            Index(Catalog(TITLES), opposite, "fake").check(encoder)

    def test_vectors_of_another_length_are_noticed(self, encoder: FakeEncoder) -> None:
        with pytest.raises(IndexVersionError, match="64 numbers a text, the index 2"):
            Index(Catalog(TITLES[:1]), np.array([[1, 0]], dtype=np.float32), "fake").check(encoder)

    def test_many_titles_of_one_description_are_no_error(self, encoder: FakeEncoder) -> None:
        titles = tuple(Title(f"t{number}", "Same", overview="The same words.") for number in range(20))
        vectors = encoder.encode([description(title) for title in titles])
        Index(Catalog(titles), vectors, "fake").check(encoder)
