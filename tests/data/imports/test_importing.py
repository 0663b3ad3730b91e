"""Data sets of each kind, small ones with what is broken in the real ones."""

import gzip
import json
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from data.catalog import Catalog
from data.imports.importing import Report, import_catalog
from data.imports.source import ImportFileError, Options


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def imported(out: Path, *paths: Path, **options: Any) -> tuple[Catalog, Report]:
    report = import_catalog(paths, out, options=Options(**options))
    return Catalog.read(out), report


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_a_spreadsheet_with_other_names(tmp_path: Path, suffix: str) -> None:
    table = tmp_path / "mine.csv"
    table.write_text("Nr,Name,Plot,Year,Shelf\n1,Alpha,A story.,1999,left\n2,,No name.,2000,\n", encoding="utf-8")
    columns = {"id": "Nr", "title": "Name", "overview": "Plot"}
    catalog, report = imported(tmp_path / f"out{suffix}", table, columns=columns)
    assert [(title.id, title.title, title.year) for title in catalog] == [("1", "Alpha", 1999)]
    assert catalog["1"].extra == {"Shelf": "left"}
    assert (report.read, report.written, report.rejected) == (2, 1, 1)
    (rejected,) = lines(tmp_path / f"out{suffix}.rejected.jsonl")
    assert (rejected["row"], rejected["column"]) == (2, "title")
    assert rejected["reason"]


def test_an_excel_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["id", "title", "overview", "minutes"],
        ["a", "Alpha", "A story.", "2h 1min"],
        ["b", "Beta", "x", "=1+1"],
    ):
        sheet.append(row)
    book.save(tmp_path / "mine.xlsx")
    catalog, _ = imported(tmp_path / "out.jsonl", tmp_path / "mine.xlsx")
    assert catalog["a"].minutes == 121
    assert catalog["b"].minutes is None  # a formula that was never computed has no value


def test_a_column_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ImportFileError, match="has no column 'Name'; it has 'a', 'b'"):
        imported(tmp_path / "out.jsonl", tmp_path / "mine.csv", columns={"title": "Name"})


def test_movielens_latest(tmp_path: Path) -> None:
    movies = '1,Toy Story (1995),Adventure|Children\n2,"Matrix, The (1999)",Sci-Fi\n3,Untitled,(no genres listed)\n'
    (tmp_path / "movies.csv").write_text("movieId,title,genres\n" + movies, encoding="utf-8")
    (tmp_path / "links.csv").write_text("movieId,imdbId,tmdbId\n1,0114709,862\n2,133093,\n", encoding="utf-8")
    (tmp_path / "tags.csv").write_text("userId,movieId,tag,timestamp\n1,1,Pixar,0\n2,1,pixar,0\n", encoding="utf-8")
    catalog, _ = imported(tmp_path / "out.jsonl", tmp_path)
    assert [title.id for title in catalog] == ["tt0114709", "tt0133093", "movielens-3"]
    assert catalog["tt0133093"].title == "The Matrix"
    assert catalog["tt0114709"].genres == ("adventure", "family")
    assert catalog["tt0114709"].keywords == ("pixar",)


def test_movielens_1m(tmp_path: Path) -> None:
    (tmp_path / "movies.dat").write_bytes("5::Les Misérables (1995)::Drama|Musical\n".encode("latin-1"))
    catalog, _ = imported(tmp_path / "out.jsonl", tmp_path)
    assert (catalog["movielens-5"].title, catalog["movielens-5"].year) == ("Les Misérables", 1995)


def test_tmdb_with_companions_and_broken_rows(tmp_path: Path) -> None:
    header = (
        "adult,genres,id,imdb_id,original_language,original_title,overview,poster_path,release_date,runtime,title\n"
    )
    good = """False,"[{'id': 18, 'name': 'Drama'}]",1,tt0000011,cn,甲,A story.,/a.jpg,1999-05-01,100.0,Alpha\n"""
    broken = " - Written by someone,0.065736,/x.png\n"
    evil = "False,[],2,tt0000012,en,Beta,B.,/../../x.jpg,2001-01-01,,Beta\n"
    (tmp_path / "movies_metadata.csv").write_text(header + good + broken + evil, encoding="utf-8")
    cast = "[{'name': 'One'}, {'name': 'Two'}]"
    crew = "[{'name': 'Three', 'job': 'Director'}, {'name': 'Four', 'job': 'Editor'}]"
    (tmp_path / "credits.csv").write_text(f'cast,crew,id\n"{cast}","{crew}",1\n', encoding="utf-8")
    (tmp_path / "keywords.csv").write_text("""id,keywords\n1,"[{'id': 9, 'name': 'rain'}]"\n""", encoding="utf-8")
    catalog, report = imported(tmp_path / "out.jsonl", tmp_path)
    alpha, beta = catalog["tt0000011"], catalog["tt0000012"]
    assert (alpha.year, alpha.minutes, alpha.languages, alpha.cast) == (1999, 100, ("yue",), ("One", "Two"))
    assert (alpha.directors, alpha.keywords, alpha.original_title) == (("Three",), ("rain",), "甲")
    assert alpha.poster == "https://image.tmdb.org/t/p/w500/a.jpg"
    assert beta.poster is None
    assert report.rejected == 1


def imdb(folder: Path, name: str, *rows: str) -> None:
    with gzip.open(folder / f"{name}.tsv.gz", "wt", encoding="utf-8") as file:
        file.writelines(row.replace(" ", "\t").replace("_", " ") + "\n" for row in rows)


def test_imdb(tmp_path: Path) -> None:
    columns = "tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres"
    good = "tt0000021 tvSeries The_Line Die_Linie 0 2004 2010 45 Crime,Drama"
    imdb(tmp_path, "title.basics", columns, good, "tt0000022 movie Few Few 0 1999 \\N 90 Drama",
         "tt0000023 short Short Short 0 1999 \\N 9 Short")  # fmt: skip
    imdb(tmp_path, "title.ratings", "tconst averageRating numVotes", "tt0000021 8.0 5000", "tt0000022 6.0 3")
    imdb(tmp_path, "title.akas", "titleId ordering title region", "tt0000021 1 線 TW", "tt0000021 2 线 CN")
    imdb(tmp_path, "title.crew", "tconst directors writers", "tt0000021 nm1,nm2 \\N")
    imdb(tmp_path, "title.principals", "tconst ordering nconst category", "tt0000021 1 nm3 actor")
    imdb(tmp_path, "name.basics", "nconst primaryName", "nm1 Ann_A", "nm2 Ben_B", "nm3 Cy_C")
    catalog, _ = imported(tmp_path / "out.jsonl", tmp_path, min_votes=100)
    (title,) = catalog
    assert (title.kind, title.title_zh, title.original_title, title.end_year) == ("series", "线", "Die Linie", 2010)
    assert (title.directors, title.cast, title.rating, title.votes) == (("Ann A", "Ben B"), ("Cy C",), 8.0, 5000)


def test_a_truncated_gzip_is_one_sentence(tmp_path: Path) -> None:
    imdb(tmp_path, "title.basics", "tconst titleType isAdult", *["x short 0"] * 5000)
    path = tmp_path / "title.basics.tsv.gz"
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(ImportFileError, match="cannot be read after row"):
        imported(tmp_path / "out.jsonl", path)


def test_duplicates_are_made_one_and_clashes_told(tmp_path: Path) -> None:
    rows = "id,title,year,minutes,overview,directors\ntt0000031,Alpha,1999,100,A.,One\nx9,Alpha,1999,120,B.,Two\n"
    (tmp_path / "mine.csv").write_text(rows + "tt0000032,Alpha,1999,90,Another film.,Three\n", encoding="utf-8")
    catalog, report = imported(tmp_path / "out.jsonl", tmp_path / "mine.csv")
    assert [title.id for title in catalog] == ["tt0000031", "tt0000032"]
    assert (report.joined, report.clashes) == (1, 2)
    assert [(c["column"], c["kept"]) for c in lines(tmp_path / "out.jsonl.clashes.jsonl")] == [
        ("minutes", 100), ("directors", ["One"]),
    ]  # fmt: skip


def test_nothing_usable_fails_and_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old", encoding="utf-8")
    (tmp_path / "mine.csv").write_text("id,title\n1,Alpha\n", encoding="utf-8")
    with pytest.raises(ImportFileError, match="Nothing usable"):
        imported(out, tmp_path / "mine.csv")
    assert out.read_text(encoding="utf-8") == "old"
    assert lines(tmp_path / "out.jsonl.rejected.jsonl")
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.csv", b"id,title\n\xff\xfe\n", "not UTF-8"),
        ("a.pdf", b"x", "no kind that can be imported"),
        ("a.xlsx", b"not a zip", "cannot be read as a spreadsheet"),
        ("a.parquet", b"nothing", "cannot be read"),
        ("a.csv", b"", "holds no rows"),
        ("a.csv", b'id,title\n1,Alpha\n2,"Beta\n3,Gamma\n', "after row 1: a quote is opened there and never closed"),
        ("a.csv", b"name,year\nAlpha,1999\n", "has no column 'title'; it has 'name', 'year'. Say which one"),
        ("a.csv", b"id\n" + b"x" * 10_000_001, "after row 0: a line is longer than 10,000,000 characters"),
        ("a.jsonl", b"x" * 10_000_001, "a line is longer than 10,000,000 characters"),
        ("title.basics.tsv", b"tconst\n" + b"x" * 10_000_001, "a line is longer than 10,000,000 characters"),
    ],
)
def test_a_bad_file_is_one_sentence(tmp_path: Path, name: str, content: bytes, sentence: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ImportFileError, match=sentence):
        imported(tmp_path / "out.jsonl", tmp_path / name)
    assert not (tmp_path / "out.jsonl").exists()


def test_a_sheet_without_ids_gets_the_same_ones_every_time(tmp_path: Path) -> None:
    (tmp_path / "mine.tsv").write_text("Title\tYear\tOverview\n英雄 Hero\t2002\tA.\nUp!\t\tB.\n", encoding="utf-8")
    first, _ = imported(tmp_path / "out.jsonl", tmp_path / "mine.tsv")
    again, _ = imported(tmp_path / "out.csv", tmp_path / "mine.tsv")
    assert [title.id for title in first] == [title.id for title in again] == ["英雄-hero-2002", "up"]


def test_a_formula_is_no_title_and_a_path_no_poster(tmp_path: Path) -> None:
    rows = "id,title,overview,poster\n1,=HYPERLINK(1),A.,\n2,+1,A party.,../../etc/passwd\n"
    (tmp_path / "mine.csv").write_text(rows, encoding="utf-8")
    catalog, report = imported(tmp_path / "out.jsonl", tmp_path / "mine.csv")
    assert [(title.title, title.poster) for title in catalog] == [("+1", None)]
    assert report.rejected == 1


def test_an_id_that_gives_way_to_an_imdb_id_is_known_by_both(tmp_path: Path) -> None:
    rows = "x9,Alpha,1999,A.\ntt0000031,Alpha,1999,B.\ntt0000031,Alpha again,1999,C.\nx9,,1999,D.\n"
    (tmp_path / "mine.csv").write_text(f"id,title,year,overview\n{rows}", encoding="utf-8")
    catalog, report = imported(tmp_path / "out.jsonl", tmp_path / "mine.csv")
    assert [title.id for title in catalog] == ["tt0000031"]
    assert (report.joined, report.rejected) == (2, 1)


def test_a_file_or_sheet_too_large_to_hold_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "large.jsonl").open("wb") as file:
        file.truncate(2 << 30)  # a hole: it takes no room on the disk
    with pytest.raises(ImportFileError, match=r"it holds 2\.0 GB, and a catalogue may hold 1 GB"):
        imported(tmp_path / "out.jsonl", tmp_path / "large.jsonl")
    with ZipFile(tmp_path / "bomb.xlsx", "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(201 << 20))
    with pytest.raises(ImportFileError, match="would unpack to 201 MB"):
        imported(tmp_path / "out.jsonl", tmp_path / "bomb.xlsx")


def test_a_parquet_file_that_unpacks_to_more_than_memory_is_refused(tmp_path: Path) -> None:
    from pyarrow import parquet, table

    long = table({"id": ["x" * 1_000_000] * 1200, "title": ["a"] * 1200, "overview": ["b"] * 1200})
    parquet.write_table(long, tmp_path / "bomb.parquet", use_dictionary=False, compression="zstd")
    with pytest.raises(ImportFileError, match=r"it holds 1\.1 GB"):
        imported(tmp_path / "out.jsonl", tmp_path / "bomb.parquet")


def test_what_is_named_must_be_there_and_known(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id\n1\n", encoding="utf-8")
    with pytest.raises(ImportFileError, match="There is nothing at"):
        import_catalog([tmp_path / "b.csv"], tmp_path / "out.jsonl")
    with pytest.raises(ImportFileError, match="'letterboxd' is no format"):
        import_catalog([tmp_path / "a.csv"], tmp_path / "out.jsonl", "letterboxd")
    with pytest.raises(ImportFileError, match="should end with"):
        import_catalog([tmp_path / "a.csv"], tmp_path / "out.txt")
