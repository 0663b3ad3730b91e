"""Text → what is meant: a request for titles, feedback, a command, or something else.

Rules only, so that the same words always mean the same.
"""

import re
import unicodedata
from dataclasses import dataclass, field, replace

from bot.conversation import conditions, phrases
from bot.conversation.reply import Intent
from data.history import Verdict
from data.title import Title
from retrieval.mentions import Mentions, PersonMention, TitleMention
from retrieval.moods import keywords_named
from retrieval.names import simplified
from retrieval.request import Request, Sort

_LONGEST = 600  # characters that are read; nobody describes a film at greater length
_LETTER = re.compile(r"[^\W_]")
_COMMAND = re.compile(r"/([A-Za-z0-9_]+)(?:@\w+)?(?:\s+(.*))?$", re.DOTALL)


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
        unknown: a title named that the catalogue does not have.
        begins_anew: the request so far is dropped.
        verdict, points, titles: feedback, on the titles at places of the list (from 1) or on titles named.
        undoes: the latest verdict is taken back.
        command, argument: of "/command argument".
    """

    intent: Intent
    request: Request = field(default_factory=Request)
    choices: tuple[Title, ...] = ()
    refines: bool = False
    replaces: bool = False
    more: bool = False
    nudge: Sort | None = None
    unknown: str | None = None
    begins_anew: bool = False
    verdict: Verdict | None = None
    points: tuple[int, ...] = ()
    undoes: bool = False
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
        (Intent.SMALLTALK, phrases.BYE, "bye"),
        (Intent.SMALLTALK, phrases.ALL_RIGHT, "fine"),
        (Intent.SMALLTALK, phrases.WHO_ARE_YOU, "who"),
        (Intent.HELP, phrases.HELP, ""),
        (Intent.HISTORY, phrases.HISTORY, ""),
    ):
        if pattern.fullmatch(text):
            return Reading(intent, argument=argument)
    is_verdict = text.strip() in {"👍", "👎"}
    is_readable = is_verdict or (_LETTER.search(text) and not phrases.NONSENSE.search(text))
    return None if is_readable else Reading(Intent.UNCLEAR)


def understand(text: str, mentions: Mentions) -> Reading:
    """Read a prepared message that is neither a command nor small talk."""
    if phrases.MORE.fullmatch(text):
        return Reading(Intent.RECOMMEND, more=True)
    if phrases.ANYTHING.fullmatch(text):
        return Reading(Intent.RECOMMEND)
    if phrases.UNDO.fullmatch(text):
        return Reading(Intent.FEEDBACK, undoes=True)
    over_again = phrases.OVER_AGAIN.match(text)
    if over_again:
        rest = text[over_again.end() :]
        return replace(_request(rest, mentions.titles(rest), mentions), begins_anew=True, refines=False)
    named = mentions.titles(text)
    return _feedback(text, named) or _details(text, named, mentions) or _request(text, named, mentions)


def _feedback(text: str, named: tuple[TitleMention, ...]) -> Reading | None:
    """ "loved it", "seen the second one", "I hated Avatar": a verdict, and nothing else but filler."""
    points = list(phrases.POINT.finditer(text))
    rest = _without(text, [(m.start, m.end) for m in named] + [point.span() for point in points])
    for verdict, pattern in phrases.VERDICTS:
        if not pattern.search(rest):
            continue
        if phrases.AROUND_A_VERDICT.sub("", pattern.sub("", rest)):
            return None
        titles = tuple(mention.titles[0] for mention in named)
        return Reading(Intent.FEEDBACK, verdict=verdict, titles=titles, points=tuple(map(_number, points)))
    return None


def _number(point: re.Match[str]) -> int:
    spoken = next(group for group in point.groups() if group).casefold()
    return int(spoken) if spoken.isdigit() else phrases.POINTS[spoken]


def _details(text: str, named: tuple[TitleMention, ...], mentions: Mentions) -> Reading | None:
    """A bare title, though misspelt; "tell me about X", "介绍一下X", "I have not seen X"."""
    if len(named) == 1 and phrases.NOT_SEEN.search(text[: named[0].start]):
        return Reading(Intent.DETAILS, titles=named[0].titles[:1])
    end = " .?!。？！"
    asked = phrases.ABOUT_A_TITLE.sub("", text).strip(end)
    is_asked_about = asked != text.strip(end)
    if named and not is_asked_about and _LETTER.search(_without(text, [(m.start, m.end) for m in named])):
        return None
    if not is_asked_about and (
        conditions.find(text, mentions.keywords) or phrases.LIKENESS.search(text) or phrases.UNWANTED.search(text)
    ):
        return None
    point = phrases.POINT.fullmatch(asked)
    if point and is_asked_about:
        return Reading(Intent.DETAILS, points=(_number(point),))
    titles = named[0].titles if len(named) == 1 else mentions.named(asked) if not named else ()
    if not titles:
        return None
    return Reading(Intent.DETAILS, titles=titles[:1], choices=titles if len(titles) > 1 else ())


def _request(text: str, named: tuple[TitleMention, ...], mentions: Mentions) -> Reading:
    """A request for titles; what no rule reads is left to meaning."""
    people = [p for p in mentions.people(text) if not any(p.start < m.end and m.start < p.end for m in named)]
    unlike = [m for m in named if _negation(text, m)]
    like = [m for m in named if m not in unlike]
    rest = _without(text, [*(_with_negation(text, m) for m in named), *(_with_negation(text, p) for p in people)])
    stated = [*conditions.find(rest, mentions.keywords), *(_person_condition(text, p) for p in people)]
    rest = _without(rest, [(c.start, c.end) for c in stated])
    sort, rest = _taken(phrases.SORTS, rest)
    nudge, rest = _taken(phrases.NUDGES, rest)
    unwanted = [(next(filter(None, m.groups()), ""), phrases.LESS.match(m[0])) for m in phrases.UNWANTED.finditer(rest)]
    absent = (keywords_named(words) & mentions.keywords for words, is_less in unwanted if not is_less)
    filters = conditions.as_filters(stated)
    not_keywords = dict.fromkeys((*filters.not_keywords, *(word for words in absent for word in sorted(words))))
    request = Request(
        like=tuple(m.titles[0].id for m in like if len(m.titles) == 1),
        unlike=tuple(m.titles[0].id for m in unlike),
        filters=replace(filters, not_keywords=tuple(not_keywords)),
        sort=sort,
        about=meaning_of(phrases.UNWANTED.sub(" ", rest)),
        not_about=meaning_of(" ".join(words for words, _ in unwanted)),
    )
    return Reading(
        Intent.RECOMMEND,
        request,
        choices=next((m.titles for m in like if len(m.titles) > 1), ()),
        refines=not like and _refines(text, request, nudge),
        replaces=bool(phrases.REPLACING.search(text)),
        nudge=nudge,
        unknown=None if like else mentions.unknown(text),
    )


def _refines(text: str, request: Request, nudge: Sort | None) -> bool:
    """Whether a message changes the request so far: it compares, turns down, or states a condition and nothing else."""
    filters = request.filters
    names_a_kind = filters.kind or filters.genres or phrases.NOUN.search(text)
    states_only = bool(filters or request.unlike) and not names_a_kind and not request.about
    return nudge is not None or bool(phrases.REFINING.search(text)) or states_only


def _taken(table: tuple[tuple[Sort, re.Pattern[str]], ...], text: str) -> tuple[Sort | None, str]:
    """The first entry of a table that a text has, and the text without it."""
    for sort, pattern in table:
        if pattern.search(text):
            return sort, pattern.sub(" ", text)
    return None, text


def _person_condition(text: str, person: PersonMention) -> conditions.Condition:
    column = "not_people" if _negation(text, person) else "people"
    return conditions.Condition(person.start, person.end, column, person.name)


def _negation(text: str, mention: TitleMention | PersonMention) -> re.Match[str] | None:
    """The words that turn a mention down, if any."""
    return phrases.NOT_THIS.search(text[: mention.start])


def _with_negation(text: str, mention: TitleMention | PersonMention) -> tuple[int, int]:
    """The place of a mention, and of the words that turn it down."""
    negation = _negation(text, mention)
    return (negation.start() if negation else mention.start, mention.end)


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
