"""How recorded talks are held against what was read: one verdict a turn. See README.md for their form."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.conversation.conversation import Conversation
from bot.conversation.reply import Intent, Reply
from bot.conversation.turn import Speaker
from bot.terminal import understood
from data.catalog import Catalog
from data.history import History
from retrieval.lexicon import HAN
from retrieval.places import REGION_WORDS

FOLDER = Path(__file__).parent

# Countries that count as one: what is no more, and what came after it.
_SAME = {"SUHH": "RU", "CSHH": "CZ", "YUCS": "RS", "DDDE": "DE"}
_LISTS = ("genres", "people", "countries", "languages", "keywords")
_ABOUT = ("about", "not_about")
_TOLD, _ENOUGH = 5, 0.8
# Words without content, left out on both sides when the free text is compared.
_LIGHT = frozenset(
    re.findall(
        r"[a-z]+|[\u3400-\u9fff]",
        """
        a an the and or but of for in on at to with from by as is are was be been it its his her their them they he she
        who that which where when while after before into up out off over one some him my me i you we our your this
        these those so very really too just then there not no have has had do does did can get gets got will would
        about if than all any own each both more most like movie film show something while only
        的了着过在是有和与及跟被把给对从到上下里中又也都就很个只为一这那他她它们我你人去来会能要想得地之以吧吗
        什么怎样没不都男女们个部
        """,
    )
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A turn, and what was not read as it must be; nothing where all was."""

    talk: int
    language: str
    tags: tuple[str, ...]
    say: str
    is_first: bool
    faults: tuple[str, ...]


def talks(path: Path) -> list[dict[str, Any]]:
    """The talks of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def judge(
    recorded: Iterable[dict[str, Any]], conversation: Conversation, history: History, catalog: Catalog
) -> Iterator[Verdict]:
    """Talk every talk, each by a person of its own, and judge every turn."""
    names = _names(catalog)
    for number, talk in enumerate(recorded, start=1):
        speaker = Speaker(f"talk-{number}")
        listed: tuple[str, ...] = ()
        held: dict[str, str] = {}  # what "#2" in an earlier request meant, which goes on to mean that
        for place, turn in enumerate(talk["turns"]):
            before = {opinion.title_id: opinion.verdict for opinion in history.opinions(speaker.id)}
            reply = conversation.reply(speaker, turn["say"])
            after = {opinion.title_id: opinion.verdict for opinion in history.opinions(speaker.id)}
            changed = {after.get(i) for i in {*before, *after} if before.get(i) != after.get(i)}
            told = [
                name
                for slot in ("like", "unlike")
                for name in turn.get("understood", {}).get(slot, ())
                if name[0] == "#"
            ]
            held = {name: held.get(name) or _ids([name], listed, names)[0] for name in told}
            faults = tuple(_faults(turn, reply, listed, names | held, changed))
            yield Verdict(number, talk.get("lang", "en"), tuple(talk.get("tags", ())), turn["say"], place == 0, faults)
            listed = tuple(card.title_id for card in reply.cards) or listed


def _faults(
    turn: dict[str, Any], reply: Reply, listed: tuple[str, ...], names: dict[str, str], changed: set[Any]
) -> Iterator[str]:
    intent = turn.get("intent")
    if intent and reply.intent != intent:
        yield f"intent: {reply.intent}, not {intent}"
    if "understood" in turn:
        yield from _slots(turn["understood"], understood(reply.request), listed, names)
    if "on" in turn and intent != Intent.RECOMMEND:
        expected = _ids(turn["on"], listed, names)
        if not any(name.startswith("#") for name in expected) and set(reply.subjects) != set(expected):
            yield f"on: {_shown(reply.subjects, names)}, not {turn['on']}"
    verdict = turn.get("verdict")
    if verdict and verdict != "undo" and verdict not in changed and changed:
        yield f"verdict: {changed}, not {verdict}"
    shown = {names.get(card.title_id, card.title_id) for card in reply.cards} | {card.title for card in reply.cards}
    if shown & set(turn.get("never", ())):
        yield f"listed: {shown & set(turn['never'])}"
    if len(reply.cards) < turn.get("lists", 0):
        yield f"only {len(reply.cards)} titles"


def _slots(
    expected: dict[str, Any], read: dict[str, Any], listed: tuple[str, ...], names: dict[str, str]
) -> Iterator[str]:
    for slot in sorted({*expected, *read}):
        wanted, got = expected.get(slot), read.get(slot)
        if slot in {"like", "unlike"}:
            if set(_ids(wanted or (), listed, names)) != set(got or ()):
                yield f"{slot}: {_shown(got or (), names)}, not {wanted}"
        elif slot in _ABOUT:
            if not _alike(content_words(wanted or ""), content_words(got or "")):
                yield f"{slot}: {got!r}, not {wanted!r}"
        elif not _same(slot, wanted, got):
            yield f"{slot}: {got}, not {wanted}"


def _same(slot: str, wanted: Any, got: Any) -> bool:
    if slot.removeprefix("not_") in _LISTS:
        return _plain(slot, wanted or ()) == _plain(slot, got or ())
    if slot in {"years", "minutes"}:
        return wanted is not None and got is not None and all(map(_fits, wanted, got))
    return _fits(wanted, got)


def _fits(wanted: Any, got: Any) -> bool:
    if wanted == "*":
        return got is not None
    if isinstance(wanted, str) and (now := re.fullmatch(r"now(-\d+)?", wanted)):
        return bool(got == date.today().year + int(now[1] or 0))
    return bool(wanted == got)


def _plain(slot: str, values: Iterable[str]) -> set[str]:
    """Values without regard to order; regions spelled out, countries that count as one made one."""
    plain: set[str] = set()
    for value in values:
        region = next((codes for codes, words in REGION_WORDS.items() if value.casefold() in words), None)
        plain |= set(region) if region and slot.endswith("countries") else {value}
    return {_SAME.get(value, value) for value in plain} if slot.endswith("countries") else plain


def _alike(wanted: set[str], got: set[str]) -> bool:
    """Whether free text says the same: the same content words; of a plot told, four fifths of them both ways."""
    shared = len(wanted & got)
    if len(wanted) < _TOLD:
        return wanted == got
    return shared >= _ENOUGH * len(wanted) and shared >= _ENOUGH * len(got)


def content_words(text: str) -> set[str]:
    """The content words of free text, by which it is compared; Chinese by characters, as its words have no edges."""
    words: set[str] = set()
    for word in re.findall(r"[a-z0-9'’]+|[\u3400-\u9fff]+", text.casefold()):
        if HAN.search(word):
            words |= {character for character in word if character not in _LIGHT}
        elif (bare := word.strip("-'’").removesuffix("'s")) and bare not in _LIGHT:
            words.add(bare)
    return words


def _names(catalog: Catalog) -> dict[str, str]:
    """Name, and name with year → id; and id → name."""
    names: dict[str, str] = {}
    for title in catalog:
        names[title.title] = title.id
        names[f"{title.title} ({title.year})"] = title.id
        names[title.id] = title.title
    return names


def _ids(named: Iterable[str], listed: tuple[str, ...], names: dict[str, str]) -> list[str]:
    found = []
    for name in named:
        place = None if name in names else re.fullmatch(r"#(\d)", name)
        found.append(listed[int(place[1]) - 1] if place and int(place[1]) <= len(listed) else names.get(name, name))
    return found


def _shown(ids: Iterable[str], names: dict[str, str]) -> list[str]:
    return [names.get(i, i) for i in ids]
