"""How a reading changes the request at hand: what is dropped, merged, and compared with the list."""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import date
from statistics import median

from bot.conversation.reading import Change, Drop, Nudge, Reading
from data.filters import RANGES, Filters
from data.title import Title
from retrieval.request import Request, Sort

OPPOSITES = {name: f"not_{name}" for name in ("genres", "people", "countries", "languages", "keywords")}
_ONE_OF = frozenset(["countries", "languages"])  # a title has one of them, so a new one takes the place of the old


def after(request: Request, reading: Reading, listed: Sequence[Title]) -> Request:
    """The request that stands after a reading that changes it."""
    for drop in reading.drops:
        request = _without(request, drop)
    request = merged(request, reading.request, replaces=reading.change is Change.REPLACE)
    for nudge in reading.nudges:
        request = _nudged(request, nudge, listed)
    return request


def anew(reading: Reading) -> Request:
    """The request of a reading that begins anew; a comparison in it has no list to go by."""
    request = reading.request
    for nudge in reading.nudges:
        request = _by_itself(request, nudge)
    return request


def merged(request: Request, new: Request, *, replaces: bool) -> Request:
    """Both requests; with `replaces`, what the new one says of a matter takes the place of what was said."""
    return replace(
        request,
        like=new.like
        if replaces and new.like
        else tuple(i for i in dict.fromkeys((*request.like, *new.like)) if i not in new.unlike),
        unlike=tuple(i for i in dict.fromkeys((*request.unlike, *new.unlike)) if i not in new.like),
        filters=_merged_filters(request.filters, new.filters, replaces),
        sort=new.sort or request.sort,
        about=new.about if replaces and new.about else _joined(request.about, new.about, new.not_about),
        not_about=_joined(request.not_about, new.not_about, new.about),
    )


def _merged_filters(old: Filters, new: Filters, replaces: bool) -> Filters:
    """Conditions of both; what is newly wanted is no longer unwanted, and the other way about."""
    values: dict[str, object] = {}
    for column in (f.name for f in fields(Filters)):
        before, now = getattr(old, column), getattr(new, column)
        is_list = isinstance(before, tuple) and column not in RANGES
        if not is_list:
            values[column] = now if now not in (None, (None, None)) else before
        elif column in _ONE_OF or (replaces and not column.startswith("not_")):
            values[column] = now or before
        else:
            values[column] = tuple(dict.fromkeys((*before, *now)))
    for wanted, unwanted in OPPOSITES.items():
        for column, other in ((wanted, unwanted), (unwanted, wanted)):
            mine = getattr(new, column)
            values[column] = tuple(v for v in values[column] if v in mine or v not in getattr(new, other))  # type: ignore[attr-defined]
    return Filters(**values)  # type: ignore[arg-type]


def _joined(old: str, new: str, opposite: str) -> str:
    """Words of both, less those that are now turned the other way."""
    gone = set(opposite.casefold().split())
    kept = " ".join(word for word in old.split() if word.casefold() not in gone)
    return f"{kept} {new}".strip() if new not in kept else kept


def _without(request: Request, drop: Drop) -> Request:
    """A request without a slot, or without one value in it."""
    filters = request.filters
    if drop.column == "about" and drop.value:
        gone = set(str(drop.value).casefold().split())
        return replace(request, about=" ".join(word for word in request.about.split() if word.casefold() not in gone))
    if drop.column in {"about", "sort"}:
        request = replace(request, **{drop.column: "" if drop.column == "about" else None})  # type: ignore[arg-type]
        return replace(request, filters=replace(filters, keywords=())) if drop.column == "about" else request
    if drop.column == "like":
        return replace(request, like=tuple(i for i in request.like if i != drop.value))
    if drop.column == "unlike":
        return replace(request, unlike=tuple(i for i in request.unlike if i != drop.value))
    if drop.column == "not_about":
        kept = "" if drop.value is None else " ".join(w for w in request.not_about.split() if w not in str(drop.value))
        return replace(request, not_about=kept)
    if drop.value is None:
        filters = replace(filters, **{drop.column: getattr(Filters(), drop.column)})
        opposite = OPPOSITES.get(drop.column)
        return replace(request, filters=replace(filters, **{opposite: ()}) if opposite else filters)  # type: ignore[arg-type]
    left = tuple(value for value in getattr(filters, drop.column) if value != drop.value)
    return replace(request, filters=replace(filters, **{drop.column: left}))  # type: ignore[arg-type]


_BY_ITSELF: dict[Nudge, Callable[[], dict[str, object]]] = {
    Nudge.SHORTER: lambda: {"minutes": (None, 90)},
    Nudge.LONGER: lambda: {"minutes": (150, None)},
    Nudge.NEWER: lambda: {"years": (date.today().year - 5, None)},
    Nudge.OLDER: lambda: {"years": (None, date.today().year - 40)},
    Nudge.LESS_KNOWN: lambda: {"max_votes": 50_000},
    Nudge.BETTER_KNOWN: lambda: {},
}


def _by_itself(request: Request, nudge: Nudge) -> Request:
    """What a comparison means where there is no list to compare with: 小众点的北欧犯罪剧."""
    sort = Sort.POPULAR if nudge is Nudge.BETTER_KNOWN else request.sort
    filters = replace(request.filters, **_BY_ITSELF[nudge]())  # type: ignore[arg-type]
    return replace(request, filters=filters, sort=sort)


_COLUMNS = {
    Nudge.SHORTER: ("minutes", -1),
    Nudge.LONGER: ("minutes", 1),
    Nudge.NEWER: ("years", 1),
    Nudge.OLDER: ("years", -1),
    Nudge.LESS_KNOWN: ("max_votes", -1),
    Nudge.BETTER_KNOWN: ("min_votes", 1),
}


def _nudged(request: Request, nudge: Nudge, listed: Sequence[Title]) -> Request:
    """ "Shorter" and "newer" mean: than the middle of the list at hand."""
    column, direction = _COLUMNS[nudge]
    attribute = {"minutes": "minutes", "years": "year"}.get(column, "votes")
    known = [value for title in listed if (value := getattr(title, attribute)) is not None]
    if not known:
        return _by_itself(request, nudge)
    edge = int(median(known)) + direction
    bound = edge if column.endswith("votes") else (edge, None) if direction > 0 else (None, edge)
    filters = replace(request.filters, **{column: bound})  # type: ignore[arg-type]
    if column == "minutes" and filters.kind is None:
        filters = replace(filters, kind="movie")  # an episode is short, a series is not
    return replace(request, filters=filters)
