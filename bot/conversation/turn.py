"""One turn of a talk: who speaks, in which language, and what is known when they do."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.conversation.dialogue import Dialogue
from bot.conversation.reply import Button, Card, Intent, Reply
from bot.conversation.wording import Wording
from data.history import History, Opinion, Verdict
from data.title import Title
from retrieval.reasons import Because, Reason
from retrieval.recommender import Recommendation
from retrieval.request import Request
from retrieval.serving import Shelf

CLEAR = "clear"
"""The action that takes a verdict back."""

_CHOICES = 4
_VERDICTS = (Verdict.LIKE, Verdict.DISLIKE, Verdict.SEEN)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks.

    Args:
        id: of the person; everything kept is kept under it.
        is_admin: may reload and roll back.
        language: what their Telegram, or the command line, says they read.
    """

    id: str
    is_admin: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """What one turn works with; its acts return the Outcome."""

    speaker: Speaker
    dialogue: Dialogue
    wording: Wording
    shelf: Shelf
    history: History

    def outcome(self, intent: Intent, key: str, **values: str | float) -> "Outcome":
        """One sentence; the talk stands where it stood."""
        text = self.wording(key, **values)
        return Outcome(Reply(intent, text, self.wording.language, request=self.dialogue.request), self.dialogue)

    def opinions(self) -> tuple[Opinion, ...]:
        """What the speaker said of titles."""
        return self.history.opinions(self.speaker.id)

    def verdict_buttons(self, titles: Iterable[Title]) -> tuple[tuple[Button, ...], ...]:
        """A row for each title: like, dislike, seen; what was given is marked."""
        given = {opinion.title_id: opinion.verdict for opinion in self.opinions()}
        return tuple(
            tuple(self._verdict_button(verdict, title, number, given.get(title.id)) for verdict in _VERDICTS)
            for number, title in enumerate(titles, start=1)
        )

    def _verdict_button(self, verdict: Verdict, title: Title, number: int, given: Verdict | None) -> Button:
        label = self.wording(f"button-{verdict}", number=str(number))
        # The action says what is to hold after the press, so that a press that Telegram tells of twice counts once.
        is_given = verdict is given
        return Button(label, f"{CLEAR if is_given else verdict}:{title.handle}", is_given)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a turn comes to: the reply, and where the talk stands then.

    `keeps` is False where nothing about the person is to be kept.
    """

    reply: Reply
    dialogue: Dialogue = field(default_factory=Dialogue)
    keeps: bool = True

    def settled(self) -> "Outcome":
        """The dialogue remembers the reply's buttons and language."""
        dialogue = self.dialogue
        buttons = tuple(button for row in self.reply.buttons for button in row) or dialogue.buttons
        return replace(self, dialogue=replace(dialogue, buttons=buttons, language=self.reply.language))


def ask_which(turn: Turn, request: Request, choices: tuple[Title, ...], action: str = "pick") -> Outcome:
    """The question which of several titles was meant, with a button for each."""
    rows = []
    for title in choices[:_CHOICES]:
        name = turn.wording.name(title)
        label = turn.wording("ask-which-choice", name=name, year=str(title.year)) if title.year else name
        rows.append((Button(label, f"{action}:{title.handle}"),))
    intent = Intent.RECOMMEND if action == "pick" else Intent.DETAILS
    reply = Reply(intent, turn.wording("ask-which"), turn.wording.language, buttons=tuple(rows), request=request)
    return Outcome(reply, replace(turn.dialogue, request=request))


def card(found: Recommendation, wording: Wording) -> Card:
    """A recommendation as it is shown."""
    title = found.title
    return Card(title.id, title.title, wording.name(title), title.year, found.score, why(title, found.reason, wording))


def why(title: Title, reason: Reason, wording: Wording) -> str:
    """A reason as a sentence in the language of the talk."""
    if reason.because is Because.NOTHING:
        return ""
    if reason.because is Because.STORY:
        elements = (title.elements_zh if wording.language == "zh" else ()) or title.elements or title.elements_zh
        who = elements[0][:1].upper() + elements[0][1:]
        return wording("why-story", who=who, feeling=elements[4])
    is_people = reason.because in {Because.PEOPLE, Because.DIRECTOR, Because.CAST}
    details = wording.people(reason.details) if is_people else wording.keywords(reason.details)
    if reason.other is None:
        return wording("why-people" if is_people else "why-genres", details=details)
    key = "why-genres-with" if reason.because is Because.GENRES else f"why-{reason.because}"
    if is_people:
        return wording(key, details=details)
    return wording(key, details=details, other=wording.name(reason.other))
