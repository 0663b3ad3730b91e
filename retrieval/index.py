"""The index: every title as a vector, searched by inner product, with the catalogue that it serves with."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from data.catalog import Catalog
from data.errors import CatalogError
from data.title import Title
from retrieval.encoder import Encoder, Vectors
from retrieval.errors import IndexVersionError
from retrieval.features import Features
from retrieval.glossing import Glosser
from retrieval.lexical import Lexical
from retrieval.vector_cache import VectorCache

_MANIFEST = "manifest.json"
_VECTORS = "index.faiss"
_CATALOG = "catalog.jsonl"
_REBUILD = "Build a new version with: usher index build"

# The share of features in how alike two titles are. Judged by eye on eight well-known titles: by text alone the
# neighbours of Inception began with Psycho.
_FEATURES = 0.5

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a version is made of.

    Args:
        encoder, dimension: what made the vectors, and their length.
        count: titles.
        source: the catalogue it was built from.
        created: unix seconds.
        hashes: file name → SHA-256.
    """

    encoder: str
    dimension: int
    count: int
    source: str
    created: float
    hashes: dict[str, str]


class Index:
    """Titles and their vectors; row i of the one is row i of the other."""

    def __init__(self, catalog: Catalog, vectors: Vectors, encoder_name: str) -> None:
        self.catalog = catalog
        self.encoder_name = encoder_name
        self._faiss: Any = faiss.IndexFlatIP(vectors.shape[1])
        self._faiss.add(vectors)

    @classmethod
    def build(
        cls, catalog: Catalog, encoder: Encoder, cache: VectorCache, progress: Callable[[int], None] = lambda _: None
    ) -> "Index":
        """Encode every title that the cache does not know, and index them all."""
        texts = [description(title) for title in catalog]
        return cls(catalog, cache.encode(encoder, texts, progress), encoder.name)

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._faiss.d)

    @cached_property
    def features(self) -> Features:
        """Content features of the titles."""
        return Features(self.catalog)

    @cached_property
    def lexical(self) -> Lexical:
        """The words of the titles, read from the catalogue in memory: 3 s for 58,000 of them."""
        return Lexical.of(self.catalog, Glosser.load())

    @cached_property
    def vectors(self) -> Vectors:
        """All vectors (titles, dimension): a view of what FAISS holds, not to be written to."""
        flat = faiss.rev_swig_ptr(self._faiss.get_xb(), self._faiss.ntotal * self.dimension)
        return np.asarray(flat, dtype=np.float32).reshape(self._faiss.ntotal, self.dimension)

    def likeness(self, anchors: Sequence[int], rows: Sequence[int] | None = None) -> Vectors:
        """How alike titles (all, or some rows) are to each anchor row, by text and by features.

        Returns:
            (titles, anchors), in [-1, 1].
        """
        titles = self.vectors if rows is None else self.vectors[list(rows)]
        text = titles @ self.vectors[list(anchors)].T
        return (1 - _FEATURES) * text + _FEATURES * self.features.similarity(anchors, rows)

    def search(self, query: Vectors, allowed: Mask, k: int) -> NDArray[np.int64]:
        """Rows of the k allowed titles nearest to a query vector (dimension,), the nearest first."""
        # FAISS's Python layer takes arrays and keywords that its stubs know nothing of.
        fa: Any = faiss
        selector = fa.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
        found = self._faiss.search(query[None, :], min(k, len(self.catalog)), params=fa.SearchParameters(sel=selector))
        rows: NDArray[np.int64] = found[1][0]
        return rows[rows >= 0]

    def save(self, folder: Path, created: float) -> Manifest:
        """Write vectors, catalogue and manifest into an empty folder."""
        faiss.write_index(self._faiss, str(folder / _VECTORS))
        self.catalog.write(folder / _CATALOG)
        hashes = {name: _sha256(folder / name) for name in (_VECTORS, _CATALOG)}
        manifest = Manifest(self.encoder_name, self.dimension, len(self.catalog), self.catalog.source, created, hashes)
        (folder / _MANIFEST).write_text(json.dumps(asdict(manifest), indent=2), encoding="utf-8")
        return manifest

    @classmethod
    def load(cls, folder: Path, encoder_name: str) -> "Index":
        """Read a version.

        Raises:
            IndexVersionError: a file is missing or altered, they do not fit together, or another encoder made it.
        """
        manifest = read_manifest(folder)
        if manifest.encoder != encoder_name:
            raise IndexVersionError(
                f"Index version {folder.name} was made by the encoder {manifest.encoder!r}, and {encoder_name!r} is "
                f"set. {_REBUILD}, or set USHER_ENCODER back."
            )
        try:
            for name, expected in manifest.hashes.items():
                if _sha256(folder / name) != expected:
                    raise IndexVersionError(f"{folder / name} is not as it was written. {_REBUILD}")
            catalog = Catalog.read(folder / _CATALOG)
            stored = faiss.read_index(str(folder / _VECTORS))
        except (OSError, RuntimeError, CatalogError) as error:
            raise IndexVersionError(f"Index version {folder.name} cannot be read: {error} {_REBUILD}") from error
        if not stored.ntotal == len(catalog) == manifest.count or stored.d != manifest.dimension:
            raise IndexVersionError(f"The files of index version {folder.name} do not fit together. {_REBUILD}")
        index = cls.__new__(cls)
        index.catalog = Catalog(catalog.titles, manifest.source)
        index.encoder_name = manifest.encoder
        index._faiss = stored
        return index

    def check(self, encoder: Encoder) -> None:
        """Answer a known query: a title's own description must find the title.

        Raises:
            IndexVersionError: it does not, or the encoder's vectors have another length.
        """
        if encoder.dimension != self.dimension:
            raise IndexVersionError(
                f"The encoder makes {encoder.dimension} numbers a text, the index {self.dimension}."
            )
        title = self.catalog.titles[len(self.catalog) // 2]
        query = encoder.encode([description(title)])[0]
        rows = self.search(query, np.ones(len(self.catalog), dtype=np.bool_), 5)
        if self.catalog.positions[title.id] not in rows and float(query @ self.vectors[rows[0]]) < 0.99:
            raise IndexVersionError(f"The new index does not find {title.title!r} by its own description.")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a version.

    Raises:
        IndexVersionError: it is missing or cannot be read.
    """
    try:
        return Manifest(**json.loads((folder / _MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise IndexVersionError(f"Index version {folder.name} has no readable manifest. {_REBUILD}") from error


def description(title: Title) -> str:
    """What the encoder reads of a title: name, kind of story, its elements and overview, in each language there is.

    With the elements beside the overview, 15 of 15 English plot descriptions found their title first among 236;
    with the overview alone 9, with name and keywords but no elements 12.
    """
    english = [title.title, ", ".join((*title.genres, *title.keywords)), "; ".join(title.elements), title.overview]
    chinese = [title.title_zh, "；".join(title.elements_zh), title.overview_zh]
    return "\n".join(part for part in (*english, *chinese) if part)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
