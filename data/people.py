"""Names of people in both languages, with their variants."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "people.csv"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody by the name that catalogues credit, the Chinese name in use, and other names people say."""

    name: str
    name_zh: str
    variants: tuple[str, ...]


@cache
def people() -> dict[str, Person]:
    """Everybody whose Chinese name is known, by the name that catalogues credit."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        found = (Person(r["name"], r["name_zh"], tuple(filter(None, r["variants"].split("|")))) for r in rows)
        return {person.name: person for person in found}
