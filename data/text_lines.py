"""Lines of text files that nobody vouches for: bounded, and counted."""

import csv
from collections.abc import Iterator, Mapping
from typing import IO, Any

from data.errors import DataError

LONGEST_LINE = 10_000_000  # characters; a line beyond that is no row of a table
_LARGEST_FILE = 1 << 30  # bytes; a catalogue is held in memory, several times over while it is read


class OversizeError(DataError):
    """A file, or a line of it, is larger than a catalogue can be."""


def refuse_oversize(size: int) -> None:
    """See that a file can be held in memory.

    Args:
        size: in bytes, once unpacked.

    Raises:
        OversizeError: it is larger than a catalogue may be.
    """
    if size > _LARGEST_FILE:
        raise OversizeError(f"it holds {size / (1 << 30):.1f} GB, and a catalogue may hold {_LARGEST_FILE >> 30} GB")


def bounded_lines(file: IO[str]) -> Iterator[str]:
    """The lines of a file, none of them longer than memory allows.

    Raises:
        OversizeError: a line is longer.
    """
    while line := file.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE:
            raise OversizeError(f"a line is longer than {LONGEST_LINE:,} characters")
        yield line


def csv_rows(file: IO[str], separator: str = ",") -> Iterator[Mapping[str | None, Any]]:
    """Rows of a table by the names of its header; cells beyond the header are a list under None.

    Raises:
        OversizeError: a line is too long.
        csv.Error: a cell is too long, or a quote is never closed.
    """
    csv.field_size_limit(LONGEST_LINE)
    at_end = False

    def lines() -> Iterator[str]:
        nonlocal at_end
        yield from bounded_lines(file)
        at_end = True

    for row in csv.DictReader(lines(), delimiter=separator):
        if at_end:  # A row ends with its line. One that waits for another line waits for the end of a quote.
            raise csv.Error("a quote is opened there and never closed")
        yield row
