"""What a text turns down: the words that do so, and how far they reach.

One reading serves titles, people, conditions and free words alike: whatever stands inside a scope is not wanted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.conversation.spans import UNREADABLE

# Words that hold a "no" and turn nothing down.
_HARMLESS = re.compile(
    r"\b(?:no (?:idea|problem|preference|worries|matter|wait|rush|limit|clue|one|need)"
    r"|why not|not (?:sure|bad|picky|fussy|bothered|only|just|gonna lie)"
    r"|(?:have ?n[o']?t|haven'?t|hasn'?t|never|not|havent)(?: yet| already| ever)?"
    r" (?:seen|watched|heard|decided)|don'?t (?:know|mind|care|remember|forget|have"
    r" (?:much|a lot|all))"
    r"|dunno|can'?t (?:decide|find|sleep|remember|think|go wrong|wait|get enough)"
    r"|if not|or not|doesn'?t matter|not too long ago|more or less|nevertheless|nothing"
    r" (?:in particular|special|specific|else)"
    r"|i'?m not (?:picky|fussy)|no[- ]brainer|non-?stop|non-?linear|too many choices"
    r"|me too|too(?=\s*(?:[,.!?]|$|please|pls)))\b"
    r"|有没有|没有?看过|没事|没关系|没想好|没什么(?:要求|想法|特别)|不错|不同|不一样"
    r"|不知道|不知|不管|不限|不会|不能错过|不用|不行|不如|不少|不懂|不了|不起|不止"
    r"|不断|不朽|不良"
    r"|差不多|好不好|是不是|要不要?(?=[,，。？?]|$|给|来|推)|能不能|可不可以|会不会"
    r"|想不到|看不够|不过|不好意思|说不定|不见不散|太空|太阳|太太|太平|太极|太古|老太"
    r"|皇太|犹太"
    r"|不[\u3400-\u9fff]{1,4}也(?:没关系|行|可以|无所谓|没事)|别的|别人|别墅|别样"
    r"|离别|告别|特别|分别|性别|级别|区别|个别|无聊的时候|无所谓|无间|无声|无双|无敌"
    r"|无厘头|非常|非洲|非凡|并非|是非|没完",
    re.IGNORECASE,
)
_NEGATOR = re.compile(
    r"\b(?:(?P<degree>less(?! than \d)|(?:not|nothing|isn'?t|without being|non|wasn'?t"
    r"|aren'?t|be)(?: (?:be|quite|all))* (?:too|so|that(?! (?:one|film|movie|show)\b)"
    r"|as|overly|super|very|really)"
    r"|(?:a (?:bit|little) |way |kinda |far |all |just )?too(?! long\b)|not (?:as|quite as))"
    r"|(?P<all>anything but|everything but|except(?:ing)?(?: for)?|excluding|exclude"
    r"|other than|apart from|aside from|besides|without|w/o|minus|neither|sick of"
    r"|tired of|enough (?:of|with)|rather than|instead of)"
    r"|(?P<no>no(?! more than)(?! longer)|not(?= \S)|none|nothing|never|nor|(?:do"
    r"|does|did|is|are|was|were|should|must|ca|can|could|would|wo)(?:n'?t| not)"
    r"(?: (?:really|ever|even))*(?: (?:want|like|need|be|have|feel like|do|show|give"
    r"|watch|see|care for|stand|enjoy|fancy|recommend|include|into|in the mood for)\b)?"
    r"|cannot stand|hates?|hated|avoid(?:ing)?|skip|dislike|leave out|but no|non|hold the))\b[\s-]*"
    r"|(?P<zh_degree>(?:不要|别|不想(?:要|看)?|不|不能|没|没有|不是|少)(?:那么|这么"
    r"|太|过于|过分|特别|很|怎么)|(?:有点|有些)?太|(?:不要|别)(?:再)?过于|少点|少一点)"
    r"|(?P<zh_all>除了|除去|除开|排除|去掉|剔除)"
    r"|(?P<zh_no>不要再?|不想再?(?:要|看|再看)?|不看|不是|别再?(?:带|给我?|推荐?|来"
    r"|放|要|有|看|是)*|没有|不带|不含|不喜欢|不爱看?|讨厌|拒绝|受不了|不能有|不能是"
    r"|不需要|不希望|不考虑|不吃|不接受|无(?=[\u3400-\u9fff])|非(?=[\u3400-\u9fff])"
    r"|不(?=[\u3400-\u9fff]))",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:(?:any|an?|the|too|so|more|by|from|to (?:watch|see)|want|of|about|set in"
    r"|set|in|with|really|very|that(?:'s| is| are)?|which (?:is|are)"
    r"|stuff|kinds?|those|these|another|anything|something|movies?|films?|shows?|ones?"
    r"|such|like|me|to|be|it|being|made|starring|featuring|directed by|having|similar"
    r" to|has|have|involving|please|and)\b[\s-]*"
    r"|(?:给我|推荐|什么|任何|那种|这种|再|都是|那些|看|有|要|像|类似|太|那么|这么|是|由|跟|和)+|\s+)*",
    re.IGNORECASE,
)
_END = re.compile(
    r"[,;:!?()（），。；：！？…]|\.(?=\s|\.|$)"
    r"|\s+(?:but|please|pls|plz|thanks|thank|thx|though|tho|just|only|because|cause"
    r"|coz|cuz|since|lol|tbh|haha|if|i|we|maybe|ideally|preferably|under|over|before"
    r"|after"
    r"|set|from the|from \d|for (?:me|my|us|a|the)|in it|this time|at all|either|again"
    r"|anymore|any ?more|thats|that's|and (?:not|no|under|over|preferably|maybe|something"
    r"|i|more|also|a bit|less|with|make|in|from|set))\b"
    r"|但是?|不过|而是|只要|最好|就行|就好|也别|也不|就可以|都行|都可以|都好|都看"
    r"|都成|也行|的都|之外|以外|吧|了(?=$|[\s,，。！!])|谢谢|的话|\s+(?=[\u3400-\u9fff])"
    r"|(?<=[\u3400-\u9fff])的(?=[^\s,，。！？!?都])(?!电影|片|剧|那种|东西|都|就)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_DEGREE_END = re.compile(r"\s+than\b|\s+(?:movies?|films?|shows?|series|one|ones)\b", re.IGNORECASE)
_LIST = re.compile(
    r"(?:\s*[,，、]\s*[\w'-]+(?:\s[\w'-]+)?){0,4}?\s*,?\s*(?:\bor\b|\bnor\b|或者?)\s*[\w'-]+(?:\s[\w'-]+)?",
    re.IGNORECASE,
)
_LIST_ALL = re.compile(
    r"(?:\s*[,，、]\s*[\w'-]+(?:\s[\w'-]+)?){0,4}?\s*,?\s*(?:\bor\b|\band\b|和|或者?)\s*[\w'-]+", re.IGNORECASE
)
# 以外 turns down what stands before it: 漫威以外的.
_BEHIND = re.compile(
    r"(?P<what>(?:(?<=^)|(?<=[\s,，。、；;]))[^\s,，。、；;除不别]{1,16}?)的?(?:以外"
    r"|之外|除外|(?:也|就|都)?(?:不要了?(?![\u3400-\u9fff\u0001A-Za-z])|算了|不用了"
    r"|免了|不看|不行|不考虑|给我排除|排除(?:掉)?|不用列|别列了?|饶了我吧?|别(?:给我)?(?:推"
    r"|来|列|看|放|上)(?:了)?|别(?=$|[\s,，。]))|看(?:腻|够|烦|过)(?:了)?(?:的)?(?:就)?不要了?"
    r"|pass|免谈)的?"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of a text that is turned down.

    Args:
        start: of the words that turn down.
        body, end: of what they turn down.
        is_open: "nothing over two hours": a bound inside says its opposite.
    """

    start: int
    body: int
    end: int
    is_open: bool

    def holds(self, place: int) -> bool:
        """Whether a place in the text is turned down."""
        return self.body <= place < self.end


def scopes(text: str) -> tuple[Scope, ...]:
    """All scopes in a text, in order; none overlaps another."""
    spoken = _HARMLESS.sub(lambda match: UNREADABLE * len(match[0]), text)
    found: list[Scope] = []
    for scope in (*_backward(text), *_forward(spoken)):
        if not any(scope.start < other.end and other.start < scope.end for other in found):
            found.append(scope)
    return tuple(sorted(found, key=lambda scope: scope.start))


def _forward(text: str) -> Iterator[Scope]:
    position = 0
    while match := _NEGATOR.search(text, position):
        kind = str(match.lastgroup)
        lead = _LEAD.match(text, match.end())
        body = lead.end() if lead else match.end()
        end = _end(text, body, kind)
        yield Scope(match.start(), match.end(), end, is_open=kind in {"no", "zh_no"})
        position = max(end, match.end())


def _end(text: str, body: int, kind: str) -> int:
    """Where a scope ends: with its clause, or with the list that it begins."""
    found = _END.search(text, body)
    end = found.start() if found else len(text)
    if kind == "no" and (joint := _AND.search(text, body, end)) and " or " not in text[body:end]:
        end = joint.start()
    if kind == "degree" and (than := _DEGREE_END.search(text, body, end)):
        end = than.start()
    if found and text[end : end + 1] in {",", "，", "、"}:
        rest = (_LIST_ALL if kind.endswith("all") else _LIST).match(text, end)
        if rest:
            return rest.end()
    return end


def _backward(text: str) -> Iterator[Scope]:
    for match in _BEHIND.finditer(text):
        yield Scope(match.start(), match.start(), match.end(), is_open=False)
