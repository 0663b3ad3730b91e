"""The token is in no log."""

import logging
import sys
from collections.abc import Iterator

import pytest

from bot import logs

SECRET = "123456:AAbbCCdd"


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    root, hook = logging.getLogger(), sys.excepthook
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], sys.excepthook = handlers, hook
    root.setLevel(level)


def test_messages_arguments_and_tracebacks_are_redacted(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("INFO", SECRET)
    logging.getLogger("x").warning("POST %s", f"https://host/bot{SECRET}/getMe")
    try:
        raise ValueError(f"https://host/bot{SECRET}/sendMessage")
    except ValueError as error:
        logging.getLogger("x").exception("failed")
        sys.excepthook(type(error), error, error.__traceback__)
    written = capsys.readouterr().err
    assert "AAbbCCdd" not in written
    assert written.count("<token>") >= 3
