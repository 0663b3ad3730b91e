"""The catalogue: all titles, and ways to find one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from data import rows
from data.title import Title
from data.writing import write

SHIPPED = Path(__file__).parent / "titles"


@dataclass(frozen=True)
class Catalog:
    """Titles in the order of their file, and ways to find one.

    Args:
        titles: unique by id.
        source: the path that they were read from.
    """

    titles: tuple[Title, ...]
    source: str = ""

    def __len__(self) -> int:
        return len(self.titles)

    def __iter__(self) -> Iterator[Title]:
        return iter(self.titles)

    def __getitem__(self, title_id: str) -> Title:
        return self.titles[self.positions[title_id]]

    def __contains__(self, title_id: object) -> bool:
        return title_id in self.positions

    @cached_property
    def positions(self) -> dict[str, int]:
        """id → row, which is also the title's number in the index."""
        return {title.id: i for i, title in enumerate(self.titles)}

    @cached_property
    def _handles(self) -> dict[str, Title]:
        return {title.handle: title for title in self.titles}

    def by_handle(self, handle: str) -> Title | None:
        """The title whose `handle` this is, or None where it left the catalogue."""
        return self._handles.get(handle)

    @classmethod
    def read(cls, path: Path) -> "Catalog":
        """Read a catalogue file, or a folder whose files are parts joined by id.

        Raises:
            CatalogError: the path is missing or unreadable, or a row is bad; `problems` lists every bad row.
        """
        return cls(tuple(rows.read(path)), source=str(path))

    def write(self, path: Path) -> None:
        """Write the titles as JSON Lines."""
        write(self.titles, path, ".jsonl")
