"""Vectors of texts that were encoded before, by the hash of encoder and text."""

import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from retrieval.encoder import Encoder, Vectors

_CHUNK = 256  # texts encoded between two commits: what a build that is cut short loses at most
_ASKED_AT_ONCE = 500  # below the number of parameters that any SQLite takes


class VectorCache:
    """A file that remembers vectors, so that a rebuild encodes only what changed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def encode(
        self, encoder: Encoder, texts: Sequence[str], progress: Callable[[int], None] = lambda _: None
    ) -> Vectors:
        """Vectors of all texts (texts, dimension): from the file where they are known, else from the encoder.

        Args:
            encoder: what the vectors are made with.
            texts: in any order; texts of like length are encoded together.
            progress: told how many more are done, as they are.
        """
        keys = [_key(encoder.name, text) for text in texts]
        with closing(self._open()) as connection:
            known = self._read(connection, keys)
            progress(sum(key in known for key in keys))
            missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
            for chunk in _chunks(sorted(missing, key=lambda key: len(missing[key])), _CHUNK):
                vectors = encoder.encode([missing[key] for key in chunk])
                fresh = dict(zip(chunk, vectors, strict=True))
                rows = [(key, vector.tobytes()) for key, vector in fresh.items()]
                with connection:
                    connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
                known |= fresh
                progress(len(chunk))
        return np.stack([known[key] for key in keys])

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._path, timeout=30)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID")
        return connection

    @staticmethod
    def _read(connection: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        known: dict[bytes, Vectors] = {}
        for chunk in _chunks(keys, _ASKED_AT_ONCE):
            marks = ",".join("?" * len(chunk))
            rows = connection.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", chunk)  # noqa: S608
            known |= {key: np.frombuffer(vector, dtype=np.float32) for key, vector in rows}
        return known


def _key(encoder: str, text: str) -> bytes:
    return hashlib.blake2b(f"{encoder}\0{text}".encode(), digest_size=16).digest()


def _chunks(items: Sequence[bytes], size: int) -> list[Sequence[bytes]]:
    return [items[start : start + size] for start in range(0, len(items), size)]
