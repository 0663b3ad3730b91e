"""IMDb's title.*.tsv.gz tables, streamed: basics, ratings, akas, crew, principals and name.basics.

IMDb's tables hold no overviews, so a plain one is made of the facts.
"""

import gzip
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from data.errors import one_line
from data.imports.source import ImportFileError, Options, RawRow
from data.text_lines import OversizeError, bounded_lines

_KINDS = {"movie": "movie", "tvMovie": "movie", "tvSeries": "series", "tvMiniSeries": "series"}
_CHINESE = ("CN", "SG", "HK", "TW")  # regions whose titles are Chinese, the mainland's first
_CAST = 10

_Row = dict[str, str]


class Imdb:
    """Reads title.basics, and what else lies beside it."""

    name = "imdb"

    def recognises(self, paths: Sequence[Path]) -> bool:
        """A folder that holds title.basics.tsv.gz, or the file itself."""
        return _file(paths, "title.basics") is not None

    def rows(self, paths: Sequence[Path], options: Options) -> Iterator[RawRow]:
        """See `Source.rows`. Titles below the wanted number of votes are passed over before anything else is read."""
        ratings = {row["tconst"]: row for row in _table(paths, "title.ratings")}
        if options.min_votes:
            ratings = {key: row for key, row in ratings.items() if int(row["numVotes"]) >= options.min_votes}
        titles = [
            (number, row)
            for number, row in enumerate(_table(paths, "title.basics"), start=1)
            if row["titleType"] in _KINDS
            and row["isAdult"] != "1"
            and (not options.min_votes or row["tconst"] in ratings)
        ]
        wanted = {row["tconst"] for _, row in titles}
        chinese = _chinese_titles(paths, wanted)
        people = _people(paths, wanted)
        for number, row in titles:
            key = row["tconst"]
            yield RawRow(
                "title.basics", number, _values(row, ratings.get(key, {}), chinese.get(key)) | people.get(key, {})
            )


def _values(row: _Row, rating: _Row, chinese: str | None) -> dict[str, object]:
    kind = _KINDS[row["titleType"]]
    original = row["originalTitle"]
    return {
        "id": row["tconst"], "kind": kind, "title": row["primaryTitle"], "title_zh": chinese,
        "original_title": original if original != row["primaryTitle"] else None, "year": row["startYear"],
        "end_year": row["endYear"] if kind == "series" else None, "minutes": row["runtimeMinutes"],
        "genres": row["genres"], "rating": rating.get("averageRating"), "votes": rating.get("numVotes"),
        "overview": f"{row['primaryTitle']}: {row['startYear']} {row['genres'].replace(',', ', ')}".replace("\\N", ""),
    }  # fmt: skip


def _chinese_titles(paths: Sequence[Path], wanted: set[str]) -> dict[str, str]:
    found: dict[str, tuple[int, str]] = {}
    for row in _table(paths, "title.akas"):
        if row["titleId"] in wanted and row["region"] in _CHINESE and not row["title"].isascii():
            choice = (_CHINESE.index(row["region"]), row["title"])
            found[row["titleId"]] = min(choice, found.get(row["titleId"], choice))
    return {key: title for key, (_, title) in found.items()}


def _people(paths: Sequence[Path], wanted: set[str]) -> dict[str, dict[str, list[str]]]:
    credit: dict[str, dict[str, list[str]]] = defaultdict(lambda: {"directors": [], "cast": []})
    for row in _table(paths, "title.crew"):
        if row["tconst"] in wanted and row["directors"] != "\\N":
            credit[row["tconst"]]["directors"] = row["directors"].split(",")
    for row in _table(paths, "title.principals"):
        cast = credit[row["tconst"]]["cast"] if row["tconst"] in wanted else None
        if cast is not None and row["category"] in {"actor", "actress", "self"} and len(cast) < _CAST:
            cast.append(row["nconst"])
    needed = {person for people in credit.values() for ids in people.values() for person in ids}
    names = {row["nconst"]: row["primaryName"] for row in _table(paths, "name.basics") if row["nconst"] in needed}
    return {
        key: {column: [names[person] for person in ids if person in names] for column, ids in people.items()}
        for key, people in credit.items()
    }


def _table(paths: Sequence[Path], name: str) -> Iterator[_Row]:
    """Rows of a table; none where it is not there."""
    path = _file(paths, name)
    if path is None:
        return
    number = 0
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
            lines = bounded_lines(file)
            header = next(lines, "").rstrip("\n").split("\t")
            for number, line in enumerate(lines, start=1):  # noqa: B007 - told where it fails
                cells = line.rstrip("\n").split("\t")
                if len(cells) == len(header):
                    yield dict(zip(header, cells, strict=True))
    except (OSError, EOFError, zlib.error, UnicodeDecodeError, OversizeError) as error:
        raise ImportFileError(f"{path} cannot be read after row {number}: {one_line(error)}.") from error


def _file(paths: Sequence[Path], name: str) -> Path | None:
    names = (f"{name}.tsv.gz", f"{name}.tsv")
    files = [file for path in paths for file in ((path / each for each in names) if path.is_dir() else (path,))]
    return next((file for file in files if file.name in names and file.is_file()), None)
