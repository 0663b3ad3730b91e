"""The state of one talk, and how a new turn changes it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pydantic import TypeAdapter, ValidationError

from bot.conversation import merging
from bot.conversation.reading import Change, Reading
from bot.conversation.reply import Button
from data.filters import RANGES
from data.history import Verdict
from data.title import Title
from retrieval.request import Request

_EARLIER = 8  # requests that one may come back to
_REMEMBERED = 500  # titles shown in one talk that are not shown again


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Where a talk stands.

    Args:
        request: what the person asks for, earlier turns merged in.
        shown: ids shown for it, which "more" does not show again.
        listed: ids of the list at hand, in order.
        told: ids of the titles spoken of last, one by one or compared: what "it" means.
        earlier: requests before this one, the latest last, to which one may come back.
        awaits: what was asked back, if anything ("born").
        judged: ids of the titles that the latest verdict was on, with the verdicts before it.
        buttons: of the latest reply.
        language: of the latest reply.
    """

    request: Request = field(default_factory=Request)
    shown: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    earlier: tuple[Request, ...] = ()
    awaits: str = ""
    judged: tuple[tuple[str, Verdict | None], ...] = ()
    buttons: tuple[Button, ...] = ()
    language: str | None = None

    @classmethod
    def read(cls, text: str | None) -> "Dialogue":
        """From JSON; a fresh one where there is none, or where it was written by a program that thought otherwise."""
        try:
            return _JSON.validate_json(text) if text else cls()
        except ValidationError:
            return cls()

    def written(self) -> str:
        """As JSON."""
        return _JSON.dump_json(self, exclude_defaults=True).decode()

    def after_list(self, request: Request, listed: Sequence[str]) -> "Dialogue":
        """After a list was shown for a request."""
        kept = tuple(dict.fromkeys((*self.shown, *listed)))[-_REMEMBERED:]
        earlier = self.earlier
        if self.request and self.request != request:
            earlier = (*(other for other in earlier if other != self.request), self.request)[-_EARLIER:]
        return replace(self, request=request, shown=kept, listed=tuple(listed), told=(), earlier=earlier, awaits="")

    def asked(self, reading: Reading, listed: Sequence[Title]) -> Request:
        """The request that stands after a reading: merged into the one so far where it changes it."""
        named = replace(reading, request=self._pointed(reading))
        if reading.change is Change.RETURN:
            return self._earlier(named.request)
        if reading.change is Change.ANEW:
            return merging.anew(named)
        return merging.after(self.request, named, listed)

    def _pointed(self, reading: Reading) -> Request:
        """The request of a reading, the places of the list that it points at made into titles."""
        request = reading.request
        like = tuple(dict.fromkeys((*request.like, *self.at(reading.like_points))))
        unlike = tuple(dict.fromkeys((*request.unlike, *self.at(reading.unlike_points))))
        return replace(request, like=like, unlike=unlike)

    def at(self, points: Sequence[int]) -> tuple[str, ...]:
        """Ids at places of the list at hand (from 1; negative from the end; 0 is the title spoken of last)."""
        last = self.told[:1] or (self.listed if len(self.listed) == 1 else ())
        found: list[str] = []
        for point in points:
            if point == 0:
                found += last
            elif abs(point) <= len(self.listed):
                found.append(self.listed[point - 1 if point > 0 else point])
        return tuple(dict.fromkeys(found))

    def _earlier(self, wanted: Request) -> Request:
        """The latest earlier request that says what is said of it; what is said itself where there is none."""
        for earlier in reversed(self.earlier):
            if earlier != self.request and _says(earlier, wanted):
                return earlier
        return wanted or self.request


_JSON: TypeAdapter[Dialogue] = TypeAdapter(Dialogue)


def _says(earlier: Request, wanted: Request) -> bool:
    """Whether an earlier request holds what is wanted of it."""
    for name, value in wanted.filters.stated.items():
        if name == "kind":
            continue
        held = getattr(earlier.filters, name)
        if isinstance(value, tuple) and name not in RANGES:
            if not set(value) <= set(held):
                return False
        elif held != value:
            return False
    words = set(wanted.about.casefold().split())
    return set(wanted.like) <= set(earlier.like) and words <= set(earlier.about.casefold().split())
