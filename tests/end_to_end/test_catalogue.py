"""What admins do: the catalogue and the index change while the bot runs."""

import time
from collections.abc import Iterator

import pytest

from tests.conftest import TITLES
from tests.end_to_end.bot_api import BotApi
from tests.end_to_end.process import ADMIN, Usher, write_catalog


@pytest.fixture(autouse=True)
def whole_catalogue(usher: Usher, api: BotApi) -> Iterator[None]:
    """Each test begins and ends with all titles served."""
    yield
    write_catalog(usher.catalog)
    api.ask(ADMIN, "/reload")


def version(api: BotApi) -> str:
    return api.ask(ADMIN, "/status").text.split()[1].rstrip(",")


def wait_until_served(api: BotApi, name: str) -> None:
    deadline = time.monotonic() + 15
    while version(api) != name:
        assert time.monotonic() < deadline, f"{name} is not served"
        time.sleep(0.3)


def test_reload_says_what_changed(usher: Usher, api: BotApi) -> None:
    write_catalog(usher.catalog, len(TITLES) - 2)
    gone = api.ask(ADMIN, "/reload").text
    assert "8 titles" in gone
    assert "0 new, 0 changed, 2 gone" in gone
    write_catalog(usher.catalog)
    assert "2 new, 0 changed, 0 gone" in api.ask(ADMIN, "/reload").text
    assert "Nothing changed" in api.ask(ADMIN, "/reload").text


def test_a_broken_catalogue_changes_nothing_and_its_row_is_named(usher: Usher, api: BotApi) -> None:
    before = version(api)
    with usher.catalog.open("a", encoding="utf-8") as stream:
        stream.write('{"id": "tt9", "title": "<b>", "overview": "x", "rating": 11}\n')
    reply = api.ask(ADMIN, "/reload").text
    assert "Not reloaded" in reply
    assert f"row {len(TITLES) + 1}, rating: 11" in reply
    assert version(api) == before
    assert "<b>1." in api.ask(200, "something with robots").text


def test_a_missing_catalogue_changes_nothing(usher: Usher, api: BotApi) -> None:
    usher.catalog.unlink()
    assert "Not reloaded" in api.ask(ADMIN, "/reload").text
    assert "<b>1." in api.ask(201, "something with robots").text


def test_a_build_and_a_rollback_elsewhere_reach_the_running_bot(usher: Usher, api: BotApi) -> None:
    before = version(api)
    write_catalog(usher.catalog, len(TITLES) - 1)
    built = usher.command("index", "build")
    assert built.returncode == 0, built.stderr
    new = built.stdout.split()[1]
    assert new > before
    wait_until_served(api, new)
    assert "9 titles" in api.ask(ADMIN, "/status").text
    assert "Paper Tigers" not in api.ask(202, "Hong Kong martial arts").text

    back = usher.command("index", "rollback")
    assert back.returncode == 0, back.stderr
    wait_until_served(api, before)
    assert "Paper Tigers" in api.ask(203, "Hong Kong martial arts").text


def test_rollback_in_the_chat(usher: Usher, api: BotApi) -> None:
    write_catalog(usher.catalog, len(TITLES) - 1)
    api.ask(ADMIN, "/reload")
    before = version(api)
    write_catalog(usher.catalog, len(TITLES) - 3)
    assert "7 titles" in api.ask(ADMIN, "/reload").text
    assert f"Back to version {before}: 9 titles" in api.ask(ADMIN, "/rollback").text
