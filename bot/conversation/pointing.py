"""Places in the list at hand that a text points at: "the second one", "#3", 第二部, "the last two"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

LAST = -1
"""The last place of the list, whatever its length."""

_WORDS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5,
    "last": LAST, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "两": 2, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
}  # fmt: skip
_ORDINAL = r"(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last)"
_NOUN = r"(?: (?:one|film|movie|show|series|title|result|pick|suggestion|option|1))"
_POINT = re.compile(
    rf"\b(?P<some>(?:the )?(?:first|last) (?P<count>two|three|2|3))(?: ones)?\b"
    rf"|#\s?(?P<hash>[1-5])\b|\b(?:number|no\.?|nr\.?|option) ?(?P<number>[1-5]|one|two|three|four|five)\b"
    rf"|\b(?:the )?(?P<ordinal>{_ORDINAL}){_NOUN}(?: (?:you (?:showed|gave|listed)(?:"
    rf" me)?|on the list|in the list|there))?\b|\bthe (?P<bare>{_ORDINAL})\b(?! (?:\d"
    rf"|time|day|few|decade|years?|half|of|ever|century|world|act|part|season|five"
    rf"|ten|man|contact|blood|cow|jedi|samurai|emperor|picture)\b)"
    rf"|第\s?(?P<zh>[一二三四五1-5])\s?(?:部|个|条|名|号|片|集(?=片))(?!分)|(?P<zh_top>最[上前]面的?"
    rf"|头一)(?:那|一)?(?:部|个)|(?P<zh_last>(?:最后|倒数第|最[下后]面的?)[那一]?)(?:部"
    rf"|个)|(?P<zh_number>[一二三四五1-5])号(?=$|[^\d])"
    r"|(?P<zh_some>前|后|头)(?P<zh_count>[两二三23])(?:部|个)",
    re.IGNORECASE,
)
_ALSO = re.compile(
    rf"\s*(?:,|and|&|or|和|、|跟)\s*(?:the |#|number |no\.? ?|第)?(?P<also>{_ORDINAL}|[1-5])(?:{_NOUN}|部|个)?\b",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(
    r"(?<![A-Za-z0-9.])(?P<bare>[1-5])(?=\s*(?:[,、和跟与&]|and\b|$|[.!?]|都|也|拿|收|存|加|号|看过|on\b|to\b|for\b))",
    re.IGNORECASE,
)


_OF_IT = re.compile(
    r"(?:something|anything|more|stuff|others?) (?:similar|like it)(?=\W*$|[,.!?]"
    r"| but\b)|(?:来点|还有|再来|有没有|找|有|想看)(?:点|些)?(?:别的)?类似的(?!.*(?:像"
    r"|和|跟))|^类似的"
    r"|(?:(?<=like )|(?<=similar to )|(?<=not )|(?<=except )|(?<=as ))(?:that|this"
    r"|it)(?: (?:one|film|movie|show))?(?=\W*$|[,.!?]| but\b)"
    r"|(?:(?<=像)|(?<=类似)|(?<=类似于)|(?<=跟)|(?<=不要)|(?<=和))(?:这一?部|那一?部"
    r"|这个|那个|它)(?=的|那样|这样|差不多|一样|类似|同|$|[\s,，。])|(?:这|那)(?:一?部"
    r"|个)(?=不要|不行|算了)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Point:
    """A place in a text, and the places of the list that it points at (from 1; LAST)."""

    span: tuple[int, int]
    places: tuple[int, ...]


def points(text: str) -> tuple[Point, ...]:
    """All points in a text, in order."""
    found: list[Point] = []
    position = 0
    while match := _POINT.search(text, position):
        places, end = list(_places(match)), match.end()
        while also := _ALSO.match(text, end):
            places.append(_WORDS[also["also"].casefold()])
            end = also.end()
        found.append(Point((match.start(), end), tuple(places)))
        position = end
    return tuple(found)


def bare_numbers(text: str) -> tuple[Point, ...]:
    """Numbers that stand alone, which point only where nothing but a place can be meant: "seen 2 and 4"."""
    return tuple(Point(match.span(), (int(match["bare"]),)) for match in _BARE_NUMBER.finditer(text))


def of_it(text: str) -> tuple[Point, ...]:
    """Places where "that one" is what the wanted titles resemble, or must not: "more like that", "not that one"."""
    return tuple(Point(match.span(), (0,)) for match in _OF_IT.finditer(text))


def places(found: Iterable[Point]) -> tuple[int, ...]:
    """The places that points point at, in order, each once."""
    return tuple(dict.fromkeys(place for point in found for place in point.places))


def _places(match: re.Match[str]) -> tuple[int, ...]:
    said = {name: value.casefold() for name, value in match.groupdict().items() if value}
    if "some" in said or "zh_some" in said:
        count = _WORDS[said.get("count") or said["zh_count"]]
        from_end = said.get("some", "").startswith(("last", "the last")) or said.get("zh_some") == "后"
        return tuple(-n for n in range(count, 0, -1)) if from_end else tuple(range(1, count + 1))
    if "zh_top" in said:
        return (1,)
    if "zh_last" in said:
        return (LAST,)
    return (
        _WORDS[next(said[name] for name in ("hash", "number", "ordinal", "bare", "zh", "zh_number") if name in said)],
    )
