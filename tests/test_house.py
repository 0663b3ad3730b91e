"""The house itself: four rooms and one direction."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "data": {"data"},
    "retrieval": {"retrieval", "data"},
    "generation": {"generation", "data"},
    "bot": {"bot", "retrieval", "generation", "data"},
}
MODULES = [path for room in MAY_IMPORT for path in sorted((ROOT / room).rglob("*.py"))]


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_one_way(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    imported = {name.split(".")[0] for name in imports(path)}
    assert imported & set(MAY_IMPORT) <= MAY_IMPORT[room]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_one_room_knows_telegram(path: Path) -> None:
    imported = {name.split(".")[0] for name in imports(path)}
    assert "telegram" not in imported or (ROOT / "bot" / "telegram") in path.parents
