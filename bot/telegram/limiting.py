"""How fast the bot may send."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram.ext import AIORateLimiter

_RETRIES = 3


class MessageLimiter(AIORateLimiter):
    """Keeps to Telegram's limits of messages.

    "Typing" is no message: counted as one, it would use up half of the twenty a minute that a group is allowed.
    """

    def __init__(self) -> None:
        super().__init__(max_retries=_RETRIES)

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        """See `AIORateLimiter.process_request`."""
        if endpoint == "sendChatAction":
            return await callback(*args, **kwargs)
        return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)
