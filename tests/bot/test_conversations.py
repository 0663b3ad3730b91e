"""Recorded talks over the shipped catalogue are read as they must be."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.conversation.conversation import Conversation
from bot.conversation.turn import Speaker
from bot.terminal import understood
from data.catalog import SHIPPED
from data.history import History
from retrieval.serving import Shelf
from retrieval.versions import VersionStore
from tests.conftest import FakeEncoder

TALKS = Path(__file__).parent.parent / "conversations"


def talks() -> Iterator[Any]:
    for path in sorted(TALKS.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            yield pytest.param(json.loads(line)["turns"], id=f"{path.stem}:{number}")


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    shelf = Shelf(VersionStore(tmp_path_factory.mktemp("index")), FakeEncoder(), SHIPPED)
    shelf.prepare()
    return shelf


@pytest.mark.parametrize("turns", list(talks()))
def test_a_talk_is_read_right(turns: list[dict[str, Any]], shipped: Shelf, history: History) -> None:
    conversation = Conversation(shipped, history)
    names = {title.id: title.title for title in shipped.serving().catalog}
    for turn in turns:
        reply = conversation.reply(Speaker("somebody"), turn["say"])
        assert reply.intent == turn.get("intent", reply.intent), turn["say"]
        if "understood" in turn:
            read = json.loads(json.dumps(understood(reply.request)))
            read |= {key: [names[i] for i in read[key]] for key in ("like", "unlike") if key in read}
            assert read == turn["understood"], turn["say"]
        listed = [card.title for card in reply.cards]
        assert len(listed) >= turn.get("lists", 0), turn["say"]
        assert not set(listed) & set(turn.get("never", ())), turn["say"]
