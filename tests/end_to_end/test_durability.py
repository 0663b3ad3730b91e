"""The bot is stopped, killed, refused and cut off."""

import re
import signal
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.bot_api import BotApi, Call
from tests.end_to_end.limits import RefusedError
from tests.end_to_end.process import ROOT, SECRET, Usher

PERSON = 300


@pytest.fixture
def own_usher(tmp_path: Path, own_api: BotApi) -> Iterator[Usher]:
    """A bot for one test alone, not yet started."""
    usher = Usher.of(tmp_path, own_api)
    yield usher
    if usher.process is not None:
        usher.kill()


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.mark.parametrize("token", ["123456:wrong" + SECRET, "nonsense" + SECRET])
def test_a_refused_token_is_said_in_one_sentence(own_usher: Usher, token: str) -> None:
    own_usher.token = token
    assert own_usher.start().wait() == 1
    assert "USHER_TELEGRAM_TOKEN" in own_usher.output
    assert "Traceback" not in own_usher.output
    assert SECRET not in own_usher.output
    assert len(own_usher.output.splitlines()) == 1


def test_the_token_is_in_no_output_while_nothing_answers(own_usher: Usher) -> None:
    own_usher.api_address = f"http://127.0.0.1:{free_port()}"
    own_usher.log_level = "DEBUG"
    own_usher.start()
    time.sleep(8)
    assert own_usher.process is not None
    assert own_usher.process.poll() is None
    assert own_usher.stop(timeout=10) == 0
    assert own_usher.api_address in own_usher.output  # whoever hosts it sees what it waits for
    assert SECRET not in own_usher.output


def test_the_token_is_in_no_output_while_telegram_comes_and_goes(own_usher: Usher, own_api: BotApi) -> None:
    own_usher.log_level = "DEBUG"
    for method in ("getMe", "deleteWebhook", "setMyCommands", "sendChatAction", "sendMessage"):
        own_api.fail(method, RefusedError(500, "Internal Server Error"), times=2)
    own_api.fail("getUpdates", RefusedError(502, "Bad Gateway"), times=2)
    own_usher.start()
    for _ in range(2):
        own_api.say(PERSON, "/help")
    own_api.wait_for_all("sendMessage", 2, timeout=60)
    assert own_api.ask(PERSON, "/help").status == 200
    assert own_usher.stop(timeout=10) == 0
    assert SECRET not in own_usher.output


def test_what_is_asked_last_is_answered_before_the_end(own_usher: Usher, own_api: BotApi) -> None:
    own_usher.start()
    own_api.ask(PERSON, "something with robots", timeout=90)
    after = len(own_api.calls)
    people = range(PERSON, PERSON + 8)
    for person in people:
        own_api.say(person, "something about cooking")
    own_api.wait_for("sendChatAction", after=after)
    started = time.monotonic()
    assert own_usher.stop() == 0
    assert time.monotonic() - started < 10
    taken = {call.chat for call in own_api.calls[after:] if call.method == "sendChatAction"}
    answered = {call.chat for call in own_api.calls[after:] if call.method == "sendMessage"}
    assert taken == answered
    assert "Traceback" not in own_usher.output


@pytest.mark.parametrize("signal_number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_while_the_index_is_prepared(own_usher: Usher, own_api: BotApi, signal_number: int) -> None:
    own_usher.environment = {"USHER_CATALOG": str(ROOT / "data" / "titles")}  # takes longer than a stop may take
    own_api.say(PERSON, "something with robots")
    own_api.say(PERSON + 1, "/start")
    own_usher.start()
    own_api.wait_for("sendMessage", timeout=60)
    started = time.monotonic()
    assert own_usher.stop(signal_number) == 0
    assert time.monotonic() - started < 10
    assert {call.chat for call in own_api.calls if call.method == "sendMessage"} == {PERSON, PERSON + 1}
    assert "Traceback" not in own_usher.output


def likes(history: Call) -> int:
    """How many titles a /history says are liked."""
    return len(re.findall("^👍 ", history.text, re.MULTILINE))


class _Killer:
    """Kills the bot when a request comes, before or a while after it is answered."""

    def __init__(self, usher: Usher, method: str, delay: float | None) -> None:
        self._usher = usher
        self._method = method
        self._delay = delay
        self.done = threading.Event()

    def __call__(self, call: Call) -> None:
        if call.method == self._method and not self.done.is_set():
            if self._delay is None:
                self._kill()
            else:
                threading.Timer(self._delay, self._kill).start()

    def _kill(self) -> None:
        self._usher.kill()
        self.done.set()


MOMENTS: tuple[tuple[str, float | None], ...] = (
    ("answerCallbackQuery", None),
    ("answerCallbackQuery", 0.0),
    ("answerCallbackQuery", 0.002),
    ("answerCallbackQuery", 0.02),
    ("editMessageReplyMarkup", None),
)


def test_what_was_acknowledged_survives_a_kill(own_usher: Usher, own_api: BotApi) -> None:
    own_usher.start()
    listed = own_api.ask(PERSON, "something with robots", timeout=90)
    for number, (method, delay) in enumerate(MOMENTS, start=1):
        killer = _Killer(own_usher, method, delay)
        own_api.on_call = killer
        own_api.press(PERSON, listed.result["message_id"], f"👍 {number}")
        assert killer.done.wait(30)
        own_api.on_call = _nothing
        own_usher.start()
        history = own_api.ask(PERSON, "/history", timeout=60)
        assert likes(history) == number, (method, delay, history.text)


def test_a_press_that_is_told_again_is_not_undone(own_usher: Usher, own_api: BotApi) -> None:
    """The bot dies between its acknowledgement and its next getUpdates, so Telegram tells it of the press again."""
    own_usher.start()
    listed = own_api.ask(PERSON, "something with robots", timeout=90)
    own_api.forgets_offsets = True
    killer = _Killer(own_usher, "answerCallbackQuery", None)
    own_api.on_call = killer
    own_api.press(PERSON, listed.result["message_id"], "👍 1")
    assert killer.done.wait(30)
    own_api.on_call, own_api.forgets_offsets = _nothing, False
    own_usher.start()
    assert likes(own_api.ask(PERSON, "/history", timeout=60)) == 1


def _nothing(_: Call) -> None:
    pass
