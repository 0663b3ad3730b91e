"""Acts on opinions: by a button, or in words. Each is committed before it is acknowledged, and open to undo."""

from dataclasses import replace

from bot.conversation.reading import Reading
from bot.conversation.reply import Button, Intent, Reply
from bot.conversation.turn import Outcome, Turn
from data.history import Verdict
from data.title import Title
from retrieval.serving import Serving

_HISTORY_SHOWN = 20


def press(turn: Turn, verdict: Verdict | None, title: Title, listed: tuple[Title, ...]) -> Outcome:
    """A press sets the verdict on a title, or takes it back."""
    return _judge(turn, verdict, (title,), listed)


def in_words(turn: Turn, serving: Serving, reading: Reading) -> Outcome:
    """ "I loved Coco", "seen the second one": on the titles named, or those pointed at, or the only one at hand."""
    if reading.undoes:
        return _undo(turn, serving)
    titles = spoken_of(turn, serving, reading)
    if not titles:
        return turn.outcome(Intent.FEEDBACK, "feedback-which")
    listed = listed_titles(turn, serving)
    return _judge(turn, reading.verdict, titles, listed if set(titles) & set(listed) else titles)


def history(turn: Turn, serving: Serving) -> Outcome:
    """What the speaker said of titles, the latest first."""
    opinions = [opinion for opinion in reversed(turn.opinions()) if opinion.title_id in serving.catalog]
    if not opinions:
        return turn.outcome(Intent.HISTORY, "history-empty")
    lines = [turn.wording("history-list")]
    for opinion in opinions[:_HISTORY_SHOWN]:
        name = turn.wording.name(serving.catalog[opinion.title_id])
        lines.append(turn.wording(f"history-{opinion.verdict}", name=name))
    if len(opinions) > _HISTORY_SHOWN:
        lines.append(turn.wording("history-more", count=str(len(opinions) - _HISTORY_SHOWN)))
    return Outcome(Reply(Intent.HISTORY, "\n".join(lines), turn.wording.language), turn.dialogue)


def listed_titles(turn: Turn, serving: Serving) -> tuple[Title, ...]:
    """The titles of the list at hand."""
    return tuple(serving.catalog[title_id] for title_id in turn.dialogue.listed if title_id in serving.catalog)


def spoken_of(turn: Turn, serving: Serving, reading: Reading) -> tuple[Title, ...]:
    """The titles that a reading is about: those named, those at places of the list, or else the one spoken of last."""
    if reading.titles and not reading.points:
        return reading.titles
    ids = turn.dialogue.at(reading.points or (0,))
    return (*reading.titles, *(serving.catalog[title_id] for title_id in ids if title_id in serving.catalog))


def _judge(turn: Turn, verdict: Verdict | None, titles: tuple[Title, ...], listed: tuple[Title, ...]) -> Outcome:
    before = {opinion.title_id: opinion.verdict for opinion in turn.opinions()}
    for title in titles:
        turn.history.judge(turn.speaker.id, title.id, verdict)
    judged = tuple((title.id, before.get(title.id)) for title in titles)
    return _acknowledged(turn, f"feedback-{verdict or 'undone'}", titles, listed, judged)


def _undo(turn: Turn, serving: Serving) -> Outcome:
    """The latest verdict is taken back; what was said before it holds again."""
    judged = [(title_id, verdict) for title_id, verdict in turn.dialogue.judged if title_id in serving.catalog]
    if not judged:
        return turn.outcome(Intent.FEEDBACK, "feedback-nothing")
    for title_id, verdict in judged:
        turn.history.judge(turn.speaker.id, title_id, verdict)
    titles = tuple(serving.catalog[title_id] for title_id, _ in judged)
    return _acknowledged(turn, "feedback-undone", titles, listed_titles(turn, serving) or titles, ())


def _acknowledged(
    turn: Turn,
    key: str,
    titles: tuple[Title, ...],
    listed: tuple[Title, ...],
    judged: tuple[tuple[str, Verdict | None], ...],
) -> Outcome:
    text = turn.wording(key, names=turn.wording.names(titles))
    if len(listed) > 1:
        last = Button(turn.wording("button-more"), "more")
    else:
        last = Button(turn.wording("button-similar"), f"similar:{listed[0].handle}")
    buttons = (*turn.verdict_buttons(listed), (last,))
    ids = tuple(title.id for title in titles)
    reply = Reply(
        Intent.FEEDBACK, text, turn.wording.language, buttons=buttons, request=turn.dialogue.request, subjects=ids
    )
    return Outcome(reply, replace(turn.dialogue, told=ids[:1], judged=judged))
