"""Questions about titles: what one is, two set against each other, and whatever else is asked of the one spoken of."""

import re
from dataclasses import replace

from bot.conversation import changes, naming, phrases, pointing, requests
from bot.conversation.reading import Reading
from bot.conversation.reply import Intent
from bot.conversation.spans import ENDS, LETTER, without
from data.filters import Filters
from data.title import Title
from retrieval.lexicon import HAN
from retrieval.mentions import Mentions, TitleMention
from retrieval.request import Request


def which(titles: tuple[Title, ...], topic: str = "") -> Reading:
    """A question about a title; which of several is meant is asked back."""
    return Reading(Intent.DETAILS, titles=titles[:1], choices=titles if len(titles) > 1 else (), topic=topic)


def _fitting(titles: tuple[Title, ...], filters: Filters) -> tuple[Title, ...]:
    """The titles of which what is said of them is true; all of them where it is true of none."""
    return tuple(title for title in titles if filters.admits(title)) or titles


def comparison(text: str, named: tuple[TitleMention, ...], mentions: Mentions) -> Reading | None:
    """ "Heat or Collateral, which is longer?", "which of these is the shortest?" """
    rest = without(text, naming.spans_of(named))
    pointed = pointing.places(pointing.points(rest))
    is_asked = bool(phrases.COMPARING.search(rest))
    is_choice = (
        len(named) == 2
        and re.search(r"\b(?:or|vs\.?|versus)\b|还是|和|跟", text[named[0].end : named[1].start])
        and text.rstrip().endswith(("?", "？", "吗"))
    )
    two = (
        naming.pair(text, mentions)
        if (is_asked or text.rstrip().endswith(("?", "？"))) and len(named) < 2 and not pointed
        else ()
    )
    topic = next((column for column, pattern in phrases.COMPARED if pattern.search(rest)), "")
    if len(two) > 1 and not phrases.SYNOPSIS.search(text):
        return Reading(Intent.COMPARE, titles=two, topic=topic)
    if not (is_asked or is_choice) or (len(named) == 1 and not pointed):
        return None
    if len(named) < 2 and not pointed and not _COMPARES_THE_LIST.search(text):
        return None
    if len(pointed) == 1 and not named and phrases.IT.search(rest):
        pointed = (0, *pointed)
    return Reading(Intent.COMPARE, titles=naming.titles_of(named), points=pointed, topic=topic)


_COMPARES_THE_LIST = re.compile(r"\bwhich\b(?!.*\b(?:has|have) the most)|of (?:these|those|them|the)|哪", re.IGNORECASE)


def details(text: str, named: tuple[TitleMention, ...], mentions: Mentions) -> Reading | None:
    """A bare title, though misspelt; "tell me about X", "who directed it", 第二部讲什么, "I have not seen X"."""
    rest = without(text, naming.spans_of(named))
    pointed = pointing.points(rest)
    topic = next((topic for topic, pattern in phrases.QUESTION if pattern.search(rest)), None)
    if any(_LIKENESS_BEFORE.search(text[: m.start]) for m in named) or requests.BY_THE_MAKER.search(text):
        return None
    if changes.drops(text, mentions)[0] and not named:
        return None
    if pointing.of_it(text) or (phrases.SAME_MAKER.search(text) and _OTHER_WORKS.search(text)):
        return None
    told = requests.asked(rest, (), mentions) if topic is not None else None
    if topic is None or told is None or told.is_told:
        return _merely_named(text, named, pointed, mentions)
    left = without(rest, [point.span for point in pointed])
    for _, pattern in phrases.QUESTION:
        left = pattern.sub(" ", left)
    asked_of = requests.asked(phrases.IT.sub(" ", left), (), mentions).request
    if named and (not _says_more(asked_of) or len(named[0].titles) > 1):
        titles = _fitting(named[0].titles, asked_of.filters)
        return which(titles, topic)
    if pointed and not _says_more(asked_of):
        return Reading(Intent.DETAILS, points=pointing.places(pointed)[:1], topic=topic)
    return _of_a_name(text, left, topic, told.request.filters, asked_of.filters, mentions) if not named else None


def _of_a_name(text: str, left: str, topic: str, told: Filters, more: Filters, mentions: Mentions) -> Reading | None:
    """A question about the title in its frame, or about "it"; a name that no title has is said to be unknown.

    Args:
        text, left: the message, and what no question explains of it.
        topic: what is asked.
        told, more: conditions in the message, and in what is left of it.
        mentions: names of the catalogue.
    """
    opening = phrases.ABOUT_A_TITLE.sub("", text, count=1)
    name = phrases.ABOUT_A_TITLE.sub("", opening).strip(ENDS)
    framed = naming.titles_in_frame(text, mentions)
    framed = _fitting(framed, told)
    if framed and not phrases.IT.fullmatch(naming.name_in_frame(text)):
        return which(framed, topic)
    is_it = bool(phrases.IT.search(left)) or not LETTER.search(phrases.IT.sub("", left).replace("and", ""))
    is_it = is_it or bool(topic and _ASKS_OF_IT.match(text) and not more)
    if is_it and not more:
        return Reading(Intent.DETAILS, topic=topic)
    if name == text.strip(ENDS) and not topic and _TELL_ME.search(text):
        name = naming.name_in_frame(text)
    if name != text.strip(ENDS) and not more:
        titles = mentions.named(name)
        if titles:
            return which(titles, topic)
        if mentions.person_named(name) is None and re.search(r"[^\W_]{2}", name):
            return Reading(Intent.DETAILS, unknown=name.strip('《》"“”'), topic=topic)
    return None


_ASKS_OF_IT = re.compile(
    (
        r"^(?:and |so |but |ok |那|那么)*(?:who|how long|when|what year|how many seasons"
        r"|is it|was it|what'?s (?:it|the)|where)\b|^(?:那|它|这部|这片)?(?:片长|导演"
        r"|主演|评分|剧情|时长|演员|几季|哪年|谁)"
    ),
    re.IGNORECASE,
)


_LIKENESS_BEFORE = re.compile(
    (
        r"\b(?:like|similar to|vibes? of|style of|reminds? me of|meets|as good as|director"
        r" of|than)\s+$|(?:类似于?|像|跟|和)[《「\"]?$"
    ),
    re.IGNORECASE,
)


_QUESTION_WORD = re.compile(
    (
        r"^(?:(?:and|so|but|ok|hmm+|also|wait|btw|oh)[\s,]+)*(?:is|was|were|are|does|did"
        r"|do|has|have|had|how|what|what's|who|who's|where|when|which|can|will)\b(?! (?:you"
        r"|i|we|else|should|about|would|other|there any)\b)"
    ),
    re.IGNORECASE,
)


_THE_ONE = re.compile(
    (
        r"\b(?:it|that one|this one|they|them|the (?:film|movie|show|series)|its)\b(?!"
        r" (?:up|out loud))"
    ),
    re.IGNORECASE,
)


def question(text: str, named: tuple[TitleMention, ...], mentions: Mentions) -> Reading | None:
    """A question about a title named, or spoken of, whatever it asks."""
    if phrases.SAME_MAKER.search(text):
        return None
    if HAN.search(text):
        return _question_zh(text, named, mentions)
    if not _QUESTION_WORD.match(text) or _GOES_ON_ASKING.search(text):
        return None
    if len(named) == 1:
        return Reading(Intent.DETAILS, titles=named[0].titles[:1])
    is_request = requests.asked(text, (), mentions).is_told
    return Reading(Intent.DETAILS) if not named and _THE_ONE.search(text) and not is_request else None


_QUESTION_ZH = re.compile(r"吗|么(?:$|[?？])|谁|几|多少|啥|什么|哪|是不是|有没有|怎么|多长|如何|(?<=呢)$|[?？]")


_ASKS_ZH = re.compile(
    r"推荐|类似|像|想看|还有|别的|再来|来点|换|找|给我|适合.*看的$|接下来|看啥|差不多|同款|有什么|有啥|有没有.*的$"
    r"|值得看的|好看的|求"
)


def _question_zh(text: str, named: tuple[TitleMention, ...], mentions: Mentions) -> Reading | None:
    pointed = pointing.places(pointing.points(without(text, naming.spans_of(named))))
    if not _QUESTION_ZH.search(text) or _ASKS_ZH.search(text) or len(named) > 1:
        return None
    if named:
        told = requests.asked(text, named, mentions).request.filters
        return Reading(Intent.DETAILS, titles=_fitting(named[0].titles, told)[:1])
    if pointed:
        return Reading(Intent.DETAILS, points=pointed[:1])
    if framed := naming.titles_in_frame(text, mentions):
        return Reading(Intent.DETAILS, titles=framed[:1])
    is_it = phrases.IT.search(text) or _OF_A_TITLE.search(text)
    return (
        Reading(Intent.DETAILS)
        if is_it and len(text) <= 20 and not requests.asked(text, (), mentions).is_told
        else None
    )


_OF_A_TITLE = re.compile(
    r"结局|男主|女主|主角|主演|导演|原著|小说改|真事|真实(?:故事|事件)改|配乐|画风"
    r"|片长|几集|多少集|对白|字幕|改编的吗|黑白的吧|续集"
)


_GOES_ON_ASKING = re.compile(
    (
        r"\b(?:like|similar|more|recommend|suggest|else|any|some|good (?:films?|movies?"
        r"|shows?))\b"
    ),
    re.IGNORECASE,
)


_OTHER_WORKS = re.compile(r"拍过|导过|其他|别的|其它|还拍|作品|films|movies|else|other|more|stuff", re.IGNORECASE)


_TELL_ME = re.compile(r"\b(?:info|details|heard of|tell me|know) ", re.IGNORECASE)


def _says_more(request: Request) -> bool:
    """Whether more is asked than a question about a title says: a kind alone is part of its name."""
    return bool(replace(request.filters, kind=None))


def _merely_named(
    text: str, named: tuple[TitleMention, ...], pointed: tuple[pointing.Point, ...], mentions: Mentions
) -> Reading | None:
    """A title or a place of the list and no more."""
    rest = without(text, [*naming.spans_of(named), *(point.span for point in pointed)])
    is_bare = not LETTER.search(_BARE.sub("", rest))
    if named and is_bare and len(named) == 1:
        return which(named[0].titles)
    if pointed and is_bare:
        return Reading(Intent.DETAILS, points=pointing.places(pointed)[:1])
    if named or pointed or requests.asked(text, (), mentions).request.filters:
        return None
    titles = mentions.named(text.strip(ENDS))
    return which(titles) if titles else None


_BARE = re.compile(
    (
        r"\b(?:the|film|movie|series|show|one|please|pls|hmm+|ok|and|what about|how about"
        r"|tell me)\b|电影|这部|那部|吧|呢|看看"
    ),
    re.IGNORECASE,
)
