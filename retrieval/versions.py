"""Versions of the index on disk: each a folder, one of them current.

A version is written beside and renamed, and the name of the current one stands in a file that is replaced whole, so a
crash at any point leaves a version that serves.
"""

import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from data.catalog import Catalog
from retrieval.encoder import Encoder
from retrieval.errors import IndexVersionError
from retrieval.index import Index, Manifest, read_manifest
from retrieval.vector_cache import VectorCache

_KEPT = 5  # a few ways back, without filling the disk
_NAME = re.compile(r"v\d{6}")


@dataclass(frozen=True, slots=True)
class Version:
    """A version on disk; `manifest` is None where it cannot be read."""

    name: str
    manifest: Manifest | None
    current: bool


class VersionStore:
    """The versions under one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pointer = folder / "current"
        self._cache = VectorCache(folder / "vectors.sqlite")

    def current(self) -> str | None:
        """The name of the version that serves, or None where there is none yet."""
        try:
            name = self._pointer.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return None
        return name if _NAME.fullmatch(name) else None

    def versions(self) -> list[Version]:
        """All versions, the oldest first."""
        current = self.current()
        return [Version(name, self._manifest(name), name == current) for name in self._names()]

    def load(self, name: str, encoder_name: str) -> Index:
        """Read a version.

        Raises:
            IndexVersionError: it is damaged, or made by another encoder.
        """
        return Index.load(self._folder / name, encoder_name)

    def build(
        self, catalog: Catalog, encoder: Encoder, progress: Callable[[int], None] = lambda _: None
    ) -> tuple[str, Index]:
        """Build a version from a catalogue, check it, and make it the current one.

        Raises:
            IndexVersionError: another build is under way, or the new version fails its check; the old one stays.
        """
        with self._locked():
            self._remove_leavings()
            index = Index.build(catalog, encoder, self._cache, progress)
            index.check(encoder)
            name = f"v{self._last_number() + 1:06d}"
            unfinished = self._folder / f".{name}"
            unfinished.mkdir()
            index.save(unfinished, time.time())
            _flush(unfinished)
            unfinished.rename(self._folder / name)
            self._point_to(name)
            self._remove_old()
        return name, index

    def earlier(self) -> str:
        """The name of the version before the current one.

        Raises:
            IndexVersionError: there is none before.
        """
        current = self.current()
        earlier = [name for name in self._names() if current is not None and name < current]
        if not earlier:
            raise IndexVersionError("There is no earlier version of the index to go back to.")
        return earlier[-1]

    def rollback(self) -> str:
        """Make the version before the current one current, and name it.

        Raises:
            IndexVersionError: there is none before, or a build is under way.
        """
        with self._locked():
            name = self.earlier()
            self._point_to(name)
            return name

    def _names(self) -> list[str]:
        if not self._folder.is_dir():
            return []
        return sorted(path.name for path in self._folder.iterdir() if path.is_dir() and _NAME.fullmatch(path.name))

    def _last_number(self) -> int:
        names = self._names()
        return int(names[-1][1:]) if names else 0

    def _manifest(self, name: str) -> Manifest | None:
        try:
            return read_manifest(self._folder / name)
        except IndexVersionError:
            return None

    def _point_to(self, name: str) -> None:
        beside = self._folder / ".current"
        beside.write_text(name, encoding="utf-8")
        _flush(self._folder)
        beside.replace(self._pointer)

    def _remove_leavings(self) -> None:
        for path in self._folder.glob(".v*"):
            shutil.rmtree(path)

    def _remove_old(self) -> None:
        for name in self._names()[:-_KEPT]:
            shutil.rmtree(self._folder / name)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self._folder / "lock", timeout=0):
                yield
        except Timeout as error:
            raise IndexVersionError(
                "The index is being changed by another build. Try again when it is done."
            ) from error


def _flush(folder: Path) -> None:
    """Have the files of a folder on disk before the next step relies on them."""
    for path in folder.iterdir():
        if path.is_file():
            descriptor = os.open(path, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
