"""A Telegram Bot API server on loopback: what people say goes in, what the bot does is recorded.

It holds the bot to Telegram's limits and answers in Telegram's words. Updates stay until the bot confirms them by a
higher offset, so that a bot that is killed is told them again.
"""

import itertools
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import ThreadingHTTPServer
from typing import Any

from tests.end_to_end.limits import RefusedError, check_keyboard, check_notice, plain
from tests.end_to_end.loopback import listening

Json = dict[str, Any]

_NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
_USUAL_UPDATES = ["message", "callback_query", "edited_message", "inline_query"]


@dataclass(frozen=True)
class Call:
    """A request of the bot. `time` is monotonic, in seconds; `status` and `result` are what it was answered with."""

    method: str
    parameters: Json
    time: float
    status: int
    result: Any

    @property
    def chat(self) -> int:
        """The chat it is for; 0 where it is for none."""
        return int(self.parameters.get("chat_id", 0))

    @property
    def text(self) -> str:
        """The text as it was sent, markup included."""
        return str(self.parameters.get("text", ""))

    @property
    def buttons(self) -> list[list[Json]]:
        """The rows of the inline keyboard."""
        rows: list[list[Json]] = self.parameters.get("reply_markup", {}).get("inline_keyboard", [])
        return rows

    @property
    def labels(self) -> list[str]:
        """Labels of the buttons, row after row."""
        return [button["text"] for row in self.buttons for button in row]


@dataclass
class _Fault:
    """An answer that is given instead of the right one."""

    method: str
    error: RefusedError
    times: int


@dataclass
class BotApi:
    """The server's state, what tests do with it, and the methods that the bot calls.

    Attributes:
        calls: every request but getUpdates, in the order in which they were answered.
        on_call: called with each of them before its answer is sent, outside the lock.
        forgets_offsets: confirmations of updates get lost, as when the bot dies before it sends them.
    """

    token: str
    username: str = "usher_test_bot"
    calls: list[Call] = field(default_factory=list)
    on_call: Callable[[Call], None] = lambda _: None
    forgets_offsets: bool = False

    def __post_init__(self) -> None:
        self.id = int(self.token.partition(":")[0])
        self._changed = threading.Condition()
        self._faults: list[_Fault] = []
        self._updates: list[Json] = []
        self._allowed = _USUAL_UPDATES
        self._messages: dict[tuple[int, int], Json] = {}
        self._chats: dict[int, Json] = {}
        self._unanswered: set[str] = set()
        self._polls = 0
        self._numbers = itertools.count(1)
        self._server: ThreadingHTTPServer | None = None

    # What tests do.

    @contextmanager
    def serving(self) -> Iterator["BotApi"]:
        """Serve on a free port of loopback."""
        with listening(self.token, self.answer) as self._server:
            yield self

    @property
    def address(self) -> str:
        """Base URL, as USHER_TELEGRAM_API wants it."""
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def say(self, user_id: int, text: str, language_code: str | None = "en", **message: Any) -> int:
        """A person says something: in private, or in `chat`. Gives the message's id."""
        return self.send(user_id, language_code, text=text, **_commands(text), **message)

    def send(self, user_id: int, language_code: str | None = "en", **message: Any) -> int:
        """A person sends a message of any kind (`sticker`, `photo`, `document`, ...). Gives its id."""
        with self._changed:
            person = _person(user_id, language_code)
            chat = message.pop("chat", {"id": user_id, "type": "private", "first_name": "Test"})
            sent = self._message(chat, person, **message)
            self._add(message=sent)
            return int(sent["message_id"])

    def document(self, user_id: int, name: str, **message: Any) -> int:
        """A person sends a file."""
        file = {"file_id": f"file-{name}", "file_unique_id": name, "file_name": name, "file_size": 100}
        return self.send(user_id, document=file, **message)

    def press(self, user_id: int, message_id: int, button: str, chat_id: int | None = None) -> str:
        """A person presses a button, named by its label or its data. Gives the id of the callback query."""
        with self._changed:
            message = self._messages[chat_id or user_id, message_id]
            rows = message.get("reply_markup", {}).get("inline_keyboard", [])
            data = next((b["callback_data"] for row in rows for b in row if b["text"] == button), button)
            query: Json = {"id": str(next(self._numbers)), "from": _person(user_id, "en"), "chat_instance": "1"}
            self._unanswered.add(query["id"])
            self._add(callback_query={**query, "message": message, "data": data})
            return str(query["id"])

    def fail(self, method: str, error: RefusedError, times: int = 1) -> None:
        """Answer the next requests of a method with an error."""
        with self._changed:
            self._faults.append(_Fault(method, error, times))

    def wait_for(
        self, method: str, predicate: Callable[[Call], bool] = lambda _: True, timeout: float = 30, after: int = 0
    ) -> Call:
        """The first request of a method, from the place `after` in `calls`, that the predicate holds for."""
        return self.wait_for_all(method, 1, predicate, timeout, after)[0]

    def wait_for_all(
        self,
        method: str,
        count: int,
        predicate: Callable[[Call], bool] = lambda _: True,
        timeout: float = 30,
        after: int = 0,
    ) -> list[Call]:
        """As `wait_for`, the first `count` requests."""

        def found() -> list[Call]:
            return [call for call in self.calls[after:] if call.method == method and predicate(call)][:count]

        with self._changed:
            if not self._changed.wait_for(lambda: len(found()) == count, timeout):
                seen = [(call.method, call.chat, call.text[:60]) for call in self.calls[after:]][-20:]
                raise AssertionError(f"{len(found())} of {count} {method} within {timeout} s; the latest calls: {seen}")
            return found()

    def ask(self, user_id: int, text: str, timeout: float = 30, **message: Any) -> Call:
        """A person says something; the message that answers it."""
        after = len(self.calls)
        self.say(user_id, text, **message)
        chat = message.get("chat", {"id": user_id})["id"]
        return self.wait_for("sendMessage", lambda call: call.chat == chat and call.status == 200, timeout, after)

    # What the bot does.

    def answer(self, method: str, parameters: Json) -> tuple[int, Json]:
        """Carry out a request: the HTTP status and the body of the answer."""
        try:
            with self._changed:
                self._fail_where_told(method)
                status, body = 200, {"ok": True, "result": self._act(method, parameters)}
        except RefusedError as error:
            status, body = error.status, {"ok": False, "error_code": error.status, "description": error.description}
            if error.parameters:
                body["parameters"] = error.parameters
        if method == "getUpdates":
            return status, body
        call = Call(method, parameters, time.monotonic(), status, body.get("result", body.get("description")))
        with self._changed:
            self.calls.append(call)
            self._changed.notify_all()
        self.on_call(call)
        return status, body

    def _fail_where_told(self, method: str) -> None:
        for fault in self._faults:
            if fault.method == method and fault.times > 0:
                fault.times -= 1
                raise fault.error

    def _act(self, method: str, parameters: Json) -> Any:
        match method:
            case "getMe":
                return self._me()
            case "getUpdates":
                return self._get_updates(parameters)
            case "sendMessage":
                return self._send_message(parameters)
            case "editMessageReplyMarkup":
                return self._edit_keyboard(parameters)
            case "answerCallbackQuery":
                return self._answer_press(parameters)
            case "sendChatAction":
                self._chat(parameters["chat_id"])
            case "setMyCommands":
                scope = parameters.get("scope", {})
                if scope.get("type") == "chat":
                    self._chat(int(scope["chat_id"]))
        return True

    def _me(self) -> Json:
        names = {"id": self.id, "is_bot": True, "first_name": "Usher", "username": self.username}
        return {
            **names,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }

    def _get_updates(self, parameters: Json) -> list[Json]:
        self._polls += 1
        poll = self._polls
        self._changed.notify_all()
        self._allowed = parameters.get("allowed_updates", self._allowed) or _USUAL_UPDATES
        offset = parameters.get("offset", 0)
        if not self.forgets_offsets:
            self._updates = [update for update in self._updates if update["update_id"] >= offset]

        def due() -> list[Json]:
            return [update for update in self._updates if update["update_id"] >= offset]

        self._changed.wait_for(lambda: poll != self._polls or due(), parameters.get("timeout", 0))
        if poll != self._polls:
            raise RefusedError(409, "Conflict: terminated by other getUpdates request")
        return due()[: parameters.get("limit", 100)]

    def _send_message(self, parameters: Json) -> Json:
        chat = self._chat(parameters["chat_id"])
        text = plain(parameters)
        markup = parameters.get("reply_markup")
        check_keyboard(markup)
        extra = {"reply_markup": markup} if markup else {}
        if "message_thread_id" in parameters:
            extra |= {"message_thread_id": parameters["message_thread_id"], "is_topic_message": True}
        return self._message(chat, self._me(), text=text, **extra)

    def _edit_keyboard(self, parameters: Json) -> Json:
        message = self._messages.get((parameters["chat_id"], parameters["message_id"]))
        if message is None:
            raise RefusedError(400, "Bad Request: message to edit not found")
        markup = parameters.get("reply_markup")
        check_keyboard(markup)
        if markup == message.get("reply_markup"):
            raise RefusedError(400, _NOT_MODIFIED)
        message["reply_markup"] = markup or {}
        return message

    def _answer_press(self, parameters: Json) -> bool:
        check_notice(parameters.get("text", ""))
        if parameters["callback_query_id"] not in self._unanswered:
            raise RefusedError(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        self._unanswered.remove(parameters["callback_query_id"])
        return True

    def _chat(self, chat_id: int) -> Json:
        try:
            return self._chats[chat_id]
        except KeyError:
            raise RefusedError(400, "Bad Request: chat not found") from None

    def _message(self, chat: Json, sender: Json, **content: Any) -> Json:
        head = {"message_id": next(self._numbers), "date": int(time.time()), "chat": chat, "from": sender}
        message = {**head, **content}
        self._chats[chat["id"]] = chat
        self._messages[chat["id"], message["message_id"]] = message
        return message

    def _add(self, **update: Json) -> None:
        if next(iter(update)) in self._allowed:
            self._updates.append({"update_id": next(self._numbers), **update})
            self._changed.notify_all()


def _person(user_id: int, language_code: str | None) -> Json:
    language = {"language_code": language_code} if language_code else {}
    return {"id": user_id, "is_bot": False, "first_name": "Test", **language}


def _commands(text: str) -> Json:
    """The entities that Telegram finds in a text; the bot's commands are all that matter here."""
    if not text.startswith("/"):
        return {}
    return {"entities": [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]}
