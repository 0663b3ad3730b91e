"""Places in a text, and the text without them; what is left keeps its place."""

import re
from collections.abc import Iterable

Span = tuple[int, int]
"""Where a part begins, and where it has ended."""

LETTER = re.compile(r"[^\W_]")
ENDS = " .?!,。？！，~～"
"""Punctuation at the ends of a message, which says nothing."""

UNREADABLE = "\u0001"
"""What stands for a part that must not be read as words, and yet must not part the words around it."""


def without(text: str, spans: Iterable[Span], filler: str = " ") -> str:
    """The text with places filled."""
    for start, end in spans:
        text = text[:start] + filler * (end - start) + text[end:]
    return text
