"""Turns over the tiny catalogue: what is answered, what is kept, what never comes back."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.conversation.conversation import Conversation
from bot.conversation.reply import Intent, Reply
from bot.conversation.turn import Speaker
from data.catalog import Catalog
from data.history import History, Verdict
from retrieval.serving import Shelf
from tests.conftest import TITLES, write_rows

ANNA = Speaker("anna")
ADMIN = Speaker("1", is_admin=True)
NAMES = {title.title for title in TITLES}


def names(reply: Reply) -> list[str]:
    return [card.title for card in reply.cards]


def ids(reply: Reply) -> list[str]:
    return [card.title_id for card in reply.cards]


def press(conversation: Conversation, label: str, speaker: Speaker = ANNA) -> Reply:
    reply = conversation.pressed(speaker, label)
    assert "no such button" not in reply.text, label
    return reply


def test_a_list_is_like_the_title_named_and_does_not_hold_it(conversation: Conversation) -> None:
    reply = conversation.reply(ANNA, "something like Robots at Dawn")
    assert reply.intent is Intent.RECOMMEND
    assert reply.request.like == ("tt0000005",)
    assert names(reply)[0] == "Iron Sky Road"  # the same director, an actor and a theme
    assert "Robots at Dawn" not in names(reply)
    assert reply.cards[0].why == "Also by Sam Reed"


def test_a_chinese_message_gets_a_chinese_reply(conversation: Conversation) -> None:
    reply = conversation.reply(ANNA, "类似黎明机器人的电影")
    assert reply.language == "zh"
    assert reply.cards[0].name == "铁天路"


def test_an_ambiguous_title_is_asked_back_and_the_rest_is_kept(conversation: Conversation) -> None:
    reply = conversation.reply(ANNA, "something like The Moon Garden but not horror")
    assert reply.cards == ()
    assert [button.label for row in reply.buttons for button in row] == [
        "The Moon Garden (2001)",
        "The Moon Garden (1951)",
    ]
    chosen = press(conversation, "The Moon Garden (2001)")
    assert chosen.request.like == ("tt0000007",)
    assert chosen.request.filters.not_genres == ("horror",)
    assert "Night of Wires" not in names(chosen)


def test_a_year_settles_which_title_is_meant(conversation: Conversation) -> None:
    reply = conversation.reply(ANNA, "like The Moon Garden (1951)")
    assert reply.request.like == ("tt0000008",)


def test_more_shows_every_title_once_and_then_says_that_it_is_over(conversation: Conversation) -> None:
    first = names(conversation.reply(ANNA, "something like Heat"))
    second = names(conversation.reply(ANNA, "more"))
    assert len(first) == 5
    assert len(second) == 4
    assert not set(first) & set(second)
    assert conversation.reply(ANNA, "more").text.startswith("That was all")


def test_more_before_any_list_says_so(conversation: Conversation) -> None:
    assert "no list yet" in conversation.reply(ANNA, "more").text


def test_a_like_moves_the_list(conversation: Conversation) -> None:
    before = names(conversation.reply(ANNA, "recommend something"))
    conversation.reply(ANNA, "I loved Paper Tigers")
    after = names(conversation.reply(ANNA, "recommend something"))
    assert before != after
    assert "Paper Tigers" not in after


def test_a_press_is_kept_marked_and_taken_back_by_the_same_press(conversation: Conversation, history: History) -> None:
    shown = conversation.reply(ANNA, "recommend something").cards[0]
    given = press(conversation, "👎 1")
    assert [(o.title_id, o.verdict) for o in history.opinions("anna")] == [(shown.title_id, Verdict.DISLIKE)]
    assert given.buttons[0][1].marked == "✅ 👎 1"
    assert shown.title_id not in ids(conversation.reply(ANNA, "like Heat"))
    conversation.press(ANNA, f"dislike:{shown.title_id}")  # told of twice
    assert len(history.opinions("anna")) == 1
    conversation.press(ANNA, f"clear:{shown.title_id}")
    assert history.opinions("anna") == ()
    assert shown.title_id in ids(conversation.reply(ANNA, "like Heat"))


def test_undo_in_words_brings_back_what_was_said_before(conversation: Conversation, history: History) -> None:
    conversation.reply(ANNA, "I loved Heat")
    conversation.reply(ANNA, "I hated Heat")
    assert [opinion.verdict for opinion in history.opinions("anna")] == [Verdict.DISLIKE]
    conversation.reply(ANNA, "undo")
    assert [opinion.verdict for opinion in history.opinions("anna")] == [Verdict.LIKE]


def test_several_titles_are_judged_at_once(conversation: Conversation, history: History) -> None:
    listed = conversation.reply(ANNA, "recommend something").cards
    conversation.reply(ANNA, "I've seen 1, 3 and 5")
    assert {o.title_id for o in history.opinions("anna")} == {listed[i].title_id for i in (0, 2, 4)}
    assert "Heat and Quiet Kitchen" in conversation.reply(ANNA, "loved Heat and Quiet Kitchen").text


def test_a_dead_end_is_left_by_taking_off_the_chip_that_leads_there(conversation: Conversation) -> None:
    conversation.reply(ANNA, "something like Heat")
    assert conversation.reply(ANNA, "before 1930").cards == ()
    assert conversation.pressed(ANNA, "✕ up to 1929").cards != ()


def test_a_title_that_is_not_there_is_said_not_to_be_there(conversation: Conversation) -> None:
    assert conversation.reply(ANNA, "something like Frozen II").text.startswith("I do not have “Frozen II”")


def test_another_verdict_takes_the_place_of_the_first(conversation: Conversation, history: History) -> None:
    conversation.reply(ANNA, "recommend something")
    press(conversation, "👍 2")
    press(conversation, "Seen 2")
    assert [opinion.verdict for opinion in history.opinions("anna")] == [Verdict.SEEN]


def test_words_attach_to_the_title_pointed_at(conversation: Conversation, history: History) -> None:
    listed = conversation.reply(ANNA, "recommend something").cards
    reply = conversation.reply(ANNA, "seen the second one")
    assert reply.intent is Intent.FEEDBACK
    assert [(o.title_id, o.verdict) for o in history.opinions("anna")] == [(listed[1].title_id, Verdict.SEEN)]


def test_words_that_point_at_nothing_are_asked_about(conversation: Conversation, history: History) -> None:
    conversation.reply(ANNA, "recommend something")
    assert "Which title" in conversation.reply(ANNA, "loved it").text
    assert history.opinions("anna") == ()


def test_conditions_are_merged_replaced_and_kept_over_a_restart(
    conversation: Conversation, shelf: Shelf, history: History
) -> None:
    conversation.reply(ANNA, "something like Heat")
    conversation.reply(ANNA, "under two hours")
    again = Conversation(shelf, history)
    reply = again.reply(ANNA, "no horror")
    assert reply.request.like == ("tt0000006",)
    assert reply.request.filters.minutes == (None, 120)
    assert reply.request.filters.not_genres == ("horror",)
    assert "Night of Wires" not in names(reply)


def test_shorter_means_than_the_list_at_hand(conversation: Conversation) -> None:
    listed = conversation.reply(ANNA, "something like Heat").cards
    minutes = sorted(title.minutes or 0 for title in TITLES if title.id in {card.title_id for card in listed})
    reply = conversation.reply(ANNA, "shorter")
    assert reply.request.filters.minutes == (None, minutes[2] - 1)


def test_what_cannot_be_fulfilled_is_said(conversation: Conversation) -> None:
    reply = conversation.reply(ANNA, "brazilian westerns before 1930")
    assert reply.cards == ()
    assert reply.text.startswith("Nothing in the catalogue")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("above 8", "One title that would fit has no rating, so it is not counted in."),
        ("8分以上", "另有1部符合其他条件，但没有评分，所以没有列入。"),
        ("a horror film above 8", ""),
        ("something like Heat", ""),
    ],
)
def test_titles_without_a_rating_are_said_to_be_left_out(
    conversation: Conversation, catalog_file: Path, catalog: Catalog, text: str, note: str
) -> None:
    unrated = replace(catalog.titles[2], rating=None, votes=None)
    Catalog((*catalog.titles[:2], unrated, *catalog.titles[3:])).write(catalog_file)
    conversation.reply(ADMIN, "/reload")
    reply = conversation.reply(ANNA, text)
    assert reply.note == note
    assert unrated.id not in {card.title_id for card in reply.cards if note}


def test_people_do_not_share_a_talk(conversation: Conversation) -> None:
    conversation.reply(ANNA, "something like Heat")
    assert "no list yet" in conversation.reply(Speaker("ben"), "more").text


def test_reset_keeps_the_taste_and_forget_keeps_nothing(conversation: Conversation, history: History) -> None:
    conversation.reply(ANNA, "I loved Heat")
    conversation.reply(ANNA, "/reset")
    assert "Heat" in conversation.reply(ANNA, "/history").text
    asked = conversation.reply(ANNA, "/forget")
    assert history.opinions("anna") != ()
    assert asked.intent is Intent.PRIVACY
    press(conversation, "Erase everything")
    assert history.opinions("anna") == ()
    assert history.person("anna").dialogue is None


def test_the_language_chosen_holds_for_commands(conversation: Conversation) -> None:
    conversation.reply(ANNA, "/language")
    assert press(conversation, "中文").language == "zh"
    assert conversation.reply(ANNA, "/help").language == "zh"
    assert conversation.reply(ANNA, "something like Heat").language == "en"


def test_only_admins_can_reload(conversation: Conversation) -> None:
    assert conversation.reply(ANNA, "/reload").intent is Intent.UNCLEAR
    assert "/reload" not in conversation.reply(ANNA, "/help").text
    assert conversation.reply(ADMIN, "/reload").intent is Intent.ADMIN
    assert "/reload" in conversation.reply(ADMIN, "/help").text


def test_a_reload_says_what_changed_and_rollback_goes_back(
    conversation: Conversation, catalog_file: Path, catalog: Catalog
) -> None:
    assert "Nothing changed" in conversation.reply(ADMIN, "/reload").text
    Catalog(catalog.titles[1:]).write(catalog_file)
    assert "(0 new, 0 changed, 1 removed)".replace("removed", "gone") in conversation.reply(ADMIN, "/reload").text
    assert "10 titles" in conversation.reply(ADMIN, "/rollback").text


def test_a_broken_catalogue_leaves_the_old_version_and_names_the_row(
    conversation: Conversation, catalog_file: Path
) -> None:
    write_rows(catalog_file, [{"id": "a", "title": "A", "overview": "x"}, {"id": "b", "title": "B", "year": 12}])
    reply = conversation.reply(ADMIN, "/reload")
    assert "row 2, year: 12" in reply.text
    assert len(conversation.reply(ADMIN, "recommend something").cards) == 5


@pytest.mark.parametrize(
    "action", ["", "like:", "like:nothing", "more:::", "forged", "pick:tt9999999", "like:tt0000001\x00", "language:xx"]
)
def test_a_forged_press_gets_a_sentence(conversation: Conversation, action: str) -> None:
    reply = conversation.press(ANNA, action)
    assert reply.text
    assert "Something went wrong" not in reply.text


@pytest.mark.parametrize("text", ["", " ", "🙂🙂", "\u202e\u202d", "\x00\x07", "!!!", "。。。"])
def test_what_cannot_be_read_gets_help(conversation: Conversation, text: str) -> None:
    assert conversation.reply(ANNA, text).intent is Intent.UNCLEAR


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_any_text_gets_a_reply_with_titles_of_the_catalogue_only(conversation: Conversation, text: str) -> None:
    reply = conversation.reply(ANNA, text)
    assert reply.text
    assert "went wrong" not in reply.text
    assert set(names(reply)) <= NAMES
    json.dumps(reply.plain)


@pytest.mark.parametrize(
    "text", ["x" * 5000, "类似" * 2500, "like " * 1000, "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞", "مرحبا كيف الحال", "<b>x</b> & {0} %s"]
)
def test_odd_messages_get_a_reply(conversation: Conversation, text: str) -> None:
    assert "went wrong" not in conversation.reply(ANNA, text).text
