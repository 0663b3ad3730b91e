"""What the shipped catalogue teaches about translating: its texts stand there in both languages.

`python -m retrieval.translations` learns afresh from the catalogue and writes `translations.csv`.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from data.catalog import SHIPPED, Catalog
from data.keywords import vocabulary
from retrieval.words import chinese_words, english_words, stem

_FILE = Path(__file__).with_name("translations.csv")

_ROUNDS = 6
_LEAST_SHARE = 0.05  # of a word's translations: below are chance companions
_LEAST_SEEN = 1.2  # times, as the model counts: what stood together once may have met by chance
_MOST = 5  # translations of a word

Pair = tuple[list[str], list[str]]
"""Chinese words and English words of one text."""


@dataclass(frozen=True, slots=True)
class Translation:
    """An English word for a Chinese one, and how often it is the right one, 0 to 1."""

    english: str
    share: float


@cache
def translations() -> Mapping[str, tuple[Translation, ...]]:
    """Chinese word → its English words as the catalogue has them, the commonest first."""
    found: defaultdict[str, list[Translation]] = defaultdict(list)
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["chinese"]].append(Translation(row["english"], float(row["share"])))
    return {word: tuple(english) for word, english in found.items()}


def pairs(catalog: Catalog) -> Iterator[Pair]:
    """Everything that a catalogue and the vocabulary of keywords say in both languages."""
    for title in catalog:
        both = [(title.title_zh, title.title), (title.overview_zh, title.overview)]
        if len(title.elements_zh) == len(title.elements):
            both += zip(title.elements_zh, title.elements, strict=True)
        yield from (
            (chinese_words(chinese), english_words(english)) for chinese, english in both if chinese and english
        )
    yield from ((chinese_words(keyword.name_zh), english_words(keyword.name)) for keyword in vocabulary())


def learn(texts: list[Pair]) -> dict[str, tuple[Translation, ...]]:
    """IBM model 1 (Brown et al., "The Mathematics of Statistical Machine Translation", 1993), from Chinese to English.

    Each English stem of a text comes from one of its Chinese words, or from none; which, is guessed from how often
    they stand together, and the guess is bettered by expectation and maximisation.
    """
    chinese: dict[str, int] = {"": 0}  # the word from which English comes that no Chinese word accounts for
    english: dict[str, int] = {}
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    sources, targets, places, count = [], [], [], 0
    for text in texts:
        for word in text[1]:
            forms[stem(word)][word] += 1
        left = np.array([0, *(chinese.setdefault(word, len(chinese)) for word in dict.fromkeys(text[0]))])
        right = np.array([english.setdefault(stem(word), len(english)) for word in text[1]], dtype=np.int64)
        right = np.unique(right)
        sources.append(np.tile(left, len(right)))
        targets.append(np.repeat(right, len(left)))
        places.append(np.repeat(np.arange(count, count + len(right)), len(left)))
        count += len(right)
    table = _share_out(np.concatenate(sources), np.concatenate(targets), np.concatenate(places), len(english))
    words, stems = list(chinese), list(english)
    found: defaultdict[str, list[Translation]] = defaultdict(list)
    for source, target, share, seen in sorted(zip(*table, strict=True), key=lambda row: (row[0], -row[2], row[1])):
        if source and share >= _LEAST_SHARE and seen >= _LEAST_SEEN and len(found[words[source]]) < _MOST:
            [(form, _)] = forms[stems[target]].most_common(1)
            found[words[source]].append(Translation(form, round(float(share), 2)))
    return {word: tuple(english) for word, english in found.items() if english}


def _share_out(
    sources: NDArray[np.int64], targets: NDArray[np.int64], places: NDArray[np.int64], width: int
) -> tuple[list[int], list[int], list[float], list[float]]:
    """Run the model on links (source word, target stem, place of the target in the texts).

    Returns:
        Columns of a table: source, target, share of the target among the source's translations, times seen.
    """
    cells, link = np.unique(sources * width + targets, return_inverse=True)
    source, share = cells // width, np.ones(len(cells))
    seen = np.zeros(len(cells))
    for _ in range(_ROUNDS):
        chance = share[link]
        seen[:] = np.bincount(link, chance / np.bincount(places, chance)[places], len(cells))
        share = seen / np.bincount(source, seen)[source]
    return source.tolist(), (cells % width).tolist(), share.tolist(), seen.tolist()


def _write(found: Mapping[str, tuple[Translation, ...]]) -> None:
    with _FILE.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("chinese", "english", "share"))
        rows.writerows((word, each.english, each.share) for word in sorted(found) for each in found[word])


if __name__ == "__main__":
    _write(learn(list(pairs(Catalog.read(SHIPPED)))))
