"""The database of people: opinions, forgetting to the last byte, threads, and its schema."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from data.errors import HistoryError
from data.history import SCHEMA, History, Opinion, Person, Verdict, metadata
from data.migrations import configuration, upgrade

FIRST, SECOND, THIRD = "tt0000001", "tt0000002", "tt0000003"


@pytest.fixture
def ticking(tmp_path: Path) -> History:
    """A history whose clock says 1.0, 2.0, … at each opinion."""
    engine = create_engine(f"sqlite:///{tmp_path / 'ticking.sqlite'}")
    upgrade(engine)
    ticks = count(1)
    return History(engine, clock=lambda: float(next(ticks)))


def test_nothing_is_known_of_a_stranger(history: History) -> None:
    assert history.person("ann") == Person("ann")
    assert history.opinions("ann") == ()


def test_opinions_come_in_the_order_they_were_given(ticking: History) -> None:
    ticking.judge("ann", THIRD, Verdict.LIKE)
    ticking.judge("ann", FIRST, Verdict.DISLIKE)
    ticking.judge("ann", SECOND, Verdict.SEEN, rating=3.5)
    assert ticking.opinions("ann") == (
        Opinion(THIRD, Verdict.LIKE, None, 1.0),
        Opinion(FIRST, Verdict.DISLIKE, None, 2.0),
        Opinion(SECOND, Verdict.SEEN, 3.5, 3.0),
    )


def test_the_latest_word_on_a_title_counts_and_is_the_newest(ticking: History) -> None:
    ticking.judge("ann", FIRST, Verdict.LIKE, rating=5)
    ticking.judge("ann", SECOND, Verdict.LIKE)
    ticking.judge("ann", FIRST, Verdict.DISLIKE)
    assert ticking.opinions("ann") == (
        Opinion(SECOND, Verdict.LIKE, None, 2.0),
        Opinion(FIRST, Verdict.DISLIKE, None, 3.0),
    )


def test_an_opinion_can_be_taken_back(history: History) -> None:
    history.judge("ann", FIRST, Verdict.LIKE)
    history.judge("ann", SECOND, Verdict.LIKE)
    history.judge("ann", FIRST, None)
    history.judge("ann", THIRD, None)
    assert [opinion.title_id for opinion in history.opinions("ann")] == [SECOND]


def test_people_are_kept_apart(history: History) -> None:
    history.judge("ann", FIRST, Verdict.LIKE)
    history.judge("bo", FIRST, Verdict.DISLIKE)
    history.judge("bo", FIRST, None)
    assert [opinion.verdict for opinion in history.opinions("ann")] == [Verdict.LIKE]
    assert history.opinions("bo") == ()


def test_language_and_dialogue_are_kept_beside_each_other(history: History) -> None:
    history.keep_language("ann", "zh")
    history.keep_dialogue("ann", '{"turn": 1}')
    assert history.person("ann") == Person("ann", "zh", '{"turn": 1}')
    history.keep_language("ann", None)
    assert history.person("ann") == Person("ann", None, '{"turn": 1}')


def test_what_is_kept_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'usher.sqlite'}"
    first = History.open(url)
    first.keep_language("安", "zh")
    first.judge("安", FIRST, Verdict.LIKE, rating=4.5)
    first.close()
    second = History.open(url)
    assert second.person("安").language == "zh"
    assert [(o.title_id, o.rating) for o in second.opinions("安")] == [(FIRST, 4.5)]


MARKER = "zyzzyva"


def bytes_of(folder: Path) -> bytes:
    """Everything that the files of the database hold: itself, its write-ahead log and its shared memory."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob("usher.sqlite*")))


def test_to_forget_leaves_no_row_and_no_byte(tmp_path: Path, history: History) -> None:
    history.keep_dialogue("bo", "another's words")
    history.judge("bo", FIRST, Verdict.LIKE)
    for turn in range(40):  # long dialogues overflow their page; earlier ones lie in the log and in freed pages
        history.keep_dialogue(f"ann-{MARKER}", f"{MARKER} {turn} " * 60 * (turn % 7 + 1))
    for number in range(200):
        history.judge(f"ann-{MARKER}", f"tt{number}-{MARKER}", Verdict.LIKE)
    assert MARKER.encode() in bytes_of(tmp_path)

    history.forget(f"ann-{MARKER}")

    assert MARKER.encode() not in bytes_of(tmp_path)
    assert history.person(f"ann-{MARKER}") == Person(f"ann-{MARKER}")
    assert history.opinions(f"ann-{MARKER}") == ()
    with closing(sqlite3.connect(tmp_path / "usher.sqlite")) as connection:
        assert connection.execute("SELECT id FROM people").fetchall() == [("bo",)]
        assert connection.execute("SELECT person_id FROM opinions").fetchall() == [("bo",)]


def test_to_forget_a_stranger_is_no_error(history: History) -> None:
    history.judge("bo", FIRST, Verdict.LIKE)
    history.forget("ann")
    assert len(history.opinions("bo")) == 1


def test_two_threads_at_once_lose_nothing(history: History) -> None:
    def talk(person: str) -> None:
        for number in range(40):
            history.judge(person, f"tt{number}", Verdict.LIKE)
            history.judge("both", f"{person}-{number}", Verdict.SEEN)
            history.keep_dialogue("both", person)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(talk, ("ann", "bo")))
    assert [len(history.opinions(person)) for person in ("ann", "bo", "both")] == [40, 40, 80]
    assert history.person("both").dialogue in {"ann", "bo"}


def test_two_programs_share_one_file(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'usher.sqlite'}"
    one, other = History.open(url), History.open(url)

    def talk(number: int) -> None:
        (one if number % 2 else other).judge("ann", f"tt{number}", Verdict.LIKE)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(talk, range(60)))
    assert len(one.opinions("ann")) == len(other.opinions("ann")) == 60


class TestSchema:
    def test_the_newest_revision_is_the_one_the_program_knows(self) -> None:
        assert ScriptDirectory.from_config(configuration()).get_current_head() == SCHEMA

    def test_migrated_tables_are_those_the_program_uses(self, tmp_path: Path) -> None:
        engine = create_engine(f"sqlite:///{tmp_path / 'usher.sqlite'}")
        upgrade(engine)
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert compare_metadata(context, metadata) == []
        engine.dispose()

    def test_a_file_of_a_newer_program_is_refused_and_left_alone(self, tmp_path: Path) -> None:
        path = tmp_path / "usher.sqlite"
        History.open(f"sqlite:///{path}").close()
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(HistoryError, match=r"newer Usher wrote this database \(schema 9999\)"):
            History.open(f"sqlite:///{path}")
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+nothing://ann:s3cret@host/usher",
        "postgresql+nothing://host/usher?password=s3cret",
        "postgresql://ann:s3cret@host:port/usher",
        "s3cret",
        "",
    ],
)
def test_what_cannot_be_opened_is_said_without_the_password(url: str) -> None:
    with pytest.raises(HistoryError, match="cannot be opened") as caught:
        History.open(url)
    assert "s3cret" not in str(caught.value)


def test_the_place_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "usher.sqlite"
    with pytest.raises(HistoryError, match=r"missing/usher\.sqlite cannot be opened"):
        History.open(f"sqlite:///{path}")
    (tmp_path / "text.sqlite").write_text("This is no database." * 100, encoding="utf-8")
    with pytest.raises(HistoryError, match=r"text\.sqlite cannot be opened"):
        History.open(f"sqlite:///{tmp_path / 'text.sqlite'}")
