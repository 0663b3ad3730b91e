"""Commands, and what only admins may do."""

import time
from collections.abc import Callable
from dataclasses import replace

from bot.conversation import feedback, watchlist
from bot.conversation.dialogue import Dialogue
from bot.conversation.reply import Button, Intent, Reply
from bot.conversation.turn import Outcome, Turn
from bot.conversation.wording import LANGUAGES, Wording
from data.errors import CatalogError
from retrieval.errors import RetrievalError

_ROWS_NAMED = 10
_LANGUAGE_NAMES = {"en": "English", "zh": "中文"}
_SPOKEN_LANGUAGES = {
    "english": "en",
    "英文": "en",
    "英语": "en",
    "chinese": "zh",
    "mandarin": "zh",
    "中文": "zh",
    "汉语": "zh",
    "普通话": "zh",
}


def start(turn: Turn, _: str) -> Outcome:
    """/start: a greeting, and the talk begins anew."""
    return replace(turn.outcome(Intent.HELP, "start"), dialogue=Dialogue())


def help_(turn: Turn, _: str = "") -> Outcome:
    """/help: what one can say; admins see their own commands too."""
    text = turn.wording("help")
    if turn.speaker.is_admin:
        text += "\n" + turn.wording("help-admin")
    return Outcome(Reply(Intent.HELP, text, turn.wording.language), turn.dialogue)


def history(turn: Turn, _: str) -> Outcome:
    """/history: what the speaker said of titles."""
    return feedback.history(turn, turn.shelf.serving())


def watchlist_(turn: Turn, _: str) -> Outcome:
    """/watchlist: the titles saved for later."""
    return watchlist.show(turn, turn.shelf.serving())


def reset(turn: Turn, _: str) -> Outcome:
    """/reset: the dialogue begins anew, the taste is kept."""
    return replace(turn.outcome(Intent.SETTINGS, "reset-done"), dialogue=Dialogue())


def language(turn: Turn, argument: str) -> Outcome:
    """/language: choose one by button, or by name."""
    said = argument.casefold()
    chosen = said if said in LANGUAGES else _SPOKEN_LANGUAGES.get(said)
    if chosen:
        turn.history.keep_language(turn.speaker.id, chosen)
        return replace(turn, wording=Wording.of(chosen)).outcome(Intent.SETTINGS, "language-set")
    buttons = tuple(Button(name, f"language:{code}") for code, name in _LANGUAGE_NAMES.items())
    reply = Reply(Intent.SETTINGS, turn.wording("language-ask"), turn.wording.language, buttons=(buttons,))
    return Outcome(reply, turn.dialogue)


def privacy(turn: Turn, _: str) -> Outcome:
    """/privacy: what is kept."""
    return turn.outcome(Intent.PRIVACY, "privacy")


def forget(turn: Turn, _: str) -> Outcome:
    """/forget: asks once, by a button."""
    button = Button(turn.wording("button-forget"), "forget")
    reply = Reply(Intent.PRIVACY, turn.wording("forget-ask"), turn.wording.language, buttons=((button,),))
    return Outcome(reply, turn.dialogue)


def forget_all(turn: Turn) -> Outcome:
    """Everything kept about the speaker is erased, and nothing of this turn is kept either."""
    turn.history.forget(turn.speaker.id)
    return replace(turn.outcome(Intent.PRIVACY, "forget-done"), dialogue=Dialogue(), keeps=False)


def reload(turn: Turn, _: str) -> Outcome:
    """/reload: read the catalogue again and serve from it; a broken one changes nothing."""
    started = time.monotonic()
    try:
        changes = turn.shelf.reload()
    except (CatalogError, RetrievalError) as error:
        return _not_reloaded(turn, error)
    serving = turn.shelf.serving()
    values = {"version": serving.name, "count": str(len(serving.catalog))}
    if not changes:
        return turn.outcome(Intent.ADMIN, "reload-same", **values)
    return turn.outcome(
        Intent.ADMIN,
        "reload-done",
        **values,
        added=str(changes.added),
        changed=str(changes.changed),
        removed=str(changes.removed),
        seconds=f"{time.monotonic() - started:.1f}",
    )


def rollback(turn: Turn, _: str) -> Outcome:
    """/rollback: the version before serves again."""
    try:
        serving = turn.shelf.rollback()
    except RetrievalError as error:
        return turn.outcome(Intent.ADMIN, "rollback-failed", reason=str(error))
    return turn.outcome(Intent.ADMIN, "rollback-done", version=serving.name, count=str(len(serving.catalog)))


def status(turn: Turn, _: str) -> Outcome:
    """/status: what serves."""
    if not turn.shelf.is_ready:
        return turn.outcome(Intent.ADMIN, "not-ready")
    serving = turn.shelf.serving()
    values = {"version": serving.name, "count": str(len(serving.catalog)), "encoder": turn.shelf.encoder_name}
    return turn.outcome(Intent.ADMIN, "status", **values)


Act = Callable[[Turn, str], Outcome]

COMMANDS: dict[str, Act] = {
    "start": start,
    "help": help_,
    "history": history,
    "watchlist": watchlist_,
    "language": language,
    "reset": reset,
    "privacy": privacy,
    "forget": forget,
}
ADMIN_COMMANDS: dict[str, Act] = {"reload": reload, "rollback": rollback, "status": status}


def _not_reloaded(turn: Turn, error: CatalogError | RetrievalError) -> Outcome:
    lines = [turn.wording("reload-failed", reason=str(error))]
    problems = error.problems if isinstance(error, CatalogError) else ()
    lines += [turn.wording("reload-row", place=str(problem)) for problem in problems[:_ROWS_NAMED]]
    if len(problems) > _ROWS_NAMED:
        lines.append(turn.wording("reload-row-more", count=str(len(problems) - _ROWS_NAMED)))
    return Outcome(Reply(Intent.ADMIN, "\n".join(lines), turn.wording.language), turn.dialogue)
