"""What is to be shown, not how: every surface renders these values in its own way."""

from dataclasses import dataclass, field
from enum import StrEnum

from retrieval.request import Request


class Intent(StrEnum):
    """What a message is for."""

    RECOMMEND = "recommend"
    DETAILS = "details"
    COMPARE = "compare"
    ANALYSE = "analyse"
    SYNOPSIS = "synopsis"
    INVENT = "invent"
    FEEDBACK = "feedback"
    WATCHLIST = "watchlist"
    HISTORY = "history"
    EXPLAIN = "explain"
    SETTINGS = "settings"
    PRIVACY = "privacy"
    HELP = "help"
    SMALLTALK = "smalltalk"
    ADMIN = "admin"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Button:
    """A label that people read, unique within a reply, and the action that pressing it stands for.

    `is_given` marks what the person said before; pressing it again takes it back.
    """

    label: str
    action: str
    is_given: bool = False

    @property
    def marked(self) -> str:
        """The label, with a mark where it is given."""
        return f"✅ {self.label}" if self.is_given else self.label


@dataclass(frozen=True, slots=True)
class Card:
    """A title in a list: its name in the reader's language, and why it is there."""

    title_id: str
    title: str
    name: str
    year: int | None
    score: float
    why: str

    @property
    def heading(self) -> str:
        """Name and year."""
        return f"{self.name} ({self.year})" if self.year else self.name


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer.

    Args:
        intent: what the message was understood to be for.
        text: what stands before the cards.
        language: of the text.
        cards: titles, in order.
        buttons: rows of buttons.
        request: what the person asks for, earlier turns merged in.
        note: what is to be known of the whole, after the cards.
        chips: how the request was read, in a few words each.
        subjects: ids of the titles that a reply without cards is about.
    """

    intent: Intent
    text: str
    language: str
    cards: tuple[Card, ...] = ()
    buttons: tuple[tuple[Button, ...], ...] = ()
    request: Request = field(default_factory=Request)
    note: str = ""
    chips: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        """The whole as a person reads it, without markup."""
        lines = [
            f"{number}. {card.heading}" + (f"\n   {card.why}" if card.why else "")
            for number, card in enumerate(self.cards, 1)
        ]
        read = " · ".join(self.chips)
        return "\n".join(filter(None, [self.text, read, *lines, self.note]))
