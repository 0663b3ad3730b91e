"""Facts of a catalogue beside those of public tables."""

from pathlib import Path
from typing import Any

import pytest

from data.catalog import Catalog
from data.imports.comparing import SETTLED, compare
from data.imports.source import ImportFileError
from data.title import Title
from tests.conftest import write_rows

ALPHA = Title("tt0000041", "Alpha", year=2000, minutes=100, directors=("Alan Mak", "Ann Álvarez"), overview="A.")


def differences(tmp_path: Path, *tables: dict[str, Any], settled: str = "") -> list[tuple[str, Any, str | None]]:
    paths = [write_rows(tmp_path / f"{number}.jsonl", [row]) for number, row in enumerate(tables)]
    looked_up = tmp_path / "settled.csv"
    looked_up.write_text(f"id,column,source\n{settled}", encoding="utf-8")
    found = compare(Catalog((ALPHA,)), paths, looked_up).differences
    return [(difference.column, difference.theirs, difference.settled_by) for difference in found]


@pytest.mark.parametrize(
    "row",
    [
        {"title": "ALPHA", "year": 2001, "minutes": "1h 45min", "directors": ["Ann Alvarez"]},
        {"title": "The Alpha", "aliases": ["x"], "directors": ["Alan Mak Siu-Fai", "Ann Alvarez", "Someone Else"]},
        {"title": "alpha", "year": None},
        {"id": "tt0000099", "title": "Alpha", "year": 2000, "minutes": 7},
    ],
)
def test_what_is_the_same_in_other_words_is_no_difference(tmp_path: Path, row: dict[str, Any]) -> None:
    assert differences(tmp_path, {"id": ALPHA.id} | row) == []


def test_differences_are_told_by_column(tmp_path: Path) -> None:
    row = {"id": ALPHA.id, "title": "Omega", "year": 2002, "minutes": 106, "directors": ["Cy Coe"]}
    assert differences(tmp_path, row) == [
        ("title", "Omega", None), ("year", 2002, None), ("minutes", 106, None), ("directors", ["Cy Coe"], None),
    ]  # fmt: skip


def test_a_table_without_the_id_tells_of_a_title_by_name_and_year(tmp_path: Path) -> None:
    assert differences(tmp_path, {"id": "x1", "title": "alpha", "year": 2001, "minutes": 50}) == [("minutes", 50, None)]
    assert differences(tmp_path, {"id": "x1", "title": "alpha", "year": 2003, "minutes": 50}) == []
    assert differences(tmp_path, {"id": "x1", "title": "alpha", "year": 2000, "kind": "series", "minutes": 50}) == []


def test_a_second_table_or_a_look_elsewhere_settles_a_difference(tmp_path: Path) -> None:
    wrong, right = ({"id": ALPHA.id, "title": "Alpha", "minutes": minutes} for minutes in (60, 101))
    assert differences(tmp_path, wrong, right) == [("minutes", 60, "1.jsonl")]
    assert differences(tmp_path, wrong, settled=f"{ALPHA.id},minutes,the disc\n") == [("minutes", 60, "the disc")]


def test_a_table_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError, match="There is nothing at"):
        compare(Catalog((ALPHA,)), [tmp_path / "none.csv"])


def test_what_was_settled_is_a_fact_of_the_catalogue() -> None:
    known = Catalog.read(Path(SETTLED).parent / "titles")
    rows = [line.split(",", 2) for line in SETTLED.read_text(encoding="utf-8").splitlines()[1:]]
    assert [row for row in rows if row[0] not in known or row[1] not in {"title", "year", "minutes", "directors"}] == []
    assert all(source for _, _, source in rows)
