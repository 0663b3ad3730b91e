"""P(u, v) = f(similarity(u, v), user_preference(u)): which titles to recommend.

What is ruled out is ruled out before anything is ranked, so that no list is emptied afterwards.
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
from retrieval.lexical import Lexical
from retrieval.moods import keywords_meant
from retrieval.reasons import Asked, Reason, reason
from retrieval.request import Request, Sort
from retrieval.taste import Scores, Taste

_CANDIDATES = 300
# Of a taste fully trusted, beside a request: cosines of a description differ by 0.1 between titles, those of a taste
# by 0.3, and at 0.35 a taste of two titles already pushed the title that was described from the first place.
_PREFERENCE = 0.15
_QUALITY = 0.06  # enough to settle ties, too little to lift what does not fit
_ABOUT = 0.4  # of the free text, beside the titles named: "like Inception but warmer" is first of all like Inception
# Of words shared, beside what a text means. On 100 plots among 58,000 titles, 0.7 found 71 in English and 69 in
# Chinese among the first ten; 0.3 found 67 and 66, 1 found 71 and 70.
_LEXICAL = 0.7
_THEMES = 0.15  # of the keywords that a request means, beside its text
_NOT_WANTED = 0.3  # what must not be meant, against what is meant
_LAMBDA = 0.8  # of MMR: relevance against novelty
_SORTED = 50  # the best of what was asked for, which an order by year or rating then sorts

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
        self._features = index.features  # built here, as the words are, so that no turn waits for them
        self._words = index.lexical
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
        preference = taste.preference() if taste.confidence else np.zeros(len(allowed), dtype=np.float32)
        asked = _asked(request)
        similarity = _Similarity.of(request, asked, self._index, self._encoder, self._words)
        if similarity is None:
            scores = preference + _QUALITY * self._quality
        else:
            scores = similarity.score() + _PREFERENCE * preference + _QUALITY * self._quality
        rows = self._candidates(similarity, scores, allowed)
        chosen = self._order(request, rows, scores[rows], k)
        anchors = taste.liked if similarity is None else similarity.like
        return tuple(self._recommendation(int(rows[i]), float(scores[rows[i]]), anchors, asked) for i in chosen)

    def reason_for(self, title: Title, request: Request, opinions: Sequence[Opinion] = ()) -> Reason:
        """Why a title fits a request, or else a person's taste."""
        asked = _asked(request)
        anchors = _rows((*request.like,), self._index) or Taste.of(opinions, self._index, self._clock()).liked
        return self._reason(self._index.catalog.positions[title.id], anchors, asked)

    def _allowed(self, request: Request, ruled_out: Collection[str]) -> Mask:
        """Which titles may be recommended at all (titles,)."""
        if request.filters:
            allowed = np.fromiter((request.filters.admits(title) for title in self._index.catalog), dtype=np.bool_)
        else:
            allowed = np.ones(len(self._index.catalog), dtype=np.bool_)
        positions = self._index.catalog.positions
        allowed[[positions[title_id] for title_id in ruled_out if title_id in positions]] = False
        return allowed

    def _candidates(self, similarity: "_Similarity | None", scores: Scores, allowed: Mask) -> NDArray[np.int64]:
        """Rows worth ordering: the nearest to what was asked for, and those of the highest score."""
        best = np.flatnonzero(allowed)
        best = best[np.argsort(-scores[best], kind="stable")[:_CANDIDATES]]
        if similarity is None or not similarity.wanted.any():
            return best
        return np.union1d(best, self._index.search(similarity.wanted, allowed, _CANDIDATES))

    def _order(self, request: Request, rows: NDArray[np.int64], scores: Scores, k: int) -> list[int]:
        if request.sort is None:
            return mmr(self._index.vectors[rows], scores, k)
        column, sign = _SORTS[request.sort]
        best = [int(i) for i in np.argsort(-scores)[:_SORTED] if scores[i] > -np.inf]
        values = {i: getattr(self._index.catalog.titles[rows[i]], column) for i in best}
        return sorted((i for i in best if values[i] is not None), key=lambda i: sign * values[i])[:k]

    def _recommendation(self, row: int, score: float, anchors: Sequence[int], asked: Asked) -> Recommendation:
        why = self._reason(row, anchors, asked)
        return Recommendation(self._index.catalog.titles[row], round(max(-1.0, min(1.0, score)), 4), why)

    def _reason(self, row: int, anchors: Sequence[int], asked: Asked) -> Reason:
        anchors = [anchor for anchor in anchors if anchor != row]
        likeness = self._index.likeness(anchors, [row])[0]
        nearest = [self._index.catalog.titles[anchors[i]] for i in np.argsort(-likeness)]
        return reason(self._index.catalog.titles[row], nearest, self._features, asked)


def _asked(request: Request) -> Asked:
    """What a request names and means by its words."""
    keywords = keywords_meant(request.about) | set(request.filters.keywords)
    return Asked(request.filters.people, frozenset(keywords), keywords_meant(request.not_about))


@dataclass(frozen=True)
class _Similarity:
    """What a request means.

    Args:
        index: that it is compared with.
        like, unlike: rows of the titles named.
        about, not_about: (0 or 1, dimension).
        words: how far each title shares the words of `about` (titles,).
        asked: what the texts mean by their words for moods and themes.
    """

    index: Index
    like: tuple[int, ...]
    unlike: tuple[int, ...]
    about: Vectors
    not_about: Vectors
    words: Scores
    asked: Asked

    @classmethod
    def of(cls, request: Request, asked: Asked, index: Index, encoder: Encoder, words: Lexical) -> "_Similarity | None":
        """None where a request names nothing to be near to or far from."""
        like, unlike = (_rows(ids, index) for ids in (request.like, request.unlike))
        texts = [text for text in (request.about, request.not_about) if text]
        if not (like or unlike or texts):
            return None
        encoded = encoder.encode(texts) if texts else np.zeros((0, index.dimension), dtype=np.float32)
        about, not_about = np.split(encoded, [1 if request.about else 0])
        return cls(index, like, unlike, about, not_about, words.score(request.about), asked)

    @property
    def wanted(self) -> Vectors:
        """One vector to find candidates with; zeros where only the unwanted is named."""
        named = self.index.vectors[list(self.like)].mean(axis=0) if self.like else np.zeros(self.index.dimension)
        return normalised(named + self.about.sum(axis=0))

    def score(self) -> Scores:
        """similarity(u, v) for every title (titles,).

        Near to two named titles means near to both: the mean of the two is drawn half-way to the lesser.
        """
        vectors = self.index.vectors
        score = np.zeros(len(vectors), dtype=np.float32)
        about = 0.0 if not len(self.about) else _ABOUT if self.like else 1.0
        if self.like:
            near = self.index.likeness(self.like)
            score = (1 - about) * (near.mean(axis=1) + near.min(axis=1)) / 2
        if len(self.about):
            score = score + about * (vectors @ self.about[0] + _LEXICAL * self.words)
            score = score + _THEMES * self.index.features.share(self.asked.keywords)
        if self.unlike:
            score = score - _NOT_WANTED * self.index.likeness(self.unlike).max(axis=1)
        if len(self.not_about):
            score = score - _NOT_WANTED * (vectors @ self.not_about[0])
            score = score - 2 * _THEMES * self.index.features.share(self.asked.unwanted)
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


def _rows(ids: Iterable[str], index: Index) -> tuple[int, ...]:
    return tuple(index.catalog.positions[title_id] for title_id in ids if title_id in index.catalog)


def _quality(title: Title) -> float:
    """0 to 1: how well loved and well known, so that obscure noise wins no ties; a middling 0.3 where unknown."""
    if title.rating is None or not title.votes:
        return 0.3
    known = min(1.0, math.log10(title.votes + 1) / 6.5)
    return known * max(0.0, min(1.0, (title.rating - 4) / 5))
