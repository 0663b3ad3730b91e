"""The state of one talk, and how a new turn changes it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from statistics import median

from pydantic import TypeAdapter, ValidationError

from bot.conversation.reply import Button
from bot.conversation.understanding import Reading
from data.filters import RANGES, Filters
from data.history import Verdict
from data.title import Title
from retrieval.request import Request, Sort

_REMEMBERED = 500  # titles shown in one talk that are not shown again


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Where a talk stands.

    Args:
        request: what the person asks for, earlier turns merged in.
        shown: ids shown for it, which "more" does not show again.
        listed: ids of the list at hand, in order.
        judged: ids of the titles that the latest verdict was on, with the verdicts before it.
        buttons: of the latest reply.
        language: of the latest reply.
    """

    request: Request = field(default_factory=Request)
    shown: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
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
        return replace(self, request=request, shown=kept, listed=tuple(listed))

    def asked(self, reading: Reading, listed: Sequence[Title]) -> Request:
        """The request that stands after a reading: merged into the one so far where it refines it."""
        if not (reading.refines and (self.request or self.listed)):
            return reading.request
        merged = _merged(self.request, reading)
        return _nudged(merged, reading.nudge, listed) if reading.nudge else merged


_JSON: TypeAdapter[Dialogue] = TypeAdapter(Dialogue)

_OPPOSITES = {name: f"not_{name}" for name in ("genres", "people", "countries", "languages", "keywords")}


def _merged(request: Request, reading: Reading) -> Request:
    new = reading.request
    return replace(
        request,
        like=tuple(i for i in dict.fromkeys((*request.like, *new.like)) if i not in new.unlike),
        unlike=tuple(dict.fromkeys((*request.unlike, *new.unlike))),
        filters=_merged_filters(request.filters, new.filters, reading.replaces),
        sort=new.sort or request.sort,
        about=new.about if reading.replaces and new.about else _joined(request.about, new.about),
        not_about=_joined(request.not_about, new.not_about),
    )


def _merged_filters(old: Filters, new: Filters, replaces: bool) -> Filters:
    """Conditions of both; what is newly wanted is no longer unwanted, and the other way about."""
    values: dict[str, object] = {}
    for column in (f.name for f in fields(Filters)):
        before, now = getattr(old, column), getattr(new, column)
        is_list = isinstance(before, tuple) and column not in RANGES
        if not is_list:
            values[column] = now if now not in (None, (None, None)) else before
        elif column == "countries" or replaces:
            values[column] = now or before
        else:
            values[column] = tuple(dict.fromkeys((*before, *now)))
    for wanted, unwanted in _OPPOSITES.items():
        for column, other in ((wanted, unwanted), (unwanted, wanted)):
            values[column] = tuple(v for v in values[column] if v not in getattr(new, other))  # type: ignore[attr-defined]
    return Filters(**values)  # type: ignore[arg-type]


def _joined(old: str, new: str) -> str:
    return f"{old} {new}".strip() if new not in old else old


def _nudged(request: Request, nudge: Sort, listed: Sequence[Title]) -> Request:
    """ "Shorter" and "newer" mean: than the middle of the list at hand."""
    column = "minutes" if nudge in {Sort.SHORTEST, Sort.LONGEST} else "years"
    known = [value for title in listed if (value := title.minutes if column == "minutes" else title.year) is not None]
    if not known:
        return request
    middle = int(median(known))
    upwards = nudge in {Sort.LONGEST, Sort.NEWEST}
    bounds = (middle + 1, None) if upwards else (None, middle - 1)
    filters = replace(request.filters, **{column: bounds})  # type: ignore[arg-type]
    if column == "minutes" and filters.kind is None:
        filters = replace(filters, kind="movie")  # an episode is short, a series is not
    return replace(request, filters=filters)
