"""The version that serves: loaded, watched and swapped while people talk."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data.catalog import Catalog
from data.errors import CatalogError
from retrieval.encoder import Encoder
from retrieval.errors import IndexVersionError, RetrievalError
from retrieval.index import Index
from retrieval.mentions import Mentions
from retrieval.recommender import Recommender
from retrieval.versions import VersionStore

_log = logging.getLogger(__name__)

_LOOK_AGAIN = 1.0  # seconds between two looks at which version is current


@dataclass(frozen=True)
class Serving:
    """Everything that answers from one version. A turn takes it once and keeps it, whatever is swapped meanwhile."""

    name: str
    index: Index
    mentions: Mentions
    recommender: Recommender

    @property
    def catalog(self) -> Catalog:
        """The version's own copy of the catalogue."""
        return self.index.catalog

    @classmethod
    def of(cls, name: str, index: Index, encoder: Encoder) -> "Serving":
        """Prepare a version to serve."""
        return cls(name, index, Mentions(index.catalog), Recommender(index, encoder))


@dataclass(frozen=True, slots=True)
class Changes:
    """What a new version changed, in titles."""

    added: int
    changed: int
    removed: int

    @classmethod
    def between(cls, old: Catalog | None, new: Catalog) -> "Changes":
        """Compare two catalogues."""
        if old is None:
            return cls(len(new), 0, 0)
        kept = [title for title in new if title.id in old]
        changed = sum(title != old[title.id] for title in kept)
        return cls(len(new) - len(kept), changed, len(old) - len(kept))

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


class Shelf:
    """Holds the serving version, and brings the next one in its place.

    Args:
        store: the versions on disk.
        encoder: encodes requests, and titles where a version is built.
        catalog: the catalogue that the next build reads.
        is_explicit: the catalogue was named, so that a version built from another one is not to serve.
    """

    def __init__(self, store: VersionStore, encoder: Encoder, catalog: Path, is_explicit: bool = False) -> None:
        self._store = store
        self._encoder = encoder
        self._catalog = catalog
        self._is_explicit = is_explicit
        self._serving: Serving | None = None
        self._failure: Exception | None = None
        self._settled = threading.Event()
        self._changing = threading.Lock()

    @property
    def encoder_name(self) -> str:
        """What the vectors are made with."""
        return self._encoder.name

    @property
    def is_ready(self) -> bool:
        """Whether a version serves."""
        return self._serving is not None

    def serving(self, timeout: float | None = None) -> Serving:
        """The version that serves; waits for the first one.

        Raises:
            RetrievalError: there is none within the timeout, or none could be prepared.
        """
        self._settled.wait(timeout)
        if self._serving is None:
            raise IndexVersionError(str(self._failure or "The index is still being prepared."))
        return self._serving

    def prepare(self, progress: Callable[[int], None] = lambda _: None) -> None:
        """Load the current version; build one where there is none, or where another catalogue is named.

        Raises:
            CatalogError, RetrievalError: neither is possible.
        """
        try:
            with self._changing:
                self._serving = self._prepared(progress)
        except (CatalogError, RetrievalError) as error:
            self._failure = error
            raise
        finally:
            self._settled.set()

    def reload(self, progress: Callable[[int], None] = lambda _: None) -> Changes:
        """Read the catalogue again and serve from a version built of it; without changes nothing is built.

        Raises:
            CatalogError: the catalogue cannot be used; the old version goes on serving.
            RetrievalError: the version cannot be built, or another change is under way.
        """
        if not self._changing.acquire(blocking=False):
            raise IndexVersionError("Another reload is under way. Try again when it is done.")
        try:
            catalog = Catalog.read(self._catalog)
            changes = Changes.between(self._serving.catalog if self._serving else None, catalog)
            if changes or self._serving is None or self._serving.catalog.source != catalog.source:
                name, index = self._store.build(catalog, self._encoder, progress)
                self._serving = Serving.of(name, index, self._encoder)
                self._settled.set()
            return changes
        finally:
            self._changing.release()

    def rollback(self) -> Serving:
        """Go back one version.

        Raises:
            RetrievalError: there is none, or it cannot be loaded; the one that serves goes on.
        """
        with self._changing:
            serving = self._loaded(self._store.earlier())  # first: what cannot be loaded must not become current
            self._store.rollback()
            self._serving = serving
            return serving

    def watch(self) -> None:
        """Follow the current version from now on, in the background: a build or rollback elsewhere reaches this one."""
        threading.Thread(target=self._watch, name="index watch", daemon=True).start()

    def follow(self) -> None:
        """Load the current version where it is not the one that serves."""
        with self._changing:
            current = self._store.current()
            if current is not None and self._serving is not None and current != self._serving.name:
                self._serving = self._loaded(current)

    def _watch(self) -> None:
        failed: str | None = None
        pause = threading.Event()
        while True:
            pause.wait(_LOOK_AGAIN)
            try:
                self.follow()
            except RetrievalError as error:
                if str(error) != failed:
                    failed = str(error)
                    _log.warning("The current version of the index is not taken into use: %s", error)

    def _prepared(self, progress: Callable[[int], None]) -> Serving:
        current = self._store.current()
        if current is not None:
            serving = self._loaded(current)
            if not self._is_explicit or serving.catalog.source == str(self._catalog):
                return serving
        name, index = self._store.build(Catalog.read(self._catalog), self._encoder, progress)
        return Serving.of(name, index, self._encoder)

    def _loaded(self, name: str) -> Serving:
        return Serving.of(name, self._store.load(name, self._encoder.name), self._encoder)
