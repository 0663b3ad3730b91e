"""Conditions stated in a text: genres, places, languages, kinds, themes, orders, and quantities."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache

from bot.conversation.quantities import Condition, quantities
from bot.conversation.spans import UNREADABLE
from data.filters import RANGES, Filters, Range
from data.keywords import vocabulary
from retrieval.lexicon import GENRE_WORDS, HAN, KIND_WORDS, word_pattern
from retrieval.places import COUNTRY_NAMES, COUNTRY_WORDS, LANGUAGE_WORDS, REGION_WORDS
from retrieval.request import Sort

_MOOD = "mood"  # a matter of degree, and so left to meaning
_SAID_OTHERWISE = frozenset(["anime", "k-drama"])  # as a genre or kind from a country
_ALONE = re.compile(
    (
        r"\b(?:how about|what about|maybe|try|only|or|and|then|make it|actually|instead"
        r"|ones?|from|in|please|same|but|stuff|no wait|now|ok|okay|hmm+|set|go|with|to"
        r"|switch)\b"
    ),
    re.IGNORECASE,
)
# An occasion is a matter of meaning, whatever words are in it.
_OCCASION = re.compile(
    (
        r"\bfor (?:a|an|the|my|our|this) (?:[\w'-]+ ){0,3}?(?:evening|night|day|afternoon"
        r"|morning|weekend|date|sleepover|party|flight|trip|train ride|sunday|saturday"
        r"|friday|monday)(?: night| evening| afternoon| morning| in)?\b"
    ),
    re.IGNORECASE,
)
_NEGATABLE = frozenset(["genres", "countries", "languages", "keywords", "people"])
_FROM = r"(?:(?:made|produced|shot|comes?|coming|originally) (?:in|from|out of)|\bfrom|\bout of)"
_FILM_AT_END = re.compile(r"\b(?:films?|movies?)$|电影$", re.IGNORECASE)
_SHOW_ME = re.compile(r"show (?:me|us|some|the)\b", re.IGNORECASE)
_SET_IN = re.compile(
    (
        r"(?:发生在|设定在|背景[是在为]|在|去|到)$|\b(?:set in|takes? place in|in|to|visit"
        r"|(?<!how )(?<!what )about)(?: the)?\s+$"
    ),
    re.IGNORECASE,
)
_BEFORE_BEST = (
    r"(?! (?:friends?|man|buddy|mate|picture|actor|actress|director|selling|seller"
    r"|thing|part|way|day|days|western front))"
)

_SORT_WORDS = (
    (
        Sort.RATING,
        rf"(?:the )?(?:(?:all[- ]?time )?(?:very )?best|greatest|finest)(?:[- ](?:rated"
        rf"|reviewed))?(?: ever| of all time| first| ones first)?{_BEFORE_BEST}"
        r"|(?:the )?(?:top|highest|best)[- ](?:rated|rating|scor\w+|reviewed)(?: (?:ones"
        r" )?first)?|(?:the )?\btop(?: (?:\d+|ten|five|three|twenty))?(?= \w)(?! (?:secret"
        r"|gun|of))"
        r"|(?:sort(?:ed)?|order(?:ed)?|rank(?:ed)?) (?:them )?by (?:rating|score)",
        (
            r"评分最高的?|(?:评)?分数?最高的?|最高分的?|最好看?的|最佳的?|口碑最好的?|得分最高的?"
            r"|[按依]评分(?:高低|从高到低)?(?:排序?|排列)?|评分从高到低"
        ),
    ),
    (
        Sort.POPULAR,
        r"(?:the )?(?:most|really|very) (?:popular|famous|watched|well[- ]known|loved)(?:"
        r" (?:ones )?first)?|popular|famous|blockbusters?|(?:big |biggest |huge )hits?"
        r"|hits(?! man)|trending"
        r"|(?:sort(?:ed)?|order(?:ed)?) (?:them )?by popularity",
        (
            r"(?:现在|最近)?(?:最|比较|很|超)?(?:热门|流行|有名|出名|知名|受欢迎|火爆|大热)的?"
            r"|(?:最|很|特别|比较|挺|超)火的?|人气(?:最|很)?高的?|爆款的?|[按依](?:热度|人气)(?:排序?)?"
        ),
    ),
    (
        Sort.NEWEST,
        (
            r"(?:the )?(?:very )?(?:newest|latest|most recent)(?: (?:first|ones first))?|(?:sort(?:ed)?"
            r"|order(?:ed)?) (?:them )?by (?:year|date|release date)"
        ),
        r"(?:最新|最近上映)的?|(?:从新到旧|[按依](?:年份|时间|上映时间))(?:排序?)?",
    ),
    (Sort.OLDEST, r"(?:the )?(?:very )?(?:oldest|earliest)(?: first)?", r"(?:最老|最早|最旧)的?|从旧到新"),
    (Sort.SHORTEST, r"(?:the )?(?:very )?shortest(?: first)?", r"(?:时长)?最短的?|从短到长"),
    (Sort.LONGEST, r"(?:the )?(?:very )?longest(?: first)?", r"(?:时长)?最长的?|从长到短"),
)
_SORTS = tuple(
    (sort, re.compile(rf"\b(?:{english})\b|{chinese}", re.IGNORECASE)) for sort, english, chinese in _SORT_WORDS
)

Meaning = tuple[tuple[str, str], ...]
"""What a word says: values, each with its column."""


def find(text: str, known: Collection[str] = ()) -> tuple[Condition, ...]:
    """All conditions in a text, in order; no two overlap, but one word may say several things.

    Args:
        text: what is read.
        known: keywords of the catalogue; a word for any other keyword is no condition, and left to its meaning.
    """
    found: list[Condition] = []
    for condition in (*_languages(text), *_orders(text), *quantities(text), *_lexicon(text), *_made_in(text)):
        is_known = condition.column != "keywords" or condition.value in known
        if is_known and not any(_clash(condition, other) for other in found):
            found.append(condition)
    return tuple(sorted(found, key=lambda condition: (condition.start, condition.column)))


def turned_down(condition: Condition, *, is_open: bool) -> Condition | None:
    """A condition that must not hold; None where that says nothing.

    `is_open` is the "nothing" in "nothing over two hours", which turns a bound around.
    """
    if condition.column in _NEGATABLE:
        return replace(condition, column=f"not_{condition.column}")
    if condition.column == "kind":
        return replace(condition, value="movie" if condition.value == "series" else "series")
    if condition.is_bound and is_open:
        low, high = condition.value
        step = 1 if condition.column == "years" else 0
        bounds = (high + step, None) if low is None else (None, low - step)
        return replace(condition, value=bounds)
    return None


def as_filters(conditions: Iterable[Condition]) -> Filters:
    """Conditions → filters; the order asked for is none of them."""
    filters = Filters()
    for condition in conditions:
        if condition.column == "sort":
            continue
        value, known = condition.value, getattr(filters, condition.column)
        if condition.column in RANGES:
            value = _narrowed(known, value)
        elif isinstance(known, tuple):
            value = known if value in known else (*known, value)
        filters = replace(filters, **{condition.column: value})
    return filters


def sort_of(conditions: Iterable[Condition]) -> Sort | None:
    """The order asked for."""
    return next((condition.value for condition in conditions if condition.column == "sort"), None)


def _clash(one: Condition, other: Condition) -> bool:
    """Whether two conditions claim the same words; one word may have several meanings, a region several countries."""
    overlap = one.start < other.end and other.start < one.end
    is_same_word = (one.start, one.end) == (other.start, other.end)
    return overlap and not (
        is_same_word and one.column not in RANGES and (one.column, one.value) != (other.column, other.value)
    )


def _narrowed(known: Range, new: Range) -> Range:
    return (new[0] if new[0] is not None else known[0], new[1] if new[1] is not None else known[1])


@cache
def _meanings() -> dict[str, Meaning]:
    """Word → what it says."""
    meanings: dict[str, list[tuple[str, str]]] = {}
    for column, table in (("genres", GENRE_WORDS), ("countries", COUNTRY_WORDS), ("kind", KIND_WORDS)):
        for value, words in table.items():
            for word in words:
                meanings.setdefault(word, []).append((column, value))
    for region, words in REGION_WORDS.items():
        meanings |= {word: [("countries", country) for country in region] for word in words}
    for keyword in vocabulary():
        if keyword.name in _SAID_OTHERWISE:
            continue
        for word in keyword.spoken if keyword.group != _MOOD or keyword.name == "noir" else ():
            if word not in meanings and (len(word) > 1 or not HAN.search(word)):
                meanings[word] = [("keywords", keyword.name)]
    return {word: tuple(said) for word, said in meanings.items()}


@cache
def _word() -> re.Pattern[str]:
    """A word of the lexicon; behind a Chinese one, 片 belongs to it, and 剧 makes it a series: 悬疑剧, 土耳其剧."""
    return re.compile(
        (
            rf"(?P<word>{word_pattern(_meanings()).pattern})(?P<tail>(?:(?<=[\u3400-\u9fff])(?:片(?![子段尾头])"
            rf"|剧(?![情院场本终])|类型?|题材|风格?))?)"
        ),
        re.IGNORECASE,
    )


def _lexicon(text: str) -> Iterator[Condition]:
    text = _OCCASION.sub(lambda match: UNREADABLE * len(match[0]), text)
    for match in _word().finditer(text):
        said = _meanings()[match["word"].casefold()]
        if _SHOW_ME.match(text, match.start()):
            continue
        if said[0][0] == "countries" and _SET_IN.search(text[: match.start()]):
            continue
        for column, value in said:
            yield Condition(match.start(), match.end(), column, value)
        if said[0][0] == "keywords" and _FILM_AT_END.search(match["word"]):
            yield Condition(match.start(), match.end(), "kind", "movie")
        if match["tail"] == "剧" and not any(column == "kind" for column, _ in said):
            yield Condition(match.start(), match.end(), "kind", "series")


@cache
def _country_name() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    codes: dict[str, tuple[str, ...]] = {}
    for code, names in COUNTRY_NAMES.items():
        for name in names:
            codes[name] = (*codes.get(name, ()), code)
    name = "|".join(sorted(map(re.escape, codes), key=len, reverse=True))
    return re.compile(rf"{_FROM} ({name})(?:\s*(?:,|or|and|/)\s*({name}))?\b", re.IGNORECASE), codes


def _made_in(text: str) -> Iterator[Condition]:
    """ "From Korea", "made in Japan": a country by its name."""
    pattern, codes = _country_name()
    whole = _ALONE.sub("", text).strip(" .,!?").casefold()
    if whole in codes:
        start = text.casefold().index(whole)
        for code in codes[whole]:
            yield Condition(start, start + len(whole), "countries", code)
    for match in pattern.finditer(text):
        for name in filter(None, match.groups()):
            for code in codes[name.casefold()]:
                yield Condition(match.start(), match.end(), "countries", code)


@cache
def _language() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    codes = {word: code for code, words in LANGUAGE_WORDS.items() for word in words}
    latin = "|".join(sorted((word for word in codes if word.isascii()), key=len, reverse=True))
    han = "|".join(sorted((word for word in codes if not word.isascii()), key=len, reverse=True))
    pattern = (
        rf"\b(?:in|speaking) (?P<in>{latin})\b|\b(?P<adj>{latin})[- ](?:language|speaking|audio|spoken)\b"
        rf"|\b(?P<only>mandarin|cantonese|hindi|tamil|telugu|malayalam|bengali|farsi|arabic|hebrew)\b(?! language)"
        rf"|(?P<han>{han})(?:对白|配音)?(?:片(?![子段])|剧(?![情院场本])|电影(?=片))?"
    )
    return re.compile(pattern, re.IGNORECASE), codes


_FOREIGN = re.compile(r"\bforeign(?:[- ]language)?\b|外国片?|国外", re.IGNORECASE)


def _languages(text: str) -> Iterator[Condition]:
    """ "In French", 法语片; and "foreign", which says a language that it is not."""
    pattern, codes = _language()
    for match in pattern.finditer(text):
        word = next(filter(None, match.groups()))
        for language in codes[word.casefold()]:
            yield Condition(match.start(), match.end(), "languages", language)
        if match[0].endswith("剧"):
            yield Condition(match.start(), match.end(), "kind", "series")
    for match in _FOREIGN.finditer(text):
        for code in ("zh", "yue") if HAN.search(match[0]) else ("en",):
            yield Condition(match.start(), match.end(), "not_languages", code)


def _orders(text: str) -> Iterator[Condition]:
    for sort, pattern in _SORTS:
        for match in pattern.finditer(text):
            yield Condition(match.start(), match.end(), "sort", sort)
