"""The console script: exit codes, and one sentence where the work fails."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import write_rows


def usher(home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot", *arguments]
    env = {"PATH": "/usr/bin:/bin", "USHER_HOME": str(home), "HF_HUB_OFFLINE": "1", **environment}
    return subprocess.run(command, capture_output=True, text=True, env=env, timeout=120, check=False)


def test_a_good_catalogue(tmp_path: Path, catalog_file: Path) -> None:
    result = usher(tmp_path, "catalog", "check", str(catalog_file))
    assert result.returncode == 0
    assert "10 titles" in result.stdout


def test_a_bad_row_is_named(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"id": "a", "title": "A", "overview": "x"},
        {"id": "b", "title": "B", "overview": "y", "rating": 11},
    ]
    result = usher(tmp_path, "catalog", "check", str(write_rows(tmp_path / "bad.jsonl", rows)))
    assert result.returncode == 1
    assert "row 2, rating: 11" in result.stdout
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "environment", "code", "sentence"),
    [
        (("run",), {}, 1, "USHER_TELEGRAM_TOKEN is not set"),
        (("chat", "--catalog", "/nowhere.csv"), {}, 1, "There is no catalogue at /nowhere.csv"),
        (("chat",), {"USHER_LANGUAGE": "fr"}, 1, "USHER_LANGUAGE"),
        (("chat", "--language", "fr"), {}, 1, "USHER_LANGUAGE"),
        (("index", "rollback"), {}, 1, "no earlier version"),
        (("dance",), {}, 2, "dance"),
        (("chat", "--user"), {}, 2, "--user"),
    ],
)
def test_what_fails_is_said_in_one_sentence(
    tmp_path: Path, arguments: tuple[str, ...], environment: dict[str, str], code: int, sentence: str
) -> None:
    result = usher(tmp_path, *arguments, **environment)
    assert result.returncode == code
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr


def test_doctor_finds_everything_and_shows_no_token(tmp_path: Path) -> None:
    result = usher(tmp_path, "doctor", USHER_TELEGRAM_TOKEN="1:SECRET")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "SECRET" not in result.stdout + result.stderr
