"""People talk with the real bot over HTTP."""

import html
import itertools
import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import TITLES
from tests.end_to_end.bot_api import BotApi, Call
from tests.end_to_end.conftest import WAITING
from tests.end_to_end.limits import RefusedError
from tests.end_to_end.process import Usher

pytestmark = pytest.mark.usefixtures("usher")

_HAN = re.compile(r"[\u4e00-\u9fff]")
_people = itertools.count(1000)
_groups = itertools.count(1)


@pytest.fixture
def person() -> int:
    """Somebody who has never talked with the bot."""
    return next(_people)


@pytest.fixture
def group() -> dict[str, Any]:
    return {"id": -1_000_000_000_000 - next(_groups), "type": "supergroup", "title": "Film club", "is_forum": True}


def replies(api: BotApi, chat: int) -> list[Call]:
    return [call for call in api.calls if call.method == "sendMessage" and call.chat == chat]


def is_one_sentence(call: Call) -> bool:
    """A short text without a list or a keyboard."""
    return "\n" not in call.text and 0 < len(call.text) < 200 and not call.buttons


def test_start_from_before_the_launch_is_answered_while_the_encoder_loads(
    usher: Usher, api: BotApi, greeting: Call, record_property: Callable[[str, object], None]
) -> None:
    seconds = greeting.time - usher.launched
    record_property("seconds_to_start", f"{seconds:.2f}")
    print(f"/start was answered {seconds:.2f} s after the launch")
    assert "Usher" in greeting.text
    first = min(call.time for call in api.calls if call.method == "sendMessage" and call.chat in WAITING)
    assert greeting.time < first or seconds < 15


def test_start_is_not_held_back_by_others_who_wait_for_the_encoder(api: BotApi, greeting: Call) -> None:
    others = [call for call in api.calls if call.method == "sendMessage" and call.chat in WAITING]
    assert len(others) == len(WAITING)
    assert all(greeting.time < call.time for call in others)


def test_menus_are_registered_in_both_languages(api: BotApi) -> None:
    menus = [call for call in api.calls if call.method == "setMyCommands"]
    everyone = [call for call in menus if "scope" not in call.parameters]
    assert {call.parameters.get("language_code") for call in everyone} == {None, "zh"}
    assert not any(command["command"] == "reload" for call in everyone for command in call.parameters["commands"])


def test_a_request_gets_a_list_with_buttons(api: BotApi, person: int) -> None:
    reply = api.ask(person, "something warm about cooking, no horror")
    assert reply.parameters["parse_mode"] == "HTML"
    headings = re.findall(r"<b>\d\. (.+?) \(\d{4}\)</b>", reply.text)
    assert headings[0] == "Quiet Kitchen"
    assert len(headings) == 5
    assert {html.unescape(heading) for heading in headings} <= {title.title for title in TITLES}
    assert "Night of Wires" not in headings
    for number in range(1, 6):
        assert {f"👍 {number}", f"👎 {number}", f"Seen {number}"} <= set(reply.labels)
    assert "More" in reply.labels


def test_more_shows_what_was_not_shown(api: BotApi, person: int) -> None:
    reply = api.ask(person, "a drama")
    after = len(api.calls)
    api.press(person, reply.result["message_id"], "More")
    more = api.wait_for("sendMessage", lambda call: call.chat == person, after=after)
    shown, new = (set(re.findall(r"<b>\d\. (.+?)</b>", call.text)) for call in (reply, more))
    assert not shown & new


def test_typing_is_shown_before_each_reply(api: BotApi, person: int) -> None:
    for text in ("/help", "a Korean thriller", "hello"):
        api.ask(person, text)
    kinds = [call.method for call in api.calls if call.chat == person]
    assert [kind for kind, _ in itertools.groupby(kinds)] == ["sendChatAction", "sendMessage"] * 3


def test_each_chat_is_answered_in_its_order(api: BotApi) -> None:
    people = [next(_people) for _ in range(6)]
    orders = [("robots and grief", "/help", f"/nothing{n}", "/privacy") for n in range(len(people))]
    for texts in zip(*orders, strict=True):
        for person, text in zip(people, texts, strict=True):
            api.say(person, text)
    for number, person in enumerate(people):
        sent = api.wait_for_all("sendMessage", 4, lambda call, person=person: call.chat == person)  # type: ignore[misc]
        assert "<b>1." in sent[0].text
        assert "Korean thriller" in sent[1].text
        assert f"/nothing{number}" in sent[2].text
        assert "/forget" in sent[3].text


def test_a_press_is_acknowledged_and_marked_and_the_next_undoes_it(api: BotApi, person: int) -> None:
    message = api.ask(person, "something with robots").result["message_id"]
    query = api.press(person, message, "👍 1")
    notice = api.wait_for("answerCallbackQuery", lambda call: call.parameters["callback_query_id"] == query)
    assert "you like" in notice.text
    edit = api.wait_for("editMessageReplyMarkup", lambda call: call.chat == person)
    assert edit.status == 200
    assert edit.labels[:4] == ["✅ 👍 1", "👎 1", "Seen 1", "👍 2"]
    assert "👍" in api.ask(person, "/history").text

    after = len(api.calls)
    query = api.press(person, message, "✅ 👍 1")
    notice = api.wait_for("answerCallbackQuery", lambda call: call.parameters["callback_query_id"] == query)
    assert "Taken back" in notice.text
    edit = api.wait_for("editMessageReplyMarkup", lambda call: call.chat == person, after=after)
    assert edit.labels[0] == "👍 1"
    assert "👍 or 👎" in api.ask(person, "/history").text


def test_every_button_of_a_list_works(api: BotApi, person: int) -> None:
    reply = api.ask(person, "something with robots")
    for label in reply.labels[:15]:
        query = api.press(person, reply.result["message_id"], label)
        api.wait_for("answerCallbackQuery", lambda call, query=query: call.parameters["callback_query_id"] == query)  # type: ignore[misc]
    assert api.ask(person, "/history").text.count("👁") == 5


@pytest.mark.parametrize("data", ["like:nowhere", "like:", ":", "nonsense", "language:xx", "more", "pick:0"])
def test_forged_and_stale_buttons_are_answered(api: BotApi, person: int, data: str) -> None:
    message = api.ask(person, "/help").result["message_id"]
    query = api.press(person, message, data)
    answer = api.wait_for("answerCallbackQuery", lambda call: call.parameters["callback_query_id"] == query)
    assert not any(call.method == "editMessageReplyMarkup" and call.chat == person for call in api.calls)
    if not answer.text:
        api.wait_for_all("sendMessage", 2, lambda call: call.chat == person)
    assert "do not know the command" in api.ask(person, "/nothing").text


def test_chinese_is_answered_in_chinese(api: BotApi, person: int) -> None:
    reply = api.ask(person, "想看关于机器人的电影")
    assert _HAN.search(reply.text)
    assert "黎明机器人" in reply.text
    assert {"换一批", "看过 1"} <= set(reply.labels)
    assert _HAN.search(api.ask(person, "/help", language_code="zh-hans").text)


@pytest.mark.parametrize("text", ["<b>x</b>&", "<script>alert(1)</script>", "/<b>x</b>", "a film like <Heat> & </b>"])
def test_markup_in_a_message_breaks_nothing(api: BotApi, person: int, text: str) -> None:
    assert api.ask(person, text).text
    assert all(call.status == 200 for call in api.calls if call.chat == person)


@pytest.mark.parametrize("text", ["/nonsense", "/nonsense2 <b>", "🎬🍿😀", "…", "?!", "/"])
def test_what_cannot_be_read_gets_one_sentence(api: BotApi, person: int, text: str) -> None:
    assert is_one_sentence(api.ask(person, text))
    api.ask(person, "/help")
    assert len(replies(api, person)) == 2


@pytest.mark.parametrize(
    "message",
    [
        {"sticker": {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 9, "height": 9,
                     "is_animated": False, "is_video": False}},
        {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}], "caption": "like this"},
        {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}},
        {"location": {"latitude": 1.0, "longitude": 1.0}},
        {"document": {"file_id": "d", "file_unique_id": "d", "file_name": "catalog.csv"}},
    ],
    ids=lambda message: next(iter(message)),
)  # fmt: skip
def test_what_is_no_text_gets_one_sentence(api: BotApi, person: int, message: dict[str, Any]) -> None:
    api.send(person, **message)
    assert is_one_sentence(api.wait_for("sendMessage", lambda call: call.chat == person))


@pytest.mark.parametrize("text", ["a sad robot " * 333, "机器人的故事" * 666, "<&>" * 1333, "😀" * 2000], ids=range(4))
def test_a_message_of_4000_characters_is_answered_once(api: BotApi, person: int, text: str) -> None:
    api.ask(person, text)
    api.ask(person, "/help")
    assert [call.status for call in replies(api, person)] == [200, 200]


def test_a_group_is_answered_where_it_asks(api: BotApi, person: int, group: dict[str, Any]) -> None:
    here: dict[str, Any] = {"chat": group, "message_thread_id": 7, "is_topic_message": True}
    other_bot = {"id": 5, "is_bot": True, "first_name": "Other"}
    ours = {"id": api.id, "is_bot": True, "first_name": "Usher"}
    for text in ("robots anyone?", "/help@other_bot", "@other_bot robots", f"@{api.username}2 robots", "see you"):
        api.say(person, text, **here)
    api.say(person, "no", **here, reply_to_message={"message_id": 1, "date": 1, "chat": group, "from": other_bot})
    api.send(person, location={"latitude": 1.0, "longitude": 1.0}, **here)

    assert "Korean thriller" in api.ask(person, f"/help@{api.username}", **here).text
    assert "<b>1." in api.ask(person, f"@{api.username} something with robots", **here).text
    assert "<b>1." in api.ask(person, f"something sad @{api.username.upper()}", **here).text
    reply_to = {"message_id": 1, "date": 1, "chat": group, "from": ours}
    assert "<b>1." in api.ask(person, "something about cooking", **here, reply_to_message=reply_to).text

    assert len(replies(api, group["id"])) == 4
    in_chat = [call for call in api.calls if call.chat == group["id"]]
    assert {call.parameters.get("message_thread_id") for call in in_chat} == {7}


def test_a_busy_group_is_not_slowed_down_by_typing(api: BotApi, person: int, group: dict[str, Any]) -> None:
    for _ in range(14):
        api.say(person, "/help", chat=group)
    api.wait_for_all("sendMessage", 14, lambda call: call.chat == group["id"], timeout=20)


def test_a_flood_limit_delays_a_reply_and_loses_none(api: BotApi, person: int) -> None:
    api.fail("sendMessage", RefusedError(429, "Too Many Requests: retry after 1", retry_after=1))
    assert api.ask(person, "/help").status == 200


def test_a_fault_of_telegram_is_survived(api: BotApi, person: int) -> None:
    api.fail("getUpdates", RefusedError(502, "Bad Gateway"))
    api.fail("sendChatAction", RefusedError(400, "Bad Request: chat not found"))
    assert api.ask(person, "/help").status == 200


def test_an_update_that_cannot_be_read_holds_back_nobody(usher: Usher, api: BotApi, person: int) -> None:
    api.send(person, text="private words", sticker={"file_id": "without all that a sticker has"})
    assert api.ask(person, "/help").status == 200
    assert "private words" not in usher.output


def test_nobody_but_admins_may_reload(api: BotApi, person: int) -> None:
    for command in ("/reload", "/rollback", "/status"):
        assert f"do not know the command {command}" in api.ask(person, command).text
    assert "/reload" not in api.ask(person, "/help").text


def test_nothing_was_refused_and_no_turn_failed(usher: Usher, api: BotApi) -> None:
    """Stands last: over everything that the tests above made the bot do."""
    expected = {"setMyCommands", "sendChatAction"}
    refused = [call for call in api.calls if call.status not in {200, 429} and call.method not in expected]
    assert not [(call.method, call.parameters, call.result) for call in refused]
    assert "A turn failed" not in usher.output
    assert "Traceback" not in usher.output
