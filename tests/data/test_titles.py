"""The catalogue that ships is complete, of one hand and joined from its parts."""

import csv
import json
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from rapidfuzz import fuzz, process

from data.catalog import SHIPPED, Catalog
from data.keywords import GENRES_ZH, vocabulary
from data.title import GENRES, Title


@pytest.fixture(scope="module")
def shipped() -> Catalog:
    return Catalog.read(SHIPPED)


def wrong(catalog: Catalog, *conditions: str) -> list[str]:
    """Titles (by name) for which a condition of the name does not hold."""
    checks = {
        "overview": lambda t: 50 <= len((t.overview or "").split()) <= 90,
        "overview_zh": lambda t: 80 <= len(t.overview_zh or "") <= 160,
        "elements": lambda t: len(t.elements) == 5 and all(t.elements),
        "elements_zh": lambda t: len(t.elements_zh) == 5 and all(t.elements_zh),
        "title_zh": lambda t: bool(t.title_zh),
        "keywords": lambda t: 6 <= len(t.keywords) <= 12 and len(set(t.keywords)) == len(t.keywords),
        "genres": lambda t: bool(t.genres) and set(t.genres) <= set(GENRES),
        "facts": lambda t: bool(t.year and t.countries and t.cast),
    }
    return [f"{title.title}: {name}" for name in conditions for title in catalog if not checks[name](title)]


def test_there_are_enough_titles_of_both_kinds(shipped: Catalog) -> None:
    assert len(shipped) >= 200
    assert {title.kind for title in shipped} == {"movie", "series"}


def test_no_id_stands_in_two_text_parts() -> None:
    lines = [line for part in SHIPPED.glob("*.jsonl") for line in part.read_text(encoding="utf-8").splitlines()]
    ids = [json.loads(line)["id"] for line in lines]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "column",
    ["overview", "overview_zh", "elements", "elements_zh", "title_zh", "keywords", "genres", "facts"],
)
def test_every_title_is_complete(shipped: Catalog, column: str) -> None:
    assert wrong(shipped, column) == []


def test_every_keyword_is_of_the_vocabulary(shipped: Catalog) -> None:
    known = {keyword.name for keyword in vocabulary()}
    assert {keyword for title in shipped for keyword in title.keywords} <= known


def test_the_vocabulary_is_sound() -> None:
    names = [keyword.name for keyword in vocabulary()]
    assert len(names) == len(set(names))
    assert all(keyword.group and keyword.name_zh for keyword in vocabulary())
    assert set(GENRES_ZH) == set(GENRES)


@pytest.mark.parametrize("column", ["overview", "overview_zh"])
def test_no_two_overviews_are_nearly_alike(shipped: Catalog, column: str) -> None:
    texts = [getattr(title, column) for title in shipped]
    scores = process.cdist(texts, texts, scorer=fuzz.ratio, dtype=np.uint8)
    alike = [(i, j) for i, j in combinations(range(len(texts)), 2) if scores[i, j] > 70]
    assert [(shipped.titles[i].title, shipped.titles[j].title) for i, j in alike] == []


def test_no_name_and_year_stands_twice(shipped: Catalog) -> None:
    names = [(title.title.casefold(), title.year) for title in shipped]
    assert len(names) == len(set(names))


def test_every_rated_id_is_a_title(shipped: Catalog) -> None:
    with (SHIPPED / "ratings.csv").open(encoding="utf-8", newline="") as file:
        ids = [row["id"] for row in csv.DictReader(file)]
    assert ids
    assert set(ids) <= {title.id for title in shipped}


def test_without_the_ratings_the_texts_still_are_a_catalogue(shipped: Catalog, tmp_path: Path) -> None:
    for part in SHIPPED.glob("*.jsonl"):
        (tmp_path / part.name).write_bytes(part.read_bytes())
    bare = Catalog.read(tmp_path)
    assert {title.id for title in bare} == {title.id for title in shipped}


def test_the_check_itself_notices_what_is_missing() -> None:
    bare = Catalog((Title("a", "Bare", overview="Too short."),))
    assert wrong(bare, "overview", "title_zh") == ["Bare: overview", "Bare: title_zh"]
