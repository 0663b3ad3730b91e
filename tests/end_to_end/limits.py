"""What Telegram refuses in a message: its limits, and its idea of HTML, with its own words."""

import html
import re
from collections.abc import Mapping
from typing import Any

_LONGEST_TEXT = 4096
_LONGEST_ACTION = 64  # bytes
_WIDEST_ROW = 8
_MOST_BUTTONS = 100
_LONGEST_NOTICE = 200
_TAGS = {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "a", "span", "tg-spoiler"}
_TAGS |= {"tg-emoji", "blockquote"}
_TAG = re.compile(r"<(/?)([A-Za-z0-9-]*)([^<>]*)>?")


class RefusedError(Exception):
    """A request that Telegram answers with an error."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters


def plain(parameters: Mapping[str, Any]) -> str:
    """The text of a message after its entities are parsed.

    Raises:
        RefusedError: it is empty, too long, or its markup is broken.
    """
    text = str(parameters.get("text") or "")
    if parameters.get("parse_mode") == "HTML":
        text = _without_tags(text)
    if not text.strip():
        raise RefusedError(400, "Bad Request: message text is empty")
    if len(text.encode("utf-16-le")) // 2 > _LONGEST_TEXT:
        raise RefusedError(400, "Bad Request: message is too long")
    return text


def check_keyboard(markup: Mapping[str, Any] | None) -> None:
    """Hold an inline keyboard to the limits.

    Raises:
        RefusedError: it breaks one.
    """
    rows = (markup or {}).get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    if len(buttons) > _MOST_BUTTONS or any(len(row) > _WIDEST_ROW for row in rows):
        raise RefusedError(400, "Bad Request: REPLY_MARKUP_TOO_LONG")
    for button in buttons:
        if not button.get("text"):
            raise RefusedError(400, "Bad Request: text buttons are unallowed in the inline keyboard")
        if not 1 <= len(button.get("callback_data", "url").encode()) <= _LONGEST_ACTION:
            raise RefusedError(400, "Bad Request: BUTTON_DATA_INVALID")


def check_notice(text: str) -> None:
    """Hold the notice that answers a press to its limit.

    Raises:
        RefusedError: it is too long.
    """
    if len(text) > _LONGEST_NOTICE:
        raise RefusedError(400, "Bad Request: MESSAGE_TOO_LONG")


def _without_tags(text: str) -> str:
    opened: list[str] = []
    for match in _TAG.finditer(text):
        closing, name = match[1], match[2].lower()
        if name not in _TAGS or not match[0].endswith(">"):
            raise RefusedError(400, f'Bad Request: can\'t parse entities: Unsupported start tag "{name}"')
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            raise RefusedError(400, "Bad Request: can't parse entities: Unexpected end tag")
    if opened:
        raise RefusedError(
            400, f"Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"{opened[-1]}\""
        )
    return html.unescape(_TAG.sub("", text))
