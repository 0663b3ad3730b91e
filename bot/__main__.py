"""The command line, and the composition root: the only place that builds concrete services."""

import logging
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot import doctor as examination
from bot import logs
from bot.conversation.conversation import Conversation
from bot.conversation.intents import IntentClassifier
from bot.conversation.turn import Speaker
from bot.settings import Settings, SettingsError
from data.catalog import Catalog
from data.errors import CatalogError, DataError
from data.history import History
from data.rows import COLUMNS
from retrieval.encoder import BatchingEncoder
from retrieval.errors import RetrievalError
from retrieval.serving import Shelf
from retrieval.versions import VersionStore

_log = logging.getLogger(__name__)
_stderr = Console(stderr=True, highlight=False)

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
catalog_app = typer.Typer(help="Catalogues: the shipped one, or one of your own.", no_args_is_help=True)
index_app = typer.Typer(help="Versions of the index.", no_args_is_help=True)
app.add_typer(catalog_app, name="catalog")
app.add_typer(index_app, name="index")

CatalogOption = Annotated[Path | None, typer.Option("--catalog", help="Catalogue file or folder.")]
HomeOption = Annotated[Path | None, typer.Option("--home", help="Where state lives.")]


@dataclass(frozen=True)
class Services:
    """Everything that a command may need, built when it is first asked for."""

    settings: Settings

    @cached_property
    def encoder(self) -> BatchingEncoder:
        """The encoder that the settings name; loads on first use."""
        return BatchingEncoder.of(self.settings.encoder)

    @cached_property
    def store(self) -> VersionStore:
        """Versions of the index in the home."""
        return VersionStore(self.settings.home / "index")

    @cached_property
    def shelf(self) -> Shelf:
        """What serves."""
        is_explicit = self.settings.catalog is not None
        return Shelf(self.store, self.encoder, self.settings.catalog_path, is_explicit)

    @cached_property
    def history(self) -> History:
        """What people told."""
        self.settings.home.mkdir(parents=True, exist_ok=True)
        return History.open(self.settings.database_url)

    @cached_property
    def conversation(self) -> Conversation:
        """What talks."""
        return Conversation(self.shelf, self.history, self.settings.language, IntentClassifier.over(self.encoder))


@app.callback(invoke_without_command=True)
def start(context: typer.Context) -> None:
    """A film and series companion. Without a command: the Telegram bot where a token is set, else the terminal chat."""
    if context.invoked_subcommand is None:
        if Settings.read().telegram_token:
            run()
        else:
            chat()


@app.command()
def chat(
    catalog: CatalogOption = None,
    home: HomeOption = None,
    user: Annotated[str, typer.Option(help="Whose talk it is.")] = "terminal",
    language: Annotated[str | None, typer.Option(help="en or zh.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="One JSON object a line, for programs.")] = False,
) -> None:
    """Talk in the terminal. No token, no network."""
    from bot import terminal

    services = _services(catalog, home, language=language)
    settings = services.settings
    is_admin = user == "terminal" or user in settings.admins
    speaker = Speaker(user, is_admin, language)
    services.encoder.start()
    with _progress("Preparing the index") as progress:
        services.shelf.prepare(progress)
    services.shelf.watch()
    if json_:
        terminal.chat_json(services.conversation, speaker, terminal.input_lines(), settings.admins)
    elif not sys.stdin.isatty():
        terminal.chat_lines(services.conversation, speaker, terminal.input_lines())
    else:
        terminal.chat(services.conversation, speaker)


@app.command()
def run(catalog: CatalogOption = None, home: HomeOption = None) -> None:
    """Run the Telegram bot."""
    services = _services(catalog, home)
    if services.settings.telegram_token is None:
        raise SettingsError("USHER_TELEGRAM_TOKEN is not set. @BotFather in Telegram gives you one; see the README.")
    from bot.telegram.application import run as run_bot

    def prepare() -> None:
        try:
            services.shelf.prepare()
            services.shelf.watch()
        except (DataError, RetrievalError) as error:
            _log.error("Nothing can be recommended: %s", error)

    def on_start() -> None:
        services.encoder.start()
        threading.Thread(target=prepare, name="prepare", daemon=True).start()

    run_bot(services.settings, services.conversation, on_start)


@app.command()
def doctor(catalog: CatalogOption = None, home: HomeOption = None) -> None:
    """Say what is configured and found, what is missing, and how to mend it."""
    services = _services(catalog, home)
    findings = examination.examine(services.settings, services.store)
    for finding in findings:
        typer.echo(f"{'ok  ' if finding.is_well else 'MEND'} {finding.subject}: {finding.text}")
    if not all(finding.is_well for finding in findings):
        raise typer.Exit(1)


@catalog_app.command()
def check(
    file: Annotated[Path, typer.Argument(help="Catalogue file or folder.")],
    catalog: CatalogOption = None,
    home: HomeOption = None,
) -> None:
    """Validate a catalogue, and name every bad row."""
    try:
        found = Catalog.read(file)
    except CatalogError as error:
        for problem in error.problems:
            typer.echo(str(problem))
        raise
    typer.echo(f"{file}: {len(found)} titles, all well.")


@catalog_app.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(help="Files or folders of one data set.")],
    out: Annotated[Path, typer.Option(help="The catalogue to write: .csv, .jsonl or .parquet.")],
    format_: Annotated[str | None, typer.Option("--format", help="spreadsheet, movielens, tmdb or imdb.")] = None,
    map_: Annotated[list[str] | None, typer.Option("--map", help="ours=theirs: a column and its name there.")] = None,
    min_votes: Annotated[int, typer.Option(help="Leave out titles with fewer votes.")] = 0,
    catalog: CatalogOption = None,
    home: HomeOption = None,
) -> None:
    """Convert a public data set or a spreadsheet to a catalogue; rejected rows go to PATH.rejected.jsonl."""
    from data.imports.importing import import_catalog
    from data.imports.source import Options

    options = Options(dict(_column_pair(pair) for pair in map_ or ()), min_votes)
    with _progress("Reading") as progress:
        report = import_catalog(files, out, format_, options, progress)
    typer.echo(
        f"{report.written} titles of {report.read} rows ({report.source}) in {out}; {report.rejected} rejected, "
        f"{report.joined} joined to another row, {report.clashes} clashing facts."
    )


def _column_pair(pair: str) -> tuple[str, str]:
    ours, separator, theirs = pair.partition("=")
    if not separator or ours not in COLUMNS:
        raise typer.BadParameter(f"--map takes ours=theirs with a column of the catalogue, not {pair!r}.")
    return ours, theirs


@catalog_app.command()
def compare(
    tables: Annotated[list[Path], typer.Argument(help="Tables that tell of the same titles; any kind of import.")],
    catalog: CatalogOption = None,
    home: HomeOption = None,
) -> None:
    """Print every title, year, minutes and directors on which a table differs and nothing else settles it."""
    from data.imports.comparing import compare

    found = Catalog.read(_services(catalog, home).settings.catalog_path)
    comparison = compare(found, tables)
    unsettled = [difference for difference in comparison.differences if difference.settled_by is None]
    for difference in unsettled:
        typer.echo(str(difference))
    settled = Counter(d.settled_by for d in comparison.differences if d.settled_by is not None)
    typer.echo(
        f"{comparison.facts} facts of {comparison.titles} titles compared, {len(comparison.differences)} differences: "
        f"{len(unsettled)} open, {settled.total()} settled for the catalogue."
    )
    for source, count in settled.most_common():
        typer.echo(f"{count:5}  {source}")
    if unsettled:
        raise typer.Exit(1)


@catalog_app.command()
def stats(catalog: CatalogOption = None, home: HomeOption = None) -> None:
    """Rows, coverage of each column, languages, countries, decades and genres."""
    from rich.table import Table

    from data.statistics import statistics

    found = Catalog.read(_services(catalog, home).settings.catalog_path)
    console = Console(highlight=False)
    console.print(f"{len(found)} titles of {found.source}")
    for heading, counts in statistics(found).items():
        table = Table(heading, "titles", "share", title_justify="left")
        for label, count in counts:
            table.add_row(label, str(count), f"{count / len(found):.0%}")
        console.print(table)


@index_app.command()
def build(catalog: CatalogOption = None, home: HomeOption = None) -> None:
    """Build a version of the index from the catalogue, and make it current."""
    services = _services(catalog, home)
    found = Catalog.read(services.settings.catalog_path)
    with _progress("Encoding", len(found)) as progress:
        name, _ = services.store.build(found, services.encoder, progress)
    typer.echo(f"Version {name} with {len(found)} titles is current.")


@index_app.command()
def status(catalog: CatalogOption = None, home: HomeOption = None) -> None:
    """Show the versions; the current one bears a star."""
    for version in _services(catalog, home).store.versions():
        mark = "*" if version.current else " "
        about = f"{version.manifest.count} titles of {version.manifest.source}" if version.manifest else "unreadable"
        typer.echo(f"{mark} {version.name}  {about}")


@index_app.command()
def rollback(catalog: CatalogOption = None, home: HomeOption = None) -> None:
    """Go back one version. A running bot follows."""
    typer.echo(f"Version {_services(catalog, home).store.rollback()} is current.")


def main() -> None:
    """Run the command line: exit 1 with one sentence where the work fails."""
    try:
        app()
    except (SettingsError, DataError, RetrievalError) as error:
        _fail(str(error))
    except Exception as error:
        if type(error).__module__.startswith("bot.telegram"):  # not imported unless the bot runs
            _fail(str(error))
        raise


def _fail(sentence: str) -> None:
    print(sentence, file=sys.stderr)
    sys.exit(1)


def _services(catalog: Path | None, home: Path | None, **given: object) -> Services:
    settings = Settings.read(catalog=catalog, home=home, **given)
    token = settings.telegram_token.get_secret_value() if settings.telegram_token else None
    logs.configure(settings.log_level, token)
    return Services(settings)


@contextmanager
def _progress(label: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """A bar on standard error; nothing where that is no terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_stderr, transient=True, disable=not _stderr.is_terminal) as bar:
        task = bar.add_task(label, total=total)
        yield lambda done: bar.advance(task, done)


if __name__ == "__main__":
    main()
