"""The catalogue that ships is complete, of one hand and joined from its parts."""

import csv
import json
import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from pyarrow import parquet
from rapidfuzz import fuzz, process

from data.catalog import SHIPPED, Catalog
from data.keywords import GENRES_ZH, vocabulary
from data.people import people
from data.statistics import statistics
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
        "languages": lambda t: all(len(code) == 2 or code == "yue" for code in t.languages),
        # Drawn characters and the people of a documentary may have no names to bill.
        "facts": lambda t: bool(t.year and t.countries and (t.cast or {"animation", "documentary"} & {*t.genres})),
    }
    return [f"{title.title}: {name}" for name in conditions for title in catalog if not checks[name](title)]


LEAST: dict[str, dict[str, int]] = {
    "kind": {"movie": 900, "series": 180},
    "cinema": {
        "Chinese-language": 200, "Korean and Japanese, not animated": 120, "animated": 90, "animated, Japanese": 45,
        "Indian": 60, "European, not in English": 200,
    },
    "decade": {f"{decade}s": 5 for decade in range(1920, 2030, 10)},
    "genre": {genre: 20 if genre in {"western", "musical"} else 30 for genre in GENRES},
}  # fmt: skip


@pytest.mark.parametrize("heading", LEAST)
def test_there_is_enough_of_everything(shipped: Catalog, heading: str) -> None:
    counts = dict(statistics(shipped)[heading])
    assert {name: counts.get(name, 0) for name, least in LEAST[heading].items() if counts.get(name, 0) < least} == {}


def test_there_are_enough_titles_and_countries(shipped: Catalog) -> None:
    assert len(shipped) >= 1200
    assert len(statistics(shipped)["country"]) >= 45


def test_no_id_stands_in_two_text_parts() -> None:
    lines = [line for part in SHIPPED.glob("*.jsonl") for line in part.read_text(encoding="utf-8").splitlines()]
    ids = [json.loads(line)["id"] for line in lines]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "column",
    ["overview", "overview_zh", "elements", "elements_zh", "title_zh", "keywords", "genres", "languages", "facts"],
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


STOCK = (
    "embarks on", "must confront", "finds himself", "finds herself", "in a world where", "little does",
    "against all odds", "changes everything", "race against time", "nothing is as it seems", "before it's too late",
    "never be the same", "一场惊心动魄", "殊不知", "踏上了一段", "命运的齿轮", "究竟何去何从",
)  # fmt: skip


def test_no_overview_leans_on_a_stock_phrase(shipped: Catalog) -> None:
    texts = {title.title: f"{title.overview} {title.overview_zh}".casefold() for title in shipped}
    assert [(name, phrase) for name, text in texts.items() for phrase in STOCK if phrase in text] == []


def test_no_overview_begins_as_another(shipped: Catalog) -> None:
    """Six words, or eight characters, of a beginning are a template."""
    english = Counter(" ".join((title.overview or "").split()[:6]) for title in shipped)
    chinese = Counter((title.overview_zh or "")[:8] for title in shipped)
    assert [start for start, count in (english + chinese).items() if count > 1] == []


def runs(text: str) -> set[str]:
    """Every run of eight English words, and of sixteen Chinese characters."""
    words = re.findall(r"[a-z0-9']+", text.casefold())
    han = "".join(re.findall(r"[\u4e00-\u9fff]+", text))
    return {" ".join(words[i : i + 8]) for i in range(len(words) - 7)} | {han[i : i + 16] for i in range(len(han) - 15)}


def test_no_overview_shares_a_run_of_words_with_public_ones(shipped: Catalog) -> None:
    folder = SHIPPED.parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the public overviews are not on this machine")
    ours = {run: title.title for title in shipped for run in runs(f"{title.overview} {title.overview_zh}")}
    shared = []
    for table in ("titles_58k", "films_2025", "series"):
        rows = parquet.read_table(folder / f"{table}.parquet").to_pylist()
        texts = (str(row.get(column) or "") for row in rows for column in ("overview", "overview_zh"))
        shared += [(ours[run], run) for text in texts for run in runs(text) & ours.keys()]
    assert shared == []


def test_people_of_chinese_titles_have_chinese_names(shipped: Catalog) -> None:
    known = people()
    chinese = [title for title in shipped if title.languages[:1] in {("zh",), ("yue",)}]
    assert chinese
    credited = {name for title in chinese for name in (*title.directors, *title.cast[:4])}
    nameless = sorted(credited - known.keys())  # foreigners, and artists who go by a word
    assert len(nameless) < len(credited) / 50, nameless


def test_the_table_of_people_is_sound() -> None:
    rows = people().values()
    assert [person for person in rows if not re.search(r"[\u4e00-\u9fff]", person.name_zh)] == []
    assert [person for person in rows if {person.name, person.name_zh} & {*person.variants}] == []
    lines = (SHIPPED.parent / "people.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(people()) + 1


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
