"""Content features of titles: who made them and what they are about, weighted by rarity.

Two overviews may use the same words for different stories; a rare theme or a director that two titles share is a
surer sign. Classic TF-IDF (Spärck Jones, 1972) over the catalogue's own columns.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from data.catalog import Catalog
from data.title import Title

Term = tuple[str, str]
"""A column and a value in it."""

# What sharing a value says, beside its rarity: a director gives a film its hand, an actor plays in many kinds.
_WEIGHTS = {"keywords": 1.0, "genres": 1.0, "directors": 0.8, "cast": 0.3, "languages": 0.3}


class Features:
    """Sparse features of every title of a catalogue; a row has length 1, or is empty."""

    def __init__(self, catalog: Catalog) -> None:
        counts = Counter(term for title in catalog for term in set(_terms(title)))
        self._rarity = {term: math.log(1 + len(catalog) / count) for term, count in counts.items()}
        columns = {term: number for number, term in enumerate(counts)}
        self._rows: dict[Term, list[int]] = {term: [] for term in counts}
        values, rows, places = [], [], []
        for row, title in enumerate(catalog):
            terms = set(_terms(title))
            for term in terms:
                self._rows[term].append(row)
            weights = {columns[term]: self._rarity[term] * _WEIGHTS[term[0]] for term in terms}
            length = math.sqrt(sum(weight**2 for weight in weights.values()))
            values += [weight / length for weight in weights.values()]
            places += list(weights)
            rows += [row] * len(weights)
        shape = (len(catalog), max(1, len(columns)))
        self._matrix = sparse.csr_array((np.array(values, dtype=np.float32), (rows, places)), shape=shape)

    def similarity(self, anchors: Sequence[int], rows: Sequence[int] | None = None) -> NDArray[np.float32]:
        """Cosine of titles (all, or some rows) to each anchor row: (titles, anchors), 0 to 1."""
        titles = self._matrix if rows is None else self._matrix[list(rows)]
        product = titles @ self._matrix[list(anchors)].T
        return np.asarray(product.todense(), dtype=np.float32)

    def share(self, keywords: Collection[str]) -> NDArray[np.float32]:
        """How far every title bears some of the keywords: (titles,); 0.5 for one of them, towards 1 for many."""
        held = np.zeros(self._matrix.shape[0], dtype=np.float32)
        for keyword in keywords:
            held[self._rows.get(("keywords", keyword), [])] += 1
        return np.asarray(held / (held + 1), dtype=np.float32)

    def rarity(self, column: str, value: str) -> float:
        """How rare a value is in the catalogue; 0 for one that it does not have."""
        return self._rarity.get((column, value), 0.0)


def _terms(title: Title) -> Iterator[Term]:
    for column in _WEIGHTS:
        for value in getattr(title, column):
            yield column, value
