"""Reply → a Telegram message. The one place where text is escaped."""

import re
from html import escape

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.conversation.reply import Button, Reply
from bot.conversation.turn import CLEAR
from data.history import Verdict

# Telegram takes 4096 characters after entities are parsed; it counts some of them as two.
_LONGEST_TEXT = 3500
_LONGEST_WHY = 300
_LONGEST_HEADING = 120
VERDICT = re.compile(rf"(?:{'|'.join((*Verdict, CLEAR))}):")
"""Actions that set or clear a verdict."""

_LONGEST_ACTION = 64  # bytes


def html(reply: Reply) -> str:
    """The text and the cards of a reply as Telegram's HTML."""
    parts = [escape(_cut(reply.text, _LONGEST_TEXT if not reply.cards else _LONGEST_WHY))]
    for number, card in enumerate(reply.cards, start=1):
        heading = f"<b>{number}. {escape(_cut(card.heading, _LONGEST_HEADING))}</b>"
        parts.append(f"{heading}\n{escape(_cut(card.why, _LONGEST_WHY))}" if card.why else heading)
    if reply.note:
        parts.append(escape(_cut(reply.note, _LONGEST_WHY)))
    return "\n\n".join(parts)


def keyboard(reply: Reply) -> InlineKeyboardMarkup | None:
    """The buttons of a reply; None where there are none."""
    rows = [
        [InlineKeyboardButton(button.marked, callback_data=button.action) for button in row if _fits(button)]
        for row in reply.buttons
    ]
    rows = [row for row in rows if row]
    return InlineKeyboardMarkup(rows) if rows else None


def handles(markup: InlineKeyboardMarkup | None) -> tuple[str, ...]:
    """Handles of the titles that a message's buttons are about, in order."""
    actions = [str(button.callback_data) for row in (markup.inline_keyboard if markup else ()) for button in row]
    found = (action.partition(":")[2] for action in actions if VERDICT.match(action))
    return tuple(dict.fromkeys(found))


def _fits(button: Button) -> bool:
    return len(button.action.encode()) <= _LONGEST_ACTION


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
