"""A request as short chips, each of which a press takes off again."""

import zlib
from dataclasses import dataclass

from bot.conversation.merging import after
from bot.conversation.reading import Change, Drop, Reading
from bot.conversation.reply import Button, Intent
from bot.conversation.wording import Wording
from data.catalog import Catalog
from data.filters import RANGES
from retrieval.places import REGION_WORDS
from retrieval.request import Request

_A_ROW = 3
_LONGEST = 28  # characters of a chip; free text may be long


@dataclass(frozen=True, slots=True)
class Chip:
    """What is shown, and what a press takes back."""

    label: str
    drop: Drop

    @property
    def action(self) -> str:
        """As a button's action: the value as a checksum, as it may be long and old buttons must not fit."""
        return f"drop:{self.drop.column}:{zlib.crc32(repr(self.drop.value).encode()):08x}"


def chips(request: Request, catalog: Catalog, wording: Wording) -> tuple[Chip, ...]:
    """The chips of a request, in a fixed order."""
    found: list[Chip] = []
    for column, ids in (("like", request.like), ("unlike", request.unlike)):
        for title_id in ids:
            if title_id in catalog:
                found.append(_chip(column, title_id, wording.name(catalog[title_id]), wording))
    for column, value in request.filters.stated.items():
        if column in RANGES:
            found.append(Chip(_range(column, value, wording), Drop(column, value)))  # type: ignore[arg-type]
        elif isinstance(value, tuple):
            found += _listed(column, value, wording)
        else:
            key = f"chip-{value}" if column == "kind" else f"chip-{column}"
            label = wording(key) if column == "kind" else wording(key, value=f"{value:,}")
            found.append(Chip(label, Drop(column, value)))
    if request.sort:
        found.append(Chip(wording(f"chip-sort-{request.sort}"), Drop("sort", request.sort)))
    if request.about:
        found.append(_chip("about", request.about, request.about, wording))
    if request.not_about:
        found.append(_chip("not_about", request.not_about, request.not_about, wording))
    return tuple(found)


def buttons(found: tuple[Chip, ...], wording: Wording) -> tuple[tuple[Button, ...], ...]:
    """A button for each chip that takes it off."""
    row = [Button(wording("button-drop", chip=chip.label), chip.action) for chip in found]
    return tuple(tuple(row[i : i + _A_ROW]) for i in range(0, len(row), _A_ROW))


def without(request: Request, action: str, catalog: Catalog, wording: Wording) -> Request | None:
    """The request without the chip of an action; None where it has no such chip."""
    drop = next((chip.drop for chip in chips(request, catalog, wording) if chip.action == action), None)
    if drop is None:
        return None
    drops = [drop]
    if drop.column.endswith("countries") and isinstance(drop.value, tuple):
        drops = [Drop(drop.column, code) for code in drop.value]
    elif drop.column == "about":
        drops = [Drop("about", request.about)]
    elif not isinstance(getattr(request.filters, drop.column, ()), tuple) or drop.column in RANGES:
        drops = [Drop(drop.column)]
    return after(request, Reading(Intent.RECOMMEND, change=Change.REFINE, drops=tuple(drops)), ())


def _listed(column: str, values: tuple[str, ...], wording: Wording) -> list[Chip]:
    if column.endswith("countries") and len(values) > 1:
        region = next((words for codes, words in REGION_WORDS.items() if set(codes) == set(values)), None)
        if region:
            name = next((w for w in region if w.isascii() == (wording.language != "zh")), region[0])
            return [_chip(column, values, name, wording)]
    return [_chip(column, value, _name(column, value, wording), wording) for value in values]


def _chip(column: str, value: object, name: str, wording: Wording) -> Chip:
    name = name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
    kind = {"like": "like", "unlike": "unlike"}.get(column) or ("not" if column.startswith("not_") else "")
    return Chip(wording(f"chip-{kind}", name=name) if kind else name, Drop(column, value))


def _name(column: str, value: str, wording: Wording) -> str:
    column = column.removeprefix("not_")
    if column == "people":
        return wording.people((value,))
    if column == "countries":
        return wording.country(value)
    if column == "languages":
        return wording.language_name(value)
    return wording.keywords((value,))


def _range(column: str, bounds: tuple[int | None, int | None], wording: Wording) -> str:
    low, high = bounds
    if column == "years" and low is not None and high == low + 9 and low % 10 == 0:
        return wording("chip-decade", decade=str(low))
    if low is not None and high == low:
        return str(low) if column == "years" else wording("details-minutes", minutes=str(low))
    kind = "from" if high is None else "to" if low is None else "between"
    return wording(f"chip-{column}-{kind}", low=str(low or ""), high=str(high or ""))
