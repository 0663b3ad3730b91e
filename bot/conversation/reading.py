"""What one message says, before the talk so far is looked at."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.conversation.reply import Intent
from data.history import Verdict
from data.title import Title
from retrieval.request import Request


class Change(StrEnum):
    """What a request does to the one at hand."""

    ANEW = "anew"
    REFINE = "refine"
    REPLACE = "replace"
    """A refinement whose words take the place of what was said of the same matter."""
    RETURN = "return"
    """An earlier request comes back."""


class Nudge(StrEnum):
    """Compared with the list at hand."""

    SHORTER = "shorter"
    LONGER = "longer"
    NEWER = "newer"
    OLDER = "older"
    LESS_KNOWN = "less-known"
    BETTER_KNOWN = "better-known"


@dataclass(frozen=True, slots=True)
class Drop:
    """A condition taken back: a whole slot of the request, or one value in it."""

    column: str
    value: object = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A message, read.

    Args:
        intent: what it is for.
        request: the request in it.
        choices: titles of which one is meant where the words fit several equally.
        change: what the request does to the one at hand.
        nudges, drops: changes that need the list or the request at hand.
        like_points, unlike_points: places of the list (from 1, LAST) that the wanted titles resemble, or must not.
        is_told: it tells a plot.
        by_maker: the wanted titles are by the director of the title spoken of last.
        more: it asks for more of the same.
        asks_birth: "before I was born", which needs a year.
        unknown: a title named that the catalogue does not have.
        begins_anew: the request so far is dropped.
        verdict: of feedback.
        titles, points: what it is about, by name or by places of the list; neither where it is "it".
        removes: of the watchlist.
        undoes: the latest verdict is taken back.
        topic: of details and comparison what is asked ("minutes"), of small talk which, of a command its name.
        argument: of a command.
    """

    intent: Intent
    request: Request = field(default_factory=Request)
    choices: tuple[Title, ...] = ()
    change: Change = Change.ANEW
    nudges: tuple[Nudge, ...] = ()
    drops: tuple[Drop, ...] = ()
    like_points: tuple[int, ...] = ()
    unlike_points: tuple[int, ...] = ()
    by_maker: bool = False
    is_told: bool = False
    more: bool = False
    asks_birth: bool = False
    unknown: str | None = None
    begins_anew: bool = False
    verdict: Verdict | None = None
    titles: tuple[Title, ...] = ()
    points: tuple[int, ...] = ()
    removes: bool = False
    undoes: bool = False
    topic: str = ""
    argument: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it was taken for a request only because no rule knew better: nothing in it but free text."""
        request = self.request
        names_nothing = request == Request(about=request.about) and bool(request.about) and not self.is_told
        points = self.choices or self.like_points or self.unlike_points or self.drops or self.nudges or self.unknown
        is_plain = self.intent is Intent.RECOMMEND and self.change in {Change.ANEW, Change.REFINE}
        return is_plain and names_nothing and not (points or self.by_maker or self.begins_anew or self.asks_birth)
