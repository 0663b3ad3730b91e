"""Versions on disk: built, current, rolled back, cleaned up, whatever breaks in between."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data.catalog import Catalog
from retrieval.encoder import Vectors
from retrieval.errors import IndexVersionError
from retrieval.versions import VersionStore
from tests.conftest import TITLES, FakeEncoder

CATALOG = Catalog(TITLES, "tests")


def names(store: VersionStore) -> list[str]:
    return [version.name for version in store.versions()]


def current(store: VersionStore) -> list[str]:
    return [version.name for version in store.versions() if version.current]


def test_before_the_first_build_there_is_nothing(store: VersionStore) -> None:
    assert store.current() is None
    assert store.versions() == []
    with pytest.raises(IndexVersionError, match="no earlier version"):
        store.rollback()


def test_a_build_becomes_current_and_can_be_loaded(store: VersionStore, encoder: FakeEncoder) -> None:
    name, built = store.build(CATALOG, encoder)
    [version] = store.versions()
    assert (name, version.name, version.current, store.current()) == ("v000001", "v000001", True, "v000001")
    assert version.manifest is not None
    assert (version.manifest.encoder, version.manifest.dimension, version.manifest.count) == ("fake", 64, 10)
    assert store.load(name, "fake").catalog.titles == built.catalog.titles == TITLES


def test_each_build_is_a_version_with_its_own_catalogue(store: VersionStore, encoder: FakeEncoder) -> None:
    store.build(CATALOG, encoder)
    store.build(Catalog(TITLES[:4], "tests"), encoder)
    assert (names(store), store.current()) == (["v000001", "v000002"], "v000002")
    assert [len(store.load(name, "fake").catalog) for name in names(store)] == [10, 4]


def test_rollback_goes_back_one_at_a_time(store: VersionStore, encoder: FakeEncoder) -> None:
    for _ in range(3):
        store.build(CATALOG, encoder)
    assert (store.earlier(), store.rollback(), store.current()) == ("v000002", "v000002", "v000002")
    assert store.rollback() == "v000001"
    with pytest.raises(IndexVersionError, match="no earlier version"):
        store.rollback()
    assert current(store) == ["v000001"]


def test_a_build_after_a_rollback_takes_a_new_name(store: VersionStore, encoder: FakeEncoder) -> None:
    store.build(CATALOG, encoder)
    store.build(CATALOG, encoder)
    store.rollback()
    assert store.build(CATALOG, encoder)[0] == "v000003"
    assert (names(store), current(store)) == (["v000001", "v000002", "v000003"], ["v000003"])


def test_only_the_newest_five_are_kept(store: VersionStore, encoder: FakeEncoder) -> None:
    for number in range(1, 8):
        store.build(CATALOG, encoder)
        assert store.current() == f"v{number:06d}"
        assert len(names(store)) == min(number, 5)
    assert names(store) == [f"v{number:06d}" for number in range(3, 8)]


def test_the_current_version_outlives_every_clean_up(store: VersionStore, encoder: FakeEncoder) -> None:
    for _ in range(5):
        store.build(CATALOG, encoder)
    for _ in range(4):
        store.rollback()
    assert current(store) == ["v000001"]
    with pytest.raises(KeyboardInterrupt):
        store.build(Catalog(TITLES, "tests"), Breaking())
    assert current(store) == ["v000001"]
    store.build(CATALOG, encoder)
    assert current(store) == ["v000006"]
    assert len(names(store)) == 5


class Breaking(FakeEncoder):
    """An encoder that is cut short."""

    name = "breaking"

    def encode(self, texts: Sequence[str]) -> Vectors:
        raise KeyboardInterrupt


class Backwards(FakeEncoder):
    """An encoder that contradicts itself: what it says of one text alone is the opposite of what it said in a batch."""

    name = "backwards"

    def encode(self, texts: Sequence[str]) -> Vectors:
        return super().encode(texts) * (-1 if len(texts) == 1 else 1)


@pytest.mark.parametrize(("broken", "error"), [(Breaking(), KeyboardInterrupt), (Backwards(), IndexVersionError)])
def test_a_build_that_fails_leaves_the_old_version(
    store: VersionStore, encoder: FakeEncoder, broken: FakeEncoder, error: type[BaseException]
) -> None:
    store.build(CATALOG, encoder)
    with pytest.raises(error):
        store.build(CATALOG, broken)
    assert (names(store), store.current()) == (["v000001"], "v000001")
    assert store.load("v000001", "fake").catalog.titles == TITLES


def test_what_a_crash_left_behind_is_ignored_and_removed(
    tmp_path: Path, store: VersionStore, encoder: FakeEncoder
) -> None:
    store.build(CATALOG, encoder)
    leavings = tmp_path / "index" / ".v000002"
    leavings.mkdir()
    (leavings / "index.faiss").write_bytes(b"half")
    (tmp_path / "index" / ".current").write_text("v0000", encoding="utf-8")
    assert (names(store), store.current()) == (["v000001"], "v000001")
    assert store.build(CATALOG, encoder)[0] == "v000002"
    assert not leavings.exists()
    assert store.load("v000002", "fake").catalog.titles == TITLES


def test_a_damaged_version_is_listed_without_a_manifest(
    tmp_path: Path, store: VersionStore, encoder: FakeEncoder
) -> None:
    store.build(CATALOG, encoder)
    (tmp_path / "index" / "v000001" / "manifest.json").write_text("{", encoding="utf-8")
    [version] = store.versions()
    assert version.manifest is None


@pytest.mark.parametrize("text", ["", "../../etc", "v1", "v000001x"])
def test_a_pointer_that_names_no_version_is_not_followed(
    tmp_path: Path, store: VersionStore, encoder: FakeEncoder, text: str
) -> None:
    store.build(CATALOG, encoder)
    (tmp_path / "index" / "current").write_text(text, encoding="utf-8")
    assert store.current() is None


def test_a_second_change_at_the_same_time_is_refused(tmp_path: Path, store: VersionStore, encoder: FakeEncoder) -> None:
    other = VersionStore(tmp_path / "index")
    store.build(CATALOG, encoder)
    refused: list[str] = []

    def meanwhile(_: int) -> None:
        for change in (lambda: other.build(CATALOG, encoder), other.rollback):
            with ThreadPoolExecutor(1) as pool, pytest.raises(IndexVersionError) as caught:
                pool.submit(change).result()
            refused.append(str(caught.value))

    assert store.build(CATALOG, encoder, meanwhile)[0] == "v000002"
    assert set(refused) == {"The index is being changed by another build. Try again when it is done."}
    assert other.build(CATALOG, encoder)[0] == "v000003"


def test_a_rebuild_encodes_only_what_changed(store: VersionStore, encoder: FakeEncoder) -> None:
    done: list[list[int]] = [[], []]
    store.build(Catalog(TITLES[:8], "tests"), encoder, done[0].append)
    store.build(CATALOG, encoder, done[1].append)
    assert done == [[0, 8], [8, 2]]
