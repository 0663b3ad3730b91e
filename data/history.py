"""What each person liked, rejected, saw and saved, and where their talk with Usher stands.

One row a person and title holds the person's latest word on it, so that taking it back is one deletion and nothing
has to be replayed. Everything is committed before a method returns.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Float,
    ForeignKey,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    delete,
    event,
    insert,
    inspect,
    make_url,
    select,
    update,
)
from sqlalchemy.exc import SQLAlchemyError

from data.errors import HistoryError

SCHEMA = "0002"
"""The newest Alembic revision; a test holds it to `data/migrations`."""

_CUTS_TRIED = 20
_CUT_PAUSE = 0.1  # seconds

metadata = MetaData()
people = Table(
    "people",
    metadata,
    Column("id", String(200), primary_key=True),
    Column("language", String(8)),
    Column("dialogue", Text),
)
opinions = Table(
    "opinions",
    metadata,
    Column("person_id", String(200), ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("title_id", String(200), primary_key=True),
    Column("verdict", String(16), nullable=False),
    Column("rating", Float),
    Column("time", Float, nullable=False),
)
watchlist = Table(
    "watchlist",
    metadata,
    Column("person_id", String(200), ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("title_id", String(200), primary_key=True),
    Column("time", Float, nullable=False),
)


class Verdict(StrEnum):
    """A person's word on a title."""

    LIKE = "like"
    DISLIKE = "dislike"
    SEEN = "seen"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a person said of a title; `time` in unix seconds, `rating` 0.5 to 5 where one was given."""

    title_id: str
    verdict: Verdict
    rating: float | None = None
    time: float = 0.0


@dataclass(frozen=True, slots=True)
class Person:
    """What is kept of a person besides opinions: the language they chose, and the dialogue as JSON text."""

    id: str
    language: str | None = None
    dialogue: str | None = None


class History:
    """The database of people. Safe to use from several threads and processes.

    A transaction writes before it reads, so that SQLite makes a second writer wait instead of refusing it.
    """

    def __init__(self, engine: Engine, clock: Callable[[], float] = time.time) -> None:
        self._engine = engine
        self._clock = clock

    @classmethod
    def open(cls, url: str) -> "History":
        """Open the database at a SQLAlchemy URL; its tables are made or brought up to date.

        Raises:
            HistoryError: it cannot be opened, or a newer version of Usher wrote it.
        """
        try:
            engine = create_engine(url, hide_parameters=True)
            if engine.dialect.name == "sqlite":
                event.listen(engine, "connect", _prepare_sqlite)
            _migrate(engine)
        except (SQLAlchemyError, ImportError, ValueError) as error:
            shown = _without_password(url)
            raise HistoryError(f"The database {shown} cannot be opened ({type(error).__name__}).") from error
        return cls(engine)

    def person(self, person_id: str) -> Person:
        """What is kept of a person; an empty Person where nothing is."""
        with self._engine.connect() as connection:
            row = connection.execute(select(people).where(people.c.id == person_id)).first()
        return Person(*row) if row else Person(person_id)

    def keep_language(self, person_id: str, language: str | None) -> None:
        """Keep the language that a person chose; None leaves it to their messages."""
        self._keep(person_id, language=language)

    def keep_dialogue(self, person_id: str, dialogue: str | None) -> None:
        """Keep where the talk stands."""
        self._keep(person_id, dialogue=dialogue)

    def opinions(self, person_id: str) -> tuple[Opinion, ...]:
        """A person's opinions, the oldest first."""
        query = select(opinions).where(opinions.c.person_id == person_id).order_by(opinions.c.time)
        with self._engine.connect() as connection:
            return tuple(
                Opinion(row.title_id, Verdict(row.verdict), row.rating, row.time) for row in connection.execute(query)
            )

    def judge(self, person_id: str, title_id: str, verdict: Verdict | None, rating: float | None = None) -> None:
        """Set a person's word on a title; None takes it back."""
        with self._engine.begin() as connection:
            connection.execute(
                delete(opinions).where(opinions.c.person_id == person_id, opinions.c.title_id == title_id)
            )
            if verdict is None:
                return
            _ensure_person(connection, person_id)
            values = {"person_id": person_id, "title_id": title_id, "verdict": verdict.value, "rating": rating}
            connection.execute(insert(opinions).values(**values, time=self._clock()))

    def saved(self, person_id: str) -> tuple[str, ...]:
        """Ids of the titles that a person saved for later, the oldest first."""
        query = select(watchlist.c.title_id).where(watchlist.c.person_id == person_id).order_by(watchlist.c.time)
        with self._engine.connect() as connection:
            return tuple(connection.execute(query).scalars())

    def save(self, person_id: str, title_id: str, *, is_saved: bool) -> None:
        """Save a title for later, or take it off the list."""
        with self._engine.begin() as connection:
            connection.execute(
                delete(watchlist).where(watchlist.c.person_id == person_id, watchlist.c.title_id == title_id)
            )
            if is_saved:
                _ensure_person(connection, person_id)
                values = {"person_id": person_id, "title_id": title_id, "time": self._clock()}
                connection.execute(insert(watchlist).values(**values))

    def forget(self, person_id: str) -> None:
        """Erase everything kept about a person, from the files as well where the database is SQLite."""
        with self._engine.begin() as connection:
            connection.execute(delete(opinions).where(opinions.c.person_id == person_id))
            connection.execute(delete(watchlist).where(watchlist.c.person_id == person_id))
            connection.execute(delete(people).where(people.c.id == person_id))
        if self._engine.dialect.name == "sqlite":
            self._cut_log()

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def _cut_log(self) -> None:
        """secure_delete zeroed the pages; SQLite's write-ahead log still holds their older selves until it is cut.

        Raises:
            HistoryError: somebody reads the database without end, so the log cannot be cut now.
        """
        for _ in range(_CUTS_TRIED):
            with self._engine.connect() as connection:
                row = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
            if row[0] == 0:  # not blocked by a reader
                return
            time.sleep(_CUT_PAUSE)
        raise HistoryError("The database is in use, and traces of what was erased are left in its log. Try again.")

    def _keep(self, person_id: str, **values: str | None) -> None:
        with self._engine.begin() as connection:
            kept = connection.execute(update(people).where(people.c.id == person_id).values(**values))
            if kept.rowcount == 0:
                connection.execute(insert(people).values(id=person_id, **values))


def _ensure_person(connection: Connection, person_id: str) -> None:
    if connection.execute(select(people.c.id).where(people.c.id == person_id)).first() is None:
        connection.execute(insert(people).values(id=person_id))


def _prepare_sqlite(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "busy_timeout=5000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _migrate(engine: Engine) -> None:
    """Bring the tables up to date. Alembic is slow to import, so it is left alone where there is nothing to do."""
    with engine.connect() as connection:
        if inspect(connection).has_table("alembic_version"):
            version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
            if version == SCHEMA:
                return
            if version is not None and version > SCHEMA:
                raise HistoryError(f"A newer Usher wrote this database (schema {version}); this one knows {SCHEMA}.")
    from data.migrations import upgrade

    upgrade(engine)


def _without_password(url: str) -> str:
    try:
        return make_url(url).set(query={}).render_as_string(hide_password=True)
    except (SQLAlchemyError, ValueError):
        return "named by USHER_DATABASE"
