"""A spreadsheet or table with any column names: CSV, TSV, Excel, JSON Lines or Parquet."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from data import rows
from data.errors import CatalogError, one_line
from data.imports.source import ImportFileError, Options, RawRow
from data.text_lines import OversizeError, csv_rows

_SUFFIXES = (*rows.SUFFIXES, ".tsv", ".xlsx")
_LARGEST_SHEET = 200 << 20  # bytes of a sheet once unpacked; anything more is a trap or belongs into a CSV file

_LONGEST_ID = 100  # characters


class Spreadsheet:
    """Reads columns by their catalogue names, and others by the names that the options give."""

    name = "spreadsheet"

    def recognises(self, paths: Sequence[Path]) -> bool:
        """Any file of a known suffix."""
        return all(path.suffix.casefold() in _SUFFIXES for path in paths)

    def rows(self, paths: Sequence[Path], options: Options) -> Iterator[RawRow]:
        """See `Source.rows`."""
        for path in paths:
            for number, values in enumerate(_read(path), start=1):
                if number == 1:
                    _check_columns(path, values, options)
                yield RawRow(path.name, number, _with_id(_renamed(values, options)))


def _check_columns(path: Path, values: Mapping[str, Any], options: Options) -> None:
    """See that the first row has the columns that are named, and the one without which no row can be used."""
    missing = [theirs for theirs in options.columns.values() if theirs not in values]
    advice = ""
    if not missing and "title" not in _renamed(values, options):
        missing, advice = ["title"], " Say which one it is with --map title=…"
    if missing:
        raise ImportFileError(f"{path} has no column {missing[0]!r}; it has {', '.join(map(repr, values))}.{advice}")


def _with_id(values: Mapping[str, Any]) -> dict[str, Any]:
    """A row of a sheet that has no column of ids gets one of its title and year, the same at every import."""
    if "id" in values:
        return dict(values)
    words = re.findall(r"\w+", f"{values.get('title') or ''} {values.get('year') or ''}".casefold())
    return {"id": "-".join(words)[:_LONGEST_ID], **values}


def _renamed(values: Mapping[str, Any], options: Options) -> dict[str, Any]:
    taken = set(options.columns.values())
    kept = {(key.strip().casefold() if key.strip().casefold() in rows.COLUMNS else key.strip()): value
            for key, value in values.items() if key not in taken}  # fmt: skip
    return kept | {ours: values.get(theirs) for ours, theirs in options.columns.items()}


def _read(path: Path) -> Iterator[dict[str, Any]]:
    suffix = path.suffix.casefold()
    try:
        if suffix == ".xlsx":
            yield from _excel(path)
        elif suffix in {".csv", ".tsv"}:
            yield from separated(path, "\t" if suffix == ".tsv" else ",")
        else:
            for _, row in rows.read_rows(path):
                yield row
    except CatalogError as error:
        raise ImportFileError(str(error)) from error


def separated(path: Path, separator: str, encoding: str = "utf-8-sig") -> Iterator[dict[str, Any]]:
    """Rows of a table of text; a row that is too short has None for what it lacks, what is beyond is left out.

    Raises:
        ImportFileError: the file cannot be read, or a quote is never closed.
    """
    number = 0
    try:
        with path.open(encoding=encoding, newline="") as file:
            for number, row in enumerate(csv_rows(file, separator), start=1):  # noqa: B007 - told where it fails
                yield {key: value for key, value in row.items() if isinstance(key, str)}
    except UnicodeDecodeError as error:
        raise ImportFileError(f"{path} is not UTF-8 text: it cannot be read after row {number}.") from error
    except (OSError, csv.Error, OversizeError) as error:
        raise ImportFileError(f"{path} cannot be read after row {number}: {one_line(error)}.") from error


def _excel(path: Path) -> Iterator[dict[str, Any]]:
    """Rows of the first sheet; of a formula its last value."""
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        _refuse_bomb(path)
        sheet = openpyxl.load_workbook(path, read_only=True, data_only=True).worksheets[0]
        cells = sheet.iter_rows(values_only=True)
        header = [str(cell) if cell is not None else "" for cell in next(cells, ())]
        for row in cells:
            yield {name: value for name, value in zip(header, row, strict=False) if name}
    except (OSError, BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise ImportFileError(f"{path} cannot be read as a spreadsheet: {one_line(error)}.") from error


def _refuse_bomb(path: Path) -> None:
    from zipfile import ZipFile

    with ZipFile(path) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
    if size > _LARGEST_SHEET:
        raise ImportFileError(f"{path} would unpack to {size >> 20} MB; save it as CSV instead.")
