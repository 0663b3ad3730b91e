"""What an importer of one source gives: rows by catalogue column, as the source wrote them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from data.errors import DataError


class ImportFileError(DataError):
    """A file cannot be imported; said in one sentence."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row of a source.

    Args:
        file, number: its place; row 1 is the first after a header.
        values: by catalogue column (others are kept too), not yet cleaned.
    """

    file: str
    number: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Options:
    """What the person who imports asks for.

    Args:
        columns: catalogue column → the column of the source that holds it.
        min_votes: titles with fewer are left out.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    min_votes: int = 0


class Source(Protocol):
    """A kind of data set."""

    name: str

    def recognises(self, paths: Sequence[Path]) -> bool:
        """Whether the paths look like this kind."""

    def rows(self, paths: Sequence[Path], options: Options) -> Iterator[RawRow]:
        """The rows of the data set.

        Raises:
            ImportFileError: a file is missing or cannot be read.
        """
