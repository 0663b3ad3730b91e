"""The same conversation at a prompt, or as JSON lines for programs."""

import json
import re
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.patch_stdout import patch_stdout
from rich.console import Console
from rich.markup import escape

from bot.conversation.conversation import Conversation
from bot.conversation.reply import Intent, Reply
from bot.conversation.turn import Speaker
from retrieval.request import Request

_PRESS = re.compile(r"\[(.+)\]")


def chat(conversation: Conversation, speaker: Speaker) -> None:
    """Talk with a person at a terminal, until they end their input."""
    console = Console(highlight=False)
    _show(console, conversation.reply(speaker, "/start"))
    session: PromptSession[str] = PromptSession("› ")
    while True:
        try:
            with patch_stdout():
                line = session.prompt()
        except (EOFError, KeyboardInterrupt):
            return
        if line.strip():
            _show(console, _answer(conversation, speaker, line))


def chat_lines(conversation: Conversation, speaker: Speaker, lines: Iterable[str]) -> None:
    """Answer one message a line in plain text."""
    for line in lines:
        print(_answer(conversation, speaker, line).plain, flush=True)


def chat_json(conversation: Conversation, speaker: Speaker, lines: Iterable[str], admins: frozenset[str]) -> None:
    """Answer each line with one JSON object; a line may name its own user."""
    for line in lines:
        started = time.perf_counter()
        who, text, is_file = _spoken_by(line, speaker, admins)
        if is_file:
            reply = conversation.sentence(who, Intent.UNCLEAR, "unclear-document")
        else:
            reply = _answer(conversation, who, text)
        print(json.dumps(as_json(reply, (time.perf_counter() - started) * 1000), ensure_ascii=False), flush=True)


def as_json(reply: Reply, ms: float) -> dict[str, Any]:
    """A reply as programs read it."""
    return {
        "text": reply.plain,
        "intent": reply.intent.value,
        "understood": understood(reply.request),
        "titles": [
            {"id": card.title_id, "title": card.title, "year": card.year, "score": card.score, "why": card.why}
            for card in reply.cards
        ],
        "answer": None,
        "buttons": [[button.label for button in row] for row in reply.buttons],
        "image": None,
        "ms": round(ms, 2),
    }


def understood(request: Request) -> dict[str, Any]:
    """A request without its empty parts."""
    parts = asdict(replace(request)) | request.filters.stated
    del parts["filters"]
    return {key: value for key, value in parts.items() if value}


def input_lines() -> Iterator[str]:
    """Lines of standard input; bytes that are no UTF-8 are replaced, as one bad line must not end the talk."""
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", errors="replace").rstrip("\r\n")


def _spoken_by(line: str, speaker: Speaker, admins: frozenset[str]) -> tuple[Speaker, str, bool]:
    """Who speaks in a line, what they say (or the file they send), and whether it is a file."""
    try:
        parsed = json.loads(line) if line.startswith("{") else None
    except (ValueError, RecursionError):
        parsed = None
    if not isinstance(parsed, dict) or not isinstance(parsed.get("user"), str | int):
        return speaker, line, False
    user = str(parsed["user"])
    who = Speaker(user, is_admin=user in admins, language=speaker.language)
    if isinstance(parsed.get("file"), str):
        return who, parsed["file"], True
    return who, str(parsed.get("text") or ""), False


def _answer(conversation: Conversation, speaker: Speaker, line: str) -> Reply:
    press = _PRESS.fullmatch(line.strip())
    return conversation.pressed(speaker, press[1]) if press else conversation.reply(speaker, line)


def _show(console: Console, reply: Reply) -> None:
    console.print(escape(reply.text))
    for number, card in enumerate(reply.cards, start=1):
        console.print(f"[bold]{number}. {escape(card.heading)}[/bold]")
        if card.why:
            console.print(f"   [dim]{escape(card.why)}[/dim]")
    if reply.note:
        console.print(escape(reply.note))
    labels = "  ".join(f"[{button.marked}]" for row in reply.buttons for button in row)
    if labels:
        console.print(escape(labels), style="cyan")
    console.print()
