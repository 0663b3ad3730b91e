"""Updates as they come in."""

import logging
from typing import Any

from telegram import Update
from telegram.request import HTTPXRequest

_log = logging.getLogger(__name__)


class UpdatesRequest(HTTPXRequest):
    """Asks for updates. One that cannot be read is emptied: it would come again and again, and hold back all others."""

    def __init__(self) -> None:
        super().__init__(connection_pool_size=1)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """See `BaseRequest.parse_json_payload`."""
        answer = HTTPXRequest.parse_json_payload(payload)
        updates = answer.get("result")
        if isinstance(updates, list):
            answer["result"] = [update if _is_readable(update) else _emptied(update) for update in updates]
        return answer


def _is_readable(update: dict[str, Any]) -> bool:
    try:
        Update.de_json(update, None)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the others are to be read
        _log.warning("An update cannot be read and is left out (%s).", type(error).__name__)
        return False
    return True


def _emptied(update: dict[str, Any]) -> dict[str, Any]:
    return {"update_id": update["update_id"]}
