"""Text → what is meant: a request for titles, feedback, a command, or something else.

Rules only, so that the same words always mean the same; what no rule knows is put to the classifier (intents.py).
"""

import re
import unicodedata
from dataclasses import replace

from bot.conversation import changes, conditions, naming, phrases, pointing, requests
from bot.conversation.reading import Change, Reading
from bot.conversation.reply import Intent
from data.title import Title
from retrieval.lexicon import ABBREVIATIONS, CANTONESE, HAN
from retrieval.mentions import Mentions, TitleMention
from retrieval.names import simplified
from retrieval.request import Request

_LONGEST = 600  # characters that are read; nobody describes a film at greater length
_LETTER = re.compile(r"[^\W_]")
_SHORTHAND = re.compile(r"(?<![\w'/&-])[a-z0-9]+(?:/[a-z]?)?(?![\w'-])")
_ADVERBS = re.compile(r"\b(?:actually|really|even|exactly|honestly|currently|ever)\b ?", re.IGNORECASE)
_COMMAND = re.compile(r"/([A-Za-z0-9_]+)(?:@\w+)?(?:\s+(.*))?$", re.DOTALL)
_PARTS = re.compile(r"[,.!?;，。！？；~～]+|\s(?=[\u3400-\u9fff])")
_END = " .?!,。？！，~～"

_WHOLE_MESSAGES = (
    (Intent.SMALLTALK, phrases.HELLO, "hello"),
    (Intent.SMALLTALK, phrases.THANKS, "thanks"),
    (Intent.SMALLTALK, phrases.BYE, "bye"),
    (Intent.SMALLTALK, phrases.FINE, "fine"),
    (Intent.SMALLTALK, phrases.WHO_ARE_YOU, "who"),
    (Intent.HELP, phrases.HELP, ""),
    (Intent.HISTORY, phrases.HISTORY, ""),
    (Intent.SMALLTALK, phrases.FILM_TALK, "films"),
)


def prepared(text: str) -> str:
    """A message as it is read: full-width as half-width, Simplified Chinese, no control characters, bounded."""
    text = unicodedata.normalize("NFKC", text[: 4 * _LONGEST])
    text = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in text)
    text = simplified(" ".join(text.split()))[:_LONGEST].replace("’", "'").replace("‘", "'").translate(CANTONESE)
    return _SHORTHAND.sub(lambda match: ABBREVIATIONS.get(match[0], match[0]), text)


def command_of(text: str) -> Reading | None:
    """The command that a text is, or None. Needs no catalogue."""
    match = _COMMAND.match(text.strip())
    if not match:
        return None
    return Reading(Intent.UNCLEAR, topic=match[1].casefold(), argument=prepared(match[2] or ""))


def small_talk_of(text: str) -> Reading | None:
    """What can be answered without a catalogue, or None."""
    text = _ADVERBS.sub("", text) or text
    for intent, pattern, topic in _WHOLE_MESSAGES:
        if pattern.fullmatch(text):
            return Reading(intent, topic=topic)
    parts = [part for part in _PARTS.split(text) if _LETTER.search(part)]
    if 1 < len(parts) <= 4:
        read = [
            next((i for i, (_, pattern, _) in enumerate(_WHOLE_MESSAGES) if pattern.fullmatch(part)), None)
            for part in parts
        ]
        if None not in read:
            intent, _, topic = _WHOLE_MESSAGES[max(i for i in read if i is not None)]
            return Reading(intent, topic=topic)
    language = phrases.LANGUAGE.fullmatch(text)
    if language:
        return Reading(Intent.SETTINGS, topic="language", argument=next(filter(None, language.groups()), ""))
    is_verdict = text.strip() in {"👍", "👎"}
    is_readable = is_verdict or (_LETTER.search(text) and not phrases.NONSENSE.search(text))
    return None if is_readable else Reading(Intent.UNCLEAR)


def understand(text: str, mentions: Mentions) -> Reading:
    """Read a prepared message that is neither a command nor small talk."""
    bare = _bare_title(text, mentions)
    if bare:
        return bare
    if phrases.MORE.fullmatch(text):
        return Reading(Intent.RECOMMEND, more=True)
    if phrases.ANYTHING.fullmatch(text):
        return Reading(Intent.RECOMMEND)
    if phrases.UNDO.fullmatch(text):
        return Reading(Intent.FEEDBACK, undoes=True)
    if phrases.PRIVACY.search(text):
        return Reading(Intent.PRIVACY, removes=bool(phrases.ERASES.search(text)))
    over_again = phrases.OVER_AGAIN.match(text)
    if over_again:
        rest = text[over_again.end() :]
        while again := phrases.OVER_AGAIN.match(rest):
            rest = rest[again.end() :]
        if not _LETTER.search(rest):
            return Reading(Intent.SETTINGS, topic="reset", begins_anew=True)
        reading = _request(rest, mentions.titles(rest), mentions)
        if reading.drops and not reading.request:
            return reading  # 算了，年代不限
        return replace(reading, begins_anew=True, change=Change.ANEW)
    text = mentions.spelled(text)
    if (
        mentions.is_gibberish(text)
        and not conditions.find(text, mentions.keywords)
        and not mentions.named(text.strip(_END))
    ):
        return Reading(Intent.UNCLEAR)
    named = mentions.titles(text)
    return _other_than_request(text, named, mentions) or _request(text, named, mentions)


def _bare_title(text: str, mentions: Mentions) -> Reading | None:
    """A message that is a title and nothing else."""
    titles = mentions.exactly(text.strip(_END).strip('《》"“”「」'))
    if not titles or phrases.MORE.fullmatch(text) or phrases.OVER_AGAIN.fullmatch(text):
        return None
    return Reading(Intent.DETAILS, titles=titles[:1], choices=titles if len(titles) > 1 else ())


def _other_than_request(text: str, named: tuple[TitleMention, ...], mentions: Mentions) -> Reading | None:
    """The intents that are known by their words, the surest first."""
    if phrases.BIRTH.search(text):
        rest = phrases.BIRTH.sub(" ", text)
        return replace(_request(rest, named, mentions), asks_birth=True)
    if len(named) == 1 and phrases.NOT_SEEN.search(text[: named[0].start]):
        return Reading(Intent.DETAILS, titles=named[0].titles[:1])
    if phrases.EXPLAINING.match(text):
        titles = _titles(named) or naming.titles_in_frame(text, mentions)[:1]
        return replace(_about(Intent.EXPLAIN, text, named), titles=titles)
    if phrases.ANALYSING.search(text) and not _PLOT_LEAD.search(text):
        return Reading(Intent.ANALYSE)
    if phrases.SYNOPSIS.search(text):
        return _about(Intent.SYNOPSIS, text, named)
    if phrases.INVENT.search(text):
        return Reading(Intent.INVENT)
    return (
        _feedback(text, named, mentions)
        or _comparison(text, named, mentions)
        or _watchlist(text, named, mentions)
        or _details(text, named, mentions)
        or _question(text, named, mentions)
        or (Reading(Intent.UNCLEAR) if phrases.OFF_TOPIC.search(text) and not named else None)
    )


_PLOT_LEAD = re.compile(
    r"^(?:a |the )?(?:films?|movies?|one|story) (?:where|about|in which)|^(?:那个|有个|一个)?讲", re.IGNORECASE
)


def _about(intent: Intent, text: str, named: tuple[TitleMention, ...]) -> Reading:
    points = pointing.places(pointing.points(_without(text, _spans(named))))
    return Reading(intent, titles=_titles(named), points=points)


def _feedback(text: str, named: tuple[TitleMention, ...], mentions: Mentions) -> Reading | None:
    """ "Loved it", "seen the second one", "I hated Avatar": a verdict, and nothing else but filler."""
    pointed = pointing.points(_without(text, _spans(named)))
    rest = _without(text, [*_spans(named), *(point.span for point in pointed)])
    for verdict, pattern in phrases.VERDICTS:
        found = pattern.search(rest)
        if not found:
            continue
        numbers = () if pointed or named else pointing.bare_numbers(rest)
        rest = _without(rest, [point.span for point in numbers])
        for _, other in phrases.VERDICTS:
            rest = other.sub(" ", rest)
        rest = " ".join(phrases.AROUND_A_VERDICT.sub(" ", rest).split())
        titles = _titles(named)
        if _LETTER.search(rest):
            if named or pointed:
                is_aside = len(rest) <= _ASIDE and not _GOES_ON.search(text)
                if not is_aside:
                    return None
            else:
                titles = mentions.exactly(rest)[:1] or mentions.named(rest)[:1]
                if not titles:
                    return None
        if phrases.ALL_OF_THEM.search(text) and not named and not pointed:
            return Reading(Intent.FEEDBACK, verdict=verdict, points=(1, 2, 3, 4, 5), topic="all")
        places = pointing.places((*pointed, *numbers))
        return Reading(Intent.FEEDBACK, verdict=verdict, titles=titles, points=places)
    return None


_ASIDE = 24  # characters beside a verdict that say no more than how it was meant
_GOES_ON = re.compile(
    r"[?？]|\b(?:what|next|more|similar|like (?!it\b)|recommend|suggest|something"
    r"|anything|but (?:with|not|less|more|funnier)|else|give|show|find|want|than|without"
    r"|vibes?)\b"
    r"|类似|推荐|还有|别的|接下来|想看|有没有|那样|那种|来点|找|换|像|再来|差不多|的(?:电影|片|剧)|除了|之外|以外",
    re.IGNORECASE,
)


def _comparison(text: str, named: tuple[TitleMention, ...], mentions: Mentions) -> Reading | None:
    """ "Heat or Collateral, which is longer?", "which of these is the shortest?" """
    rest = _without(text, _spans(named))
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
    if len(two) > 1 and not phrases.SYNOPSIS.search(text):
        topic = next((column for column, pattern in phrases.COMPARED if pattern.search(rest)), "")
        return Reading(Intent.COMPARE, titles=two, topic=topic)
    if not (is_asked or is_choice) or (len(named) == 1 and not pointed):
        return None
    if len(named) < 2 and not pointed and not _COMPARES_THE_LIST.search(text):
        return None
    topic = next((column for column, pattern in phrases.COMPARED if pattern.search(rest)), "")
    if len(pointed) == 1 and not named and phrases.IT.search(rest):
        pointed = (0, *pointed)
    return Reading(Intent.COMPARE, titles=_titles(named), points=pointed, topic=topic)


_COMPARES_THE_LIST = re.compile(r"\bwhich\b(?!.*\b(?:has|have) the most)|of (?:these|those|them|the)|哪", re.IGNORECASE)


def _watchlist(text: str, named: tuple[TitleMention, ...], mentions: Mentions) -> Reading | None:
    rest = _without(text, _spans(named))
    takes_off = _TAKES_OFF.search(rest) if named else None
    if not (takes_off or phrases.WATCHLIST.search(rest)):
        return None
    pointed = pointing.points(rest) or pointing.bare_numbers(rest)
    titles = _titles(named) or (() if pointed else naming.titles_in_frame(text, mentions)[:1])
    return Reading(
        Intent.WATCHLIST,
        titles=titles,
        points=pointing.places(pointed),
        removes=bool(phrases.WATCHLIST_REMOVES.search(rest)),
        topic="" if titles or pointed or phrases.IT.search(rest) else "list",
    )


_TAKES_OFF = re.compile(
    (
        r"[把将]\s*[《》]*\s*(?:从.*)?(?:去掉|拿掉|删掉?|移掉|移除|移出)|^(?:(?:and|ok"
        r"|then|pls|please)\s+)*(?:remove|take off|take|delete)\s+(?:off)?\s*$"
    ),
    re.IGNORECASE,
)


def _details(text: str, named: tuple[TitleMention, ...], mentions: Mentions) -> Reading | None:
    """A bare title, though misspelt; "tell me about X", "who directed it", 第二部讲什么, "I have not seen X"."""
    rest = _without(text, _spans(named))
    pointed = pointing.points(rest)
    topic = next((topic for topic, pattern in phrases.QUESTION if pattern.search(rest)), None)
    if any(_LIKENESS_BEFORE.search(text[: m.start]) for m in named) or requests.BY_THE_MAKER.search(text):
        return None
    if changes.drops(text, mentions)[0] and not named:
        return None
    if pointing.of_it(text) or (_SAME_MAKER.search(text) and _OTHER_WORKS.search(text)):
        return None
    if topic is None or requests.asked(rest, (), mentions).is_told:
        return _merely_named(text, named, pointed, mentions)
    left = _without(rest, [point.span for point in pointed])
    for _, pattern in phrases.QUESTION:
        left = pattern.sub(" ", left)
    asked_of = requests.asked(phrases.IT.sub(" ", left), (), mentions).request
    if named and (not _says_more(asked_of) or len(named[0].titles) > 1):
        titles = tuple(title for title in named[0].titles if asked_of.filters.admits(title)) or named[0].titles
        return Reading(
            Intent.DETAILS, titles=_titles(named[:1]), choices=titles if len(titles) > 1 else (), topic=topic
        )
    if pointed and not _says_more(asked_of):
        return Reading(Intent.DETAILS, points=pointing.places(pointed)[:1], topic=topic)
    opening = phrases.ABOUT_A_TITLE.sub("", text, count=1)
    name = phrases.ABOUT_A_TITLE.sub("", opening).strip(_END)
    framed = naming.titles_in_frame(text, mentions)
    told = requests.asked(rest, (), mentions).request.filters
    framed = tuple(title for title in framed if told.admits(title)) or framed
    if framed and not phrases.IT.fullmatch(naming.name_in_frame(text)):
        return Reading(Intent.DETAILS, titles=framed[:1], choices=framed if len(framed) > 1 else (), topic=topic)
    is_it = bool(phrases.IT.search(left)) or not _LETTER.search(phrases.IT.sub("", left).replace("and", ""))
    is_it = is_it or bool(topic and _ASKS_OF_IT.match(text) and not asked_of.filters)
    if is_it and not asked_of.filters and not named:
        return Reading(Intent.DETAILS, topic=topic)
    if name != text.strip(_END) and not asked_of.filters:
        titles = mentions.named(name)
        if titles:
            return Reading(Intent.DETAILS, titles=titles[:1], choices=titles if len(titles) > 1 else (), topic=topic)
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


def _question(text: str, named: tuple[TitleMention, ...], mentions: Mentions) -> Reading | None:
    """A question about a title named, or spoken of, whatever it asks."""
    if _SAME_MAKER.search(text):
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
    pointed = pointing.places(pointing.points(_without(text, _spans(named))))
    if not _QUESTION_ZH.search(text) or _ASKS_ZH.search(text) or len(named) > 1:
        return None
    if named:
        told = requests.asked(text, named, mentions).request.filters
        fitting = tuple(title for title in named[0].titles if told.admits(title)) or named[0].titles
        return Reading(Intent.DETAILS, titles=fitting[:1])
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


def _says_more(request: Request) -> bool:
    """Whether more is asked than a question about a title says: a kind alone is part of its name."""
    return bool(replace(request.filters, kind=None))


def _merely_named(
    text: str, named: tuple[TitleMention, ...], pointed: tuple[pointing.Point, ...], mentions: Mentions
) -> Reading | None:
    """A title or a place of the list and no more."""
    rest = _without(text, [*_spans(named), *(point.span for point in pointed)])
    is_bare = not _LETTER.search(_BARE.sub("", rest))
    if named and is_bare and len(named) == 1:
        titles = named[0].titles
        return Reading(Intent.DETAILS, titles=titles[:1], choices=titles if len(titles) > 1 else ())
    if pointed and is_bare:
        return Reading(Intent.DETAILS, points=pointing.places(pointed)[:1])
    if named or pointed or requests.asked(text, (), mentions).request.filters:
        return None
    titles = mentions.named(text.strip(_END))
    return Reading(Intent.DETAILS, titles=titles[:1], choices=titles if len(titles) > 1 else ()) if titles else None


_BARE = re.compile(
    (
        r"\b(?:the|film|movie|series|show|one|please|pls|hmm+|ok|and|what about|how about"
        r"|tell me)\b|电影|这部|那部|吧|呢|看看"
    ),
    re.IGNORECASE,
)


def _request(text: str, named: tuple[TitleMention, ...], mentions: Mentions) -> Reading:
    """A request for titles, and what it does to the one at hand."""
    first, second = changes.corrected(text)
    if second:
        before, after = (_request(part, mentions.titles(part), mentions) for part in (first, second))
        return replace(before, request=changes.merged(before.request, after.request, replaces=True))
    returned = phrases.RETURN.search(text)
    if returned:
        rest = text[: returned.start()] + " " + text[returned.end() :]
        asked = requests.asked(rest, mentions.titles(rest), mentions)
        return Reading(Intent.RECOMMEND, asked.request, change=Change.RETURN)
    drops, rest = changes.drops(text, mentions)
    if rest != text:
        named = mentions.titles(rest)
    nudges, rest = changes.nudges(rest, [(m.start, m.end) for m in named])
    asked = requests.asked(rest, named, mentions)
    request = asked.request
    is_likeness = bool(request.like or asked.points or asked.choices)
    change = Change.ANEW if is_likeness else changes.change(text, request, is_told=asked.is_told)
    if (nudges or drops or asked.not_points) and not is_likeness and change is Change.ANEW and not asked.is_told:
        change = Change.REFINE
    return Reading(
        Intent.RECOMMEND,
        request,
        choices=asked.choices,
        change=change,
        nudges=nudges,
        drops=drops,
        like_points=asked.points,
        unlike_points=asked.not_points,
        is_told=asked.is_told,
        by_maker=bool(_SAME_MAKER.search(text)),
        unknown=None if request.like or asked.is_told else mentions.unknown(text),
    )


_SAME_MAKER = re.compile(
    (
        r"\b(?:by|from|(?:this|that|the same|same)) (?:the |this |that )?(?:same )?director\b(?!"
        r" of)|\bwhat else (?:did|has|have) (?:he|she|they|the director)\b|(?:这个|这位"
        r"|那个|这|那|同一?个?)导演(?!是|的?评)|(?:他|她)(?:导|拍|执导)?的?(?:其他|别的"
        r"|其它)"
    ),
    re.IGNORECASE,
)


def _titles(named: tuple[TitleMention, ...]) -> tuple[Title, ...]:
    return tuple(dict.fromkeys(mention.titles[0] for mention in named))


def _spans(named: tuple[TitleMention, ...]) -> list[tuple[int, int]]:
    return [(mention.start, mention.end) for mention in named]


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with places blanked out; what is left keeps its place."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
