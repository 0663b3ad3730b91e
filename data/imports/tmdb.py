"""TMDB's tables: the 5,000-title pair (tmdb_5000_*.csv), and the 45,000-title movies_metadata.csv and companions."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from data.imports.cleaning import literal
from data.imports.source import Options, RawRow
from data.imports.spreadsheet import separated

_TITLES = ("movies_metadata.csv", "tmdb_5000_movies.csv")
_CREDITS = ("credits.csv", "tmdb_5000_credits.csv")
_KEYWORDS = ("keywords.csv",)
_CAST = 10


class Tmdb:
    """Reads titles with their credits and keywords, which stand in files of their own."""

    name = "tmdb"

    def recognises(self, paths: Sequence[Path]) -> bool:
        """A folder that holds the titles, or the files themselves."""
        return _find(paths, _TITLES) is not None

    def rows(self, paths: Sequence[Path], options: Options) -> Iterator[RawRow]:
        """See `Source.rows`."""
        titles = _find(paths, _TITLES)
        assert titles is not None  # noqa: S101 - `recognises` has seen it
        credit = {_key(row): _people(row) for row in _companion(paths, _CREDITS)}
        keywords = {_key(row): literal(row.get("keywords") or "[]") for row in _companion(paths, _KEYWORDS)}
        for number, row in enumerate(separated(titles, ","), start=1):
            key = _key(row)
            values = _values(row) | credit.get(key, {})
            yield RawRow(titles.name, number, values | ({"keywords": keywords[key]} if key in keywords else {}))


def _values(row: Mapping[str, Any]) -> dict[str, Any]:
    poster = row.get("poster_path") or ""
    original = row.get("original_title")
    imdb = str(row.get("imdb_id") or "").strip()
    return {
        "id": imdb if imdb.startswith("tt") else f"tmdb{row.get('id')}",
        "title": row.get("title") or original,
        "original_title": original if original != row.get("title") else None,
        "year": row.get("release_date"),
        "minutes": row.get("runtime"),
        "genres": row.get("genres"),
        "countries": _codes(row.get("production_countries"), "iso_3166_1"),
        "languages": row.get("original_language"),
        "keywords": row.get("keywords"),
        "overview": row.get("overview"),
        "tmdb_rating": row.get("vote_average"),
        "tmdb_votes": row.get("vote_count"),
        "poster": f"https://image.tmdb.org/t/p/w500{poster}" if _is_plain(poster) else None,
    }


def _people(row: Mapping[str, Any]) -> dict[str, list[str]]:
    cast, crew = (literal(row.get(column) or "[]") for column in ("cast", "crew"))
    cast, crew = (
        [p for p in people if isinstance(p, dict)] if isinstance(people, list) else [] for people in (cast, crew)
    )
    return {
        "cast": [str(person.get("name")) for person in cast[:_CAST]],
        "directors": [str(person.get("name")) for person in crew if person.get("job") == "Director"],
    }


def _codes(value: Any, key: str) -> list[str]:
    items = literal(value or "[]")
    return [str(item.get(key)) for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _is_plain(poster: str) -> bool:
    """Whether a poster's path is one file name, not a way to somewhere else."""
    return poster.startswith("/") and poster[1:].replace(".", "", 1).isalnum()


def _key(row: Mapping[str, Any]) -> str:
    return str(row.get("movie_id") or row.get("id"))


def _companion(paths: Sequence[Path], names: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    path = _find(paths, names)
    if path is not None:
        yield from separated(path, ",")


def _find(paths: Sequence[Path], names: tuple[str, ...]) -> Path | None:
    files = [file for path in paths for file in ((path / name for name in names) if path.is_dir() else (path,))]
    return next((file for file in files if file.name in names and file.is_file()), None)
