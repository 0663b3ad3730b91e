"""Settings come from the environment, and a bad one names its variable."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError
from data.catalog import SHIPPED


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("TELEGRAM_TOKEN", "ADMINS", "HOME", "CATALOG", "LANGUAGE", "DATABASE"):
        monkeypatch.delenv(f"USHER_{name}", raising=False)


def test_defaults() -> None:
    settings = Settings.read()
    assert settings.telegram_token is None
    assert settings.catalog_path == SHIPPED
    assert settings.database_url == f"sqlite:///{settings.home / 'usher.sqlite'}"


def test_the_environment_and_a_dotenv_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("USHER_ADMINS", "12, 34,")
    monkeypatch.setenv("USHER_SOMETHING_ELSE", "ignored")
    (tmp_path / ".env").write_text("USHER_TELEGRAM_TOKEN=1:abc\n", encoding="utf-8")
    settings = Settings.read()
    assert settings.admins == {"12", "34"}
    assert settings.telegram_token is not None
    assert "abc" not in repr(settings)


def test_what_the_command_line_names_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("USHER_CATALOG", "/elsewhere.csv")
    assert Settings.read(catalog=tmp_path / "mine.csv").catalog_path == tmp_path / "mine.csv"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("USHER_ADMINS", "12,anna"),
        ("USHER_LANGUAGE", "fr"),
        ("USHER_LOG_LEVEL", "loud"),
        ("USHER_TELEGRAM_API", "ftp://x"),
    ],
)
def test_a_bad_value_names_its_variable(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=f"^{name} is .* cannot be used"):
        Settings.read()
