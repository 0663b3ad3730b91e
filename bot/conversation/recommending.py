"""Acts that show titles: lists, more of them, and asking back what would narrow them."""

from dataclasses import replace

from bot.conversation import chips, narrowing
from bot.conversation.critiques import critiques
from bot.conversation.dialogue import Dialogue
from bot.conversation.feedback import listed_titles
from bot.conversation.reading import Change, Reading
from bot.conversation.reply import Button, Intent, Reply
from bot.conversation.turn import Outcome, Turn, ask_which, card
from data.title import Title
from retrieval.recommender import Recommendation
from retrieval.request import Request
from retrieval.serving import Serving

_SHOWN = 5
# A best match below this is nothing that fits: descriptions of plots score above it, nonsense and what the catalogue
# has nothing of score below. Chinese is read by one half of the encoder only, so its cosines are lower.
_UNSURE = {"en": 0.24, "zh": 0.16}


def recommend(turn: Turn, serving: Serving, reading: Reading) -> Outcome:
    """A list for what was asked, or the question which title was meant."""
    if reading.more:
        return more(turn, serving)
    if reading.begins_anew:
        turn = replace(turn, dialogue=replace(Dialogue(), earlier=turn.dialogue.earlier))
    request = turn.dialogue.asked(reading, listed_titles(turn, serving))
    if reading.by_maker:
        request = _by_maker(turn, serving, request)
    if reading.choices:
        return ask_which(turn, request, reading.choices)
    # "Less dark" turns the list down as it is; "under two hours" keeps what of it fits. And who asks for anything
    # at all twice has seen the first list.
    is_turned_down = reading.change is not Change.ANEW and (reading.request.about or reading.request.not_about)
    exclude = turn.dialogue.shown if is_turned_down or not (request or turn.dialogue.request) else ()
    outcome = _list(turn, serving, request, exclude, _lead(turn, serving, request, reading))
    return _asking_birth(turn, outcome) if reading.asks_birth else outcome


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
    return similar(replace(turn, dialogue=replace(turn.dialogue, request=Request())), serving, title)


def without_chip(turn: Turn, serving: Serving, action: str) -> Outcome:
    """The list anew, without the chip that was pressed."""
    request = chips.without(turn.dialogue.request, action, serving.catalog, turn.wording)
    if request is None:
        return turn.outcome(Intent.RECOMMEND, "button-stale")
    return _list(turn, serving, request, (), turn.wording("list-changed"))


def _by_maker(turn: Turn, serving: Serving, request: Request) -> Request:
    """The request, for titles by the director of the title spoken of last."""
    told = [serving.catalog[i] for i in turn.dialogue.told or turn.dialogue.listed[:1] if i in serving.catalog]
    makers = told[0].directors[:1] if told else ()
    return replace(request, filters=replace(request.filters, people=(*request.filters.people, *makers)))


def _asking_birth(turn: Turn, outcome: Outcome) -> Outcome:
    """ "Before I was born" needs a year; what can be shown without it is shown with the question."""
    reply = replace(outcome.reply, note=turn.wording("ask-born"))
    return Outcome(reply, replace(outcome.dialogue, awaits="born"))


def _lead(turn: Turn, serving: Serving, request: Request, reading: Reading) -> str:
    if reading.unknown:
        return turn.wording("list-unknown", name=reading.unknown)
    if reading.change is not Change.ANEW and turn.dialogue.listed:
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
    read = chips.chips(request, serving.catalog, turn.wording)
    is_said_already = not replace(request, like=())  # the lead names what the list is like
    labels = () if is_said_already else tuple(chip.label for chip in read)
    if not found:
        # The chips can be taken off one by one; the talk stands where it stood, so that it has no dead end.
        text = turn.wording("list-end" if is_more else "list-none")
        buttons = chips.buttons(read, turn.wording)
        reply = Reply(Intent.RECOMMEND, text, turn.wording.language, buttons=buttons, request=request, chips=labels)
        return Outcome(reply, replace(turn.dialogue, request=request))
    if _is_unsure(turn, request, found) and lead == turn.wording("list-found"):
        lead = turn.wording("list-unsure")
    question = (
        None if request or turn.opinions() or is_more else narrowing.question(serving.catalog.titles, turn.wording)
    )
    notes = (_unrated(turn, serving, request), question.text if question else "")
    buttons = (
        *turn.verdict_buttons(item.title for item in found),
        *chips.buttons(read, turn.wording),
        *((question.buttons,) if question else ()),
        *_critiques(turn, found, request),
        (Button(turn.wording("button-more"), "more"),),
    )
    cards = tuple(card(item, turn.wording) for item in found)
    note = "\n".join(filter(None, notes))
    reply = Reply(Intent.RECOMMEND, lead, turn.wording.language, cards, buttons, request, note, labels)
    dialogue = turn.dialogue if exclude else replace(turn.dialogue, shown=())
    return Outcome(reply, dialogue.after_list(request, [item.title.id for item in found]))


def _is_unsure(turn: Turn, request: Request, found: tuple[Recommendation, ...]) -> bool:
    is_by_meaning_alone = bool(request.about) and not (request.like or request.filters)
    return is_by_meaning_alone and found[0].score < _UNSURE[turn.wording.language]


def _critiques(turn: Turn, found: tuple[Recommendation, ...], request: Request) -> tuple[tuple[Button, ...], ...]:
    """A row of critiques that the list calls for; none that was followed already."""
    words = {name: turn.wording(f"critique-{name}") for name in critiques([item.title for item in found])}
    row = tuple(
        Button(word, f"critique:{name}") for name, word in words.items() if word.casefold() not in request.about
    )
    return (row,) if row else ()


def _unrated(turn: Turn, serving: Serving, request: Request) -> str:
    """That titles which would fit were left out as nobody knows their rating; empty where there are none."""
    if request.filters.min_rating is None:
        return ""
    count = sum(map(request.filters.lacks_rating, serving.catalog))
    return turn.wording("list-unrated", count=count) if count else ""
