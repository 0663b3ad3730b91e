"""Acts on the watchlist: titles saved for later."""

from dataclasses import replace

from bot.conversation.feedback import spoken_of
from bot.conversation.reading import Reading
from bot.conversation.reply import Button, Intent, Reply
from bot.conversation.turn import Outcome, Turn
from data.title import Title
from retrieval.serving import Serving

_SHOWN = 20


def in_words(turn: Turn, serving: Serving, reading: Reading) -> Outcome:
    """Save, take off, or show, as was said."""
    if reading.topic == "list":
        return show(turn, serving)
    titles = spoken_of(turn, serving, reading)
    if not titles:
        return turn.outcome(Intent.WATCHLIST, "feedback-which")
    return save(turn, titles, is_saved=not reading.removes)


def save(turn: Turn, titles: tuple[Title, ...], *, is_saved: bool) -> Outcome:
    """Save titles, or take them off."""
    for title in titles:
        turn.history.save(turn.speaker.id, title.id, is_saved=is_saved)
    text = turn.wording("watchlist-saved" if is_saved else "watchlist-removed", names=turn.wording.names(titles))
    ids = tuple(title.id for title in titles)
    row = tuple(_button(turn, title, is_saved=is_saved) for title in titles[:1])
    reply = Reply(
        Intent.WATCHLIST, text, turn.wording.language, buttons=(row,), request=turn.dialogue.request, subjects=ids
    )
    return Outcome(reply, replace(turn.dialogue, told=ids))


def show(turn: Turn, serving: Serving) -> Outcome:
    """The titles saved, the latest first."""
    saved = [serving.catalog[i] for i in reversed(turn.history.saved(turn.speaker.id)) if i in serving.catalog]
    if not saved:
        return turn.outcome(Intent.WATCHLIST, "watchlist-empty")
    lines = [
        turn.wording("watchlist-list"),
        *(turn.wording("watchlist-title", name=turn.wording.name(t)) for t in saved[:_SHOWN]),
    ]
    reply = Reply(Intent.WATCHLIST, "\n".join(lines), turn.wording.language, request=turn.dialogue.request)
    return Outcome(reply, turn.dialogue)


def button(turn: Turn, title: Title) -> Button:
    """Saves a title, or takes it off where it is saved."""
    return _button(turn, title, is_saved=title.id in turn.history.saved(turn.speaker.id))


def _button(turn: Turn, title: Title, *, is_saved: bool) -> Button:
    name = "unsave" if is_saved else "save"
    return Button(turn.wording(f"button-{name}"), f"{name}:{title.handle}")
