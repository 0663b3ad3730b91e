"""What is configured, what was found, what is missing, and how to mend it."""

import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from bot.settings import TELEGRAM_API, Settings
from data.catalog import Catalog
from data.errors import DataError
from data.history import History
from retrieval.encoder import EMBEDDED, PACKAGES, verified
from retrieval.errors import EncoderError
from retrieval.versions import VersionStore

_LIBRARIES = ("torch", "sentence-transformers", "transformers", "faiss-cpu", "python-telegram-bot", "SQLAlchemy")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    subject: str
    is_well: bool
    text: str


def examine(settings: Settings, store: VersionStore) -> list[Finding]:
    """Look at everything; nothing is changed, but the database is made or brought up to date."""
    return [
        Finding("python", sys.version_info >= (3, 11), sys.version.split()[0]),
        *(_library(name) for name in _LIBRARIES),
        *_encoder(settings),
        _catalog(settings),
        _index(store),
        _database(settings),
        _telegram(settings),
    ]


def _library(name: str) -> Finding:
    try:
        return Finding(name, True, version(name))
    except PackageNotFoundError:
        return Finding(name, False, f"not installed; mend it with: pip install {name}")


def _encoder(settings: Settings) -> list[Finding]:
    if settings.encoder != EMBEDDED:
        return [Finding("encoder", True, f"{settings.encoder} (USHER_ENCODER), loaded when it is first needed")]
    findings = []
    for package, name in PACKAGES.items():
        try:
            verified(package)
            findings.append(Finding("encoder", True, f"{name}: every file is the known one"))
        except EncoderError as error:
            findings.append(Finding("encoder", False, str(error)))
    return findings


def _catalog(settings: Settings) -> Finding:
    try:
        return Finding("catalogue", True, f"{settings.catalog_path}: {len(Catalog.read(settings.catalog_path))} titles")
    except DataError as error:
        return Finding("catalogue", False, str(error))


def _index(store: VersionStore) -> Finding:
    current = next((version for version in store.versions() if version.current), None)
    if current is None:
        return Finding("index", True, "none yet; the first start builds it")
    if current.manifest is None:
        return Finding("index", False, f"version {current.name} is damaged; mend it with: usher index build")
    return Finding("index", True, f"version {current.name}, {current.manifest.count} titles")


def _database(settings: Settings) -> Finding:
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
        History.open(settings.database_url).close()
    except (DataError, OSError) as error:
        return Finding("database", False, str(error))
    return Finding("database", True, f"in {settings.home}" if settings.database is None else "named by USHER_DATABASE")


def _telegram(settings: Settings) -> Finding:
    server = "" if settings.telegram_api == TELEGRAM_API else f", server {settings.telegram_api}"
    if settings.telegram_token is None:
        return Finding("telegram", True, "no token set (USHER_TELEGRAM_TOKEN); the terminal chat works without")
    admins = f"{len(settings.admins)} admins" if settings.admins else "no admins (USHER_ADMINS)"
    return Finding("telegram", True, f"a token is set, {admins}{server}")
