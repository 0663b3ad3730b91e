"""Acts that show titles: lists, more of them, asking back which one is meant, and one title's details."""

from dataclasses import replace

from bot.conversation.dialogue import Dialogue
from bot.conversation.feedback import listed_titles, pointed_at
from bot.conversation.reply import Button, Intent, Reply
from bot.conversation.turn import Outcome, Turn, card
from bot.conversation.understanding import Reading
from bot.conversation.wording import Wording
from data.title import Title
from retrieval.request import Request
from retrieval.serving import Serving

_SHOWN = 5
_CHOICES = 4
# A best match below this is nothing that fits: descriptions of plots score above it, nonsense and what the catalogue
# has nothing of score below. Chinese is read by one half of the encoder only, so its cosines are lower.
_UNSURE = {"en": 0.24, "zh": 0.16}


def recommend(turn: Turn, serving: Serving, reading: Reading) -> Outcome:
    """A list for what was asked, or the question which title was meant."""
    if reading.more:
        return more(turn, serving)
    if reading.begins_anew:
        turn = replace(turn, dialogue=Dialogue())
        if not (reading.request or reading.choices):
            return turn.outcome(Intent.SETTINGS, "reset-done")
    request = turn.dialogue.asked(reading, listed_titles(turn, serving))
    if reading.choices:
        return _ask_which(turn, request, reading.choices)
    # "Less dark" turns the list down as it is; "under two hours" keeps what of it fits. And who asks for anything
    # at all twice has seen the first list.
    is_turned_down = reading.refines and (reading.request.about or reading.request.not_about)
    exclude = turn.dialogue.shown if is_turned_down or not (request or turn.dialogue.request) else ()
    return _list(turn, serving, request, exclude, _lead(turn, serving, request, reading))


def more(turn: Turn, serving: Serving) -> Outcome:
    """The next titles for the request at hand, never one shown before."""
    if not turn.dialogue.listed:
        return turn.outcome(Intent.RECOMMEND, "list-nothing-before")
    return _list(turn, serving, turn.dialogue.request, turn.dialogue.shown, turn.wording("list-more"), is_more=True)


def similar(turn: Turn, serving: Serving, title: Title) -> Outcome:
    """A list like one title, with the other conditions of the request that asked back for it."""
    request = replace(turn.dialogue.request, like=(*turn.dialogue.request.like, title.id))
    return _list(turn, serving, request, (), _likeness(turn, serving, request))


def more_like(turn: Turn, serving: Serving, title: Title) -> Outcome:
    """A list like one title alone."""
    return similar(replace(turn, dialogue=Dialogue()), serving, title)


def details(turn: Turn, serving: Serving, reading: Reading) -> Outcome:
    """What the catalogue knows of a title, or the question which one was meant."""
    if reading.choices:
        return _ask_which(turn, Request(), reading.choices, action="details")
    titles = reading.titles or pointed_at(reading.points, listed_titles(turn, serving))
    return about_title(turn, titles[0]) if titles else turn.outcome(Intent.DETAILS, "feedback-which")


def about_title(turn: Turn, title: Title) -> Outcome:
    """What the catalogue knows of a title."""
    buttons = (
        *turn.verdict_buttons([title]),
        (Button(turn.wording("button-similar"), f"similar:{title.handle}"),),
    )
    reply = Reply(Intent.DETAILS, facts(title, turn.wording), turn.wording.language, buttons=buttons)
    return Outcome(reply, replace(turn.dialogue, listed=(title.id,)))


def facts(title: Title, wording: Wording) -> str:
    """A title's facts and overview as a short text."""
    name = wording.name(title)
    head = wording("details-facts", name=name, year=str(title.year)) if title.year else name
    line = [
        wording.keywords(title.genres),
        wording("details-minutes", minutes=str(title.minutes)) if title.minutes else "",
        wording("details-rating", rating=f"{title.rating:.1f}") if title.rating else "",
    ]
    people = [
        wording("details-by", people=wording.people(title.directors)) if title.directors else "",
        wording("details-with", people=wording.people(title.cast[:4])) if title.cast else "",
    ]
    overview = (title.overview_zh if wording.language == "zh" else None) or title.overview or title.overview_zh
    return "\n".join(part for part in (head, " · ".join(filter(None, line)), *people, overview) if part)


def _ask_which(turn: Turn, request: Request, choices: tuple[Title, ...], action: str = "pick") -> Outcome:
    rows = []
    for title in choices[:_CHOICES]:
        name = turn.wording.name(title)
        label = turn.wording("ask-which-choice", name=name, year=str(title.year)) if title.year else name
        rows.append((Button(label, f"{action}:{title.handle}"),))
    reply = Reply(
        Intent.RECOMMEND if action == "pick" else Intent.DETAILS,
        turn.wording("ask-which"),
        turn.wording.language,
        buttons=tuple(rows),
        request=request,
    )
    return Outcome(reply, Dialogue(request=request))


def _lead(turn: Turn, serving: Serving, request: Request, reading: Reading) -> str:
    if reading.unknown:
        return turn.wording("list-unknown", name=reading.unknown)
    if reading.refines and turn.dialogue.listed:
        return turn.wording("list-changed")
    if request.like:
        return _likeness(turn, serving, request)
    if request:
        return turn.wording("list-found")
    return turn.wording("list-taste" if turn.opinions() else "list-first")


def _likeness(turn: Turn, serving: Serving, request: Request) -> str:
    titles = [serving.catalog[title_id] for title_id in request.like if title_id in serving.catalog]
    return turn.wording("list-between" if len(titles) > 1 else "list-like", names=turn.wording.names(titles))


def _list(
    turn: Turn, serving: Serving, request: Request, exclude: tuple[str, ...], lead: str, *, is_more: bool = False
) -> Outcome:
    found = serving.recommender.recommend(request, turn.opinions(), exclude, _SHOWN)
    language = turn.wording.language
    note = _unrated(turn, serving, request)
    if not found:
        # The request that could be fulfilled stays, so that the next turn does not start from a dead end.
        text = turn.wording("list-end" if is_more else "list-none")
        return Outcome(Reply(Intent.RECOMMEND, text, language, request=request, note=note), turn.dialogue)
    is_by_meaning_alone = request.about and not (request.like or request.filters)
    if is_by_meaning_alone and found[0].score < _UNSURE[language] and lead == turn.wording("list-found"):
        lead = turn.wording("list-unsure")
    buttons = (
        *turn.verdict_buttons(item.title for item in found),
        (Button(turn.wording("button-more"), "more"),),
    )
    cards = tuple(card(item, turn.wording) for item in found)
    reply = Reply(Intent.RECOMMEND, lead, language, cards, buttons, request, note)
    dialogue = turn.dialogue if exclude else replace(turn.dialogue, shown=())
    return Outcome(reply, dialogue.after_list(request, [item.title.id for item in found]))


def _unrated(turn: Turn, serving: Serving, request: Request) -> str:
    """That titles which would fit were left out as nobody knows their rating; empty where there are none."""
    if request.filters.min_rating is None:
        return ""
    count = sum(map(request.filters.lacks_rating, serving.catalog))
    return turn.wording("list-unrated", count=count) if count else ""
