"""Titles → a catalogue file."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from data.rows import COLUMNS
from data.title import Title


def write(titles: Iterable[Title], path: Path, suffix: str) -> None:
    """Write titles in the form that a suffix stands for: .csv, .jsonl or .parquet. Unknown columns are kept."""
    {".csv": _write_csv, ".jsonl": _write_jsonl, ".parquet": _write_parquet}[suffix](titles, path)


def _row(title: Title) -> dict[str, Any]:
    return dict(title.extra) | {name: value for name in COLUMNS if (value := getattr(title, name)) not in (None, ())}


def _write_jsonl(titles: Iterable[Title], path: Path) -> None:
    """What JSON has no words for in an unknown column (a date) is kept as text."""
    # Half a surrogate pair is written out as \\ud800, which JSON reads back.
    with path.open("w", encoding="utf-8", errors="backslashreplace") as file:
        file.writelines(json.dumps(_row(title), ensure_ascii=False, default=str) + "\n" for title in titles)


def _write_csv(titles: Iterable[Title], path: Path) -> None:
    rows = [_row(title) for title in titles]
    columns = list(dict.fromkeys((*COLUMNS, *(name for row in rows for name in row))))
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        for row in rows:
            writer.writerow({name: _cell(value) for name, value in row.items()})


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | tuple) else value


def _write_parquet(titles: Iterable[Title], path: Path) -> None:
    """Unknown columns go in as text, as their values may be of any kind."""
    import pyarrow as arrow
    from pyarrow import parquet

    rows = [_row(title) for title in titles]
    known = set(COLUMNS)
    table = [{name: value if name in known else str(value) for name, value in row.items()} for row in rows]
    columns = list(dict.fromkeys((*COLUMNS, *(name for row in rows for name in row))))
    data = {name: [row.get(name) for row in table] for name in columns}
    parquet.write_table(
        arrow.table({name: values for name, values in data.items() if any(v is not None for v in values)}), path
    )
