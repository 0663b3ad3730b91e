"""Settings: the environment, and a `.env` file, read once at the start into one frozen value."""

from pathlib import Path
from typing import Annotated, Literal

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from data.catalog import SHIPPED
from retrieval.encoder import EMBEDDED

TELEGRAM_API = "https://api.telegram.org"


class SettingsError(Exception):
    """A setting has a value that cannot be used; the text names the variable."""


class Settings(BaseSettings):
    """What can be set, by environment variables of the same names in capitals behind USHER_."""

    model_config = SettingsConfigDict(env_prefix="USHER_", env_file=".env", extra="ignore", frozen=True)

    telegram_token: SecretStr | None = None
    telegram_api: str = TELEGRAM_API
    admins: Annotated[frozenset[str], NoDecode] = frozenset()
    allowed: Annotated[frozenset[str], NoDecode] = frozenset()
    home: Path = Field(default_factory=lambda: user_data_path("usher", appauthor=False))
    catalog: Path | None = None
    database: str | None = None
    encoder: str = EMBEDDED
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    language: Literal["en", "zh"] = "en"

    @field_validator("admins", "allowed", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        ids = [part.strip() for part in value.split(",") if part.strip()]
        wrong = [part for part in ids if not part.isdigit()]
        if wrong:
            raise ValueError(f"Telegram user ids, whole numbers between commas; not {wrong[0]!r}")
        return frozenset(ids)

    @field_validator("telegram_token", mode="before")
    @classmethod
    def _empty_is_none(cls, value: object) -> object:
        return value or None

    @field_validator("telegram_api")
    @classmethod
    def _is_address(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("an address that begins with http:// or https://")
        return value.rstrip("/")

    @field_validator("log_level", mode="before")
    @classmethod
    def _in_capitals(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("home", "catalog")
    @classmethod
    def _absolute(cls, value: Path | None) -> Path | None:
        return value.expanduser().absolute() if value else value

    @property
    def catalog_path(self) -> Path:
        """The catalogue that the next build of the index reads."""
        return self.catalog or SHIPPED

    @property
    def database_url(self) -> str:
        """Where the people's history is kept."""
        return self.database or f"sqlite:///{self.home / 'usher.sqlite'}"

    @classmethod
    def read(cls, **given: object) -> "Settings":
        """The settings; values given (from the command line) come before the environment.

        Raises:
            SettingsError: a value cannot be used.
        """
        try:
            return cls(**{key: value for key, value in given.items() if value is not None})  # type: ignore[arg-type]
        except ValidationError as error:
            detail = error.errors()[0]
            name = f"USHER_{str(detail['loc'][0]).upper()}"
            expected = detail["msg"].removeprefix("Value error, ")
            shown = "" if "token" in name.lower() or "database" in name.lower() else f" is {detail['input']!r}, which"
            raise SettingsError(f"{name}{shown} cannot be used: {expected}.") from None
