"""The one question that narrows best, for a person who asks for nothing in particular."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.conversation.reply import Button
from bot.conversation.wording import Wording
from data.title import Title

_RECENT_YEAR = 2010
_LONG = 120  # minutes
_LIGHT = frozenset(["feel-good", "funny", "heartwarming", "uplifting", "whimsical", "cozy"])


@dataclass(frozen=True, slots=True)
class Question:
    """A short question, and its answers as buttons."""

    text: str
    buttons: tuple[Button, ...]


# Question → its two answers, and which of them a title belongs to.
SPLITS: dict[str, tuple[tuple[str, str], Callable[[Title], bool]]] = {
    "kind": (("movie", "series"), lambda title: title.kind == "movie"),
    "mood": (("light", "serious"), lambda title: bool(_LIGHT & set(title.keywords))),
    "era": (("recent", "older"), lambda title: (title.year or 0) >= _RECENT_YEAR),
    "length": (("short", "long"), lambda title: (title.minutes or 0) <= _LONG),
}


def question(titles: Sequence[Title], wording: Wording) -> Question | None:
    """The question whose answers part the titles most evenly; None where there is nothing to part."""
    if not titles:
        return None
    best = max(SPLITS, key=lambda name: _entropy(titles, SPLITS[name][1]))
    answers = tuple(
        Button(wording(f"narrow-{best}-{answer}"), f"say:narrow-{best}-{answer}") for answer in SPLITS[best][0]
    )
    return Question(wording(f"narrow-{best}"), answers)


def _entropy(titles: Sequence[Title], is_first: Callable[[Title], bool]) -> float:
    """Of the answer, in bits."""
    share = sum(map(is_first, titles)) / len(titles)
    return -sum(part * math.log2(part) for part in (share, 1 - share) if part)
