"""The real bot as a process of its own."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from data.catalog import Catalog
from tests.conftest import TITLES
from tests.end_to_end.bot_api import BotApi

ROOT = Path(__file__).parents[2]
SECRET = "AAHe2eSECRETsecretSECRETsecretSECRET"
TOKEN = f"123456:{SECRET}"
ADMIN = 900


def write_catalog(path: Path, count: int = len(TITLES)) -> Path:
    """The tests' tiny catalogue, or the first titles of it, as a file."""
    Catalog(TITLES[:count], "tests").write(path)
    return path


@dataclass
class Usher:
    """Usher's command line over one home, and the bot where it runs."""

    home: Path
    api_address: str
    token: str = TOKEN
    log_level: str = "INFO"
    process: subprocess.Popen[bytes] | None = None
    launched: float = 0.0
    environment: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path, api: BotApi) -> "Usher":
        """A home in a folder, with the tiny catalogue beside it."""
        write_catalog(folder / "catalog.jsonl")
        return cls(folder / "home", api.address)

    @property
    def catalog(self) -> Path:
        """The catalogue that is configured."""
        return self.home.parent / "catalog.jsonl"

    @property
    def output(self) -> str:
        """Everything that the bot has printed so far."""
        return self._output_file.read_text(encoding="utf-8", errors="replace")

    def start(self) -> "Usher":
        """Launch the bot; it is not yet ready when this returns."""
        self.launched = time.monotonic()
        with self._output_file.open("ab") as stream:
            self.process = subprocess.Popen(
                self._command("run"), cwd=ROOT, env=self._environment(), stdout=stream, stderr=subprocess.STDOUT
            )
        return self

    def stop(self, signal_number: int = signal.SIGTERM, timeout: float = 30) -> int:
        """Send the bot a signal; its exit status."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(signal_number)
        return self.wait(timeout)

    def wait(self, timeout: float = 30) -> int:
        """Wait until the bot ends by itself; its exit status."""
        assert self.process is not None
        try:
            return self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def kill(self) -> None:
        """kill -9."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run another command of Usher over the same home."""
        return subprocess.run(
            self._command(*arguments),
            cwd=ROOT,
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    @property
    def _output_file(self) -> Path:
        return self.home.parent / "output.txt"

    @staticmethod
    def _command(*arguments: str) -> list[str]:
        return [sys.executable, "-m", "bot", *arguments]

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HF_HUB_OFFLINE": "1",
            "USHER_TELEGRAM_TOKEN": self.token,
            "USHER_TELEGRAM_API": self.api_address,
            "USHER_HOME": str(self.home),
            "USHER_CATALOG": str(self.catalog),
            "USHER_ADMINS": str(ADMIN),
            "USHER_ALLOWED": "",
            "USHER_LOG_LEVEL": self.log_level,
            **self.environment,
        }
