"""P(u, v) = f(similarity(u, v), user_preference(u)): which titles to recommend.

Candidates come from the index, what is ruled out is ruled out there, and the few hundred best are scored exactly.
"""

import math
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.history import Opinion
from data.title import Title
from retrieval.encoder import Encoder, Vectors, normalised
from retrieval.index import Index, Mask
from retrieval.reasons import Reason, reason
from retrieval.request import Request, Sort
from retrieval.taste import Scores, Taste

_CANDIDATES = 300
_PREFERENCE = 0.35  # of a taste fully trusted, beside a request's similarity of 1
_QUALITY = 0.06  # enough to settle ties, too little to lift what does not fit
_NOT_WANTED = 0.5  # what must not be meant, against what is meant
_LAMBDA = 0.8  # of MMR: relevance against novelty
_INTERESTS = 8  # liked titles that bring candidates of their own where nothing is asked for

_SORTS: dict[Sort, tuple[str, int]] = {
    Sort.RATING: ("rating", -1),
    Sort.POPULAR: ("votes", -1),
    Sort.NEWEST: ("year", -1),
    Sort.OLDEST: ("year", 1),
    Sort.SHORTEST: ("minutes", 1),
    Sort.LONGEST: ("minutes", -1),
}


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A title, its score (higher is better, in [-1, 1]) and why it is there."""

    title: Title
    score: float
    reason: Reason


class Recommender:
    """Recommends from one version of the index."""

    def __init__(self, index: Index, encoder: Encoder, clock: Callable[[], float] = time.time) -> None:
        self._index = index
        self._encoder = encoder
        self._clock = clock
        self._quality = np.array([_quality(title) for title in index.catalog], dtype=np.float32)

    def recommend(
        self, request: Request, opinions: Sequence[Opinion] = (), exclude: Iterable[str] = (), k: int = 5
    ) -> tuple[Recommendation, ...]:
        """The best k titles for a request, the best first; fewer where fewer are left.

        Args:
            request: what is asked for; an empty one asks for what the person likes.
            opinions: the person's history; no title in it comes back.
            exclude: ids that must not come back either, such as those shown before.
            k: how many.
        """
        taste = Taste.of(opinions, self._index, self._clock())
        ruled_out = {*exclude, *request.like, *request.unlike, *(opinion.title_id for opinion in opinions)}
        allowed = self._allowed(request, ruled_out)
        similarity = _Similarity.of(request, self._index, self._encoder)
        rows = self._candidates(similarity, taste, allowed)
        if not len(rows):
            return ()
        vectors = self._index.vectors[rows]
        preference = taste.preference(vectors)
        if similarity.wanted is None:
            scores = preference + _QUALITY * self._quality[rows]
        else:
            scores = similarity.score(vectors) + _PREFERENCE * preference + _QUALITY * self._quality[rows]
        chosen = self._order(request, rows, vectors, scores, k)
        anchors = [self._index.catalog[title_id] for title_id in request.like if title_id in self._index.catalog]
        if not request:
            anchors = [self._index.catalog[title_id] for title_id in taste.liked]
        return tuple(self._recommendation(rows[i], scores[i], anchors) for i in chosen)

    def _allowed(self, request: Request, ruled_out: Collection[str]) -> Mask:
        """Which titles may be recommended at all (titles,)."""
        if request.filters:
            allowed = np.fromiter((request.filters.admits(title) for title in self._index.catalog), dtype=np.bool_)
        else:
            allowed = np.ones(len(self._index.catalog), dtype=np.bool_)
        positions = self._index.catalog.positions
        allowed[[positions[title_id] for title_id in ruled_out if title_id in positions]] = False
        return allowed

    def _candidates(self, similarity: "_Similarity", taste: Taste, allowed: Mask) -> NDArray[np.int64]:
        """Rows worth scoring."""
        if similarity.wanted is not None:
            return self._index.search(similarity.wanted, allowed, _CANDIDATES)
        best = np.flatnonzero(allowed)
        found = [best[np.argsort(-self._quality[best], kind="stable")[:_CANDIDATES]]]
        found += [self._index.search(liked, allowed, _CANDIDATES) for liked in taste.liked_vectors[:_INTERESTS]]
        return np.unique(np.concatenate(found))

    def _order(self, request: Request, rows: NDArray[np.int64], vectors: Vectors, scores: Scores, k: int) -> list[int]:
        if request.sort is None:
            return mmr(vectors, scores, k)
        best = np.argsort(-scores)[: max(k, 50)] if request.about or request.like else np.arange(len(rows))
        column, sign = _SORTS[request.sort]
        values = {int(i): getattr(self._index.catalog.titles[rows[i]], column) for i in best}
        known = [i for i, value in values.items() if value is not None]
        return sorted(known, key=lambda i: sign * values[i])[:k]

    def _recommendation(self, row: int, score: float, anchors: Sequence[Title]) -> Recommendation:
        title = self._index.catalog.titles[row]
        nearest = sorted(anchors, key=lambda other: -self._likeness(title, other))
        return Recommendation(title, round(max(-1.0, min(1.0, float(score))), 4), reason(title, nearest))

    def _likeness(self, title: Title, other: Title) -> float:
        positions = self._index.catalog.positions
        return float(self._index.vectors[positions[title.id]] @ self._index.vectors[positions[other.id]])


@dataclass(frozen=True)
class _Similarity:
    """What a request means, as vectors.

    Args:
        wanted: one vector to find candidates with; None where the request names nothing to be near to.
        like, about: (some, dimension).
        unwanted: (some, dimension).
    """

    wanted: Vectors | None
    like: Vectors
    about: Vectors
    unwanted: Vectors

    @classmethod
    def of(cls, request: Request, index: Index, encoder: Encoder) -> "_Similarity":
        texts = [text for text in (request.about, request.not_about) if text]
        encoded = encoder.encode(texts) if texts else np.zeros((0, index.dimension), dtype=np.float32)
        about, not_about = np.split(encoded, [1 if request.about else 0])
        like, unlike = (index.vectors[_known(ids, index)] for ids in (request.like, request.unlike))
        unwanted = np.concatenate([unlike, not_about])
        total = like.mean(axis=0) if len(like) else np.zeros(index.dimension, dtype=np.float32)
        total = total + about.sum(axis=0) - _NOT_WANTED * unwanted.sum(axis=0)
        wanted = normalised(total) if len(like) or len(about) else None
        return cls(wanted, like, about, unwanted)

    def score(self, vectors: Vectors) -> Scores:
        """similarity(u, v) for titles (titles, dimension) → (titles,).

        Near to two named titles means near to both: the mean of the two is drawn half-way to the lesser.
        """
        parts = []
        if len(self.like):
            near = vectors @ self.like.T
            parts.append((near.mean(axis=1) + near.min(axis=1)) / 2)
        if len(self.about):
            parts.append((vectors @ self.about.T).mean(axis=1))
        score = np.mean(parts, axis=0)
        if len(self.unwanted):
            score = score - _NOT_WANTED * (vectors @ self.unwanted.T).max(axis=1)
        return np.asarray(score, dtype=np.float32)


def mmr(vectors: Vectors, scores: Scores, k: int, trade_off: float = _LAMBDA) -> list[int]:
    """Maximal marginal relevance (Carbonell and Goldstein, 1998): rows of k titles that are good and not alike.

    Args:
        vectors: (titles, dimension), of length 1.
        scores: (titles,), higher is better.
        k: how many are chosen.
        trade_off: 1 is relevance alone, 0 is novelty alone.
    """
    chosen: list[int] = []
    nearest = np.zeros(len(scores), dtype=np.float32)
    left = np.ones(len(scores), dtype=np.bool_)
    while len(chosen) < min(k, len(scores)):
        gain = np.where(left, trade_off * scores - (1 - trade_off) * nearest, -np.inf)
        best = int(np.argmax(gain))
        chosen.append(best)
        left[best] = False
        nearest = np.maximum(nearest, vectors @ vectors[best])
    return chosen


def _known(ids: Iterable[str], index: Index) -> list[int]:
    return [index.catalog.positions[title_id] for title_id in ids if title_id in index.catalog]


def _quality(title: Title) -> float:
    """0 to 1: how well loved and well known, so that obscure noise wins no ties; a middling 0.3 where unknown."""
    if title.rating is None or not title.votes:
        return 0.3
    known = min(1.0, math.log10(title.votes + 1) / 6.5)
    return known * max(0.0, min(1.0, (title.rating - 4) / 5))
