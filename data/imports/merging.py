"""Titles that several sources, or several rows, tell of: made one, and where their facts clash said so."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from data.title import Title

YEARS_APART = 1  # sources differ by a year over festivals and releases
MINUTES_APART = 5  # and by minutes over cuts and credits
_COLUMNS = tuple(f.name for f in fields(Title) if f.name not in {"id", "kind", "extra"})


@dataclass(frozen=True, slots=True)
class Clash:
    """A fact of a title on which two rows differ; the first is kept."""

    title_id: str
    column: str
    kept: Any
    other: Any


@dataclass(frozen=True, slots=True)
class Merged:
    """Titles, each once, in the order of their first row; how many rows were joined to another; and the clashes."""

    titles: tuple[Title, ...]
    joined: int
    clashes: tuple[Clash, ...]


def merge(titles: Iterable[Title]) -> Merged:
    """Make titles one that share an id, or else name, year and kind and have not each an IMDb id of their own."""
    found: list[Title] = []
    by_id: dict[str, int] = {}
    by_name: dict[tuple[str, int, str], int] = {}
    clashes: list[Clash] = []
    joined = 0
    for title in titles:
        key = _key(title)
        same = by_id.get(title.id, by_name.get(key) if key else None)
        if same is not None and title.id not in by_id and is_imdb(found[same].id) and is_imdb(title.id):
            same = None
        if same is None:
            same = len(found)
            found.append(title)
        else:
            joined += 1
            clashes += _clashes(found[same], title)
            found[same] = _filled(found[same], title)
        by_id[title.id] = same  # also of a title whose own id gives way to an IMDb id
        if key:
            by_name.setdefault(key, same)
    return Merged(tuple(found), joined, tuple(clashes))


def _key(title: Title) -> tuple[str, int, str] | None:
    name = "".join(c for c in title.title.casefold() if c.isalnum())
    return (name, title.year, title.kind) if title.year is not None and name else None


def is_imdb(title_id: str) -> bool:
    """Whether an id is one of IMDb's."""
    return title_id.startswith("tt") and title_id[2:].isdigit()


def _filled(known: Title, other: Title) -> Title:
    missing = {name: getattr(other, name) for name in _COLUMNS if getattr(known, name) in (None, ())}
    title_id = other.id if is_imdb(other.id) and not is_imdb(known.id) else known.id
    return replace(known, id=title_id, extra={**other.extra, **known.extra}, **missing)


def _clashes(known: Title, other: Title) -> list[Clash]:
    found = []
    for column, apart in (("year", YEARS_APART), ("minutes", MINUTES_APART)):
        mine, theirs = getattr(known, column), getattr(other, column)
        if mine is not None and theirs is not None and abs(mine - theirs) > apart:
            found.append(Clash(known.id, column, mine, theirs))
    if known.directors and other.directors and set(known.directors).isdisjoint(other.directors):
        found.append(Clash(known.id, "directors", list(known.directors), list(other.directors)))
    return found
