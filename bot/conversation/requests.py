"""A text → a request for titles: what is named, what is stated, what is turned down, and what is left to meaning."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.conversation import conditions, meaning, naming, pointing
from bot.conversation.polarity import Scope, scopes
from bot.conversation.quantities import Condition
from bot.conversation.spans import UNREADABLE, Span, without
from data.title import Title
from retrieval.mentions import Mentions, PersonMention, TitleMention
from retrieval.request import Request

BY_THE_MAKER = re.compile(
    r"\b(?:by|from) the (?:director|maker|creator|guy|man|woman|people)s? (?:of|behind|who (?:made|directed|did))\s+",
    re.IGNORECASE,
)
_MAKER_BEHIND = re.compile(r"\s*[》」\"”]?的?(?:那个)?导演(?:的|拍的)?")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a text asks for.

    Args:
        request: as far as the text alone says it.
        choices: titles of which one is meant, where the words fit several equally.
        points, not_points: places of the list at hand that the wanted titles resemble, or must not resemble.
        is_told: a plot is told.
    """

    request: Request
    choices: tuple[Title, ...] = ()
    points: tuple[int, ...] = ()
    not_points: tuple[int, ...] = ()
    is_told: bool = False


def asked(text: str, named: Sequence[TitleMention], mentions: Mentions) -> Asked:
    """Read a request."""
    plot = meaning.plot(text, naming.spans_of(named), mentions.keywords)
    before = without(text, [plot] if plot else [])
    named = [mention for mention in named if not _inside(mention.start, plot)]
    people = [p for p in mentions.people(before) if not any(p.start < m.end and m.start < p.end for m in named)]
    named_spans = naming.spans_of((*named, *people))
    pointed = pointing.points(without(before, named_spans))
    pointed = (*pointed, *pointing.of_it(before))
    negative = scopes(without(before, named_spans, UNREADABLE))
    rest = without(before, [*named_spans, *(point.span for point in pointed)])
    stated = _judged(conditions.find(rest, mentions.keywords), negative)
    stated += [_person(person, negative) for person in people]
    makers = [mention for mention in named if _is_maker(text, mention)]
    stated += [Condition(m.start, m.end, "people", name) for m in makers for name in m.titles[0].directors[:1]]
    titles = [mention for mention in named if mention not in makers]
    unlike = [mention for mention in titles if _scope(negative, mention.start)]
    bare = [] if unlike else _turned_down_by_name(rest, stated, negative, mentions)
    unlike += bare
    like = [mention for mention in titles if mention not in unlike]
    rest = without(
        rest, [*((c.start, c.end) for c in stated), *(match.span() for match in BY_THE_MAKER.finditer(rest))]
    )
    wanted = without(rest, [(scope.start, scope.end) for scope in negative])
    unwanted = " ".join(rest[scope.body : scope.end] for scope in negative)
    told = text[plot[0] : plot[1]] if plot else ""
    filters = conditions.as_filters(stated)
    request = Request(
        like=_ids(mention for mention in like if len(mention.titles) == 1),
        unlike=_ids(unlike),
        filters=filters,
        sort=conditions.sort_of(stated),
        about=" ".join(filter(None, (meaning.content(wanted), meaning.told(told)))),
        not_about=meaning.content(unwanted),
    )
    points = [point for point in pointed if not _scope(negative, point.span[0])]
    not_points = [point for point in pointed if point not in points]
    return Asked(
        request,
        choices=next((m.titles for m in like if len(m.titles) > 1), ()),
        points=pointing.places(points),
        not_points=pointing.places(not_points),
        is_told=bool(plot),
    )


def _turned_down_by_name(
    text: str, stated: Iterable[Condition], negative: Sequence[Scope], mentions: Mentions
) -> list[TitleMention]:
    """ "Not snatch though": a title whose name is an everyday word, where nothing else is turned down."""
    found: list[TitleMention] = []
    for scope in negative:
        said = text[scope.body : scope.end].strip()
        is_read = any(scope.holds(condition.start) for condition in stated)
        if scope.is_open and not is_read and len(said) > 3 and (titles := mentions.exactly(said)):
            start = text.index(said, scope.body)
            found.append(TitleMention(start, start + len(said), titles))
    return found


def _judged(stated: Iterable[Condition], negative: Sequence[Scope]) -> list[Condition]:
    """Conditions, those in a scope that turns down turned around.

    The word film in "no Marvel films" is only the noun of what is turned down.
    """
    judged: list[Condition] = []
    stated = list(stated)
    for condition in stated:
        scope = _scope(negative, condition.start)
        if condition.column == "kind" and any(other.start <= condition.start < other.body for other in negative):
            continue  # "don't show me" says no kind
        if scope is None:
            judged.append(condition)
            continue
        is_noun = condition.column == "kind" and any(
            other.column != "kind" and scope.holds(other.start) for other in stated
        )
        turned = None if is_noun else conditions.turned_down(condition, is_open=scope.is_open)
        # What says nothing is still read, so that it is not left to meaning.
        judged.append(turned or replace(condition, column="sort", value=None))
    return judged


def _person(person: PersonMention, negative: Sequence[Scope]) -> Condition:
    column = "not_people" if _scope(negative, person.start) else "people"
    return Condition(person.start, person.end, column, person.name)


def _is_maker(text: str, mention: TitleMention) -> bool:
    is_before = any(match.end() == mention.start for match in BY_THE_MAKER.finditer(text[: mention.start]))
    return is_before or bool(_MAKER_BEHIND.match(text, mention.end))


def _scope(negative: Sequence[Scope], place: int) -> Scope | None:
    return next((scope for scope in negative if scope.holds(place)), None)


def _ids(found: Iterable[TitleMention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.titles[0].id for mention in found))


def _inside(place: int, span: Span | None) -> bool:
    return span is not None and span[0] <= place < span[1]
