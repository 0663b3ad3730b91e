"""The turn: understand, act, reply. Every surface talks to people through this."""

import logging
import traceback
from collections.abc import Callable
from dataclasses import replace

from bot.conversation import commands, feedback, narrowing, recommending, telling, watchlist
from bot.conversation.critiques import CRITIQUES
from bot.conversation.dialogue import Dialogue
from bot.conversation.phrases import BIRTH_YEAR, ERASES
from bot.conversation.reading import Change, Nudge, Reading
from bot.conversation.reply import Intent, Reply
from bot.conversation.turn import CLEAR, Outcome, Speaker, Turn
from bot.conversation.understanding import command_of, prepared, small_talk_of, understand
from bot.conversation.wording import Wording, language_of
from data.filters import Filters
from data.history import History, Verdict
from data.title import Title
from retrieval.request import Request
from retrieval.serving import Serving, Shelf

_log = logging.getLogger(__name__)

_ACTS: dict[Intent, Callable[[Turn, Serving, Reading], Outcome]] = {
    Intent.FEEDBACK: feedback.in_words,
    Intent.DETAILS: telling.details,
    Intent.COMPARE: telling.compare,
    Intent.EXPLAIN: telling.explain,
    Intent.WATCHLIST: watchlist.in_words,
}
"""What is done for an intent; everything else is a request for titles."""

_ANSWERS = frozenset(f"narrow-{name}-{answer}" for name, (answers, _) in narrowing.SPLITS.items() for answer in answers)
"""What buttons may say in a person's stead."""


class Conversation:
    """Answers people. Blocks while it thinks, so call it off the event loop; people may be answered in parallel,
    the turns of one person one after another.
    """

    def __init__(
        self,
        shelf: Shelf,
        history: History,
        default_language: str = "en",
        classify: Callable[[str], Intent] = lambda _: Intent.RECOMMEND,
    ) -> None:
        self._classify = classify
        self._shelf = shelf
        self._history = history
        self._default_language = default_language

    def reply(self, speaker: Speaker, text: str) -> Reply:
        """Answer a message. Whatever goes wrong inside becomes a sentence; nothing is raised."""
        message = prepared(text)
        written_in = None if message.startswith("/") else language_of(message)
        return self._turn(speaker, written_in, lambda turn: self._answer(turn, message, text))

    def press(self, speaker: Speaker, action: str, listed: tuple[str, ...] | None = None) -> Reply:
        """Answer a press of a button.

        Args:
            speaker: who pressed.
            action: the button's action; whatever it says is checked, as it may be forged.
            listed: handles of the titles beside the button; None means those of the latest list.
        """
        return self._turn(speaker, None, lambda turn: self._act(turn, action, listed))

    def pressed(self, speaker: Speaker, label: str) -> Reply:
        """Answer a press of the button of the latest reply that bears a label, with or without its mark."""
        dialogue = Dialogue.read(self._history.person(speaker.id).dialogue)
        button = next((button for button in dialogue.buttons if label in {button.label, button.marked}), None)
        return self.press(speaker, button.action) if button else self.sentence(speaker, Intent.UNCLEAR, "button-stale")

    def sentence(self, speaker: Speaker, intent: Intent, key: str) -> Reply:
        """One sentence of the locales, in the speaker's language."""
        return self._turn(speaker, None, lambda turn: turn.outcome(intent, key))

    def _turn(self, speaker: Speaker, written_in: str | None, act: Callable[[Turn], Outcome]) -> Reply:
        turn = None
        try:
            person = self._history.person(speaker.id)
            dialogue = Dialogue.read(person.dialogue)
            spoken = written_in or person.language or dialogue.language or speaker.language or self._default_language
            turn = Turn(speaker, dialogue, Wording.of(spoken), self._shelf, self._history)
            outcome = act(turn).settled()
            if outcome.keeps:
                self._history.keep_dialogue(speaker.id, outcome.dialogue.written())
            return outcome.reply
        except Exception as error:  # noqa: BLE001 - the last line of defence: a person never sees a traceback
            # The traceback may hold what the person wrote, so only the place and kind of the fault are logged.
            place = traceback.extract_tb(error.__traceback__)[-1]
            _log.error("A turn failed: %s at %s:%s", type(error).__name__, place.filename, place.lineno)
            wording = turn.wording if turn else Wording.of(speaker.language or self._default_language)
            return Reply(Intent.UNCLEAR, wording("trouble"), wording.language)

    def _answer(self, turn: Turn, message: str, original: str) -> Outcome:
        command = command_of(original)
        if command:
            return self._command(turn, command)
        small_talk = small_talk_of(message)
        if small_talk:
            return self._small_talk(turn, small_talk)
        serving = self._shelf.serving()
        reading = _born(turn, message) or understand(message, serving.mentions)
        if reading.is_open:
            reading = self._classified(reading, message)
        return self._act_on(turn, serving, reading)

    def _act_on(self, turn: Turn, serving: Serving, reading: Reading) -> Outcome:
        match reading.intent:
            case Intent.SETTINGS:
                return commands.reset(turn, "")
            case Intent.PRIVACY:
                return (commands.forget if reading.removes else commands.privacy)(turn, "")
            case Intent.ANALYSE | Intent.SYNOPSIS | Intent.INVENT:
                return turn.outcome(reading.intent, f"not-yet-{reading.intent}")
            case Intent.UNCLEAR:
                return turn.outcome(Intent.UNCLEAR, "off-topic")
            case Intent.HELP | Intent.HISTORY | Intent.SMALLTALK:
                return self._small_talk(turn, replace(reading, topic="films"))
            case _:
                return _ACTS.get(reading.intent, recommending.recommend)(turn, serving, reading)

    def _classified(self, reading: Reading, message: str) -> Reading:
        """A reading that no rule is sure of, with the intent that the classifier gives it."""
        intent = self._classify(message)
        return reading if intent is Intent.RECOMMEND else Reading(intent, removes=bool(ERASES.search(message)))

    def _command(self, turn: Turn, reading: Reading) -> Outcome:
        known = commands.COMMANDS | (commands.ADMIN_COMMANDS if turn.speaker.is_admin else {})
        act = known.get(reading.topic)
        if act is None:
            return turn.outcome(Intent.UNCLEAR, "unclear-command", command=f"/{reading.topic[:32]}")
        return act(turn, reading.argument)

    def _small_talk(self, turn: Turn, reading: Reading) -> Outcome:
        match reading.intent:
            case Intent.HELP:
                return commands.help_(turn)
            case Intent.HISTORY:
                return feedback.history(turn, self._shelf.serving())
            case Intent.SETTINGS:
                return commands.language(turn, reading.argument)
            case Intent.SMALLTALK:
                return turn.outcome(Intent.SMALLTALK, f"smalltalk-{reading.topic}")
            case _:
                return turn.outcome(Intent.UNCLEAR, "unclear")

    def _act(self, turn: Turn, action: str, listed: tuple[str, ...] | None) -> Outcome:
        name, _, argument = action.partition(":")
        if name == "forget":
            return commands.forget_all(turn)
        if name == "language":
            return commands.language(turn, argument)
        serving = self._shelf.serving()
        if name == "more":
            return recommending.more(turn, serving)
        if name == "drop":
            return recommending.without_chip(turn, serving, action)
        if name == "critique" and argument in CRITIQUES:
            return recommending.recommend(turn, serving, _critique(turn, argument))
        if name == "say" and argument in _ANSWERS:
            # What an answer stands for is what a person may say, so it is read as if they had said it.
            return recommending.recommend(turn, serving, understand(prepared(turn.wording(argument)), serving.mentions))
        title = serving.catalog.by_handle(argument)
        if title is None:
            return turn.outcome(Intent.FEEDBACK, "feedback-gone")
        if name in {*Verdict, CLEAR}:
            titles = self._beside(turn, serving, listed)
            verdict = None if name == CLEAR else Verdict(name)
            return feedback.press(turn, verdict, title, titles if title in titles else (title,))
        acts = {"pick": recommending.similar, "similar": recommending.more_like}
        if name in acts:
            return acts[name](turn, serving, title)
        if name == "details":
            return telling.about_title(turn, title)
        if name in {"save", "unsave"}:
            return watchlist.save(turn, (title,), is_saved=name == "save")
        return turn.outcome(Intent.UNCLEAR, "button-stale")

    @staticmethod
    def _beside(turn: Turn, serving: Serving, handles: tuple[str, ...] | None) -> tuple[Title, ...]:
        """The titles beside a pressed button."""
        if handles is None:
            return feedback.listed_titles(turn, serving)
        return tuple(title for handle in handles if (title := serving.catalog.by_handle(handle)))


def _critique(turn: Turn, name: str) -> Reading:
    """A critique of the list as a reading: a comparison that has a figure, or else a word for the encoder."""
    if name in set(Nudge):
        return Reading(Intent.RECOMMEND, change=Change.REFINE, nudges=(Nudge(name),))
    return Reading(Intent.RECOMMEND, Request(about=turn.wording(f"critique-{name}")), change=Change.REFINE)


def _born(turn: Turn, message: str) -> Reading | None:
    """The year that answers the question when somebody was born."""
    match = BIRTH_YEAR.fullmatch(message.strip(" .!。！")) if turn.dialogue.awaits == "born" else None
    if match is None:
        return None
    year = int(match["year"] or match["zh"])
    year += 0 if year > 100 else 1900 if year > 30 else 2000
    filters = Filters(years=(None, year - 1))
    return Reading(Intent.RECOMMEND, Request(filters=filters), change=Change.REFINE)
