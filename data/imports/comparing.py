"""Facts of a catalogue beside those of public tables: where they differ, and what speaks for the catalogue.

Tables err too. A difference is settled where a second table says what the catalogue says, or where `data/settled.csv`
names another source for it; the rest is open, for a person to look up.
"""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from data.catalog import Catalog
from data.imports.cleaning import clean
from data.imports.importing import source_of
from data.imports.merging import MINUTES_APART, YEARS_APART, is_imdb
from data.imports.source import Options
from data.people import people
from data.title import Title

COLUMNS = ("title", "year", "minutes", "directors")
SETTLED = Path(__file__).parents[1] / "settled.csv"
_ALIKE = 88  # of 100: the same name in another spelling or order of its parts, "Alan Mak" and "Alan Mak Siu-Fai"

_ARTICLE = re.compile(r"^(?:the|an?|le|la|les|der|die|das|el|il) ")

_Facts = Mapping[str, Any]
_NO_OPTIONS = Options()


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact on which a table differs from the catalogue.

    Args:
        title: of the catalogue.
        column: one of `COLUMNS`.
        ours, theirs: the two values.
        table: the file that differs.
        settled_by: what says the same as the catalogue: another table, or a source of `settled.csv`; None is open.
    """

    title: Title
    column: str
    ours: Any
    theirs: Any
    table: str
    settled_by: str | None

    def __str__(self) -> str:
        return f"{self.title.id} {self.title.title}, {self.column}: {self.ours}; {self.table} has {self.theirs}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many titles stand in a table too, how many of their facts were compared, and the differences."""

    titles: int
    facts: int
    differences: tuple[Difference, ...]


def compare(catalog: Catalog, tables: Sequence[Path], settled: Path = SETTLED) -> Comparison:
    """Compare titles, years, minutes and directors with those of tables, by id, or by name and year without one.

    Args:
        catalog: whose facts are in question.
        tables: files or folders that can be imported.
        settled: facts that were looked up elsewhere (columns id, column, source).

    Raises:
        ImportFileError: a table cannot be read.
    """
    facts = {table.name: _facts(catalog, table) for table in tables}
    looked_up = _looked_up(settled)
    titles = compared = 0
    differences: list[Difference] = []
    for title in catalog:
        told = {name: rows[title.id] for name, rows in facts.items() if title.id in rows}
        titles += bool(told)
        for column in COLUMNS:
            ours = getattr(title, column)
            if ours in (None, ()):
                continue
            verdicts = {name: _is_same(title, column, row[column]) for name, row in told.items() if row.get(column)}
            compared += bool(verdicts)
            seconds = [name for name, is_same in verdicts.items() if is_same]
            settled_by = seconds[0] if seconds else looked_up.get((title.id, column))
            differences += (
                Difference(title, column, ours, told[name][column], name, settled_by)
                for name, is_same in verdicts.items()
                if not is_same
            )
    return Comparison(titles, compared, tuple(differences))


def _facts(catalog: Catalog, table: Path) -> dict[str, _Facts]:
    """id of the catalogue → the row of a table that tells of the title; of several the one with most votes."""
    by_name = {key: title.id for title in catalog for key in _keys(title.title, title.year)}
    found: dict[str, list[tuple[bool, int, int, dict[str, Any]]]] = defaultdict(list)
    for row in source_of([table]).rows([table], _NO_OPTIONS):
        own = str(row.values.get("id"))
        key = (_folded(row.values.get("title")), row.values.get("year") or 0)
        title_id = own if own in catalog else by_name.get(key)
        if title_id is None or (own != title_id and is_imdb(own) and is_imdb(title_id)):
            continue
        values = clean(row.values)
        if values.get("kind", "movie") == catalog[title_id].kind:
            found[title_id].append((own == title_id, values.get("votes") or 0, -row.number, values))
    return {title_id: max(rows, key=lambda row: row[:3])[3] for title_id, rows in found.items()}


def _keys(name: str, year: int | None) -> Iterator[tuple[str, int]]:
    if year is not None:
        yield from ((_folded(name), year + apart) for apart in (1, -1, 0))


def _folded(name: Any) -> str:
    letters = unicodedata.normalize("NFKD", str(name or ""))
    return default_process("".join(letter for letter in letters if not unicodedata.combining(letter)))


def _is_same(title: Title, column: str, theirs: Any) -> bool:
    if column == "year":
        return isinstance(theirs, int) and abs((title.year or 0) - theirs) <= YEARS_APART
    if column == "minutes":
        return isinstance(theirs, int) and abs((title.minutes or 0) - theirs) <= MINUTES_APART
    if column == "directors":
        return _covers(title.directors, theirs) or _covers(
            theirs, [name for d in title.directors for name in _names(d)]
        )
    names = (title.title, title.original_title or "", *title.aliases)
    return any(fuzz.ratio(_bare(name), _bare(theirs)) >= _ALIKE for name in names)


def _bare(name: str) -> str:
    return _ARTICLE.sub("", _folded(name))


def _covers(names: Iterable[str], others: Sequence[str]) -> bool:
    """Whether every name stands among others, in whatever spelling and order of its parts, longer or shorter."""
    return all(
        any(fuzz.token_set_ratio(name, other, processor=_folded) >= _ALIKE for other in others) for name in names
    )


def _names(person: str) -> tuple[str, ...]:
    known = people().get(person)
    return (person, *known.variants) if known else (person,)


def _looked_up(settled: Path) -> dict[tuple[str, str], str]:
    with settled.open(encoding="utf-8", newline="") as file:
        return {(row["id"], row["column"]): row["source"] for row in csv.DictReader(file)}
