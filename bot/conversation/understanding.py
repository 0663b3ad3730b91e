"""Text → what is meant: a request for titles, feedback, a command, or something else.

Rules only, so that the same words always mean the same.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from bot.conversation import conditions, phrases
from bot.conversation.reply import Intent
from data.history import Verdict
from data.title import Title
from retrieval.mentions import Mentions, TitleMention, simplified
from retrieval.request import Request, Sort

_LONGEST = 600  # characters that are read; nobody describes a film at greater length
_LETTER = re.compile(r"[^\W_]")
_COMMAND = re.compile(r"/([A-Za-z_]+)(?:@\w+)?(?:\s+(.*))?$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one message says, before the talk so far is looked at.

    Args:
        intent: what it is for.
        request: the request in it.
        choices: titles of which one is meant where the words fit several equally.
        refines, replaces: it changes the request so far; what it says of a matter takes the place of what was said.
        more: it asks for more of the same.
        nudge: "shorter", "newer": compared with the list at hand.
        verdict, point, titles: feedback, on the title at a place of the list (from 1) or on titles named.
        command, argument: of "/command argument".
    """

    intent: Intent
    request: Request = field(default_factory=Request)
    choices: tuple[Title, ...] = ()
    refines: bool = False
    replaces: bool = False
    more: bool = False
    nudge: Sort | None = None
    verdict: Verdict | None = None
    point: int | None = None
    titles: tuple[Title, ...] = ()
    command: str = ""
    argument: str = ""


def prepared(text: str) -> str:
    """A message as it is read: full-width as half-width, Simplified Chinese, no control characters, bounded."""
    text = unicodedata.normalize("NFKC", text[: 4 * _LONGEST])
    text = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in text)
    return simplified(" ".join(text.split()))[:_LONGEST].replace("’", "'")


def command_of(text: str) -> Reading | None:
    """The command that a text is, or None. Needs no catalogue."""
    match = _COMMAND.match(text.strip())
    if not match:
        return None
    return Reading(Intent.UNCLEAR, command=match[1].casefold(), argument=prepared(match[2] or ""))


def small_talk_of(text: str) -> Reading | None:
    """What can be answered without a catalogue, or None."""
    for intent, pattern, argument in (
        (Intent.SMALLTALK, phrases.HELLO, "hello"),
        (Intent.SMALLTALK, phrases.THANKS, "thanks"),
        (Intent.HELP, phrases.HELP, ""),
        (Intent.HISTORY, phrases.HISTORY, ""),
    ):
        if pattern.fullmatch(text):
            return Reading(intent, argument=argument)
    return None if _LETTER.search(text) else Reading(Intent.UNCLEAR)


def understand(text: str, mentions: Mentions) -> Reading:
    """Read a prepared message that is neither a command nor small talk."""
    if phrases.MORE.fullmatch(text):
        return Reading(Intent.RECOMMEND, more=True)
    if phrases.ANYTHING.fullmatch(text):
        return Reading(Intent.RECOMMEND)
    named = mentions.titles(text)
    return _feedback(text, named) or _details(text, named, mentions) or _request(text, named, mentions)


def _feedback(text: str, named: tuple[TitleMention, ...]) -> Reading | None:
    """ "loved it", "seen the second one", "I hated Avatar": a verdict, and nothing else but filler."""
    point = phrases.POINT.search(text)
    rest = _without(text, [(m.start, m.end) for m in named] + ([point.span()] if point else []))
    for verdict, pattern in phrases.VERDICTS:
        if not pattern.search(rest):
            continue
        if phrases.AROUND_A_VERDICT.sub("", pattern.sub("", rest)):
            return None
        titles = tuple(mention.titles[0] for mention in named)
        return Reading(Intent.FEEDBACK, verdict=verdict, titles=titles, point=_number(point) if point else None)
    return None


def _number(point: re.Match[str]) -> int:
    spoken = next(group for group in point.groups() if group).casefold()
    return int(spoken) if spoken.isdigit() else phrases.POINTS[spoken]


def _details(text: str, named: tuple[TitleMention, ...], mentions: Mentions) -> Reading | None:
    """A bare title, "tell me about X", "介绍一下X"."""
    end = " .?!。？！"
    asked = phrases.ABOUT_A_TITLE.sub("", text).strip(end)
    spans = [(m.start, m.end) for m in named]
    is_bare = len(named) == 1 and not _LETTER.search(_without(text, spans))
    if not is_bare and (asked == text.strip(end) or not asked):
        return None
    titles = named[0].titles if is_bare else mentions.named(asked)
    if not titles:
        return None
    return Reading(Intent.DETAILS, titles=titles[:1], choices=titles if len(titles) > 1 else ())


def _request(text: str, named: tuple[TitleMention, ...], mentions: Mentions) -> Reading:
    """A request for titles; what no rule reads is left to meaning."""
    title_spans = [(m.start, m.end) for m in named]
    people = [
        p for p in mentions.people(text) if not any(p.start < end and start < p.end for start, end in title_spans)
    ]
    rest = _without(text, [*title_spans, *((p.start, p.end) for p in people)])
    stated = conditions.find(rest)
    rest = _without(rest, [(c.start, c.end) for c in stated])
    nudge = next((sort for sort, pattern in phrases.NUDGES if pattern.search(rest)), None)
    for _, pattern in phrases.NUDGES:
        rest = pattern.sub(" ", rest)
    not_about = " ".join(filter(None, (next(filter(None, m.groups()), "") for m in phrases.UNWANTED.finditer(rest))))
    about = meaning_of(phrases.UNWANTED.sub(" ", rest))
    filters = conditions.as_filters(
        [*stated, *(conditions.Condition(p.start, p.end, "people", p.name) for p in people)]
    )
    request = Request(
        like=tuple(m.titles[0].id for m in named if len(m.titles) == 1),
        filters=filters,
        about=about,
        not_about=meaning_of(not_about),
    )
    choices = next((m.titles for m in named if len(m.titles) > 1), ())
    is_condition_alone = bool(filters) and not (filters.kind or filters.genres or about or phrases.NOUN_ZH.search(text))
    refines = not named and (nudge is not None or bool(phrases.REFINING.search(text)) or is_condition_alone)
    return Reading(
        Intent.RECOMMEND, request, choices, refines=refines, replaces=bool(phrases.REPLACING.search(text)), nudge=nudge
    )


def meaning_of(text: str) -> str:
    """What is left for the encoder: a text without the words that only ask. Nothing where no word is left."""
    without = phrases.FILLER.sub(" ", phrases.LIKENESS.sub(" ", text))
    words = re.sub(r"[^\w\s'-]+", " ", without)
    return " ".join(phrases.FILLER_ZH.sub(" ", words).split()).strip("-' ")


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with places blanked out; what is left keeps its place."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
