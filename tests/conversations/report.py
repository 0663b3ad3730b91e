"""How well talks are read, by language and phenomenon: `python -m tests.conversations.report [FILE...]`.

Without files the recorded talks are judged and REPORT.md beside this file is written; with files only printed.
"""

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.conversation.conversation import Conversation
from bot.conversation.intents import IntentClassifier
from bot.conversation.understanding import prepared, small_talk_of, understand
from data.catalog import SHIPPED
from data.history import History
from retrieval.encoder import TwoHalvesEncoder
from retrieval.serving import Shelf
from retrieval.versions import VersionStore
from tests.conftest import FakeEncoder
from tests.conversations.reading import FOLDER, Verdict, judge, talks

_HOME = Path(tempfile.gettempdir()) / "usher-report-of-talks"  # keeps the index from one report to the next


def main(paths: Sequence[str]) -> int:
    """Judge, and print or write."""
    files = [Path(path) for path in paths] or sorted(FOLDER.glob("*.jsonl"))
    # What is judged is the reading, not the titles found, so the index may be made by any encoder.
    encoder = TwoHalvesEncoder.load()
    shelf = Shelf(VersionStore(_HOME / "index"), FakeEncoder(), SHIPPED)
    shelf.prepare()
    verdicts: list[Verdict] = []
    for file in files:
        with tempfile.TemporaryDirectory() as folder:
            history = History.open(f"sqlite:///{folder}/people.db")
            conversation = Conversation(shelf, history, "en", IntentClassifier.over(encoder))
            verdicts += judge(talks(file), conversation, history, shelf.serving().catalog)
            history.close()
    text = _report(verdicts, _median_ms(shelf, [verdict.say for verdict in verdicts]))
    if paths:
        print(text)
    else:
        (FOLDER / "REPORT.md").write_text(text, encoding="utf-8")
        print(f"Written: {FOLDER / 'REPORT.md'}")
    return 0


def _median_ms(shelf: Shelf, says: Iterable[str]) -> float:
    """Of reading one message, without the encoder."""
    mentions = shelf.serving().mentions
    times = []
    for say in says:
        started = time.perf_counter()
        message = prepared(say)
        _ = small_talk_of(message) or understand(message, mentions)
        times.append(time.perf_counter() - started)
    return 1000 * sorted(times)[len(times) // 2]


def _report(verdicts: Sequence[Verdict], median: float) -> str:
    right = sum(not verdict.faults for verdict in verdicts)
    lines = [
        "# How well talks are read",
        "",
        f"{len({(v.language, v.talk) for v in verdicts})} talks, {len(verdicts)} turns, {right} read right"
        f" ({right / len(verdicts):.1%}); a message is read in {median:.1f} ms at the median, without the encoder.",
        "A turn is right where its intent and every slot are, and the free text has the same content words.",
        "",
        *_table("", [("all turns", verdicts)]),
        *_table("language", [(name, [v for v in verdicts if v.language == name]) for name in ("en", "zh")]),
        *_table(
            "turn",
            [("first", [v for v in verdicts if v.is_first]), ("later", [v for v in verdicts if not v.is_first])],
        ),
        *_table("phenomenon", [(tag, [v for v in verdicts if tag in v.tags]) for tag in _tags(verdicts)]),
    ]
    wrong = [v for v in verdicts if v.faults]
    if wrong:
        lines += ["## Not read right", "", *(f"- {v.say}: {'; '.join(v.faults)}" for v in wrong)]
    return "\n".join(lines).rstrip() + "\n"


def _tags(verdicts: Iterable[Verdict]) -> list[str]:
    counts = Counter(tag for verdict in verdicts for tag in verdict.tags)
    return [tag for tag, _ in counts.most_common()]


def _table(name: str, groups: Iterable[tuple[str, Sequence[Verdict]]]) -> list[str]:
    rows = [f"| {name} | turns | right |", "| --- | --- | --- |"]
    for group, held in groups:
        if held:
            rows.append(f"| {group} | {len(held)} | {sum(not v.faults for v in held) / len(held):.1%} |")
    return [*rows, ""]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
