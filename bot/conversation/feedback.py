"""Acts on opinions: by a button, or in words. Each is committed before it is acknowledged, and open to undo."""

from dataclasses import replace

from bot.conversation.reply import Button, Intent, Reply
from bot.conversation.turn import Outcome, Turn
from bot.conversation.understanding import Reading
from data.history import Verdict
from data.title import Title
from retrieval.serving import Serving

_HISTORY_SHOWN = 20


def press(turn: Turn, serving: Serving, verdict: Verdict, title: Title, listed: tuple[Title, ...]) -> Outcome:
    """A press gives a verdict, and the same press again takes it back."""
    given = {opinion.title_id: opinion.verdict for opinion in turn.opinions()}.get(title.id)
    new = None if given is verdict else verdict
    turn.history.judge(turn.speaker.id, title.id, new)
    return _acknowledged(turn, serving, new, title, listed)


def in_words(turn: Turn, serving: Serving, reading: Reading) -> Outcome:
    """ "I loved Coco", "seen the second one": on the titles named, or the one pointed at, or the only one at hand."""
    assert reading.verdict is not None  # noqa: S101 - understanding gives every feedback a verdict
    listed = _listed(turn, serving)
    titles = reading.titles or _pointed_at(reading.point, listed)
    if not titles:
        return turn.outcome(Intent.FEEDBACK, "feedback-which")
    for title in titles:
        turn.history.judge(turn.speaker.id, title.id, reading.verdict)
    return _acknowledged(turn, serving, reading.verdict, titles[-1], listed if titles[-1] in listed else titles[-1:])


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


def _listed(turn: Turn, serving: Serving) -> tuple[Title, ...]:
    return tuple(serving.catalog[title_id] for title_id in turn.dialogue.listed if title_id in serving.catalog)


def _pointed_at(point: int | None, listed: tuple[Title, ...]) -> tuple[Title, ...]:
    if point is None:
        return listed if len(listed) == 1 else ()
    return listed[point - 1 : point]


def _acknowledged(
    turn: Turn, serving: Serving, verdict: Verdict | None, title: Title, listed: tuple[Title, ...]
) -> Outcome:
    text = turn.wording(f"feedback-{verdict or 'undone'}", name=turn.wording.name(title))
    rows = turn.verdict_buttons(listed)
    is_list = len(listed) > 1
    last = (
        Button(turn.wording("button-more"), "more")
        if is_list
        else Button(turn.wording("button-similar"), f"similar:{listed[0].handle}")
    )
    reply = Reply(Intent.FEEDBACK, text, turn.wording.language, buttons=(*rows, (last,)), request=turn.dialogue.request)
    return Outcome(reply, replace(turn.dialogue, listed=tuple(item.id for item in listed)))
