"""A person's history → a preference over titles."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.history import Opinion, Verdict
from retrieval.encoder import Vectors
from retrieval.index import Index

_HALF_LIFE = 180 * 86_400  # seconds after which an opinion weighs half; tastes change in months, not days
_NEAREST = 3  # a title is judged by the liked ones nearest to it, so that several interests stay apart
_DISLIKE = 0.6  # a dislike pushes less than a like pulls: it may be about this one title only
_PRIOR = 2.0  # opinions at which a person's taste has half its full weight

Scores = NDArray[np.float32]


@dataclass(frozen=True)
class Taste:
    """What a person likes and dislikes, as vectors and their weights (0 to 1).

    Args:
        liked, disliked: ids, the heaviest first.
        liked_vectors, disliked_vectors: (ids, dimension), scaled by their weights.
    """

    liked: tuple[str, ...]
    disliked: tuple[str, ...]
    liked_vectors: Vectors
    disliked_vectors: Vectors

    @classmethod
    def of(cls, opinions: Iterable[Opinion], index: Index, now: float) -> "Taste":
        """The taste that speaks from opinions; those on titles outside the index say nothing."""
        weighted = [
            (opinion.title_id, _weight(opinion, now)) for opinion in opinions if opinion.title_id in index.catalog
        ]
        liked = sorted(((w, i) for i, w in weighted if w > 0), reverse=True)
        disliked = sorted(((-w, i) for i, w in weighted if w < 0), reverse=True)
        return cls(
            tuple(i for _, i in liked), tuple(i for _, i in disliked), _vectors(liked, index), _vectors(disliked, index)
        )

    @property
    def confidence(self) -> float:
        """How far this taste is to be trusted, 0 (nothing known) towards 1."""
        known = len(self.liked) + len(self.disliked)
        return known / (known + _PRIOR)

    def preference(self, vectors: Vectors) -> Scores:
        """user_preference(u) for titles (titles, dimension) → (titles,), higher is better, 0 where nothing is known."""
        pull = _nearest(vectors, self.liked_vectors, _NEAREST)
        push = _nearest(vectors, self.disliked_vectors, 1)
        return np.asarray(self.confidence * (pull - _DISLIKE * push), dtype=np.float32)


def _weight(opinion: Opinion, now: float) -> float:
    """Towards 1 for what is loved, towards -1 for what is hated; halved with every half-life of age."""
    if opinion.rating is not None:
        feeling = (opinion.rating - 2.75) / 2.25
    else:
        feeling = {Verdict.LIKE: 1.0, Verdict.DISLIKE: -1.0, Verdict.SEEN: 0.0}[opinion.verdict]
    return float(feeling * 0.5 ** (max(0.0, now - opinion.time) / _HALF_LIFE))


def _vectors(weighted: list[tuple[float, str]], index: Index) -> Vectors:
    rows = [index.catalog.positions[title_id] for _, title_id in weighted]
    weights = np.array([weight for weight, _ in weighted], dtype=np.float32)
    return index.vectors[rows] * weights[:, None]


def _nearest(vectors: Vectors, known: Vectors, count: int) -> Scores:
    """Mean similarity to the `count` nearest known vectors."""
    if not len(known):
        return np.zeros(len(vectors), dtype=np.float32)
    similarity = vectors @ known.T
    count = min(count, len(known))
    return np.asarray(np.partition(similarity, -count, axis=1)[:, -count:].mean(axis=1), dtype=np.float32)
