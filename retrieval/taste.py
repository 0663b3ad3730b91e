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
_REMEMBERED = 200  # the heaviest opinions of each kind; more change nothing and cost time
_PRIOR = 2.0  # opinions at which a person's taste has half its full weight

Scores = NDArray[np.float32]


@dataclass(frozen=True)
class Taste:
    """What a person likes and dislikes: rows of the index, the heaviest first, and their weights (0 to 1)."""

    index: Index
    liked: tuple[int, ...]
    liked_weights: Scores
    disliked: tuple[int, ...]
    disliked_weights: Scores

    @classmethod
    def of(cls, opinions: Iterable[Opinion], index: Index, now: float) -> "Taste":
        """The taste that speaks from opinions; those on titles outside the index say nothing."""
        positions = index.catalog.positions
        weighted = [(_weight(o, now), positions[o.title_id]) for o in opinions if o.title_id in positions]
        liked = sorted(((weight, row) for weight, row in weighted if weight > 0), reverse=True)[:_REMEMBERED]
        disliked = sorted(((-weight, row) for weight, row in weighted if weight < 0), reverse=True)[:_REMEMBERED]
        return cls(index, *_split(liked), *_split(disliked))

    @property
    def confidence(self) -> float:
        """How far this taste is to be trusted, 0 (nothing known) towards 1."""
        known = len(self.liked) + len(self.disliked)
        return known / (known + _PRIOR)

    def preference(self) -> Scores:
        """user_preference(u) for every title (titles,), higher is better, 0 where nothing is known."""
        pull = _nearest(self.index.likeness(self.liked) * self.liked_weights, _NEAREST)
        push = _nearest(self.index.likeness(self.disliked) * self.disliked_weights, 1)
        return np.asarray(self.confidence * (pull - _DISLIKE * push), dtype=np.float32)


def _weight(opinion: Opinion, now: float) -> float:
    """Towards 1 for what is loved, towards -1 for what is hated; halved with every half-life of age."""
    if opinion.rating is not None:
        feeling = (opinion.rating - 2.75) / 2.25
    else:
        feeling = {Verdict.LIKE: 1.0, Verdict.DISLIKE: -1.0, Verdict.SEEN: 0.0}[opinion.verdict]
    return float(feeling * 0.5 ** (max(0.0, now - opinion.time) / _HALF_LIFE))


def _split(weighted: list[tuple[float, int]]) -> tuple[tuple[int, ...], Scores]:
    weights = np.array([weight for weight, _ in weighted], dtype=np.float32)
    return tuple(row for _, row in weighted), weights


def _nearest(likeness: Vectors, count: int) -> Scores:
    """Mean likeness to the `count` nearest of the known titles: (titles, known) → (titles,)."""
    known = likeness.shape[1]
    if not known:
        return np.zeros(len(likeness), dtype=np.float32)
    count = min(count, known)
    return np.asarray(np.partition(likeness, -count, axis=1)[:, -count:].mean(axis=1), dtype=np.float32)
