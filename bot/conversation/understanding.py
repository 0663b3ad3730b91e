"""Text → what is meant: a request for titles, feedback, a command, or something else.

Rules only, so that the same words always mean the same; what no rule knows is put to the classifier (intents.py).
"""

import re
import unicodedata
from dataclasses import replace

from bot.conversation import changes, conditions, merging, naming, phrases, pointing, questions, requests
from bot.conversation.reading import Change, Reading
from bot.conversation.reply import Intent
from bot.conversation.spans import ENDS, LETTER, without
from retrieval.lexicon import ABBREVIATIONS, CANTONESE
from retrieval.mentions import Mentions, TitleMention
from retrieval.names import simplified

_LONGEST = 600  # characters that are read; nobody describes a film at greater length
_SHORTHAND = re.compile(r"(?<![\w'/&-])[a-z0-9]+(?:/[a-z]?)?(?![\w'-])")
_ADVERBS = re.compile(r"\b(?:actually|really|even|exactly|honestly|currently|ever)\b ?", re.IGNORECASE)
_COMMAND = re.compile(r"/([A-Za-z0-9_]+)(?:@\w+)?(?:\s+(.*))?$", re.DOTALL)
_PARTS = re.compile(r"[,.!?;，。！？；~～]+|\s(?=[\u3400-\u9fff])")

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
    parts = [part for part in _PARTS.split(text) if LETTER.search(part)]
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
    is_readable = is_verdict or (LETTER.search(text) and not phrases.NONSENSE.search(text))
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
        if not LETTER.search(rest):
            return Reading(Intent.SETTINGS, topic="reset", begins_anew=True)
        reading = _request(rest, mentions.titles(rest), mentions)
        if reading.drops and not reading.request:
            return reading  # 算了，年代不限
        return replace(reading, begins_anew=True, change=Change.ANEW)
    text = mentions.spelled(text)
    if (
        mentions.is_gibberish(text)
        and not conditions.find(text, mentions.keywords)
        and not mentions.named(text.strip(ENDS))
    ):
        return Reading(Intent.UNCLEAR)
    named = mentions.titles(text)
    return _other_than_request(text, named, mentions) or _request(text, named, mentions)


def _bare_title(text: str, mentions: Mentions) -> Reading | None:
    """A message that is a title and nothing else."""
    titles = mentions.exactly(text.strip(ENDS).strip('《》"“”「」'))
    if not titles or phrases.MORE.fullmatch(text) or phrases.OVER_AGAIN.fullmatch(text):
        return None
    return questions.which(titles)


def _other_than_request(text: str, named: tuple[TitleMention, ...], mentions: Mentions) -> Reading | None:
    """The intents that are known by their words, the surest first."""
    if phrases.BIRTH.search(text):
        rest = phrases.BIRTH.sub(" ", text)
        return replace(_request(rest, named, mentions), asks_birth=True)
    if len(named) == 1 and phrases.NOT_SEEN.search(text[: named[0].start]):
        return Reading(Intent.DETAILS, titles=named[0].titles[:1])
    if phrases.EXPLAINING.match(text):
        titles = naming.titles_of(named) or naming.titles_in_frame(text, mentions)[:1]
        return replace(_about(Intent.EXPLAIN, text, named), titles=titles)
    if phrases.ANALYSING.search(text) and not _PLOT_LEAD.search(text):
        return Reading(Intent.ANALYSE)
    if phrases.SYNOPSIS.search(text):
        return _about(Intent.SYNOPSIS, text, named)
    if phrases.INVENT.search(text):
        return Reading(Intent.INVENT)
    return (
        _feedback(text, named, mentions)
        or questions.comparison(text, named, mentions)
        or _watchlist(text, named, mentions)
        or questions.details(text, named, mentions)
        or questions.question(text, named, mentions)
        or (Reading(Intent.UNCLEAR) if phrases.OFF_TOPIC.search(text) and not named else None)
    )


_PLOT_LEAD = re.compile(
    r"^(?:a |the )?(?:films?|movies?|one|story) (?:where|about|in which)|^(?:那个|有个|一个)?讲", re.IGNORECASE
)


def _about(intent: Intent, text: str, named: tuple[TitleMention, ...]) -> Reading:
    points = pointing.places(pointing.points(without(text, naming.spans_of(named))))
    return Reading(intent, titles=naming.titles_of(named), points=points)


def _feedback(text: str, named: tuple[TitleMention, ...], mentions: Mentions) -> Reading | None:
    """ "Loved it", "seen the second one", "I hated Avatar": a verdict, and nothing else but filler."""
    pointed = pointing.points(without(text, naming.spans_of(named)))
    rest = without(text, [*naming.spans_of(named), *(point.span for point in pointed)])
    for verdict, pattern in phrases.VERDICTS:
        found = pattern.search(rest)
        if not found:
            continue
        numbers = () if pointed or named else pointing.bare_numbers(rest)
        rest = without(rest, [point.span for point in numbers])
        for _, other in phrases.VERDICTS:
            rest = other.sub(" ", rest)
        rest = " ".join(phrases.AROUND_A_VERDICT.sub(" ", rest).split())
        titles = naming.titles_of(named)
        if LETTER.search(rest):
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


def _watchlist(text: str, named: tuple[TitleMention, ...], mentions: Mentions) -> Reading | None:
    rest = without(text, naming.spans_of(named))
    takes_off = _TAKES_OFF.search(rest) if named else None
    if not (takes_off or phrases.WATCHLIST.search(rest)):
        return None
    pointed = pointing.points(rest) or pointing.bare_numbers(rest)
    titles = naming.titles_of(named) or (() if pointed else naming.titles_in_frame(text, mentions)[:1])
    return Reading(
        Intent.WATCHLIST,
        titles=titles,
        points=pointing.places(pointed),
        removes=bool(phrases.WATCHLIST_REMOVES.search(rest)),
        topic="list" if _SHOWS_LIST.search(text) and not (titles or pointed or phrases.IT.search(rest)) else "",
    )


_TAKES_OFF = re.compile(
    (
        r"[把将]\s*[《》]*\s*(?:从.*)?(?:去掉|拿掉|删掉?|移掉|移除|移出)|^(?:(?:and|ok"
        r"|then|pls|please)\s+)*(?:remove|take off|take|delete)\s+(?:off)?\s*$"
    ),
    re.IGNORECASE,
)


_SHOWS_LIST = re.compile(
    (
        r"\b(?:my|the) (?:watch ?-?list|saved|list|queue|to[- ]watch)|saved\b|片单|清单"
        r"|收藏夹|待看|想看(?:的)?(?:列表)?$|(?:我|都)收藏(?:了|过)?(?:的|什么|哪些|啥)"
        r"|我的收藏"
    ),
    re.IGNORECASE,
)


def _request(text: str, named: tuple[TitleMention, ...], mentions: Mentions) -> Reading:
    """A request for titles, and what it does to the one at hand."""
    first, second = changes.corrected(text)
    if second:
        before, after = (_request(part, mentions.titles(part), mentions) for part in (first, second))
        return replace(before, request=merging.merged(before.request, after.request, replaces=True))
    returned = phrases.RETURN.search(text)
    if returned:
        rest = text[: returned.start()] + " " + text[returned.end() :]
        asked = requests.asked(rest, mentions.titles(rest), mentions)
        return Reading(Intent.RECOMMEND, asked.request, change=Change.RETURN)
    drops, rest = changes.drops(text, mentions)
    if rest != text:
        named = mentions.titles(rest)
    nudges, rest = changes.nudges(rest, naming.spans_of(named))
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
        by_maker=bool(phrases.SAME_MAKER.search(text)),
        unknown=None if request.like or asked.is_told else mentions.unknown(text),
    )
