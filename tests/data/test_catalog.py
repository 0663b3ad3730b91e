"""Catalogues: every format, folders of parts, and bad rows named so that they can be mended."""

import csv
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from data.catalog import Catalog
from data.errors import CatalogError
from data.title import Title
from tests.conftest import TITLES, write_rows

Row = dict[str, Any]
GOOD: Row = {"id": "tt1", "title": "One", "overview": "A person counts."}


def write_csv(path: Path, rows: list[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(name for row in rows for name in row)))
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_parquet(path: Path, rows: list[Row]) -> Path:
    names = dict.fromkeys(name for row in rows for name in row)
    parquet.write_table(pa.table({name: [row.get(name) for row in rows] for name in names}), path)
    return path


def refusal(path: Path) -> CatalogError:
    with pytest.raises(CatalogError) as caught:
        Catalog.read(path)
    return caught.value


WRITERS: dict[str, Callable[[Path, list[Row]], Path]] = {
    ".csv": write_csv,
    ".jsonl": write_rows,
    ".parquet": write_parquet,
}


@pytest.mark.parametrize("suffix", WRITERS)
def test_each_format_gives_the_same_title(tmp_path: Path, suffix: str) -> None:
    row: Row = GOOD | {"title_zh": "一", "year": 1994, "minutes": 100, "rating": 8.1, "votes": 90_000}
    path = WRITERS[suffix](tmp_path / f"titles{suffix}", [row])
    [title] = Catalog.read(path)
    assert title == Title(
        "tt1", "One", title_zh="一", overview="A person counts.", year=1994, minutes=100, rating=8.1, votes=90_000
    )


@pytest.mark.parametrize(
    "cell", ["drama|romance", " drama | romance |", '["drama", "romance"]', ' ["drama","romance"] ']
)
def test_a_list_in_csv_stands_between_bars_or_is_a_json_array(tmp_path: Path, cell: str) -> None:
    path = write_csv(tmp_path / "titles.csv", [GOOD | {"genres": cell}])
    assert Catalog.read(path)["tt1"].genres == ("drama", "romance")


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet"])
def test_lists_are_arrays(tmp_path: Path, suffix: str) -> None:
    path = WRITERS[suffix](tmp_path / f"titles{suffix}", [GOOD | {"cast": ["Ann | Co", "Bo"]}])
    assert Catalog.read(path)["tt1"].cast == ("Ann | Co", "Bo")


def test_empty_cells_are_unknown(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "titles.csv", [GOOD | {"year": "", "genres": "", "poster": "", "kind": ""}])
    assert Catalog.read(path)["tt1"] == Title("tt1", "One", overview="A person counts.")


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    path = tmp_path / "titles.csv"
    path.write_text("id,title,overview\ntt1,One,Text\n", encoding="utf-8-sig")
    assert [title.id for title in Catalog.read(path)] == ["tt1"]


def test_what_is_written_is_read_back(tmp_path: Path, catalog: Catalog) -> None:
    path = tmp_path / "copy.jsonl"
    catalog.write(path)
    assert Catalog.read(path).titles == TITLES


def test_unknown_columns_are_kept_and_survive_a_copy(tmp_path: Path) -> None:
    made = Catalog.read(write_rows(tmp_path / "titles.jsonl", [GOOD | {"shelf": "A3", "disc": {"side": 2}}]))
    made.write(tmp_path / "copy.jsonl")
    for catalog in (made, Catalog.read(tmp_path / "copy.jsonl")):
        assert dict(catalog["tt1"].extra) == {"shelf": "A3", "disc": {"side": 2}}


def test_unknown_columns_that_json_has_no_words_for_are_copied_as_text(tmp_path: Path) -> None:
    rows = [GOOD | {"bought": date(2020, 5, 17)}]
    Catalog.read(write_parquet(tmp_path / "titles.parquet", rows)).write(tmp_path / "copy.jsonl")
    assert Catalog.read(tmp_path / "copy.jsonl")["tt1"].extra["bought"] == "2020-05-17"


def test_half_a_surrogate_pair_is_copied_or_refused_in_printable_words(tmp_path: Path) -> None:
    Catalog.read(write_ascii(tmp_path / "good.jsonl", GOOD | {"note": "\ud800"})).write(tmp_path / "copy.jsonl")
    assert Catalog.read(tmp_path / "copy.jsonl")["tt1"].extra["note"] == "\ud800"
    error = refusal(write_ascii(tmp_path / "bad.jsonl", GOOD | {"title": "\ud800"}))
    assert (error.problems[0].column, error.problems[0].value) == ("title", r"\ud800")
    assert str(error).encode("utf-8")


def write_ascii(path: Path, row: Row) -> Path:
    path.write_text(json.dumps(row), encoding="utf-8")
    return path


class TestFolder:
    def test_parts_are_joined_by_id(self, tmp_path: Path) -> None:
        write_rows(tmp_path / "a.jsonl", [GOOD, GOOD | {"id": "tt2", "title": "Two"}])
        write_csv(tmp_path / "b.csv", [{"id": "tt2", "rating": "7.5", "votes": "10"}])
        write_parquet(tmp_path / "c.parquet", [{"id": "tt1", "genres": ["drama"]}])
        (tmp_path / "README.md").write_text("not a part", encoding="utf-8")
        catalog = Catalog.read(tmp_path)
        assert [title.id for title in catalog] == ["tt1", "tt2"]
        assert catalog["tt1"].genres == ("drama",)
        assert (catalog["tt2"].title, catalog["tt2"].rating, catalog["tt2"].votes) == ("Two", 7.5, 10)

    def test_a_clash_between_parts_names_both_values(self, tmp_path: Path) -> None:
        write_rows(tmp_path / "a.jsonl", [GOOD | {"year": 1994}])
        write_rows(tmp_path / "b.jsonl", [{"id": "tt9", "title": "x", "overview": "y"}, {"id": "tt1", "year": 1995}])
        [problem] = refusal(tmp_path).problems
        assert (problem.file, problem.row, problem.column, problem.value) == ("b.jsonl", 2, "year", "1995")
        assert "1994" in problem.expected

    def test_the_same_value_written_in_two_formats_is_no_clash(self, tmp_path: Path) -> None:
        write_csv(tmp_path / "a.csv", [GOOD | {"year": "1994", "genres": "", "cast": "Ann|Bo"}])
        write_rows(tmp_path / "b.jsonl", [{"id": "tt1", "year": 1994, "genres": ["drama"], "cast": ["Ann", "Bo"]}])
        title = Catalog.read(tmp_path)["tt1"]
        assert (title.year, title.genres, title.cast) == (1994, ("drama",), ("Ann", "Bo"))

    def test_a_bad_value_is_named_in_the_part_that_holds_it(self, tmp_path: Path) -> None:
        write_csv(tmp_path / "a.csv", [{"id": "tt1", "rating": "7"}])
        write_rows(tmp_path / "b.jsonl", [GOOD | {"id": "tt2"}, GOOD | {"year": 1492}])
        [problem] = refusal(tmp_path).problems
        assert (problem.file, problem.row, problem.column, problem.value) == ("b.jsonl", 2, "year", "1492")

    def test_an_id_that_only_a_partial_part_knows_is_bad(self, tmp_path: Path) -> None:
        write_rows(tmp_path / "a.jsonl", [GOOD])
        write_csv(tmp_path / "b.csv", [{"id": "tt1", "rating": "7"}, {"id": "tt2", "rating": "8"}])
        problems = refusal(tmp_path).problems
        assert {(p.file, p.row, p.column) for p in problems} >= {("b.csv", 2, "title")}

    def test_an_empty_folder_is_refused(self, tmp_path: Path) -> None:
        assert "holds no .csv, .jsonl or .parquet file" in str(refusal(tmp_path))


class TestUnreadable:
    def test_missing(self, tmp_path: Path) -> None:
        assert "There is no catalogue at" in str(refusal(tmp_path / "titles.csv"))

    def test_wrong_suffix(self, tmp_path: Path) -> None:
        path = tmp_path / "titles.xlsx"
        path.write_bytes(b"")
        assert "should end with .csv, .jsonl or .parquet" in str(refusal(path))

    @pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
    def test_wrong_encoding(self, tmp_path: Path, suffix: str) -> None:
        path = tmp_path / f"titles{suffix}"
        path.write_bytes("id,title,overview\ntt1,失落的港口,水手\n".encode("gb18030"))
        assert "is not UTF-8 text: byte 24" in str(refusal(path))

    @pytest.mark.parametrize(
        "line", ["{id: 1}", "[1, 2", '{"id":' * 100_000, '{"votes": ' + "9" * 5000 + "}"], ids=lambda line: line[:8]
    )
    def test_not_json(self, tmp_path: Path, line: str) -> None:
        path = tmp_path / "titles.jsonl"
        path.write_text(json.dumps(GOOD) + "\n" + line, encoding="utf-8")
        assert "row 2 is not JSON" in str(refusal(path))

    @pytest.mark.parametrize("line", ["[]", "7", '"tt1"', "null"])
    def test_not_an_object(self, tmp_path: Path, line: str) -> None:
        path = tmp_path / "titles.jsonl"
        path.write_text(line, encoding="utf-8")
        assert "row 1 is not a JSON object" in str(refusal(path))

    def test_not_parquet(self, tmp_path: Path) -> None:
        path = tmp_path / "titles.parquet"
        path.write_bytes(b"PAR0 something else")
        assert "cannot be read" in str(refusal(path))

    @pytest.mark.parametrize("text", ["", "\n\n", "id,title,overview\n"])
    def test_nothing_in_it(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "titles.csv"
        path.write_text(text, encoding="utf-8")
        assert "holds no titles" in str(refusal(path))

    def test_cells_beyond_the_header_are_not_dropped_in_silence(self, tmp_path: Path) -> None:
        path = tmp_path / "titles.csv"
        path.write_text("id,title,overview\ntt1,One,Text,,\ntt2,Two,An unquoted, comma\n", encoding="utf-8")
        assert "row 2 has more cells than the header" in str(refusal(path))


class TestBadRows:
    def test_every_one_is_named_with_row_column_and_value(self, tmp_path: Path) -> None:
        rows = [GOOD, GOOD | {"id": "tt2", "year": "soon"}, GOOD | {"id": "tt3", "rating": 11, "kind": "play"}]
        error = refusal(write_csv(tmp_path / "titles.csv", rows))
        assert [(p.file, p.row, p.column, p.value) for p in error.problems] == [
            ("titles.csv", 2, "year", "soon"),
            ("titles.csv", 3, "kind", "play"),
            ("titles.csv", 3, "rating", "11"),
        ]
        assert "titles.csv, row 2, year: soon; expected" in str(error)
        assert "and 2 more problems" in str(error)

    def test_an_id_stands_once(self, tmp_path: Path) -> None:
        error = refusal(write_rows(tmp_path / "titles.jsonl", [GOOD, GOOD]))
        assert [(p.row, p.column, p.value) for p in error.problems] == [(2, "id", "tt1")]

    @pytest.mark.parametrize("value", [None, "", "   "])
    def test_an_id_must_be_there(self, tmp_path: Path, value: str | None) -> None:
        error = refusal(write_rows(tmp_path / "titles.jsonl", [GOOD, GOOD | {"id": value}]))
        assert [(p.row, p.column) for p in error.problems] == [(2, "id")]

    def test_one_overview_must_be_there_in_either_language(self, tmp_path: Path) -> None:
        chinese: Row = {"id": "tt2", "title": "Two", "overview_zh": "水手等信。"}
        assert len(Catalog.read(write_rows(tmp_path / "good.jsonl", [GOOD, chinese]))) == 2
        [problem] = refusal(write_rows(tmp_path / "bad.jsonl", [{"id": "tt3", "title": "Three"}])).problems
        assert (problem.column, problem.expected) == ("overview", "an overview in English or Chinese")

    @pytest.mark.parametrize(
        ("column", "value"),
        [
            ("year", 1870), ("year", date.today().year + 5), ("end_year", 2020), ("rating", 0), ("rating", 10),
            ("votes", 0), ("seasons", 200), ("minutes", 1), ("genres", ["science fiction", "western"]),
            ("poster", "https://example.org/a.jpg"), ("poster", "http://example.org/a.jpg"),
            ("elements", ["a", "b", "c", "d", "e"]), ("elements", []), ("kind", "series"), ("title", "x" * 500),
        ],
    )  # fmt: skip
    def test_bounds_are_inclusive(self, tmp_path: Path, column: str, value: object) -> None:
        [title] = Catalog.read(write_rows(tmp_path / "titles.jsonl", [GOOD | {column: value}]))
        assert getattr(title, column) == (tuple(value) if isinstance(value, list) else value)

    @pytest.mark.parametrize(
        ("column", "value"),
        [
            ("year", 1869), ("year", date.today().year + 6), ("year", 1994.5), ("end_year", 1800), ("rating", -0.1),
            ("rating", 10.1), ("rating", "nan"), ("votes", -1), ("votes", "many"), ("seasons", 0), ("minutes", 0),
            ("genres", ["drama", "noir"]), ("genres", ["Drama"]), ("genres", "drama"), ("genres", [1]),
            ("poster", "javascript:alert(1)"), ("poster", "file:///etc/passwd"), ("poster", "example.org/a.jpg"),
            ("link", "ftp://example.org"), ("elements", ["a", "b", "c", "d"]), ("kind", "film"), ("title", ""),
            ("title", "x" * 501), ("overview", "x" * 20_001), ("id", "x" * 201), ("cast", {"Ann": 1}),
        ],
    )  # fmt: skip
    def test_what_lies_beyond_is_named(self, tmp_path: Path, column: str, value: object) -> None:
        problems = refusal(write_rows(tmp_path / "titles.jsonl", [GOOD | {column: value}])).problems
        assert {(p.row, p.column) for p in problems} == {(1, column)}

    def test_an_unknown_genre_is_named_beside_the_known_ones(self, tmp_path: Path) -> None:
        [problem] = refusal(write_rows(tmp_path / "titles.jsonl", [GOOD | {"genres": ["drama", "noir"]}])).problems
        assert "science fiction" in problem.expected
        assert "not 'noir'" in problem.expected


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=5,
)
COLUMNS = ("id", "title", "year", "rating", "votes", "genres", "cast", "elements", "overview", "poster", "kind", "x")
ROW = st.dictionaries(st.sampled_from(COLUMNS), JSON)
HUNDRED = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@HUNDRED
@given(row=ROW)
@example(row={"votes": 1e300})
@example(row={"votes": 10**4000})
@example(row={"year": float("inf"), "rating": float("inf")})
@example(row={"extra": 1, "title": "\ud800", "x": ["\udfff"]})
def test_any_row_is_a_title_or_is_reported(tmp_path: Path, row: Row) -> None:
    path, copy = tmp_path / "titles.jsonl", tmp_path / "copy.jsonl"
    for whole in (row, GOOD | row):
        write_ascii(path, whole)
        try:
            catalog = Catalog.read(path)
        except CatalogError as error:
            assert error.problems or "holds no titles" in str(error)
            assert all(problem.row == 1 for problem in error.problems)
            assert str(error).encode("utf-8")
        else:
            catalog.write(copy)
            assert Catalog.read(copy).titles == catalog.titles


@HUNDRED
@given(text=st.text())
@example(text="id,title,overview,genres\r\na,b,c,[[[")
@example(text='id,title,overview,genres\na,b,c,"[' + "9" * 5000 + ']"')
@example(text="id,title,overview,genres\na,b,c," + "[" * 200_000)
def test_any_text_as_csv_is_read_or_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "titles.csv"
    path.write_text(text, encoding="utf-8", newline="")
    try:
        assert len(Catalog.read(path)) > 0
    except CatalogError as error:
        assert str(path.name) in str(error)


class TestHandles:
    def test_a_short_id_is_its_own_handle(self, catalog: Catalog) -> None:
        assert catalog.by_handle("tt0000003") is catalog["tt0000003"]

    @pytest.mark.parametrize("title_id", ["x" * 49, "港" * 17, "a:b"])
    def test_a_long_or_ambiguous_id_has_a_handle_that_fits_a_button(self, title_id: str) -> None:
        title = Title(title_id, "One")
        assert len(title.handle.encode()) <= 48
        assert ":" not in title.handle
        assert Catalog((title,)).by_handle(title.handle) is title

    def test_an_unknown_handle_is_nobody(self, catalog: Catalog) -> None:
        assert catalog.by_handle("tt9999999") is None


def test_names_and_people_stand_once_and_in_order() -> None:
    title = Title(
        "a", "One", title_zh="一", original_title="One", aliases=("Uno", "一"), directors=("Ann",), cast=("Bo", "Ann")
    )
    assert title.names == ("One", "一", "Uno")
    assert title.people == ("Ann", "Bo")
