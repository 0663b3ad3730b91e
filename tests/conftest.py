"""A tiny catalogue whose answers are known by hand, a fake encoder, and a conversation over both."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.conversation.conversation import Conversation
from data.catalog import Catalog
from data.history import History
from data.title import Title
from retrieval.encoder import Vectors, normalised
from retrieval.serving import Shelf
from retrieval.versions import VersionStore

TITLES = (
    Title(
        "tt0000001", "The Lost Harbour", title_zh="失落的港口", year=1994, minutes=100, genres=("drama", "romance"),
        countries=("FR",), languages=("fr",), directors=("Anna Morel",), cast=("Jean Petit", "Lise Caron"),
        keywords=("sea", "melancholy", "first love"), overview="A sailor waits in a harbour for a letter.",
        overview_zh="水手在港口等一封信。", rating=8.1, votes=90_000,
    ),
    Title(
        "tt0000002", "Iron Sky Road", title_zh="铁天路", year=2015, minutes=130, genres=("action", "science fiction"),
        countries=("US",), languages=("en",), directors=("Sam Reed",), cast=("Jo Park", "Kit Lane"),
        keywords=("robots", "revenge", "fast paced"), overview="A driver fights robots on a road above the clouds.",
        overview_zh="司机在云上的公路与机器人作战。", rating=7.0, votes=400_000,
    ),
    Title(
        "tt0000003", "Quiet Kitchen", title_zh="安静的厨房", year=2009, minutes=85, genres=("comedy", "drama"),
        countries=("JP",), languages=("ja",), directors=("Mori Aki",), cast=("Ueda Ren",),
        keywords=("cooking", "heartwarming", "family bonds"), overview="A cook and her father open a small restaurant.",
        overview_zh="女厨师和父亲开了一家小餐馆。", rating=7.7, votes=30_000,
    ),
    Title(
        "tt0000004", "Night of Wires", title_zh="电线之夜", year=2018, minutes=95, genres=("horror", "thriller"),
        countries=("KR",), languages=("ko",), directors=("Han Su",), cast=("Kim Bo",),
        keywords=("haunted house", "creepy", "technology"), overview="A house calls its tenants by telephone at night.",
        overview_zh="一栋房子在夜里给房客打电话。", rating=6.4, votes=20_000,
    ),
    Title(
        "tt0000005", "Robots at Dawn", title_zh="黎明机器人", year=1984, minutes=110,
        genres=("science fiction", "drama"),
        countries=("US",), languages=("en",), directors=("Sam Reed",), cast=("Kit Lane",),
        keywords=("robots", "melancholy", "artificial intelligence"),
        overview="A robot learns to grieve for a dead maker.",
        overview_zh="机器人学会为制造者悲伤。", rating=8.4, votes=250_000,
    ),
    Title(
        "tt0000006", "Heat", title_zh="热", year=1995, minutes=170, genres=("crime", "thriller"), countries=("US",),
        languages=("en",), directors=("Lee Stone",), cast=("Al Rossi",), keywords=("heist", "police", "tense"),
        overview="A detective hunts a careful thief through the city.", overview_zh="警探在城里追捕谨慎的窃贼。",
        rating=8.3, votes=700_000,
    ),
    Title(
        "tt0000007", "The Moon Garden", title_zh="月亮花园", year=2001, minutes=90, genres=("animation", "family"),
        countries=("JP",), languages=("ja",), directors=("Mori Aki",), keywords=("whimsical", "heartwarming", "magic"),
        overview="Two sisters look after a garden that grows on the moon.", overview_zh="姐妹俩照看月亮上的花园。",
        elements=("two sisters", "on the moon", "to keep a garden alive", "a long night", "warm and strange"),
        elements_zh=("一对姐妹", "月亮上", "让花园活下去", "漫长的夜", "温暖而奇异"), rating=8.6, votes=500_000,
    ),
    Title(
        "tt0000008", "The Moon Garden", year=1951, minutes=70, genres=("fantasy",), countries=("GB",),
        languages=("en",), directors=("Ada Bell",), keywords=("whimsical",), overview="A gardener dreams of the moon.",
        rating=6.9, votes=1_000,
    ),
    Title(
        "tt0000009", "Ten Small Trains", title_zh="十列小火车", kind="series", year=2020, seasons=2, minutes=45,
        genres=("mystery", "crime"), countries=("GB",), languages=("en",), cast=("Lise Caron",),
        keywords=("detective", "winter", "slow burn"), overview="An inspector solves crimes along one railway line.",
        overview_zh="探长沿着一条铁路破案。", rating=8.0, votes=60_000,
    ),
    Title(
        "tt0000010", "Paper Tigers", title_zh="纸老虎", year=1987, minutes=105, genres=("action", "comedy"),
        countries=("HK",), languages=("yue",), directors=("Wong Tai",), cast=("Lau Ming",),
        keywords=("martial arts", "funny", "friendship"), overview="Three old fighters reopen their school.",
        overview_zh="三个老拳师重开武馆。", rating=7.2, votes=15_000,
    ),
)  # fmt: skip


class FakeEncoder:
    """Words → a fixed random direction each; a text is the sum of its words, so shared words mean likeness."""

    name = "fake"
    dimension = 64

    def encode(self, texts: Sequence[str]) -> Vectors:
        return normalised(np.stack([self._sum(text) for text in texts])) if texts else np.zeros((0, 64), np.float32)

    def _sum(self, text: str) -> Vectors:
        words = text.casefold().replace(",", " ").replace(".", " ").split()
        return np.asarray(sum((self._direction(word) for word in words), np.zeros(64)), dtype=np.float32)

    @staticmethod
    def _direction(word: str) -> Vectors:
        seed = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest())
        return np.random.default_rng(seed).normal(size=64).astype(np.float32)


@pytest.fixture
def catalog() -> Catalog:
    return Catalog(TITLES, "tests")


@pytest.fixture
def catalog_file(tmp_path: Path, catalog: Catalog) -> Path:
    path = tmp_path / "catalog.jsonl"
    catalog.write(path)
    return path


@pytest.fixture
def encoder() -> FakeEncoder:
    return FakeEncoder()


@pytest.fixture
def store(tmp_path: Path) -> VersionStore:
    return VersionStore(tmp_path / "index")


@pytest.fixture
def shelf(store: VersionStore, encoder: FakeEncoder, catalog_file: Path) -> Shelf:
    shelf = Shelf(store, encoder, catalog_file)
    shelf.prepare()
    return shelf


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History.open(f"sqlite:///{tmp_path / 'usher.sqlite'}")


@pytest.fixture
def conversation(shelf: Shelf, history: History) -> Conversation:
    return Conversation(shelf, history)


def write_rows(path: Path, rows: Sequence[dict[str, object]]) -> Path:
    """A JSON Lines catalogue of any rows, good or bad."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path
