"""MovieLens folders: ml-latest-small, ml-latest, ml-25m (CSV), and ml-1m (text with double colons).

MovieLens knows no overviews, so a plain one is made of year, genres and the tags that people gave.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from data.errors import one_line
from data.imports.source import ImportFileError, Options, RawRow
from data.imports.spreadsheet import separated
from data.text_lines import OversizeError, bounded_lines

_TITLE = re.compile(r"^(.*?)(?:\s*\((\d{4})(?:[-–]\d{0,4})?\))?\s*$")
_INVERTED = re.compile(r"^(.*), (The|A|An|Le|La|Les|Il|El|Die|Der|Das)((?: \(.*\))?)$")
_TAGS = 12  # the tags given most often


class MovieLens:
    """Reads titles, links and tags."""

    name = "movielens"

    def recognises(self, paths: Sequence[Path]) -> bool:
        """One folder that holds movies.csv or movies.dat."""
        return len(paths) == 1 and any((paths[0] / name).is_file() for name in ("movies.csv", "movies.dat"))

    def rows(self, paths: Sequence[Path], options: Options) -> Iterator[RawRow]:
        """See `Source.rows`."""
        folder = paths[0]
        links = {row["movieId"]: row.get("imdbId") for row in _optional(folder / "links.csv")}
        tags = _tags(folder / "tags.csv")
        table = folder / "movies.csv"
        movies = separated(table, ",") if table.is_file() else _dat(folder / "movies.dat")
        for number, movie in enumerate(movies, start=1):
            number_imdb = links.get(movie["movieId"]) or ""
            imdb = f"tt{int(number_imdb):07d}" if number_imdb.isdigit() else f"movielens-{movie['movieId']}"
            yield RawRow(table.name, number, _values(imdb, movie, tags.get(movie["movieId"], [])))


def _values(title_id: str, movie: dict[str, str], tags: list[str]) -> dict[str, object]:
    match = _TITLE.match(movie.get("title") or "")
    name, year = (match[1], match[2]) if match else (movie.get("title"), None)
    inverted = _INVERTED.match(name or "")
    if inverted:
        name = f"{inverted[2]} {inverted[1]}{inverted[3]}"
    genres = "" if "(no genres" in (movie.get("genres") or "") else (movie.get("genres") or "").replace("|", ", ")
    overview = ". ".join(part for part in (f"{year or ''} {genres}".strip(), ", ".join(tags)) if part)
    return {
        "id": title_id, "title": name, "year": year, "genres": movie.get("genres"), "keywords": tags,
        "overview": overview or name,
    }  # fmt: skip


def _tags(path: Path) -> dict[str, list[str]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in _optional(path):
        counts[row["movieId"]][row["tag"].strip().casefold()] += 1
    return {movie: [tag for tag, _ in counter.most_common(_TAGS)] for movie, counter in counts.items()}


def _optional(path: Path) -> Iterator[dict[str, str]]:
    if path.is_file():
        yield from separated(path, ",")


def _dat(path: Path) -> Iterator[dict[str, str]]:
    """Lines of ml-1m: MovieID::Title::Genres, in Latin-1."""
    try:
        with path.open(encoding="latin-1") as file:
            for line in bounded_lines(file):
                movie, _, rest = line.rstrip("\n").partition("::")
                title, _, genres = rest.rpartition("::")
                yield {"movieId": movie, "title": title, "genres": genres}
    except (OSError, OversizeError) as error:
        raise ImportFileError(f"{path} cannot be read: {one_line(error)}.") from error
