"""Import: recognise the source, clean every row, check it, make duplicates one, and write a catalogue.

Nothing is dropped silently: a row that cannot be used stands in `PATH.rejected.jsonl` with its place, column, value
and the reason, and a fact on which two rows of a title differ in `PATH.clashes.jsonl`.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TextIO

from data import rows
from data.errors import RowProblem
from data.imports.cleaning import clean
from data.imports.imdb import Imdb
from data.imports.merging import merge
from data.imports.movielens import MovieLens
from data.imports.source import ImportFileError, Options, RawRow, Source
from data.imports.spreadsheet import Spreadsheet
from data.imports.tmdb import Tmdb
from data.title import Title
from data.writing import write

SOURCES: tuple[Source, ...] = (MovieLens(), Tmdb(), Imdb(), Spreadsheet())
"""The kinds of data sets, in the order in which they are tried; the spreadsheet takes what no other knows."""

_NO_OPTIONS = Options()
_TOLD_EVERY = 500  # rows between two words on the progress


@dataclass(frozen=True, slots=True)
class Report:
    """What an import came to: rows read, titles written, rows rejected, rows joined to another, facts that clash."""

    source: str
    read: int
    written: int
    rejected: int
    joined: int
    clashes: int


def import_catalog(
    paths: Sequence[Path],
    out: Path,
    source_name: str | None = None,
    options: Options = _NO_OPTIONS,
    progress: Callable[[int], None] = lambda _: None,
) -> Report:
    """Read data sets of one kind and write a catalogue.

    Args:
        paths: files or folders of the data set.
        out: where the catalogue goes; its suffix says how it is written.
        source_name: the kind; None recognises it.
        options: columns and votes.
        progress: told how many more rows are read.

    Raises:
        ImportFileError: a path is missing, of no known kind or unreadable, or no row can be used; nothing is written.
    """
    if out.suffix not in rows.SUFFIXES:
        raise ImportFileError(f"{out} should end with {', '.join(rows.SUFFIXES)}.")
    source = source_of(paths, source_name)
    rejected_path = out.with_name(out.name + ".rejected.jsonl")
    with _written_beside(rejected_path) as rejected_file:
        checked = _Checked(source.rows(paths, options), options, rejected_file, progress)
        merged = merge(checked)
    if not merged.titles:
        raise ImportFileError(f"Nothing usable was found in {paths[0]}: {checked.first_reason or 'it holds no rows'}.")
    beside = out.with_name(f".{out.name}")
    try:
        write(merged.titles, beside, out.suffix)
        beside.replace(out)
    finally:
        beside.unlink(missing_ok=True)
    with _written_beside(out.with_name(out.name + ".clashes.jsonl")) as file:
        file.writelines(json.dumps(asdict(clash), ensure_ascii=False) + "\n" for clash in merged.clashes)
    return Report(source.name, checked.read, len(merged.titles), checked.rejected, merged.joined, len(merged.clashes))


class _Checked:
    """The usable titles among raw rows; the others go to the file of rejected rows as they come."""

    def __init__(
        self, raw: Iterable[RawRow], options: Options, rejected_file: TextIO, progress: Callable[[int], None]
    ) -> None:
        self._raw = raw
        self._options = options
        self._file = rejected_file
        self._progress = progress
        self.read = 0
        self.rejected = 0
        self.first_reason = ""

    def __iter__(self) -> Iterator[Title]:
        for row in self._raw:
            self.read += 1
            if self.read % _TOLD_EVERY == 0:
                self._progress(_TOLD_EVERY)
            title, problems = rows.validated(clean(row.values), (row.file, row.number))
            if title is not None and self._options.min_votes and (title.votes or 0) < self._options.min_votes:
                wanted = f"{self._options.min_votes} votes or more"
                problems = (RowProblem(row.file, row.number, "votes", str(title.votes or ""), wanted),)
            if problems:
                self._reject(problems)
            elif title is not None:
                yield title

    def _reject(self, problems: Sequence[RowProblem]) -> None:
        self.rejected += 1
        self.first_reason = self.first_reason or str(problems[0])
        for problem in problems:
            row = {"file": problem.file, "row": problem.row, "column": problem.column, "value": problem.value}
            self._file.write(json.dumps(row | {"reason": f"expected {problem.expected}"}, ensure_ascii=False) + "\n")


def source_of(paths: Sequence[Path], name: str | None = None) -> Source:
    """The kind of data set that paths hold: the one of a name, else the first that recognises them.

    Raises:
        ImportFileError: a path is missing, no kind has that name, or it does not recognise the paths.
    """
    missing = next((path for path in paths if not path.exists()), None)
    if missing is not None:
        raise ImportFileError(f"There is nothing at {missing}.")
    if name is not None:
        named = next((source for source in SOURCES if source.name == name), None)
        if named is None:
            raise ImportFileError(f"{name!r} is no format; known are {', '.join(source.name for source in SOURCES)}.")
        if not named.recognises(paths):
            raise ImportFileError(f"{paths[0]} does not look like {name}.")
        return named
    found = next((source for source in SOURCES if source.recognises(paths)), None)
    if found is None:
        raise ImportFileError(f"{paths[0]} is of no kind that can be imported.")
    return found


@contextmanager
def _written_beside(path: Path) -> Iterator[TextIO]:
    """A file that appears when it is complete, and not at all where something fails on the way."""
    beside = path.with_name(f".{path.name}")
    try:
        with beside.open("w", encoding="utf-8", errors="backslashreplace") as file:
            yield file
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
