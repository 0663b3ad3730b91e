"""Titles and people named in a text, through typos, case, missing articles, and Chinese and English mixed."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from data.catalog import Catalog
from data.keywords import vocabulary
from data.title import Title
from retrieval.lexicon import EVERYDAY_NAMES, GENRE_WORDS, GROUPS, HAN, KIND_WORDS, word_pattern
from retrieval.names import folded, numbered, other_names, surnames, without_article
from retrieval.places import COUNTRY_WORDS, REGION_WORDS

_SURE = 84  # of 100: at this likeness a misspelt name is taken for what it resembles
_TELLING_START = 8  # characters of a name's beginning by which it is known
_ALIKE = 60
_SURE_PERSON = 86
_SURE_HAN = 75  # one character of four may be wrong
_TIE = 2  # names whose likeness differs by less fit equally well
_LONGEST_NAME = 10  # words of a name that are looked at
_QUOTED = re.compile('["“«《「『]([^"”»》」』]{1,80})["”»》」』]')
_YEAR = re.compile(r"\s*[(（]?\s*((?:18|19|20)\d\d)\s*[)）]?")
_YEAR_AT_END = re.compile(r"\s*[(（]?\s*((?:18|19|20)\d\d)\s*[)）]?$")
_LETTER = re.compile(r"[^\W_]")
_APART = re.compile(r"(?<![^\s,，。！？、])[\u3400-\u9fff·：]{5,12}(?![^\s,，。！？、])")
_UNSPEAKABLE = re.compile(r"[^aeiouy]{5}|(.)\1\1\1")
_LAUGHTER = re.compile(r"[啊哈呵嘿嗯哦]+")
_SPOKEN = re.compile(r"(?<![\w'/-])[A-Za-z0-9]+(?:['/][A-Za-z]*)?(?![\w-])")
_LOWER = re.compile(r"(?<![A-Za-z])[a-z]+(?![A-Za-z])")
_LETTERS = re.compile(r"[a-z]+")
_ASKING = frozenset(
    "recommend recommendation suggestion something anything similar recent popular underrated".split()  # noqa: SIM905
)
_USED = 3  # titles that bear a keyword, below which a list of them would be too short
_TEXTS_READ = 5_000  # titles whose overviews say which words are words
_SURE_WORD = 80
_WORD = re.compile(r"[^\W_\u3400-\u9fff]+(?:['’.-][^\W_\u3400-\u9fff]+)*[.!]?")

_LIKENESS = (
    r"like|similar to|reminds? me of|in the (?:vein|style|spirit) of|vibes? of|fan of|meets|loved|liked|enjoyed|watched"
    r"|seen|hated|disliked|tell me about|cross between|mix of"
)
# After these words a title is expected, even one that is misspelt ...
_LATIN_CUE = re.compile(rf"\b(?:{_LIKENESS})\s+", re.IGNORECASE)
# ... and after these, even one that is an everyday word.
_ANY_CUE = re.compile(
    rf"(?:\b(?:{_LIKENESS}|love|saw|hate|than|stand|about the (?:film|movie|series|show)"
    rf"|(?:director|maker|makers|people|guy|creator)s? (?:of|behind)|besides|except(?:"
    rf" for)?|apart from|anything but|other than"
    r"|aside from|compare|put|add|save|bookmark|rewatched|finished|about the (?:film|movie)|called)\s+"
    r"|(?:类似于?|就?像|跟|和|与|看过了?|看了|看完了?|喜欢|讨厌|介绍一?下?|遇上|收藏"
    r"|不如|加上|比|除了|除去|除开)|\+\s*)$",
    re.IGNORECASE,
)
_LATIN_CUE_IN_CHINESE = re.compile(r"(?:不要|别看?|不看|和|跟)\s*$")
_PRONOUNS = frozenset(["it", "us", "her", "him", "them", "you", "me", "i", "she", "this", "that"])
_NAMING_CUE = re.compile(r"\b(?:the (?:film|movie|series|show)|called|titled|by stephen king)\s+$", re.IGNORECASE)
# "and" joins a title to a title: Heat and Her, but not hope and youth.
_AND = re.compile(
    r"\s*(?:\s(?:and|&|or|meets|vs\.?|crossed with|with a bit of|plus)\s|和|、|与|跟|加|,|/)\s*$", re.IGNORECASE
)
_PERSON_CUE = re.compile(
    r"(?:\b(?:by|with|without|from|starring|directed by|no|not|except|but)\s+|(?:不要|除了|没有|由|的)\s*)$",
    re.IGNORECASE,
)
_HAN_PERSON_AFTER = re.compile(
    r"(?:导演|主演|执导)?的(?:电影|片子?|动画|作品|喜剧|科幻|恐怖片)|(?:导演|主演|执导|拍|演)的"
)
_JOINING = re.compile(r"\b(?:and|plus|also|or|only|just|what about|how about|more|maybe|with)\b", re.IGNORECASE)
_PERSON_CUE_AFTER = re.compile(
    (
        r"(?:'?s)?\s+(?:films?|movies?|flicks?|stuff|thrillers?|comed\w+|westerns?|dramas?)\b"
        r"|(?:的|那样的?)?(?:电影|片|作品|动画|科幻)"
    ),
    re.IGNORECASE,
)
# A Chinese name of two characters may be part of other words (位于海边 holds 于海) or a word of its own (黎明, dawn):
# it names a person where the work is said to be theirs, or where it stands apart.
_ROLE_BEFORE = re.compile(r"(?:导演|主演|演员|由)$")
_ROLE_AFTER = re.compile(r"(?:导演|主演|执导|出演|[拍演导][的过了]|演(?=[、,，和]|$))")
_OTHER_CUE_BEFORE = re.compile(r"(?:喜欢|爱看|讨厌|不要|除了|没有|[和与跟、,，])$")
_OTHER_CUE_AFTER = re.compile(
    r"的(?=[\s,，。！!]|$)|的[\u3400-\u9fff]{0,4}(?:片|电影|作品|剧|动画|戏)|[和与、,，。!?！？]"
    r"|$"
)
_CUE_AFTER = re.compile(
    (
        r"\s+(?:meets|vs\.?|versus)\b|\s*,?\s*the (?:series|show|tv show|movie|film)\b"
        r"|\s*\+|(?:那样|一样|那种|之类|遇上|差不多|同款|类似|这种|这类|碰上|的?导演的?"
        r"|一个味道|除外|就?别|就?不要|就算|看腻|里的|我?(?:早|已经|都|刚)?看过|我?(?:不"
        r"|很|超|挺)?喜欢)"
    ),
    re.IGNORECASE,
)
_END_OF_NAME = re.compile(
    r"[,;:?!，。；：？！、]|\.\s"
    r"|\b(?:but|with|without|only|that|which|who|set|from|for|please|and|or|meets|except|under|over)\b",
    re.IGNORECASE,
)
# Words that stand after "like" without being names.
_NO_NAMES = frozenset(["that", "this", "them", "something", "anything", "more", "these", "those", "what", "some"])


@dataclass(frozen=True, slots=True)
class TitleMention:
    """A place in a text that names a title.

    Args:
        start, end: the place.
        titles: what may be meant, usually one; several where they fit equally well.
    """

    start: int
    end: int
    titles: tuple[Title, ...]


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A place in a text that names somebody, by the name in the catalogue; 主演 after the name belongs to it."""

    start: int
    end: int
    name: str


class _Span(NamedTuple):
    start: int
    end: int
    least: int = 0
    """What a name that is guessed here must reach beyond."""


class Mentions:
    """Finds what one catalogue's titles and people are called; `keywords` are those that it uses in earnest."""

    def __init__(self, catalog: Catalog) -> None:
        counts = Counter(keyword for title in catalog for keyword in title.keywords)
        self.keywords = frozenset(keyword for keyword, count in counts.items() if count >= _USED)
        self._titles: dict[str, list[Title]] = {}
        for title in catalog:
            for name in {folded(name) for name in title.names}:
                self._titles.setdefault(name, []).append(title)
        for title in catalog:
            for name in {numbered(folded(name)) for name in title.names}:
                self._titles.setdefault(name, [title])
        for name in [name for name in self._titles if name.endswith(" 2")]:
            if first := self._titles.get(name.removesuffix(" 2")):
                self._titles.setdefault(f"{name.removesuffix(' 2')} 1", first)
        self._titles.pop("", None)
        self._names = list(self._titles)
        credited = {name for title in catalog for name in title.people}
        # A name of one word is too often a word: The Who, Sting.
        self._people = {key: name for title in catalog for name in title.people if " " in (key := folded(name))}
        self._people |= other_names(set(self._people.values()))
        self._one_off = {
            f"{name[:place]}*{name[place + 1 :]}": person
            for name, person in self._people.items()
            if HAN.match(name) and 3 <= len(name) <= 4
            for place in range(len(name))
        }
        self._credited = frozenset(self._people.values())
        self._longest_name = max((len(name) for name in self._people if HAN.search(name)), default=0)
        counts_of_people = Counter(name for title in catalog for name in title.people if " " in name)
        self._surnames = surnames(counts_of_people)
        for word in _lexicon_words():
            self._surnames.pop(word, None)
        self._given = surnames(counts_of_people, given=True)
        for word in (*_lexicon_words(), *self._surnames):
            self._given.pop(word, None)
        self._surname_keys = list(self._surnames)
        self._latin_people = [name for name in self._people if name.isascii()]
        self._longest_han = max((len(name) for name in self._titles if HAN.search(name)), default=0)
        texts = " ".join(title.overview or "" for title in catalog.titles[:_TEXTS_READ])
        named = " ".join((*self._titles, *self._people))
        # A word that overviews have in lower case is an everyday one; Kubrick is not.
        self._words_of_texts = frozenset(_LOWER.findall(texts))
        self._words = frozenset(_LETTERS.findall(f"{texts} {named}".casefold()))
        self._single = {
            key: name
            for name in credited
            if " " not in name
            and len(key := folded(name)) > 4
            and not HAN.search(key)
            and key not in self._words_of_texts
        }

    def titles(self, text: str) -> tuple[TitleMention, ...]:
        """Titles named in a text, in the order they are named; no two overlap."""
        found: list[TitleMention] = []
        for span, name in (*_quoted(text), *_han_runs(text, self._longest_han), *_word_runs(text)):
            titles = self._titles.get(name)
            if titles and _is_free(span, found) and _is_meant(text, span, found):
                found.append(_narrowed(text, span, titles))
        for expected in (*_spans_after_cues(text), *self._misspelt(text)):
            span = _clipped(expected, found)
            guess = self._guess(text, span) if _is_free(span, found) else None
            if guess and guess.end > expected.least:
                found.append(guess)
        return tuple(sorted(found, key=lambda mention: mention.start))

    def named(self, text: str) -> tuple[Title, ...]:
        """Titles that a whole text names, the likeliest first; none where nothing is near."""
        spoken = folded(text)
        if exact := self._titles.get(spoken):
            return tuple(exact)
        if len(spoken) >= _TELLING_START:
            begun = [name for name in self._names if name.startswith(spoken)]
            if len(begun) == 1:
                return tuple(self._titles[begun[0]])
        guess = self._guess(text, _Span(0, len(text)), whole=True)
        return guess.titles if guess else ()

    def exactly(self, text: str) -> tuple[Title, ...]:
        """Titles whose name a whole text is, a year behind it included."""
        found = self._titles.get(folded(text), [])
        year = None if found else _YEAR_AT_END.search(text)
        if year:
            found = [
                title for title in self._titles.get(folded(text[: year.start()]), []) if title.year == int(year[1])
            ]
        return tuple(found)

    def nearest(self, text: str, count: int) -> tuple[Title, ...]:
        """Titles whose names look most like a text, the likest first."""
        near = process.extract(folded(text), self._names, scorer=fuzz.WRatio, score_cutoff=_ALIKE, limit=count)
        return tuple(dict.fromkeys(self._titles[name][0] for name, _, _ in near))

    def person_named(self, text: str) -> str | None:
        """Whom a whole text names, if anybody."""
        found = self.people(f"by {text}")
        return found[0].name if found else None

    def spelled(self, text: str) -> str:
        """A text in which misspelt words for genres, places and kinds are as they should be.

        Only a word that neither the catalogue's texts nor its names have is taken for misspelt.
        """
        return _SPOKEN.sub(lambda match: self._spelled(match[0]), text)

    def is_gibberish(self, text: str) -> bool:
        """Whether a text has no word that is one, in a script that its words are known of."""
        words = [word for word in _LETTERS.findall(text.casefold()) if len(word) > 2]
        if len(words) == 1 and not _UNSPEAKABLE.search(words[0]):
            return False
        return (
            bool(words)
            and not HAN.search(_LAUGHTER.sub("", text))
            and not any(word in self._words or word in _known_words() for word in words)
        )

    def _spelled(self, word: str) -> str:
        plain = word.casefold()
        if len(plain) < 5 or not plain.isascii() or not plain.isalpha() or plain in self._words:
            return word
        near = process.extractOne(plain, _lexicon(), scorer=fuzz.ratio, score_cutoff=_SURE_WORD)
        return str(near[0]) if near and near[0][0] == plain[0] and abs(len(near[0]) - len(plain)) < 2 else word

    def people(self, text: str) -> tuple[PersonMention, ...]:
        """People of the catalogue named in a text: in full, or by a surname that only one of them has."""
        found: list[PersonMention] = []
        for match in _group_pattern().finditer(text):
            found += [
                PersonMention(*match.span(), name) for name in _groups()[match[0].casefold()] if name in self._credited
            ]
        for span, spoken in (*_han_runs(text, self._longest_name), *_word_runs(text)):
            name = self._people.get(spoken) or self._people.get(spoken.removesuffix(" s"))  # Sam Reed's
            is_whole = not _LETTER.search(_JOINING.sub("", text[: span.start]) + text[span.end :])
            if name is None and (
                is_whole or _PERSON_CUE.search(text[: span.start]) or _PERSON_CUE_AFTER.match(text, span.end)
            ):
                name = self._by_one_name(text[span.start : span.end], spoken)
            if name is None:
                name = self._misspelt_person(spoken)
            if name and _is_free(span, found) and _is_person(text, span):
                role = _ROLE_AFTER.match(text, span.end)
                found.append(PersonMention(span.start, role.end() if role else span.end, name))
        found += [mention for mention in self._misspelt_han(text) if _is_free(_Span(mention.start, mention.end), found)]
        return tuple(found)

    def _by_one_name(self, word: str, spoken: str) -> str | None:
        """Whom a surname, or a first name that only one of them has, means; an everyday word only with a capital."""
        is_word = spoken in self._words_of_texts
        if is_word and word.islower():
            return None
        return self._single.get(spoken) or self._surnames.get(spoken) or (None if is_word else self._given.get(spoken))

    def _misspelt_han(self, text: str) -> Iterable[PersonMention]:
        """A Chinese name of three characters or more, one of them wrong, where a person's name must stand."""
        for cue in _HAN_PERSON_AFTER.finditer(text):
            for length in (4, 3):
                spoken = text[max(0, cue.start() - length) : cue.start()]
                for place in range(1, len(spoken)):  # the surname is seldom wrong
                    name = self._one_off.get(f"{spoken[:place]}*{spoken[place + 1 :]}")
                    if name and len(spoken) == length:
                        yield PersonMention(cue.start() - length, cue.start(), name)

    def _misspelt_person(self, spoken: str) -> str | None:
        """Whom a misspelt name means: "tarintino", "denis vilneuve"."""
        words = spoken.split()
        if (
            not spoken.isascii()
            or len(words) > 3
            or all(word in self._words_of_texts or len(word) < 5 for word in words)
        ):
            return None
        names = self._surname_keys if len(words) == 1 else self._latin_people
        if len(words) == 1 and (len(spoken) < 7 or spoken in _known_words()):
            return None
        near = process.extractOne(spoken, names, scorer=fuzz.ratio, score_cutoff=_SURE_PERSON)
        if not near or near[0][0] != spoken[0]:
            return None
        return self._surnames[near[0]] if len(words) == 1 else self._people[near[0]]

    def unknown(self, text: str) -> str | None:
        """A name that stands where a title must stand, and is none of the catalogue: after "something like", quoted."""
        known = self.titles(text)
        for span in (*(span for span, _ in _quoted(text)), *_spans_after_cues(text)):
            words = [match[0] for match in _WORD.finditer(text, span.start, span.end)]
            is_name = text[span.start - 1 : span.start] in tuple('《「『“"') or (words and all(map(_is_proper, words)))
            if is_name and _is_free(span, known):
                return text[span.start : span.end].strip()
        return None

    def _misspelt(self, text: str) -> Iterable[_Span]:
        """Where a misspelt title may stand: from a word that is none, or a run of Chinese that stands apart."""
        words = list(_WORD.finditer(text))
        for number, match in enumerate(words):
            plain = match[0].casefold()
            if (
                len(plain) > 5
                and plain.isascii()
                and plain.isalpha()
                and plain not in self._words
                and plain not in _spellings_known()
            ):
                for first in range(max(0, number - 2), number + 1):
                    yield _Span(words[first].start(), words[min(len(words), number + 3) - 1].end(), match.start())
        for match in _APART.finditer(text):
            yield _Span(*match.span())

    def _guess(self, text: str, span: _Span, whole: bool = False) -> TitleMention | None:
        """The best misspelt name at the beginning of a span (with `whole`, of the whole of it)."""
        ends = [match.end() for match in _WORD.finditer(text, span.start, span.end)][:_LONGEST_NAME]
        if HAN.search(text[span.start : span.end]):
            ends = [span.end]
        best: list[tuple[float, int, str]] = []
        for end in ends[-1:] if whole else ends:
            spoken = folded(text[span.start : end])
            if len(spoken) < 4 or spoken in _NO_NAMES:
                continue
            sure = _SURE_HAN if HAN.search(spoken) else _SURE
            near = process.extract(spoken, self._names, scorer=fuzz.ratio, score_cutoff=sure, limit=3)
            best += [(score, end, name) for name, score, _ in near]
        if not best:
            return None
        top = max(best)
        titles = [
            title
            for score, end, name in sorted(best, reverse=True)
            if end == top[1] and score > top[0] - _TIE
            for title in self._titles[name]
        ]
        return _narrowed(text, _Span(span.start, top[1]), list(dict.fromkeys(titles)))


def _is_proper(word: str) -> bool:
    """Whether a word may be part of a name: a capital, a number, or one of the small words inside names."""
    return word[:1].isupper() or word[:1].isdigit() or word in {"of", "the", "and", "a", "in", "to"}


def _quoted(text: str) -> Iterable[tuple[_Span, str]]:
    return ((_Span(*match.span(1)), folded(match[1])) for match in _QUOTED.finditer(text))


def _word_runs(text: str) -> Iterable[tuple[_Span, str]]:
    """Runs of up to ten words and how they are compared, the longest first."""
    words = [(match.start(), match.end(), folded(match[0])) for match in _WORD.finditer(text)]
    for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
        for first in range(len(words) - length + 1):
            run = words[first : first + length]
            yield _Span(run[0][0], run[-1][1]), without_article(" ".join(word for _, _, word in run))


def _han_runs(text: str, longest: int) -> Iterable[tuple[_Span, str]]:
    """Runs of characters that begin with Chinese and how they are compared, the longest first."""
    spoken = [(i, folded(c)) for i, c in enumerate(text)]
    spoken = [(i, c) for i, c in spoken if c]
    starts = [n for n, (_, c) in enumerate(spoken) if HAN.match(c)]
    for length in range(min(longest, len(spoken)), 0, -1):
        for first in starts:
            run = spoken[first : first + length]
            if len(run) == length:
                yield _Span(run[0][0], run[-1][0] + 1), "".join(c for _, c in run)


def _spans_after_cues(text: str) -> Iterable[_Span]:
    """Where a title is expected, up to where its name must have ended."""
    for cue in _LATIN_CUE.finditer(text):
        end = _END_OF_NAME.search(text, cue.end())
        yield _Span(cue.end(), end.start() if end else len(text))


def _clipped(span: _Span, found: Iterable[TitleMention]) -> _Span:
    """A span up to where the next mention in it begins."""
    return _Span(span.start, min([span.end, *(other.start for other in found if other.start > span.start)]))


def _is_free(span: _Span, found: Iterable[TitleMention | PersonMention]) -> bool:
    return all(span.end <= other.start or span.start >= other.end for other in found)


def _is_meant(text: str, span: _Span, found: Iterable[TitleMention]) -> bool:
    """Whether words that are a title's name are used as one: "heat" in "the heat of summer" is not."""
    spoken = text[span.start : span.end]
    if spoken in _theme_words():
        pass
    elif HAN.search(spoken):
        if len(spoken) >= 3:
            return True
    elif len(folded(spoken).split()) > 1:
        return True
    before = text[: span.start]
    is_quoted = any(span == quoted for quoted, _ in _quoted(text))
    is_whole = not _LETTER.search(before + text[span.end :])
    stands_out = spoken[:1].isupper() and bool(_WORD.search(before)) and not text.isupper() and not text.istitle()
    joins = _AND.search(before)
    is_joined = joins is not None and any(mention.end == joins.start() for mention in found)
    has_cue = bool(is_joined or _ANY_CUE.search(before) or _CUE_AFTER.match(text, span.end))
    if not HAN.search(spoken):
        has_cue = has_cue or bool(_LATIN_CUE_IN_CHINESE.search(before))
    if spoken in _PRONOUNS:
        has_cue = bool(_NAMING_CUE.search(before))
    return is_quoted or is_whole or has_cue or stands_out


def _is_person(text: str, span: _Span) -> bool:
    """Whether a person's name is used as one; only short Chinese names leave a doubt."""
    spoken, before = text[span.start : span.end], text[: span.start]
    if len(spoken) > 2 or not HAN.search(spoken):
        return True
    is_whole = not _LETTER.search(before + text[span.end :])
    if is_whole or _ROLE_BEFORE.search(before) or _ROLE_AFTER.match(text, span.end):
        return True
    has_other_cue = _OTHER_CUE_BEFORE.search(before) or _OTHER_CUE_AFTER.match(text, span.end)
    return bool(has_other_cue) and spoken not in EVERYDAY_NAMES


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    return {word: names for words, names in GROUPS.items() for word in words}


@cache
def _group_pattern() -> re.Pattern[str]:
    return word_pattern(_groups())


@cache
def _known_words() -> frozenset[str]:
    """Words of the lexicon, and everyday ones that overviews seldom use."""
    everyday = (
        "please thanks hello yes okay funny scary romcom sci-fi movies films recommend suggest watch something anything"
    )
    return frozenset(part for word in _lexicon_words() for part in word.split()) | frozenset(everyday.split())


@cache
def _plain_words() -> frozenset[str]:
    """Words for genres, countries, regions and kinds."""
    tables = (GENRE_WORDS, COUNTRY_WORDS, KIND_WORDS, REGION_WORDS)
    return frozenset(word for table in tables for spoken in table.values() for word in spoken)


@cache
def _lexicon_words() -> frozenset[str]:
    """Every single word that says something else than a name."""
    themes = {word for keyword in vocabulary() for word in keyword.spoken}
    return _plain_words() | themes | {"bond", "best", "young", "love"}


@cache
def _lexicon() -> tuple[str, ...]:
    """Words of the lexicon that people may misspell."""
    themes = {word for keyword in vocabulary() for word in keyword.spoken if len(word) > 6}
    words = _plain_words() | themes | _ASKING
    return tuple(sorted(word for word in words if word.isascii() and word.isalpha() and len(word) > 4))


@cache
def _spellings_known() -> frozenset[str]:
    return frozenset(_lexicon())


@cache
def _theme_words() -> frozenset[str]:
    """Words for themes, which are seldom meant as the title that they also are: 外星人."""
    return frozenset(name for keyword in vocabulary() for name in (keyword.name, keyword.name_zh))


_KIND_BEFORE = re.compile(r"(?P<series>tv版|电视版|剧版|电视剧版)的?$|(?P<movie>电影版|剧场版)的?$", re.IGNORECASE)
_KIND_AFTER = re.compile(
    (
        r"\s*,?\s*[(（]?(?:the )?(?P<series>(?:tv )?(?:series|show)|剧版|电视剧版?|剧集)[)）]?"
        r"|\s*,?\s*[(（]?(?:the )?(?P<movie>movie|film|电影版?)[)）]?\b"
    ),
    re.IGNORECASE,
)


def _of_kind(titles: list[Title], said: re.Match[str]) -> list[Title]:
    """The titles of the kind that was said."""
    return [title for title in titles if title.kind == ("series" if said["series"] else "movie")]


def _narrowed(text: str, span: _Span, titles: list[Title]) -> TitleMention:
    """The titles at a place, narrowed by a year or a kind said with the name, which then belongs to it."""
    year = _YEAR.match(text, span.end)
    if year:
        of_year = [title for title in titles if title.year == int(year[1])]
        if of_year:
            return TitleMention(span.start, year.end(), tuple(of_year))
    kind = _KIND_BEFORE.search(text[: span.start])
    if kind:
        return TitleMention(kind.start(), span.end, tuple(_of_kind(titles, kind) or titles))
    kind = _KIND_AFTER.match(text, span.end) if len(titles) > 1 else None
    if kind and (of_kind := _of_kind(titles, kind)):
        return TitleMention(span.start, kind.end(), tuple(of_kind))
    return TitleMention(span.start, span.end, tuple(titles))
