"""Updates of one chat one after another, chats side by side."""

import asyncio
from datetime import UTC, datetime

from telegram import Chat, Message, Update

from bot.telegram.ordering import PerChatProcessor


def update(number: int, chat: int) -> Update:
    return Update(number, message=Message(number, datetime.now(UTC), Chat(chat, "private"), text="x"))


def test_a_slow_update_holds_back_its_own_chat_only() -> None:
    done: list[int] = []

    async def handle(number: int, seconds: float) -> None:
        await asyncio.sleep(seconds)
        done.append(number)

    async def run() -> None:
        processor = PerChatProcessor(8)
        updates = [(1, 10, 0.05), (2, 10, 0.0), (3, 20, 0.0), (4, 10, 0.0)]
        await asyncio.gather(*(processor.process_update(update(n, chat), handle(n, s)) for n, chat, s in updates))

    asyncio.run(run())
    assert done == [3, 1, 2, 4]


def test_a_failure_does_not_hold_back_the_next() -> None:
    done: list[int] = []

    async def fail() -> None:
        raise ValueError

    async def succeed() -> None:
        done.append(1)

    async def run() -> None:
        processor = PerChatProcessor(8)
        works = [processor.process_update(update(1, 10), fail()), processor.process_update(update(2, 10), succeed())]
        await asyncio.gather(*works, return_exceptions=True)

    asyncio.run(run())
    assert done == [1]
