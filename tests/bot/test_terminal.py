"""Replies as programs read them."""

import json

import pytest

from bot.conversation.conversation import Conversation
from bot.conversation.turn import Speaker
from bot.terminal import chat_json, chat_lines

ME = Speaker("terminal", is_admin=True)


def talk(conversation: Conversation, capsys: pytest.CaptureFixture[str], *lines: str) -> list[dict[str, object]]:
    chat_json(conversation, ME, lines, frozenset({"7"}))
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_reply_has_every_part(conversation: Conversation, capsys: pytest.CaptureFixture[str]) -> None:
    (reply,) = talk(conversation, capsys, "something like Heat, no horror")
    assert list(reply) == ["text", "intent", "understood", "titles", "answer", "buttons", "image", "ms"]
    assert reply["intent"] == "recommend"
    assert reply["understood"] == {"like": ["tt0000006"], "not_genres": ["horror"]}
    assert isinstance(reply["titles"], list)
    assert set(reply["titles"][0]) == {"id", "title", "year", "score", "why"}
    assert reply["buttons"][0] == ["👍 1", "👎 1", "Seen 1"]  # type: ignore[index]
    assert isinstance(reply["ms"], float)


def test_labels_are_unique_within_a_reply(conversation: Conversation, capsys: pytest.CaptureFixture[str]) -> None:
    for reply in talk(conversation, capsys, "recommend something", "[👍 1]", "/language", "/forget", "Heat"):
        labels = [label for row in reply["buttons"] for label in row]  # type: ignore[attr-defined]
        assert len(labels) == len(set(labels))


def test_a_line_in_brackets_presses_a_button(conversation: Conversation, capsys: pytest.CaptureFixture[str]) -> None:
    replies = talk(conversation, capsys, "recommend something", "[👍 1]", "[👍 1]", "[no such button]")
    assert [reply["intent"] for reply in replies] == ["recommend", "feedback", "feedback", "unclear"]
    assert str(replies[2]["text"]).startswith("Taken back")


def test_one_process_serves_many_people(conversation: Conversation, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [
        json.dumps({"user": 1, "text": "something like Heat"}),
        json.dumps({"user": "2", "text": "more"}),
        json.dumps({"user": 1, "text": "more"}),
        json.dumps({"user": 7, "text": "/status"}),
        json.dumps({"user": 8, "text": "/status"}),
        json.dumps({"user": 7, "file": "/tmp/x.csv"}),
    ]
    intents = [(reply["intent"], bool(reply["titles"])) for reply in talk(conversation, capsys, *lines)]
    assert intents == [
        ("recommend", True),
        ("recommend", False),
        ("recommend", True),
        ("admin", False),
        ("unclear", False),
        ("unclear", False),
    ]


@pytest.mark.parametrize("line", ["{", '{"text": "x"}', "{}", '{"user": null}', "[1, 2]", '{"user": {}, "text": 3}'])
def test_a_line_that_is_no_message_object_is_read_as_text(
    conversation: Conversation, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    (reply,) = talk(conversation, capsys, line)
    assert reply["text"]


def test_plain_lines_are_answered_in_plain_text(conversation: Conversation, capsys: pytest.CaptureFixture[str]) -> None:
    chat_lines(conversation, ME, ["something like Heat"])
    assert capsys.readouterr().out.startswith("Like Heat:\n1. ")
