"""The shelf: what serves, and how the next version takes its place."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from data.catalog import Catalog
from data.errors import CatalogError
from retrieval.errors import IndexVersionError
from retrieval.serving import Changes, Shelf
from retrieval.versions import VersionStore
from tests.conftest import TITLES, FakeEncoder

CHANGED = (
    *TITLES[:7],
    replace(TITLES[7], rating=7.5),
    replace(TITLES[0], id="tt0000011", title="A New Harbour"),
)  # without 9 and 10


def names(store: VersionStore) -> list[str]:
    return [version.name for version in store.versions()]


class TestPrepare:
    def test_where_there_is_no_version_one_is_built(self, shelf: Shelf, store: VersionStore) -> None:
        assert shelf.is_ready
        assert (shelf.serving().name, names(store)) == ("v000001", ["v000001"])
        assert shelf.serving().catalog.titles == TITLES

    def test_the_current_version_serves_with_its_own_catalogue(
        self, shelf: Shelf, store: VersionStore, encoder: FakeEncoder, catalog_file: Path
    ) -> None:
        catalog_file.unlink()
        again = Shelf(store, encoder, catalog_file)
        again.prepare()
        assert (again.serving().name, names(store)) == ("v000001", ["v000001"])
        assert again.serving().catalog.titles == TITLES

    @pytest.mark.parametrize(("is_explicit", "name", "count"), [(True, "v000002", 4), (False, "v000001", 10)])
    def test_only_a_catalogue_that_was_named_replaces_another(
        self, shelf: Shelf, store: VersionStore, encoder: FakeEncoder, tmp_path: Path,
        is_explicit: bool, name: str, count: int,
    ) -> None:  # fmt: skip
        other = tmp_path / "other.jsonl"
        Catalog(TITLES[:4]).write(other)
        second = Shelf(store, encoder, other, is_explicit)
        second.prepare()
        assert (second.serving().name, len(second.serving().catalog)) == (name, count)
        assert shelf.serving().name == "v000001"

    def test_until_it_is_prepared_nothing_serves(
        self, store: VersionStore, encoder: FakeEncoder, catalog_file: Path
    ) -> None:
        shelf = Shelf(store, encoder, catalog_file)
        assert not shelf.is_ready
        with pytest.raises(IndexVersionError, match="still being prepared"):
            shelf.serving(timeout=0)

    def test_whoever_waits_is_served_as_soon_as_it_is_ready(
        self, store: VersionStore, encoder: FakeEncoder, catalog_file: Path
    ) -> None:
        shelf = Shelf(store, encoder, catalog_file)
        with ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(shelf.serving, 30)
            shelf.prepare()
            assert waiting.result(30).name == "v000001"

    def test_a_failure_is_told_to_whoever_waits(
        self, store: VersionStore, encoder: FakeEncoder, tmp_path: Path
    ) -> None:
        shelf = Shelf(store, encoder, tmp_path / "missing.jsonl")
        with pytest.raises(CatalogError, match="no catalogue"):
            shelf.prepare()
        with pytest.raises(IndexVersionError, match="no catalogue"):
            shelf.serving()

    def test_a_reload_mends_a_failure(self, store: VersionStore, encoder: FakeEncoder, tmp_path: Path) -> None:
        path = tmp_path / "later.jsonl"
        shelf = Shelf(store, encoder, path)
        with pytest.raises(CatalogError):
            shelf.prepare()
        Catalog(TITLES[:3]).write(path)
        assert shelf.reload() == Changes(added=3, changed=0, removed=0)
        assert len(shelf.serving().catalog) == 3


class TestReload:
    def test_what_changed_is_counted_and_serves(self, shelf: Shelf, catalog_file: Path) -> None:
        before = shelf.serving()
        Catalog(CHANGED).write(catalog_file)
        assert shelf.reload() == Changes(added=1, changed=1, removed=2)
        serving = shelf.serving()
        assert (serving.name, serving.catalog.titles) == ("v000002", CHANGED)
        assert [title.id for title in serving.mentions.named("a new harbour")] == ["tt0000011"]
        assert before.catalog.titles == TITLES  # a turn that began before goes on with what it has

    def test_without_a_change_nothing_is_built(self, shelf: Shelf, store: VersionStore, catalog_file: Path) -> None:
        before = shelf.serving()
        Catalog(TITLES[::-1]).write(catalog_file)
        changes = shelf.reload()
        assert not changes
        assert (changes, names(store)) == (Changes(0, 0, 0), ["v000001"])
        assert shelf.serving() is before

    @pytest.mark.parametrize("text", ["", "not JSON", json.dumps({"id": "tt1", "title": "No overview"})])
    def test_a_broken_catalogue_leaves_the_old_version(
        self, shelf: Shelf, store: VersionStore, catalog_file: Path, text: str
    ) -> None:
        before = shelf.serving()
        catalog_file.write_text(text, encoding="utf-8")
        with pytest.raises(CatalogError):
            shelf.reload()
        assert (shelf.serving(), names(store), store.current()) == (before, ["v000001"], "v000001")
        Catalog(CHANGED).write(catalog_file)
        assert shelf.reload()

    def test_a_second_reload_at_the_same_time_is_refused(self, shelf: Shelf, catalog_file: Path) -> None:
        Catalog(CHANGED).write(catalog_file)
        refused: list[str] = []

        def meanwhile(_: int) -> None:
            with pytest.raises(IndexVersionError) as caught:
                shelf.reload()
            refused.append(str(caught.value))

        assert shelf.reload(meanwhile)
        assert set(refused) == {"Another reload is under way. Try again when it is done."}
        assert not shelf.reload()


class TestRollback:
    def test_the_version_before_serves_again(self, shelf: Shelf, store: VersionStore, catalog_file: Path) -> None:
        Catalog(CHANGED).write(catalog_file)
        shelf.reload()
        assert shelf.rollback().name == "v000001"
        assert (shelf.serving().catalog.titles, store.current()) == (TITLES, "v000001")

    def test_a_reload_after_it_builds_anew(self, shelf: Shelf, catalog_file: Path) -> None:
        Catalog(CHANGED).write(catalog_file)
        shelf.reload()
        shelf.rollback()
        assert shelf.reload() == Changes(added=1, changed=1, removed=2)
        assert shelf.serving().name == "v000003"

    def test_without_an_earlier_version_the_one_that_serves_goes_on(self, shelf: Shelf) -> None:
        before = shelf.serving()
        with pytest.raises(IndexVersionError, match="no earlier version"):
            shelf.rollback()
        assert shelf.serving() is before

    def test_a_version_that_cannot_be_loaded_does_not_become_current(
        self, shelf: Shelf, store: VersionStore, catalog_file: Path, tmp_path: Path
    ) -> None:
        Catalog(CHANGED).write(catalog_file)
        shelf.reload()
        (tmp_path / "index" / "v000001" / "index.faiss").write_bytes(b"damaged")
        before = shelf.serving()
        with pytest.raises(IndexVersionError, match="not as it was written"):
            shelf.rollback()
        assert (shelf.serving(), store.current()) == (before, "v000002")


class TestFollow:
    @pytest.fixture
    def elsewhere(self, tmp_path: Path) -> VersionStore:
        """The same folder, as another process sees it."""
        return VersionStore(tmp_path / "index")

    def test_a_build_elsewhere_is_taken_into_use(self, shelf: Shelf, elsewhere: VersionStore) -> None:
        elsewhere.build(Catalog(CHANGED, "elsewhere"), FakeEncoder())
        assert shelf.serving().name == "v000001"
        shelf.follow()
        assert (shelf.serving().name, shelf.serving().catalog.titles) == ("v000002", CHANGED)

    def test_a_rollback_elsewhere_is_followed(self, shelf: Shelf, elsewhere: VersionStore, catalog_file: Path) -> None:
        Catalog(CHANGED).write(catalog_file)
        shelf.reload()
        elsewhere.rollback()
        shelf.follow()
        assert shelf.serving().catalog.titles == TITLES

    def test_where_nothing_happened_nothing_is_loaded(self, shelf: Shelf) -> None:
        before = shelf.serving()
        shelf.follow()
        assert shelf.serving() is before

    def test_a_version_that_cannot_serve_is_not_taken(
        self, shelf: Shelf, elsewhere: VersionStore, tmp_path: Path
    ) -> None:
        before = shelf.serving()
        elsewhere.build(Catalog(CHANGED, "elsewhere"), FakeEncoder())
        (tmp_path / "index" / "v000002" / "catalog.jsonl").unlink()
        with pytest.raises(IndexVersionError, match="v000002"):
            shelf.follow()
        assert shelf.serving() is before

    def test_the_watch_notices_by_itself(
        self, shelf: Shelf, elsewhere: VersionStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("retrieval.serving._LOOK_AGAIN", 0.01)
        shelf.watch()
        elsewhere.build(Catalog(CHANGED, "elsewhere"), FakeEncoder())
        pause = threading.Event()
        for _ in range(500):
            if shelf.serving().name == "v000002":
                break
            pause.wait(0.01)
        assert shelf.serving().name == "v000002"


def test_changes_against_nothing_are_all_new() -> None:
    assert Changes.between(None, Catalog(TITLES)) == Changes(added=10, changed=0, removed=0)
