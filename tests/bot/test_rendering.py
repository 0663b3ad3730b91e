"""Replies as Telegram messages."""

from dataclasses import replace

import pytest

from bot.conversation.reply import Button, Card, Intent, Reply
from bot.telegram import rendering


def test_text_cards_and_reasons_are_escaped() -> None:
    card = Card("x", "<A>", "<A>", 1999, 0.5, "a & b")
    reply = Reply(Intent.RECOMMEND, "like <b>:", "en", cards=(card,))
    assert rendering.html(reply) == "like &lt;b&gt;:\n\n<b>1. &lt;A&gt; (1999)</b>\na &amp; b"
    noted = rendering.html(replace(reply, note="2 < 3"))
    assert noted == rendering.html(reply) + "\n\n2 &lt; 3"


def test_a_long_text_stays_within_telegrams_limit() -> None:
    cards = tuple(Card("x", "t" * 500, "t" * 500, None, 0.5, "w" * 2000) for _ in range(5))
    assert len(rendering.html(Reply(Intent.RECOMMEND, "x" * 9000, "en", cards=cards, note="n" * 9000))) <= 4096
    assert len(rendering.html(Reply(Intent.DETAILS, "x" * 9000, "en"))) <= 4096


@pytest.mark.parametrize("action", ["more", "like:tt0111161"])
def test_buttons_carry_their_action(action: str) -> None:
    markup = rendering.keyboard(Reply(Intent.HELP, "x", "en", buttons=((Button("b", action),),)))
    assert markup is not None
    assert markup.inline_keyboard[0][0].callback_data == action


def test_the_titles_beside_a_button() -> None:
    buttons = (
        (Button("👍 1", "like:b"), Button("👎 1", "dislike:b")),
        (Button("👍 2", "like:a"),),
        (Button("M", "more"),),
    )
    assert rendering.handles(rendering.keyboard(Reply(Intent.HELP, "x", "en", buttons=buttons))) == ("b", "a")
    assert rendering.handles(None) == ()
