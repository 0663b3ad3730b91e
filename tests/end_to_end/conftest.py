"""One Bot API server and one running bot for all tests that leave them as they are."""

from collections.abc import Iterator

import pytest

from tests.end_to_end.bot_api import BotApi, Call
from tests.end_to_end.process import TOKEN, Usher

EARLY_BIRD = 101
"""Has said /start before the bot was launched, behind the ones below."""
WAITING = tuple(range(110, 122))
"""Have asked for films before the bot was launched; more of them than the bot has threads by default."""


@pytest.fixture(scope="session")
def api() -> Iterator[BotApi]:
    with BotApi(TOKEN).serving() as api:
        yield api


@pytest.fixture(scope="session")
def usher(api: BotApi, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Usher]:
    """The running bot, ready to answer anything."""
    for person in WAITING:
        api.say(person, "something warm about cooking")
    api.say(EARLY_BIRD, "/start")
    usher = Usher.of(tmp_path_factory.mktemp("usher"), api).start()
    try:
        api.wait_for_all("sendMessage", len(WAITING) + 1, timeout=120)
        yield usher
    finally:
        usher.stop()


@pytest.fixture(scope="session")
def greeting(usher: Usher, api: BotApi) -> Call:
    """The answer to the /start from before the launch."""
    return api.wait_for("sendMessage", lambda call: call.chat == EARLY_BIRD)


@pytest.fixture
def own_api() -> Iterator[BotApi]:
    """A Bot API server for one test alone."""
    with BotApi(TOKEN).serving() as api:
        yield api
