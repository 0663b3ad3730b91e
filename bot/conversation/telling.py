"""Acts that tell of titles: one title's facts, two set against each other, why one was recommended."""

from dataclasses import replace

from bot.conversation import watchlist
from bot.conversation.feedback import listed_titles, spoken_of
from bot.conversation.reading import Reading
from bot.conversation.reply import Button, Intent, Reply
from bot.conversation.turn import Outcome, Turn, ask_which, why
from bot.conversation.wording import Wording
from data.title import Title
from retrieval.request import Request
from retrieval.serving import Serving

_COMPARED = 5
_NEAREST = 3


def details(turn: Turn, serving: Serving, reading: Reading) -> Outcome:
    """What the catalogue knows of a title, or the question which one was meant."""
    if reading.unknown:
        return _not_there(turn, serving, reading.unknown)
    if reading.choices:
        return ask_which(turn, Request(), reading.choices, action="details")
    titles = spoken_of(turn, serving, reading)
    return about_title(turn, titles[0], reading.topic) if titles else turn.outcome(Intent.DETAILS, "feedback-which")


def about_title(turn: Turn, title: Title, topic: str = "") -> Outcome:
    """What the catalogue knows of a title, the answer to a question about it first."""
    buttons = (
        *turn.verdict_buttons([title]),
        (Button(turn.wording("button-similar"), f"similar:{title.handle}"), watchlist.button(turn, title)),
    )
    text = facts(title, turn.wording)
    if topic and topic != "story":
        text = f"{answer(title, topic, turn.wording)}\n\n{text}"
    reply = Reply(
        Intent.DETAILS,
        text,
        turn.wording.language,
        buttons=buttons,
        request=turn.dialogue.request,
        subjects=(title.id,),
    )
    return Outcome(reply, replace(turn.dialogue, told=(title.id,)))


def answer(title: Title, topic: str, wording: Wording) -> str:
    """One fact of a title as a sentence; that it is not known where the catalogue does not have it."""
    value = getattr(title, topic, None)
    if not value:
        return wording("answer-unknown", name=wording.name(title))
    if topic in {"directors", "cast"}:
        value = wording.people(value)
    elif topic == "countries":
        value = wording.listed(tuple(map(wording.country, value)))
    elif topic == "genres":
        value = wording.keywords(value)
    elif topic == "rating":
        value = f"{value:.1f}"
    return wording(f"answer-{topic}", name=wording.name(title), value=str(value))


def facts(title: Title, wording: Wording) -> str:
    """A title's facts and overview as a short text."""
    name = wording.name(title)
    head = wording("details-facts", name=name, year=str(title.year)) if title.year else name
    countries = wording.listed(tuple(map(wording.country, title.countries)))
    line = [wording.keywords(title.genres), countries, *_figures(title, wording)]
    people = [
        wording("details-by", people=wording.people(title.directors)) if title.directors else "",
        wording("details-with", people=wording.people(title.cast[:4])) if title.cast else "",
    ]
    overview = (title.overview_zh if wording.language == "zh" else None) or title.overview or title.overview_zh
    return "\n".join(part for part in (head, " · ".join(filter(None, line)), *people, overview) if part)


def _figures(title: Title, wording: Wording) -> tuple[str, str]:
    """Running time and rating; empty where they are not known."""
    return (
        wording("details-minutes", minutes=str(title.minutes)) if title.minutes else "",
        wording("details-rating", rating=f"{title.rating:.1f}") if title.rating else "",
    )


def compare(turn: Turn, serving: Serving, reading: Reading) -> Outcome:
    """Titles set against each other in what was asked, by the catalogue's figures."""
    titles = spoken_of(turn, serving, reading)
    if len(titles) < 2:
        told = tuple(serving.catalog[i] for i in turn.dialogue.told if i in serving.catalog)
        titles = told if len(told) > 1 and not (reading.titles or reading.points) else listed_titles(turn, serving)
    if len(titles) < 2:
        return turn.outcome(Intent.COMPARE, "compare-which")
    titles = titles[:_COMPARED]
    lines = [_compared(title, turn.wording) for title in titles]
    verdict = _first(titles, reading.topic, turn.wording) if reading.topic else ""
    text = "\n".join(filter(None, [verdict, *lines]))
    ids = tuple(title.id for title in titles)
    buttons = turn.verdict_buttons(titles)
    reply = Reply(
        Intent.COMPARE, text, turn.wording.language, buttons=buttons, request=turn.dialogue.request, subjects=ids
    )
    return Outcome(reply, replace(turn.dialogue, told=ids))


def _compared(title: Title, wording: Wording) -> str:
    parts = [str(title.year or ""), *_figures(title, wording), wording.keywords(title.genres[:3])]
    return wording("compare-title", name=wording.name(title), facts=" · ".join(filter(None, parts)))


def _first(titles: tuple[Title, ...], topic: str, wording: Wording) -> str:
    """Which title has most of what was asked; that it is not known of all where it is not."""
    known = [title for title in titles if getattr(title, topic) is not None]
    if len(known) < len(titles):
        missing = tuple(title for title in titles if title not in known)
        return wording("compare-unknown", names=wording.names(missing))
    ordered = sorted(titles, key=lambda title: -getattr(title, topic))
    first, last = ordered[0], ordered[-1]
    if getattr(first, topic) == getattr(last, topic):
        return wording("compare-same")
    return wording(f"compare-{topic}", first=wording.name(first), last=wording.name(last))


def explain(turn: Turn, serving: Serving, reading: Reading) -> Outcome:
    """Why a title was recommended: what it shares with what was asked for and liked."""
    listed = listed_titles(turn, serving)
    titles = spoken_of(turn, serving, reading) or (() if reading.points else listed[:1])
    if not titles:
        return turn.outcome(Intent.EXPLAIN, "feedback-which")
    title = titles[0]
    reason = serving.recommender.reason_for(title, turn.dialogue.request, turn.opinions())
    because = why(title, reason, turn.wording)
    name = turn.wording.name(title)
    text = (
        turn.wording("explain-because", name=name, why=because)
        if because
        else turn.wording("explain-nothing", name=name)
    )
    reply = Reply(Intent.EXPLAIN, text, turn.wording.language, request=turn.dialogue.request, subjects=(title.id,))
    return Outcome(reply, replace(turn.dialogue, told=(title.id,)))


def _not_there(turn: Turn, serving: Serving, name: str) -> Outcome:
    """A title that the catalogue lacks, and the nearest that it has."""
    near = serving.mentions.nearest(name, _NEAREST)
    text = turn.wording("details-unknown", name=name[:80])
    if near:
        text += "\n" + turn.wording("details-nearest", names=turn.wording.names(near))
    rows = tuple((Button(turn.wording.name(title), f"details:{title.handle}"),) for title in near)
    reply = Reply(Intent.DETAILS, text, turn.wording.language, buttons=rows, request=turn.dialogue.request)
    return Outcome(reply, turn.dialogue)
