"""The READMEs tell of what exists, both of the same."""

import re
from pathlib import Path

import pytest
import typer

from bot.__main__ import app
from bot.conversation.commands import ADMIN_COMMANDS, COMMANDS
from bot.settings import Settings
from data.catalog import SHIPPED, Catalog
from data.rows import COLUMNS

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands() -> set[str]:
    """Every command of the console script, sub-commands with their group."""
    group = typer.main.get_command(app)
    found = set()
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        found |= {f"{name} {sub}" for sub in inner} if inner else {name}
    return found


@pytest.mark.parametrize("name", READMES)
def test_commands(name: str) -> None:
    told = set(re.findall(r"`usher ([a-z]+(?: [a-z]+)?)", read(name)))
    assert told == commands()


@pytest.mark.parametrize("name", READMES)
def test_chat_commands(name: str) -> None:
    told = set(re.findall(r"`/([a-z]+)`", read(name)))
    assert told - {"newbot"} == {*COMMANDS, *ADMIN_COMMANDS}


@pytest.mark.parametrize("name", READMES)
def test_settings(name: str) -> None:
    told = set(re.findall(r"USHER_([A-Z_]+)", read(name)))
    assert told == {field.upper() for field in Settings.model_fields}


@pytest.mark.parametrize("name", READMES)
def test_columns(name: str) -> None:
    assert [column for column in COLUMNS if f"`{column}`" not in read(name)] == []


@pytest.mark.parametrize("name", READMES)
def test_the_tree_names_files_that_exist_in_every_room(name: str) -> None:
    tree = re.search(r"```\n(bot/ .*?)```", read(name), re.DOTALL)
    assert tree
    room = inner = ""
    for line in tree[1].splitlines():
        names = re.split(r"\s{2,}|：", line.strip())[0]
        if not line.startswith(" "):
            room = names
            assert (ROOT / room).is_dir()
            continue
        is_inner = line.startswith("    ")
        for file in names.split(", "):
            assert (ROOT / room / (inner if is_inner else "") / file).exists(), file
        inner = inner if is_inner else names


@pytest.mark.parametrize("name", READMES)
def test_the_size_of_the_catalogue(name: str) -> None:
    assert str(len(Catalog.read(SHIPPED))) in read(name)
