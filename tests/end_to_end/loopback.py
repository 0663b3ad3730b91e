"""The HTTP side of the Bot API server: paths, the token, and the ways in which parameters come."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlsplit

Act = Callable[[str, dict[str, Any]], tuple[int, dict[str, Any]]]
"""A method and its parameters → the HTTP status and the body of the answer."""

_WHOLE_NUMBERS = {"chat_id", "message_id", "message_thread_id", "offset", "timeout", "limit", "user_id"}
_STRUCTURES = {"reply_markup", "allowed_updates", "commands", "scope", "reply_parameters", "link_preview_options"}


@contextmanager
def listening(token: str, act: Act) -> Iterator[ThreadingHTTPServer]:
    """A server on a free port of loopback, which refuses every token but one."""
    handler = type("Handler", (_Handler,), {"token": token, "act": staticmethod(act)})
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A bot that went away in the middle of a request is nothing to tell of."""


class _Handler(BaseHTTPRequestHandler):
    token: ClassVar[str]
    act: ClassVar[Act]
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is BaseHTTPRequestHandler's
        pass

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        address = urlsplit(self.path)
        prefix, _, method = address.path.rpartition("/")
        if prefix != f"/bot{self.token}":
            self._respond(401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
            return
        is_json = "json" in self.headers.get("Content-Type", "")
        given = json.loads(body) if is_json else dict(parse_qsl(f"{address.query}&{body}", keep_blank_values=True))
        self._respond(*type(self).act(method, {name: _value(name, value) for name, value in given.items()}))

    def _respond(self, status: int, body: dict[str, Any]) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def _value(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if name in _STRUCTURES:
        return json.loads(value)
    return int(value) if name in _WHOLE_NUMBERS and value.lstrip("-").isdigit() else value
