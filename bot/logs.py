"""Logs on standard error, from which the token is taken out wherever it turns up."""

import logging
import sys
import traceback
from types import TracebackType


def configure(level: str, secret: str | None) -> None:
    """Send logs of this level and above to standard error, without the secret.

    Uncaught exceptions go the same way, as an address with the token in it may stand in any of them.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Redacting("%(asctime)s %(levelname)s %(name)s: %(message)s", secret))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # These tell of every request with its address, of what people wrote, or of downloads that are not needed.
    for chatty in ("httpx", "httpcore", "telegram", "sentence_transformers", "transformers", "alembic", "faiss"):
        logging.getLogger(chatty).setLevel(logging.WARNING)

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        print(redacted("".join(traceback.format_exception(kind, error, trace)), secret), file=sys.stderr)

    sys.excepthook = report


def redacted(text: str, secret: str | None) -> str:
    """A text without the secret."""
    return text.replace(secret, "<token>") if secret else text


class _Redacting(logging.Formatter):
    def __init__(self, layout: str, secret: str | None) -> None:
        super().__init__(layout)
        self._secret = secret

    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record), self._secret)
