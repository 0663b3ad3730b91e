"""Conditions stated in a text: genres, places, kinds, years, running times, ratings; and what is not wanted."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from data.filters import RANGES, Filters, Range
from retrieval.lexicon import (
    CHINESE_DIGITS,
    COUNTRY_WORDS,
    GENRE_WORDS,
    KEYWORD_WORDS,
    KIND_WORDS,
    REGION_WORDS,
    word_pattern,
)

_NEGATION = re.compile(
    r"(?:\b(?:no|not|non|(?:is|are|was|were)n'?t|without|anything but|except|excluding|don'?t (?:like|want)|hate|avoid"
    r"|nothing)"
    r"(?:\s+(?:any|an?|the|too|so|more|by|from|to watch|want))*[\s-]*"
    r"|(?:不要|不想看?|不看|不是|别|除了|没有|不喜欢|讨厌)(?:太|那么|给我|推荐|什么)?\s*)$",
    re.IGNORECASE,
)
# 以外 negates what stands before it, as 除了 what stands behind: 漫威以外的.
_NEGATED_BEHIND = re.compile(r"\s*(?:以外|之外)的?")
_ALSO_NEGATED = re.compile(r"^\s*(?:,|or|nor|和|或者?|、)\s*$", re.IGNORECASE)

_ENGLISH_NUMBERS = {
    "one": 1, "an": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "twenty": 20, "half": 0.5,
}  # fmt: skip
_NOT_TOO_LONG = 110  # minutes
_RECENT = 5  # years
_OLD = 40  # years: what people call an old film
_AMOUNT = r"(\d+(?:\.\d+)?|one|an|a|two|three|four|half an)"
_UNIT = r"(hours?|hrs?|h|minutes?|mins?|m)\b"
_ZH_AMOUNT = r"(\d+(?:\.\d+)?|[一两二三四半]|[一二三四五六七八九]?十[一二三四五六七八九]?)个?(半)?"
_AT_MOST = r"(?:under|less than|within|shorter than|at most|no longer than|not longer than|below|max(?:imum)?)"
_AT_LEAST = r"(?:over|longer than|more than|at least|above)"
_DECADE_WORDS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_WORD_DECADES = {word: 1920 + 10 * number for number, word in enumerate(_DECADE_WORDS)}


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition and its place in the text."""

    start: int
    end: int
    column: str
    value: Any


def find(text: str, known: Collection[str] = ()) -> tuple[Condition, ...]:
    """All conditions in a text, in order; no two overlap.

    Args:
        text: what is read.
        known: keywords of the catalogue; a word for any other keyword is no condition, and left to its meaning.

    A genre or a place may stand under one column for each of its meanings: 韩剧 is Korean and a series.
    """
    found: list[Condition] = []
    for read in (*_PATTERNS, _lexicon):
        for condition in read(text):
            is_known = condition.column != "keywords" or condition.value in known
            if is_known and not any(_clash(condition, other) for other in found):
                found.append(condition)
    return tuple(_with_negation(text, sorted(found, key=lambda condition: (condition.start, condition.column))))


def as_filters(conditions: Iterable[Condition]) -> Filters:
    """Conditions → filters."""
    filters = Filters()
    for condition in conditions:
        value, known = condition.value, getattr(filters, condition.column)
        if condition.column in RANGES:
            value = _narrowed(known, value)
        elif isinstance(known, tuple):
            value = known if value in known else (*known, value)
        filters = replace(filters, **{condition.column: value})
    return filters


def _clash(one: Condition, other: Condition) -> bool:
    """Whether two conditions claim the same words; one word may have several meanings, a region several countries."""
    overlap = one.start < other.end and other.start < one.end
    is_same_word = (one.start, one.end) == (other.start, other.end)
    return overlap and not (is_same_word and (one.column != other.column or one.column in _LEXICONS))


def _narrowed(known: Range, new: Range) -> Range:
    return (new[0] if new[0] is not None else known[0], new[1] if new[1] is not None else known[1])


def _with_negation(text: str, conditions: Iterable[Condition]) -> Iterator[Condition]:
    """Turn "no horror or war" into what is not wanted; the word that negates becomes part of the place."""
    negated_up_to: int | None = None
    for condition in conditions:
        if condition.column not in _NEGATED:
            yield condition
            continue
        negation = _NEGATION.search(text[: condition.start])
        goes_on = negated_up_to is not None and _ALSO_NEGATED.match(text[negated_up_to : condition.start])
        behind = _NEGATED_BEHIND.match(text, condition.end)
        if negation or goes_on or behind:
            start = negation.start() if negation else condition.start
            negated_up_to = behind.end() if behind else condition.end
            yield replace(condition, start=start, end=negated_up_to, column=f"not_{condition.column}")
        else:
            negated_up_to = None
            yield condition


_LEXICONS: dict[str, dict[str, tuple[str, ...]]] = {
    "genres": GENRE_WORDS,
    "countries": COUNTRY_WORDS,
    "kind": KIND_WORDS,
    "keywords": KEYWORD_WORDS,
}
_NEGATED = frozenset(["genres", "countries", "keywords"])
_ENDS_WITH_KIND = ("片", "剧")


def _meanings() -> dict[str, list[tuple[str, str]]]:
    """Word → what it says, by column."""
    meanings: dict[str, list[tuple[str, str]]] = {}
    for column, table in _LEXICONS.items():
        for value, words in table.items():
            for word in words:
                meanings.setdefault(word, []).append((column, value))
    for countries, words in REGION_WORDS.items():
        meanings |= {word: [("countries", country) for country in countries] for word in words}
    # A genre or a place with 剧 is a series of it: 悬疑剧, 土耳其剧.
    named = [word for word in meanings if not word.isascii() and not word.endswith(_ENDS_WITH_KIND)]
    for word in named:
        if not any(column == "kind" for column, _ in meanings[word]):
            meanings.setdefault(f"{word}剧", [*meanings[word], ("kind", "series")])
    return meanings


_MEANINGS = _meanings()
_LEXICON = word_pattern(_MEANINGS)


def _lexicon(text: str) -> Iterator[Condition]:
    for match in _LEXICON.finditer(text):
        for column, value in _MEANINGS[match[0].casefold()]:
            yield Condition(match.start(), match.end(), column, value)


def _reader(pattern: str, column: str, value: Callable[[re.Match[str]], Any]) -> Callable[[str], Iterator[Condition]]:
    compiled = re.compile(pattern, re.IGNORECASE)

    def read(text: str) -> Iterator[Condition]:
        for match in compiled.finditer(text):
            yield Condition(match.start(), match.end(), column, value(match))

    return read


def _decade(match: re.Match[str]) -> Range:
    """80s, 1980s, eighties, 80年代, 八十年代 → 1980 to 1989; two digits below 30 are of this century."""
    word = match[1].casefold()
    if word in _WORD_DECADES:
        first = _WORD_DECADES[word]
    else:
        number = int(word) if word.isdigit() else CHINESE_DIGITS[word[0]] * 10
        first = number if number > 100 else number + (2000 if number < 30 else 1900)
    return (first, first + 9)


def _last_years(amount: str) -> Range:
    """The last five years, 近五年; what is no number says nothing."""
    number = CHINESE_DIGITS.get(amount) or _ENGLISH_NUMBERS.get(amount.casefold())
    if number is None and not amount.isdigit():
        return (None, None)
    return (date.today().year - int(number or amount), None)


def _minutes(amount: str, unit: str) -> int:
    number = _ENGLISH_NUMBERS.get(amount.casefold().split()[0]) or float(amount)
    return round(number * 60) if unit.casefold().startswith("h") else round(number)


def _zh_minutes(match: re.Match[str]) -> int:
    amount, half, unit = match[1], match[2], match[3]
    if amount == "半":
        number = 0.5
    elif "十" in amount:
        tens, ones = amount.split("十")
        number = (CHINESE_DIGITS[tens] if tens else 1) * 10 + (CHINESE_DIGITS[ones] if ones else 0)
    else:
        number = CHINESE_DIGITS.get(amount) or float(amount)
    return round((number + (0.5 if half else 0)) * (60 if unit == "小时" else 1))


_Y = r"((?:18|19|20)\d\d)"
_PATTERNS = (
    _reader(rf"{_AT_MOST} {_AMOUNT}\s*{_UNIT}", "minutes", lambda m: (None, _minutes(m[1], m[2]))),
    _reader(rf"{_AT_LEAST} {_AMOUNT}\s*{_UNIT}", "minutes", lambda m: (_minutes(m[1], m[2]), None)),
    _reader(rf"{_ZH_AMOUNT}(小时|分钟)(?:以内|之内|以下|内)", "minutes", lambda m: (None, _zh_minutes(m))),
    _reader(rf"(?:不超过|少于){_ZH_AMOUNT}(小时|分钟)", "minutes", lambda m: (None, _zh_minutes(m))),
    _reader(rf"(?:超过|至少){_ZH_AMOUNT}(小时|分钟)", "minutes", lambda m: (_zh_minutes(m), None)),
    _reader(
        r"\b(?:not|nothing) (?:too|very) long\b|(?:别|不要|不想看)太长的?", "minutes", lambda _: (None, _NOT_TOO_LONG)
    ),
    _reader(r"(?:from |in |of )?(?:the )?(?:last|past) (\d\d?|[a-z]+) years", "years", lambda m: _last_years(m[1])),
    _reader(
        r"(?:最近|过去|近)(\d\d?|[一二三四五六七八九十两])年(?:来|内|里|间)?的?", "years", lambda m: _last_years(m[1])
    ),
    _reader(r"(?<!more )\brecent\b|最近的|新出的|近年的?", "years", lambda _: (date.today().year - _RECENT, None)),
    _reader(r"\bold(?= (?:films?|movies?)\b)|老(?=电影|片)", "years", lambda _: (None, date.today().year - _OLD)),
    _reader(r"(?:from |in |of )?(?:the )?(?:early |late |mid )?['’]?\b((?:19|20)\d0|\d0)['’]?s\b", "years", _decade),
    _reader(rf"(?:from |in |of )?(?:the )?\b({'|'.join(_WORD_DECADES)})\b", "years", _decade),
    _reader(r"(?:上世纪)?((?:19|20)?\d0|[一二三四五六七八九]十)年代的?", "years", _decade),
    _reader(rf"\bbefore {_Y}\b", "years", lambda m: (None, int(m[1]) - 1)),
    _reader(rf"\bafter {_Y}\b", "years", lambda m: (int(m[1]) + 1, None)),
    _reader(rf"\b(?:since|from|later than) {_Y}(?: on| onwards)?\b", "years", lambda m: (int(m[1]), None)),
    _reader(rf"{_Y}年?(?:以前|之前)的?", "years", lambda m: (None, int(m[1]) - 1)),
    _reader(rf"{_Y}年?(?:以后|之后|以来|后)的?", "years", lambda m: (int(m[1]), None)),
    _reader(rf"(?:\b(?:from|in|of) {_Y}\b|{_Y}年的?)", "years", lambda m: (int(m[1] or m[2]),) * 2),
    _reader(
        r"(?:rated |rating )?(?:above|over|at least) (\d(?:\.\d)?)(?: stars?)?(?! ?(?:h|m|min|\d))\b",
        "min_rating",
        lambda m: float(m[1]),
    ),
    _reader(r"(?:评分)?(\d(?:\.\d)?)分?以上的?", "min_rating", lambda m: float(m[1])),
)
