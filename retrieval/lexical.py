"""BM25 beside the vectors: what shares rare words with a request, in English and in Chinese."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from data.catalog import Catalog
from data.title import Title
from retrieval.glossing import Glosser
from retrieval.words import chinese_words, english_stems

_TERM_SATURATION = 1.2  # k1, and b below: as usual since Robertson et al., TREC-3, 1994
_LENGTH = 0.75
_CHINESE = 0.5  # of Chinese words found in Chinese text, beside their English found in English text
_HALF = 0.5  # the raw score that earns half of the most there is: no list of rare words drowns the meaning


class Bm25:
    """BM25 over bags of words, with a weight for each word of a query."""

    def __init__(self, documents: Iterable[Sequence[str]]) -> None:
        counts = [Counter(document) for document in documents]
        self._columns: dict[str, int] = {}
        places = [self._columns.setdefault(word, len(self._columns)) for bag in counts for word in bag]
        rows = np.repeat(np.arange(len(counts)), [len(bag) for bag in counts])
        times = np.array([number for bag in counts for number in bag.values()], dtype=np.float32)
        lengths = np.array([bag.total() for bag in counts], dtype=np.float32)
        relative = lengths / max(1.0, float(lengths[lengths > 0].mean())) if lengths.any() else lengths
        found = np.bincount(places, minlength=len(self._columns)) if places else np.zeros(0)
        self._rarity = _rarity(found, len(counts))
        self._rarest = float(_rarity(np.zeros(1), len(counts))[0])
        damping = _TERM_SATURATION * (1 - _LENGTH + _LENGTH * relative[rows])
        values = self._rarity[places] * times * (_TERM_SATURATION + 1) / (times + damping)
        shape = (len(counts), len(self._columns))
        self._matrix = sparse.csc_array((values.astype(np.float32), (rows, places)), shape=shape)

    def score(self, query: Mapping[str, float]) -> NDArray[np.float32]:
        """How far each document has the words of a query (documents,), in parts of the rarity that they sum to.

        0 where none is in it; 1 where each stands in it once, at middling length. A word that no document has counts
        among the rarity asked for.
        """
        rarity = {word: self._rarity[self._columns[word]] if word in self._columns else self._rarest for word in query}
        asked = sum(weight * rarity[word] for word, weight in query.items())
        known = [word for word in query if word in self._columns]
        if not known or asked <= 0:
            return np.zeros(self._matrix.shape[0], dtype=np.float32)
        weights = np.array([query[word] / asked for word in known], dtype=np.float32)
        return np.asarray(self._matrix[:, [self._columns[word] for word in known]] @ weights, dtype=np.float32)


class Lexical:
    """BM25 over the English and the Chinese texts of a catalogue."""

    def __init__(self, english: Bm25, chinese: Bm25, glosser: Glosser) -> None:
        self.english = english
        self.chinese = chinese
        self._glosser = glosser

    @classmethod
    def of(cls, catalog: Catalog, glosser: Glosser) -> "Lexical":
        """Read the words of every title."""
        english = Bm25(english_stems(_english(title)) for title in catalog)
        return cls(english, Bm25(chinese_words(_chinese(title)) for title in catalog), glosser)

    def score(self, text: str) -> NDArray[np.float32]:
        """How far each title shares the words of a text (titles,), 0 to below 1; Chinese ones by their English too."""
        english: dict[str, float] = defaultdict(float, self._glosser.alternatives(text))
        for each in english_stems(text):
            english[each] += 1
        raw = self.english.score(english) + _CHINESE * self.chinese.score(Counter(chinese_words(text)))
        return np.asarray(raw / (raw + _HALF), dtype=np.float32)


def _rarity(found: NDArray[np.integer] | NDArray[np.floating], count: int) -> NDArray[np.float32]:
    """Inverse document frequency, never below zero."""
    return np.asarray(np.log(1 + (count - found + 0.5) / (found + 0.5)), dtype=np.float32)


def _english(title: Title) -> str:
    return " ".join((title.title, *title.genres, *title.keywords, *title.elements, title.overview or ""))


def _chinese(title: Title) -> str:
    return "\n".join((title.title_zh or "", *title.elements_zh, title.overview_zh or ""))
