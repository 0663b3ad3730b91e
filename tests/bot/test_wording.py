"""Both languages say everything, and the code asks for nothing that they do not say."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.conversation import phrases, wording
from bot.conversation.commands import ADMIN_COMMANDS, COMMANDS
from bot.conversation.critiques import CRITIQUES
from bot.conversation.narrowing import SPLITS
from bot.conversation.wording import LANGUAGES, Wording, language_of
from data.filters import RANGES
from data.history import Verdict
from data.keywords import GENRES_ZH
from data.title import GENRES
from retrieval.reasons import Because
from retrieval.request import Sort

ROOM = Path(wording.__file__).parent.parent


class _Values(Visitor):
    """Collects the values that a sentence needs, also in a choice between singular and plural."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - as the parser calls it
        self.names.add(node.id.name)


def messages(language: str) -> dict[str, set[str]]:
    """Key → names of the values that its sentence needs."""
    text = (ROOM / "conversation" / "locales" / f"{language}.ftl").read_text(encoding="utf-8")
    resource = FluentParser().parse(text)
    assert not [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    found = {}
    for entry in resource.body:
        if isinstance(entry, ast.Message):
            assert entry.value is not None
            values = _Values()
            values.visit(entry.value)
            found[entry.id.name] = values.names
    return found


def test_both_languages_have_the_same_sentences_with_the_same_values() -> None:
    assert messages("en") == messages("zh")


def test_every_sentence_asked_for_exists_and_every_sentence_is_asked_for() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in ROOM.rglob("*.py"))
    made = {f"{kind}-{verdict}" for verdict in Verdict for kind in ("button", "feedback", "history")}
    made |= {f"menu-{name}" for name in (*COMMANDS, *ADMIN_COMMANDS)} | {f"why-{because}" for because in Because}
    made |= {f"smalltalk-{kind}" for kind in ("hello", "thanks", "bye", "fine", "who", "films")} | {"feedback-undone"}
    made |= {f"chip-sort-{sort}" for sort in Sort} | {f"narrow-{name}" for name in SPLITS}
    made |= {f"narrow-{name}-{answer}" for name, (answers, _) in SPLITS.items() for answer in answers}
    made |= {f"chip-{column}-{kind}" for column in RANGES for kind in ("from", "to", "between")}
    made |= {f"chip-{kind}" for kind in ("like", "unlike", "not", "movie", "series")}
    made |= {f"chip-{column}" for column in ("min_rating", "min_votes", "max_votes")}
    made |= {f"critique-{name}" for name in CRITIQUES} | {f"compare-{topic}" for topic, _ in phrases.COMPARED}
    made |= {f"answer-{topic}" for topic, _ in phrases.QUESTIONS if topic not in {"", "story"}}
    made |= {f"not-yet-{intent}" for intent in ("analyse", "synopsis", "invent")}
    made |= {"button-save", "button-unsave"}
    made -= {"why-nothing"}
    asked = {key for key in messages("en") if re.search(rf'"{key}"', code)}
    assert set(messages("en")) == asked | made


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said(language: str) -> None:
    for key, names in messages(language).items():
        text = Wording.of(language)(key, **dict.fromkeys(names, "○"))
        assert text.count("○") >= len(names)
        assert "{" not in text


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        Wording.of("en")("list-like")


def test_every_genre_has_a_chinese_name() -> None:
    assert set(GENRES_ZH) == set(GENRES)


@pytest.mark.parametrize(
    ("text", "language"), [("hello", "en"), ("你好", "zh"), ("类似Inception的", "zh"), ("123 🙂", None), ("", None)]
)
def test_the_language_of_a_message(text: str, language: str | None) -> None:
    assert language_of(text) == language
