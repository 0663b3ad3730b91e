"""Names as they are compared, and the other names that people go by."""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from opencc import OpenCC

from data.people import people
from retrieval.lexicon import HAN

_ARTICLES = ("the ", "a ", "an ")
_PARTICLES = frozenset(["de", "del", "von", "van", "di", "la", "le", "el", "ben", "bin", "der", "den", "da", "st"])
_FAR_MORE = 3  # times as many titles as all namesakes together: Nolan is Christopher


@cache
def _to_simplified() -> OpenCC:
    return OpenCC("t2s")


def simplified(text: str) -> str:
    """Traditional Chinese → Simplified; other text as it is."""
    return _to_simplified().convert(text) if HAN.search(text) else text


def folded(name: str) -> str:
    """A name as it is compared: no case, accents, punctuation or leading article; Simplified Chinese; "&" as "and"."""
    name = unicodedata.normalize("NFKD", simplified(name)).casefold().replace("&", " and ")
    name = "".join(" " if unicodedata.category(c)[0] in "PSZC" else c for c in name if not unicodedata.combining(c))
    name = " ".join(name.split())
    if HAN.search(name):
        return name.replace(" ", "")
    return without_article(name)


def without_article(name: str) -> str:
    """A folded name without the article that it begins with."""
    for article in _ARTICLES:
        if name.startswith(article) and len(name) > len(article):
            return name[len(article) :]
    return name


_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8"}


def numbered(name: str) -> str:
    """A folded name with its number in digits, and no "part" or "volume": godfather part ii → godfather 2."""
    words = [_ROMAN.get(word, word) if number else word for number, word in enumerate(name.split())]
    return " ".join(word for word in words if word not in {"part", "vol", "volume", "chapter"})


def other_names(names: Iterable[str]) -> dict[str, str]:
    """Chinese names and variants of people, but such as two people share or of one character."""
    spoken: dict[str, set[str]] = {}
    for name in names:
        person = people().get(name)
        for other in (person.name_zh, *person.variants) if person else ():
            spoken.setdefault(folded(other), set()).add(name)
    return {other: next(iter(found)) for other, found in spoken.items() if len(found) == 1 and len(other) > 1}


def surnames(appearances: Mapping[str, int], *, given: bool = False) -> dict[str, str]:
    """Surname → whoever is meant by it: the only one of that name, or one seen far more often than the others.

    Args:
        appearances: name → number of titles.
        given: go by the first name instead.
    """
    by_surname: dict[str, list[str]] = {}
    for name in sorted(appearances, key=lambda name: -appearances[name]):
        words = folded(name).split()
        by_surname.setdefault(words[0 if given else -1], []).append(name)
        if not given and len(words) > 2 and words[-2] in _PARTICLES:
            by_surname.setdefault(" ".join(words[-2:]), []).append(name)
    return {
        surname: first
        for surname, (first, *others) in by_surname.items()
        if len(surname) > 3 and appearances[first] >= _FAR_MORE * sum(appearances[other] for other in others)
    }
