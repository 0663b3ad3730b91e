"""Ten thousand mangled rows: each becomes a title or is rejected by name, and nothing falls over."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.catalog import SHIPPED, Catalog
from data.errors import DataError
from data.imports.importing import import_catalog
from data.rows import COLUMNS
from data.writing import write
from tests.conftest import write_rows

ROWS = 10_000
NASTY: tuple[Any, ...] = (
    "", " ", "\\N", "nan", "-1", "1e400", "99999999999999999999", "0", "2004–", "2h 13min", "=HYPERLINK(1)", "|||",
    "[", "[[[[", '["a", null]', "[{'name': 'x'}]", "{'a': }", "Ã©tÃ©", "&lt;b&gt;", "\x00", "\ud800", "\u202eabc",
    "é" * 3000, "../../etc/passwd", "javascript:alert(1)", "http://", None, True, -5, 1e308, float("nan"), float("inf"),
    [], {}, [[]], [None, 1, {"name": {}}], {"name": "x"}, 10**30, "😀", "\n\n", '"', "'", ",",
)  # fmt: skip


def mangled(rows: list[dict[str, Any]], chance: random.Random) -> dict[str, Any]:
    """One of the rows, damaged in one to four places; the same for the same state of chance."""
    row = dict(chance.choice(rows))
    for _ in range(chance.randint(1, 4)):
        damage: Callable[[], object] = chance.choice(
            [
                lambda: row.update({chance.choice(COLUMNS): chance.choice(NASTY)}),
                lambda: row.pop(chance.choice(list(row)), None) if row else None,
                lambda: row.update({"".join(chance.sample("abc=,|\n\"'一", 3)): chance.choice(NASTY)}),
                lambda: row.update({name: str(value)[::-1] for name, value in row.items() if chance.random() < 0.2}),
            ]
        )
        damage()
    return row


def test_ten_thousand_mangled_rows_are_titles_or_rejected_by_name(tmp_path: Path) -> None:
    chance = random.Random(11)
    write(Catalog.read(SHIPPED), tmp_path / "good.jsonl", ".jsonl")
    good = [json.loads(line) for line in (tmp_path / "good.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [mangled(good, chance) for _ in range(ROWS)]
    path = tmp_path / "mangled.jsonl"
    # Half a surrogate pair and NaN are written as JSON writers of other languages write them.
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    out = tmp_path / "out.jsonl"
    report = import_catalog([path], out)
    rejected = [json.loads(line) for line in Path(f"{out}.rejected.jsonl").read_text(encoding="utf-8").splitlines()]
    assert report.read == ROWS
    assert report.written + report.joined + report.rejected == ROWS
    assert len({row["row"] for row in rejected}) == report.rejected > ROWS / 20
    assert all(row["column"] and row["reason"] for row in rejected)
    assert len(Catalog.read(out)) == report.written


def broken(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 5)):
        place = chance.randrange(len(changed))
        changed[place : place + chance.randint(0, 50)] = chance.randbytes(chance.randint(0, 20))
    return bytes(changed)


@pytest.fixture(scope="module")
def good_bytes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("good")
    titles = Catalog.read(SHIPPED).titles[:20]
    for suffix in (".csv", ".jsonl", ".parquet"):
        write(titles, folder / f"good{suffix}", suffix)
    return {path.suffix: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_a_file_with_broken_bytes_is_imported_or_refused_in_a_sentence(
    tmp_path: Path, good_bytes: dict[str, bytes], suffix: str
) -> None:
    for seed in range(150):
        path, out = tmp_path / f"{seed}{suffix}", tmp_path / f"{seed}.out.jsonl"
        path.write_bytes(broken(good_bytes[suffix], random.Random(seed)))
        write_rows(out, [{"id": "old", "title": "Old", "overview": "It was there."}])
        before = out.read_bytes()
        try:
            import_catalog([path], out)
        except DataError as error:
            assert str(error).count("\n") == 0
            assert out.read_bytes() == before
        else:
            Catalog.read(out)
