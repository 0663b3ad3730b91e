"""Chinese text → the English words that say about the same.

Words are cut, and for each the sense is chosen that goes with what the catalogue's own texts, which stand there in
both languages, translate it by. No grammar is attempted: an encoder of sentences makes do with the words in order.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from retrieval.dictionary import Dictionary
from retrieval.translations import Translation, translations
from retrieval.words import HAN, chinese_words, english_stems, smaller_words, stem

_PIECE = re.compile(f"(?P<chinese>[{HAN}]+)|[^{HAN}\\s]+")
_CHINESE = re.compile(f"[{HAN}]")
_FIRST = 0.1  # what standing first in the dictionary says for a sense; standing n-th says an n-th of it
_SURE = 0.3  # the share from which a learned translation is put where no sense of the dictionary has it
_SENSES = 6  # of the dictionary, as alternatives: what follows is rare


class Glosser:
    """Glosses Chinese by a dictionary and by learned translations."""

    def __init__(self, dictionary: Dictionary, learned: Mapping[str, tuple[Translation, ...]]) -> None:
        self._dictionary = dictionary
        self._learned = learned
        self._remembered = lru_cache(20_000)(self._chosen)

    @classmethod
    @cache
    def load(cls) -> "Glosser":
        """The glosser of the shipped dictionary and translations, read once.

        Raises:
            DictionaryError: the dictionary is not installed.
        """
        return cls(Dictionary.load(), translations())

    def gloss(self, text: str) -> str:
        """The text with every Chinese word replaced by one English sense; what is not Chinese stays."""
        glossed = (
            " ".join(self._remembered(word) for word in self._words(piece[0])) if piece["chinese"] else piece[0]
            for piece in _PIECE.finditer(text)
        )
        return " ".join(" ".join(glossed).split())

    def alternatives(self, text: str) -> dict[str, float]:
        """English stems that the Chinese words of a text may mean; those of one word weigh 1 together, at most."""
        weights: defaultdict[str, float] = defaultdict(float)
        for word in self._words(text):
            sources = [source for source in (self._by_catalog(word), self._by_dictionary(word)) if source]
            for source in sources:
                for meaning, weight in source.items():
                    weights[meaning] += weight / len(sources)
        return dict(weights)

    def _words(self, text: str) -> Iterator[str]:
        """Chinese words, those that nobody knows cut smaller."""
        for word in chinese_words(text):
            if self._knows(word):
                yield word
            else:
                yield from (known for part in smaller_words(word) for known in self._known_parts(part))

    def _known_parts(self, word: str) -> Iterator[str]:
        """The longest known word that a word begins with, then the longest that comes next, and so on."""
        start = 0
        while start < len(word):
            end = next((end for end in range(len(word), start, -1) if self._knows(word[start:end])), None)
            if end is not None:
                yield word[start:end]
            start = end or start + 1

    def _knows(self, word: str) -> bool:
        return word in self._learned or word in self._dictionary

    def _chosen(self, word: str) -> str:
        learned = self._by_catalog(word)
        senses = self._dictionary.senses(word)
        best = max(senses, key=lambda sense: _fit(sense, learned) + _FIRST / (1 + senses.index(sense)), default="")
        translation = next(iter(self._learned.get(word, ())), None)
        if translation and (not best or (translation.share >= _SURE and not _fit(best, learned))):
            return translation.english
        return best

    def _by_catalog(self, word: str) -> dict[str, float]:
        return {stem(each.english): each.share for each in self._learned.get(word, ())}

    def _by_dictionary(self, word: str) -> dict[str, float]:
        weights: defaultdict[str, float] = defaultdict(float)
        for place, sense in enumerate(self._dictionary.senses(word)[:_SENSES], start=1):
            stems = english_stems(sense)
            for each in stems:
                weights[each] += 1 / place / len(stems)
        return {each: weight / sum(weights.values()) for each, weight in weights.items()}


def is_chinese(text: str) -> bool:
    """Whether there is Chinese in a text."""
    return _CHINESE.search(text) is not None


def _fit(sense: str, learned: Mapping[str, float]) -> float:
    """How well the words of a sense agree with learned translations, 0 to 1."""
    stems = english_stems(sense)
    return sum(learned.get(each, 0.0) for each in stems) / len(stems) if stems else -1.0
