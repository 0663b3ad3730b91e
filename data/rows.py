"""Rows of catalogue files: read, joined by id, and checked column by column."""

import csv
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, field_validator, model_validator

from data.errors import CatalogError, RowProblem, one_line
from data.text_lines import OversizeError, bounded_lines, csv_rows, refuse_oversize
from data.title import GENRES, Kind, Title

SUFFIXES = (".csv", ".jsonl", ".parquet")

# A synopsis of this size fills several screens; anything longer is a mistake in the file, not a text to read.
_LONGEST_TEXT = 20_000
_ROWS_AT_ONCE = 200  # of Parquet, where a small file may unpack to a large one
# What a spreadsheet program would run rather than show: =HYPERLINK(…), +cmd|…, @SUM(…).
_FORMULA = re.compile(r"[=+@-]\s*\w+[(|!]")


class _Row(BaseModel):
    """One row as it comes from a file, checked column by column."""

    model_config = ConfigDict(extra="allow", str_strip_whitespace=True, str_max_length=_LONGEST_TEXT)

    id: str = Field(min_length=1, max_length=200)
    kind: Kind = "movie"
    title: str = Field(min_length=1, max_length=500)
    original_title: str | None = None
    title_zh: str | None = None
    aliases: tuple[str, ...] = ()
    year: int | None = Field(None, ge=1870)
    end_year: int | None = Field(None, ge=1870)
    seasons: int | None = Field(None, ge=1, le=200)
    minutes: int | None = Field(None, ge=1, le=6000)
    genres: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    directors: tuple[str, ...] = ()
    cast: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    elements_zh: tuple[str, ...] = ()
    overview: str | None = None
    overview_zh: str | None = None
    rating: float | None = Field(None, ge=0, le=10, allow_inf_nan=False)
    votes: int | None = Field(None, ge=0)
    poster: str | None = None
    link: str | None = None
    douban_id: str | None = None

    @field_validator("title", "original_title", "title_zh", "overview", "overview_zh")
    @classmethod
    def _is_no_formula(cls, value: str | None) -> str | None:
        if value is not None and _FORMULA.match(value):
            raise ValueError("text, not a formula")
        return value

    @field_validator("poster", "link")
    @classmethod
    def _is_web_address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("https://", "http://")):
            raise ValueError("an address that begins with https:// or http://")
        return value

    @field_validator("year", "end_year")
    @classmethod
    def _is_not_far_ahead(cls, value: int | None) -> int | None:
        latest = date.today().year + 5
        if value is not None and value > latest:
            raise ValueError(f"a year up to {latest}")
        return value

    @field_validator("genres")
    @classmethod
    def _are_known(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [genre for genre in value if genre not in GENRES]
        if unknown:
            raise ValueError(f"genres among {', '.join(GENRES)}; not {unknown[0]!r}")
        return value

    @field_validator("elements", "elements_zh")
    @classmethod
    def _are_five(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if value and len(value) != 5:
            raise ValueError("five phrases")
        return value

    @model_validator(mode="after")
    def _has_overview(self) -> "_Row":
        if not (self.overview or self.overview_zh):
            raise ValueError("an overview in English or Chinese")
        return self


_ROW: TypeAdapter[_Row] = TypeAdapter(_Row)
COLUMNS = tuple(f.name for f in fields(Title) if f.name != "extra")
LISTS = frozenset(name for name, info in _Row.model_fields.items() if info.annotation == tuple[str, ...])


def read(path: Path) -> list[Title]:
    """Titles of a catalogue file, or of a folder whose files are parts joined by id, in the order of the files.

    Raises:
        CatalogError: the path is missing or unreadable, or a row is bad; `problems` lists every bad row.
    """
    problems: list[RowProblem] = []
    titles = [_checked(joined, problems) for joined in _join(_parts(path), problems)]
    if problems:
        more = f" and {len(problems) - 1} more problems" if len(problems) > 1 else ""
        raise CatalogError(f"The catalogue {path} has bad rows: {problems[0]}{more}.", tuple(problems))
    if not titles:
        raise CatalogError(f"The catalogue {path} holds no titles.")
    return [title for title in titles if title]


_Place = tuple[str, int]  # a file's name and the number of a row in it


@dataclass(frozen=True, slots=True)
class _Joined:
    """A row made of the rows of all parts, the place where its id first stood, and where each value stood."""

    row: dict[str, Any]
    place: _Place
    places: dict[str, _Place]


def _parts(path: Path) -> list[Path]:
    if not path.exists():
        raise CatalogError(f"There is no catalogue at {path}. Name one with --catalog or USHER_CATALOG.")
    if path.is_dir():
        parts = sorted(part for part in path.iterdir() if part.suffix in SUFFIXES)
        if not parts:
            raise CatalogError(f"The folder {path} holds no .csv, .jsonl or .parquet file.")
        return parts
    if path.suffix not in SUFFIXES:
        raise CatalogError(f"{path} is not a catalogue: its name should end with .csv, .jsonl or .parquet.")
    return [path]


def _join(parts: Iterable[Path], problems: list[RowProblem]) -> list[_Joined]:
    """Rows of all parts, those of one id made one. Within a part an id may stand once only."""
    joined: dict[str, _Joined] = {}
    for part in parts:
        seen: set[str] = set()
        for number, row in read_rows(part):
            place = (part.name, number)
            row_id = str(row.get("id") or "").strip()
            if not row_id:
                problems.append(RowProblem(*place, "id", "", "an id, unique in the catalogue"))
            elif row_id in seen:
                problems.append(RowProblem(*place, "id", _shown(row_id), "an id that no other row has"))
            elif row_id not in joined:
                joined[row_id] = _Joined(row, place, dict.fromkeys(row, place))
            else:
                _merge(joined[row_id], row, place, problems)
            seen.add(row_id)
    return list(joined.values())


def _merge(joined: _Joined, row: Mapping[str, Any], place: _Place, problems: list[RowProblem]) -> None:
    known = joined.row
    for column, value in row.items():
        # A CSV part writes the year 1994 as text, a JSON part as a number.
        if str(known.get(column, value)).strip() != str(value).strip():
            problems.append(RowProblem(*place, column, _shown(value), f"{known[column]!r}, as another part says"))
        known[column] = value
        joined.places[column] = place


def read_rows(part: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Rows of one file with their numbers from 1; empty cells are left out."""
    read = {".csv": _csv_rows, ".jsonl": _json_rows, ".parquet": _parquet_rows}[part.suffix]
    number = 0
    try:
        refuse_oversize(part.stat().st_size)
        for number, row in enumerate(read(part), start=1):
            yield number, {key: value for key, value in row.items() if key and not _is_empty(value)}
    except UnicodeDecodeError as error:
        raise CatalogError(f"{part} is not UTF-8 text: byte {error.start} cannot be read.") from error
    except (OSError, csv.Error, OversizeError) as error:
        after = f" after row {number}" if number else ""
        raise CatalogError(f"{part} cannot be read{after}: {one_line(error)}.") from error


def _shown(value: Any) -> str:
    """The beginning of a value, fit to be printed: half a surrogate pair is written out."""
    return str(value)[:80].encode(errors="backslashreplace").decode()


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", []) or (isinstance(value, float) and math.isnan(value))


def _csv_rows(part: Path) -> Iterator[dict[str, Any]]:
    with part.open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv_rows(file), start=1):
            if any(row.get(None, ())):
                raise CatalogError(f"{part}, row {number} has more cells than the header has columns.")
            yield {key: _cells(value) if key in LISTS else value for key, value in row.items() if isinstance(key, str)}


def _cells(value: str | None) -> Any:
    """A CSV cell that holds a list: a JSON array, or values between bars."""
    if value and value.lstrip().startswith("["):
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            return value
    return [cell for part in (value or "").split("|") if (cell := part.strip())]


def _json_rows(part: Path) -> Iterator[dict[str, Any]]:
    with part.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(bounded_lines(file), start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise CatalogError(f"{part}, row {number} is not JSON: {error}.") from error
            if not isinstance(row, dict):
                raise CatalogError(f"{part}, row {number} is not a JSON object.")
            yield row


def _parquet_rows(part: Path) -> Iterator[dict[str, Any]]:
    from pyarrow import (
        ArrowException,
        parquet,  # slow to import, and most catalogues are text
    )

    try:
        file = parquet.ParquetFile(part)
        refuse_oversize(sum(file.metadata.row_group(i).total_byte_size for i in range(file.num_row_groups)))
        for batch in file.iter_batches(_ROWS_AT_ONCE):
            yield from batch.to_pylist()
    except ArrowException as error:
        raise CatalogError(f"{part} cannot be read: {one_line(error)}.") from error


def validated(row: Mapping[str, Any], place: _Place) -> tuple[Title | None, tuple[RowProblem, ...]]:
    """A row as a title, or what is wrong with it."""
    problems: list[RowProblem] = []
    title = _checked(_Joined(dict(row), place, {}), problems)
    return title, tuple(problems)


def _checked(joined: _Joined, problems: list[RowProblem]) -> Title | None:
    row = joined.row
    known = {key: value for key, value in row.items() if key in COLUMNS}
    try:
        checked = _ROW.validate_python(known)
    except ValidationError as error:
        for detail in error.errors():
            column = str(detail["loc"][0]) if detail["loc"] else "overview"
            value = "" if not detail["loc"] else _shown(row.get(column, ""))
            missing = detail["type"] == "missing"
            expected = "a value, as every title has one" if missing else detail["msg"].removeprefix("Value error, ")
            place = joined.places.get(column, joined.place)
            problems.append(RowProblem(*place, column, value, expected[:1].lower() + expected[1:]))
        return None
    extra = {key: value for key, value in row.items() if key not in COLUMNS}
    return Title(**{name: getattr(checked, name) for name in COLUMNS}, extra=extra)
