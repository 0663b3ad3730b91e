"""Quantities stated in a text: years, running times, ratings and numbers of votes, as bounds."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.filters import Range
from retrieval.lexicon import CHINESE_DIGITS

_SHORT, _NOT_TOO_LONG, _LONG = 90, 110, 150  # minutes
_EITHER_SIDE = {"minutes": 15, "years": 2}  # of "about 90 minutes", "around 1999"
_RECENT = 5  # years
_OLD = 40  # years: what people call an old film
_WELL_RATED = 7.5
_LITTLE_KNOWN = 50_000  # votes

_ENGLISH_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "couple": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "half": 0.5, "ninety": 90,
}  # fmt: skip
_DECADE_WORDS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_WORD_DECADES = {word: 1920 + 10 * number for number, word in enumerate(_DECADE_WORDS)}
_PARTS = {
    "early": (0, 4),
    "mid": (3, 6),
    "late": (5, 9),
    "初": (0, 4),
    "早": (0, 4),
    "中": (3, 6),
    "末": (5, 9),
    "晚": (5, 9),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition and its place in the text; `is_bound` where it says "before", "over", "at most"."""

    start: int
    end: int
    column: str
    value: Any
    is_bound: bool = False


def quantities(text: str) -> Iterator[Condition]:
    """All quantities in a text; they may overlap, an earlier one is the surer."""
    for read in _READERS:
        yield from read(text)


def number_of(spoken: str) -> float | None:
    """A number in digits, or in English or Chinese words: 90, "two", 两, 三十五; None where it is none."""
    spoken = spoken.strip().casefold()
    if re.fullmatch(r"\d+(?:\.\d+)?", spoken):
        return float(spoken)
    if spoken in _ENGLISH_NUMBERS:
        return _ENGLISH_NUMBERS[spoken]
    if spoken == "半":
        return 0.5
    hundreds, _, rest = spoken.rpartition("百")
    if hundreds:
        return 100 * CHINESE_DIGITS.get(hundreds, 0) + (number_of(rest.lstrip("零")) or 0 if rest else 0)
    tens, ten, ones = spoken.partition("十")
    if ten and all(digit in CHINESE_DIGITS for digit in tens + ones):
        return (CHINESE_DIGITS[tens] if tens else 1) * 10 + (CHINESE_DIGITS[ones] if ones else 0)
    return CHINESE_DIGITS.get(spoken)


Read = Callable[[re.Match[str]], Any]


def _reader(pattern: str, column: str, value: Read, *, bound: bool = False) -> Callable[[str], Iterator[Condition]]:
    compiled = re.compile(pattern, re.IGNORECASE)

    def read(text: str) -> Iterator[Condition]:
        for match in compiled.finditer(text):
            said = value(match)
            if said not in (None, (None, None)):
                yield Condition(match.start(), match.end(), column, said, bound)

    return read


def _decade(word: str) -> int:
    """80s, 1980s, eighties, 八十: its first year; two digits below 30 are of this century."""
    word = word.casefold()
    if word in _WORD_DECADES:
        return _WORD_DECADES[word]
    number = int(word) if word.isdigit() else CHINESE_DIGITS[word[0]] * 10
    return number if number > 100 else number + (2000 if number < 30 else 1900)


def _decades(match: re.Match[str]) -> Range:
    """A decade, a part of one, or from one to another."""
    part, first, second = match["part"], match["first"], match["second"]
    start = _decade(first)
    if second:
        end = _decade(second)
        return (min(start, end), max(start, end) + 9)
    low, high = _PARTS[part.casefold()] if part else (0, 9)
    return (start + low, start + high)


def _zh_decades(match: re.Match[str]) -> Range:
    first, second, part = match["first"], match["second"], match["part"]
    start = _decade(first)
    if second:
        return (start, _decade(second) + 9)
    low, high = _PARTS[part] if part else (0, 9)
    return (start + low, start + high)


def _last_years(amount: str) -> Range:
    number = number_of(amount)
    return (None, None) if number is None else (date.today().year - int(number), None)


def _minutes(amount: str, unit: str, more: str | None = None) -> int | None:
    """Two hours, 90 min, 1 hour 30, an hour and a half → minutes."""
    number = number_of(re.sub(r"^half an?$", "half", amount.casefold().strip()))
    if number is None:
        return None
    minutes = number * 60 if unit[:1].casefold() == "h" or unit in _ZH_HOURS else number
    if more:
        extra = number_of(re.sub(r"\D+$", "", more)) if more[:1].isdigit() else 30
        minutes += extra or 0
    return round(minutes)


def _around(value: int | None, column: str) -> Range:
    side = _EITHER_SIDE[column]
    return (None, None) if value is None else (value - side, value + side)


def _year_now(difference: int = 0) -> int:
    return date.today().year + difference


_ZH_HOURS = ("小时", "钟头")
_N = r"(\d+(?:\.\d+)?|half an?|an?|one|two|three|four|five|ninety)"
_UNIT = r"(hours?|hrs?|h|minutes?|mins?|m)\b"
_MORE = r"(?:\s*(and a half|(?:and )?\d{1,2}(?:\s*(?:minutes?|mins?|m)\b|\b)))?"
_LENGTH = rf"{_N}[\s-]*{_UNIT}{_MORE}"
_AT_MOST = (
    r"(?:under|less than|within|shorter than|at most|no(?:t)? (?:longer|more) than|below|max(?:imum)?(?: of)?|up to"
    r"|not over|fits? in(?:to)?|<=?)"
)
_AT_LEAST = r"(?:over|longer than|more than|at least|above|no(?:t)? (?:less|shorter) than|min(?:imum)?(?: of)?|>=?)"
_ZH_N = (
    r"(\d+(?:\.\d+)?|[一两二三四半]|[一二三四五六七八九]?百?[一二三四五六七八九]?十[一二三四五六七八九]?"
    r"|一百[零二三四五六七八九十]*)"
)
_ZH_LENGTH = rf"{_ZH_N}个?(半)?(小时|钟头|分钟)(半)?"
_Y = r"((?:18|19|20)\d\d)"
_D = r"(?:(?:18|19|20)\d0|\d0)(?=['’]?s)|" + "|".join(_WORD_DECADES)
_IN = r"(?:(?:from|in|of|during)\s+)?(?:the\s+)?"
_RATE = r"(10|\d(?:\.\d)?)"


def _zh_minutes(match: re.Match[str]) -> int | None:
    return _minutes(match[1], match[3], "半" if match[2] or match[4] else None)


def _en_minutes(match: re.Match[str]) -> int | None:
    return _minutes(match[1], match[2], match[3])


def _votes(match: re.Match[str]) -> int | None:
    number = number_of(match[1].replace(",", ""))
    return (
        None
        if number is None
        else round(
            number
            * {"k": 1_000, "m": 1_000_000, "千": 1_000, "万": 10_000}.get(match[2].casefold() if match[2] else "", 1)
        )
    )


_READERS = (
    _reader(r"(?:20|两千)?[零〇0]几年的?|[零〇]零年代的?", "years", lambda _: (2000, 2009)),
    # votes before minutes and ratings: "at least 10,000 votes", 超过一万人评分
    _reader(rf"(?:{_AT_LEAST}|with) (\d[\d,]*)\s?(k|m)?\+? (?:votes|ratings|reviews)", "min_votes", _votes),
    _reader(r"(\d[\d,]*)\s?(k|m)?\+ (?:votes|ratings|reviews)", "min_votes", _votes),
    _reader(
        (
            r"(?:超过|至少|不少于|得?有)(\d+|[一二两三四五六七八九十])(千|万)?(?:以上)?(?:个)?(?:人(?:评"
            r"|打)(?:过|分|价)*|票|评价|评分人数)(?:的)?"
        ),
        "min_votes",
        _votes,
    ),
    _reader(
        r"(?:评分人数|票数|评价人数)(?:超过|至少|在)?(\d+|[一二两三四五六七八九十])(千|万)?(?:人|票)?(?:以上)?的?",
        "min_votes",
        _votes,
    ),
    _reader(
        r"hidden gems?|under-?rated|under the radar|(?:lesser|less well|little)[- ]known|(?:more )?obscure|overlooked"
        r"|冷门(?:一?点)?(?:佳片|好片)?的?|小众(?:一?点)?(?:佳片)?的?|被低估的?|不(?:太"
        r"|怎么)?(?:出名|有名|知名|火)的?|没什么人看过的?",
        "max_votes",
        lambda _: _LITTLE_KNOWN,
    ),
    # running times
    _reader(rf"\bbetween {_N} and {_N}\s*{_UNIT}", "minutes", lambda m: (_minutes(m[1], m[3]), _minutes(m[2], m[3]))),
    _reader(rf"\b{_N}\s*(?:-|to)\s*{_N}\s*{_UNIT}", "minutes", lambda m: (_minutes(m[1], m[3]), _minutes(m[2], m[3]))),
    _reader(rf"{_AT_MOST} {_LENGTH}(?: (?:long|tops|max))?", "minutes", lambda m: (None, _en_minutes(m)), bound=True),
    _reader(
        rf"\b{_LENGTH} (?:or less|or under|or shorter|max(?:imum)?|tops|at most|at the most)",
        "minutes",
        lambda m: (None, _en_minutes(m)),
        bound=True,
    ),
    _reader(rf"{_AT_LEAST} {_LENGTH}(?: long)?", "minutes", lambda m: (_en_minutes(m), None), bound=True),
    _reader(
        rf"\b{_LENGTH} (?:or more|or longer|or over|plus|at least|minimum)|\b{_LENGTH}\+",
        "minutes",
        lambda m: (_minutes(m[1] or m[4], m[2] or m[5], m[3] or m[6]), None),
        bound=True,
    ),
    _reader(
        rf"(?:about|around|roughly|approx(?:imately)?\.?|circa|~) {_LENGTH}(?: long| or so)?",
        "minutes",
        lambda m: _around(_en_minutes(m), "minutes"),
    ),
    _reader(rf"\b{_LENGTH}(?:ish| or so| long)", "minutes", lambda m: _around(_en_minutes(m), "minutes")),
    _reader(
        rf"{_ZH_LENGTH}(?:[到至—~-]){_ZH_LENGTH}(?:之间|以内)?的?",
        "minutes",
        lambda m: (
            _minutes(m[1], m[3], "半" if m[2] or m[4] else None),
            _minutes(m[5], m[7], "半" if m[6] or m[8] else None),
        ),
    ),
    _reader(
        rf"{_ZH_N}(?:分钟)?[到至—~-]{_ZH_N}(小时|钟头|分钟)(?:之间|左右)?的?",
        "minutes",
        lambda m: (_minutes(m[1], m[3]), _minutes(m[2], m[3])),
    ),
    _reader(
        rf"(?:最好|控制)?(?:别|不要|不能|不)?(?:不?超过|少于|短于|低于|小于|多于){_ZH_LENGTH}(?:的|就行|就好)?",
        "minutes",
        lambda m: (
            (None, _zh_minutes(m))
            if re.match(r"(?:最好|控制)?(?:别|不要|不能|不|少|短|低|小)", m[0])
            else (_zh_minutes(m), None)
        ),
        bound=True,
    ),
    _reader(
        rf"{_ZH_LENGTH}(?:以内|之内|以下|内)(?:能看完)?的?|{_ZH_LENGTH}(?:能|可以|就能)看完的?",
        "minutes",
        lambda m: (None, _minutes(m[1] or m[5], m[3] or m[7], "半" if m[2] or m[4] or m[6] or m[8] else None)),
        bound=True,
    ),
    _reader(rf"(?:至少|长于|大于){_ZH_LENGTH}(?:以上)?的?", "minutes", lambda m: (_zh_minutes(m), None), bound=True),
    _reader(rf"{_ZH_LENGTH}(?:以上|往上|起步)的?", "minutes", lambda m: (_zh_minutes(m), None), bound=True),
    _reader(
        rf"(?:大概|大约|差不多)?{_ZH_LENGTH}(?:左右|上下)的?|(?:大概|大约|差不多){_ZH_LENGTH}的?",
        "minutes",
        lambda m: _around(
            _minutes(m[1] or m[5], m[3] or m[7], "半" if m[2] or m[4] or m[6] or m[8] else None), "minutes"
        ),
    ),
    _reader(
        (
            r"\b(?:not|nothing|isn'?t|ain'?t|without being|don'?t want (?:it|anything)|can'?t"
            r" be) (?:too|very|super|overly|that|so) long\b|(?:别|不要|不想看|不能|不|时长别"
            r"|时间别)太长的?|别(?:那么|这么)长的?"
        ),
        "minutes",
        lambda _: (None, _NOT_TOO_LONG),
    ),
    _reader(
        (
            r"\bshort(?= (?:documentar\w+|docs?|series|shows?|cartoons?|anime|horrors?|comed\w+"
            r"|films|movies|film|movie|one|flick|and|but|comed|horror|thriller|drama|\w+ (?:film"
            r"|movie|flick))|[,.!?]|$)(?! of)|^short and (?=\w)|短片|(?:很|超|特别)短的|时长短的"
            r"|(?:片子|电影)短一?点的?"
        ),
        "minutes",
        lambda m: (None, _SHORT),
    ),
    _reader(
        (
            r"\b(?:(?:nice |really |very |super )?long|lengthy)(?= (?:film|movie|one|flick"
            r"|epic|kind|version)|[,.!?]|$)|长片|时长长的|(?:很|超|特别|非常|够)长的"
        ),
        "minutes",
        lambda _: (_LONG, None),
    ),
    # years
    _reader(
        r"(?:from |in |of |within )?(?:the )?(?:last|past) (\d\d?|[a-z]+)(?: of)? (?:years|yrs)|(?:last|past) decade",
        "years",
        lambda m: _last_years(m[1] or "10"),
    ),
    _reader(
        r"(?:最近|过去|近)(?:这)?(\d\d?|[一二三四五六七八九十两]+)年(?:来|内|里|间|之内|以内)?的?",
        "years",
        lambda m: _last_years(m[1]),
    ),
    _reader(
        r"(?:这|近)几年的?|\b(?:the )?(?:last|past) few (?:years|yrs)", "years", lambda _: (_year_now(-_RECENT), None)
    ),
    _reader(
        r"(?:from |in )?\bthis year(?:'s)?\b|今年(?:上映|出|拍|播)?的?", "years", lambda _: (_year_now(), _year_now())
    ),
    _reader(
        r"(?:from |in )?\blast year(?:'s)?\b|去年(?:上映|出|拍|播)?的?",
        "years",
        lambda _: (_year_now(-1), _year_now(-1)),
    ),
    _reader(r"前年的?", "years", lambda _: (_year_now(-2), _year_now(-2))),
    _reader(
        (
            r"(?<!more )\b(?:recent(?:ly)?(?: (?:released?|made))?|brand new|new releases?"
            r"|new(?!er| (?:york|zealand|orleans|jersey|mexico|delhi|england|wave|year|ones?"
            r" every|world|job|life|town|school|girl|boy|kid))|modern(?! day))\b|最近(?:的"
            r"|出的|上映的|几年的?)|(?:最近)?新出的?|新上映的?|近年来?的?|新(?=片|电影|剧"
            r"|番|动画|的(?:片|电影|剧))|新一些的"
        ),
        "years",
        lambda _: (_year_now(-_RECENT), None),
    ),
    _reader(
        (
            r"\b(?:really |very )?old(?:[- ]school)?(?! (?:man|men|woman|women|lady|friends?"
            r"|couple|people|age|dog|house))(?= (?:[\w&-]+ ){0,3}(?:films?|movies?|flicks?"
            r"|ones|pictures?|stuff|hollywood|westerns?|comed\w+|musicals?|horrors?|thrillers?"
            r"|dramas?|noirs?)\b)|老(?=电影|片|港片|剧|动画|[港国美日韩英法][片剧产])"
        ),
        "years",
        lambda _: (None, _year_now(-_OLD)),
    ),
    _reader(
        (
            rf"(?:from |in |of |the |during )*(?:\b(?P<part>early|late|mid)[\s-]*(?:to[\s-]*\w+[\s-]*)?)?(?:the"
            rf" )?['’]?\b(?P<first>{_D})(?:['’]?s)?\b(?:\s*(?:and|or|to|through|-|/|&|till"
            rf"|until)\s*(?:the |early |late )?['’]?(?P<second>{_D})(?:['’]?s)?\b)?"
        ),
        "years",
        _decades,
    ),
    _reader(
        (
            r"(?:上(?:个)?世纪|20世纪|二十世纪|19)?(?P<first>(?:19|20)?\d0|[一二三四五六七八九][十零]"
            r"|[五六七八九](?=[六七八九]十))(?:年代)?(?:[和或到、至-]?(?P<second>(?:19|20)?\d0"
            r"|[一二三四五六七八九]十))?年代(?P<part>初|中|末|早|晚)?(?:期|叶)?的?"
        ),
        "years",
        _zh_decades,
    ),
    _reader(
        r"(?:from |in |of )?(?:(?:the )?(?:21st|twenty[- ]first)|this) century|(?:21|二十一)世纪的?",
        "years",
        lambda _: (2000, None),
    ),
    _reader(
        rf"\b(?:from|between) {_Y} (?:to|and|until|till|through|-) {_Y}|\b{_Y}\s?(?:-|–|to|through)\s?{_Y}\b",
        "years",
        lambda m: (int(m[1] or m[3]), int(m[2] or m[4])),
    ),
    _reader(rf"从?{_Y}年?[到至—~-]+{_Y}年?(?:之间)?的?", "years", lambda m: (int(m[1]), int(m[2]))),
    _reader(
        rf"\b(?:before|pre|earlier than|older than|prior to)[\s-]{_Y}\b",
        "years",
        lambda m: (None, int(m[1]) - 1),
        bound=True,
    ),
    _reader(rf"\b(?:until|till|up to|no later than) {_Y}\b", "years", lambda m: (None, int(m[1])), bound=True),
    _reader(
        rf"\b(?:after|later than|newer than|more recent than) {_Y}\b",
        "years",
        lambda m: (int(m[1]) + 1, None),
        bound=True,
    ),
    _reader(
        (
            rf"\b(?:since|from|post|starting)[\s-]{_Y}(?: on(?:wards?)?| and (?:later|newer"
            rf"|up)| up| or (?:later|newer))\b|\b(?:since|post)[\s-]{_Y}\b|\b{_Y} (?:on(?:wards?)?"
            rf"|and (?:later|newer|up|after)|or (?:later|newer))\b|\b{_Y}\+"
        ),
        "years",
        lambda m: (int(m[1] or m[2] or m[3] or m[4]), None),
        bound=True,
    ),
    _reader(
        rf"\b(?:around|about|circa|ca\.?|roughly) {_Y}\b|{_Y}年?(?:左右|前后)的?",
        "years",
        lambda m: _around(int(m[1] or m[2]), "years"),
    ),
    _reader(
        rf"(?:早于|在)?{_Y}年?(?:以前|之前|前)的?|早于{_Y}年?的?",
        "years",
        lambda m: (None, int(m[1] or m[2]) - 1),
        bound=True,
    ),
    _reader(rf"(?:在)?{_Y}年?(?:以后|之后|以来|起|后|开始)的?", "years", lambda m: (int(m[1]), None), bound=True),
    _reader(
        (
            rf"\b(?:since|after|post|from) (?:the )?['’]?({_D})(?:['’]?s)?(?: on(?:wards?)?)\b"
            rf"|\bsince the ['’]?({_D})(?:['’]?s)?\b"
        ),
        "years",
        lambda m: (_decade(m[1] or m[2]), None),
        bound=True,
    ),
    _reader(
        rf"(?:\b(?:from|in|of|made in|out in|released in) {_Y}\b|{_Y}(?:年(?:的|上映|出品|拍)?的?))",
        "years",
        lambda m: (int(m[1] or m[2]),) * 2,
    ),
    _reader(
        rf"(?<![\d$]){_Y}(?= (?:films?|movies?|comed|horror|thriller|drama|releases?))",
        "years",
        lambda m: (int(m[1]),) * 2,
    ),
    # ratings
    _reader(
        (
            rf"(?:nothing|not|no|never)(?: \w+)? (?:rated )?(?:under|below|less than|lower"
            rf" than|beneath) (?:an? )?{_RATE}(?! ?(?:h|m|min|mins|minutes|years?|hours?|hrs?)\b)"
            rf"|(?:别|不要|不)(?:低于|少于){_RATE}分?的?|低于{_RATE}分?的?(?:就)?(?:别|不要"
            rf"|算了)"
        ),
        "min_rating",
        lambda m: float(m[1] or m[2] or m[3]),
    ),
    _reader(
        (
            rf"(?:\b(?:imdb|rating|rated|score[ds]?|ratings?)(?: of| is)? )?(?:{_AT_LEAST}"
            rf"|better than|higher than) (?:an? )?(?:imdb )?(?:rating (?:of )?|score (?:of"
            rf" )?)?{_RATE}(?: stars?|/10| out of 10| on imdb| rating)*(?! ?(?:h|m|min|mins"
            rf"|years?|films?|\d|%|hours?)\b)(?![\d.,]*\d)"
        ),
        "min_rating",
        lambda m: float(m[1]),
    ),
    _reader(
        (
            rf"\b(?:(?:imdb|rating|rated|score[ds]?)(?: of| is)? )?{_RATE}(?:/10)?(?: (?:stars?"
            rf" )?(?:or (?:above|more|higher|better|up)|and (?:above|up|over|higher))|\s?\+)(?:"
            rf" on imdb| rating| stars?| imdb)*(?!\w)"
        ),
        "min_rating",
        lambda m: float(m[1]),
    ),
    _reader(
        (
            rf"(?:豆瓣|imdb|IMDb)?(?:评分|打分|分数|得分)?(?:要|得|在|至少|最低|不低于|高于"
            rf"|大于|超过)*{_RATE}分?(?:以上|往上|起步?|\+|及以上)的?|(?:豆瓣|imdb)?(?:评分"
            rf"|分数|打分)(?:要|得|在)?(?:至少|不低于|高于|大于|超过|最低){_RATE}分?的?|(?:至少"
            rf"|不低于|高于|超过){_RATE}分的?"
        ),
        "min_rating",
        lambda m: float(m[1] or m[2] or m[3]),
    ),
    _reader(
        r"(?:豆瓣|评分)?([一二三四五六七八九])分(?:以上|往上|起)的?",
        "min_rating",
        lambda m: float(CHINESE_DIGITS[m[1]]),
    ),
    _reader(
        (
            r"\b(?:highly|well|really well|critically)[- ](?:rated|reviewed|regarded|acclaimed)"
            r"|(?:with )?(?:good|great|high|strong|excellent) (?:reviews|ratings?|scores?)"
            r"|acclaimed|高分的?|口碑(?:不错|很?好|佳|爆棚)的?|评价(?:高|不错|很?好)的?|评分(?:很"
            r"|比较)?高一?[些点]?的?"
        ),
        "min_rating",
        lambda _: _WELL_RATED,
    ),
)
