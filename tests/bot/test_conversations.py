"""Recorded talks over the shipped catalogue are read as they must be."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from bot.conversation.conversation import Conversation
from bot.conversation.intents import IntentClassifier
from bot.conversation.reply import Intent
from data.catalog import SHIPPED
from data.history import History
from retrieval.encoder import TwoHalvesEncoder
from retrieval.serving import Shelf
from retrieval.versions import VersionStore
from tests.conftest import FakeEncoder
from tests.conversations.reading import FOLDER, judge, talks


def recorded() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.jsonl")):
        for number, talk in enumerate(talks(path), start=1):
            is_open = pytest.mark.xfail(strict=True, reason="not read right yet")
            yield pytest.param(talk, id=f"{path.stem}:{number}", marks=is_open if talk.get("open") else ())


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    shelf = Shelf(VersionStore(tmp_path_factory.mktemp("index")), FakeEncoder(), SHIPPED)
    shelf.prepare()
    return shelf


@pytest.fixture(scope="module")
def classify() -> Callable[[str], Intent]:
    return IntentClassifier.over(TwoHalvesEncoder.load())


@pytest.mark.parametrize("talk", list(recorded()))
def test_a_talk_is_read_right(
    talk: dict[str, Any], shipped: Shelf, classify: Callable[[str], Intent], history: History
) -> None:
    conversation = Conversation(shipped, history, classify=classify)
    wrong = {v.say: v.faults for v in judge([talk], conversation, history, shipped.serving().catalog) if v.faults}
    assert not wrong
