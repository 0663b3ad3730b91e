"""The family of errors that this room raises.

DataError
├── CatalogError       a catalogue that cannot be read, or has bad rows
└── HistoryError       the database of people cannot be opened

Their text is meant for people: what is wrong, with the offending value, and how to mend it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why one row cannot be used: its place (row 1 is the first after a header), and what was expected there."""

    file: str
    row: int
    column: str
    value: str
    expected: str

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}, {self.column}: {self.value or 'nothing'}; expected {self.expected}"


class DataError(Exception):
    """Something in the data is wrong, said in one clear sentence."""


class CatalogError(DataError):
    """A catalogue cannot be used. `problems` names every bad row."""

    def __init__(self, message: str, problems: tuple[RowProblem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


class HistoryError(DataError):
    """The database of people cannot be opened or is newer than this program."""


def one_line(error: Exception) -> str:
    """What a library says of a failure, as part of a sentence."""
    return " ".join(str(error).split()).rstrip(".") or type(error).__name__
