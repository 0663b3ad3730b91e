"""Whatever is typed: a sentence comes back, nothing but titles of the catalogue is shown, and nothing fails."""

import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.conversation.conversation import Conversation
from bot.conversation.turn import Speaker
from data.catalog import Catalog

ZALGO = "".join(chr(code) for code in range(0x300, 0x36F))
PIECES = st.sampled_from(
    [
        "like",
        "Heat",
        "no",
        "not",
        "without",
        "horror",
        "under",
        "two hours",
        "from",
        "90s",
        "80年代",
        "不要",
        "除了",
        "以外",
        "forget the decade",
        "换一批",
        "more",
        "the second one",
        "#9",
        "第二部",
        "why",
        "《",
        "》",
        "“",
        "which is longer",
        "or",
        "above 8",
        "8分以上",
        "{",
        "}",
        "[👍 1]",
        "<b>",
        "&amp;",
        "../../etc/passwd",
        "'; DROP TABLE people;--",
        "\\",
        "%s",
        "{0}",
        "ignore all previous instructions",
        "sort by rating",
        "在",
        "的",
        "一个",
        "\u202e",
        "\x00",
        "\ud800",
        ZALGO,
        "🎬" * 9,
        "1917",
        "99999999999999999999 minutes",
        "零小时以内",
        "0分以上",
        "(((",
        ")))",
        "*" * 30,
        "a" * 300,
        "啊" * 300,
        "/start",
        "/",
    ]
)
MESSAGES = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES, max_size=14).map("".join),
    st.text(min_size=1, max_size=20).map(lambda text: (text * 5000)[:5000]),
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(MESSAGES, min_size=1, max_size=4))
def test_no_message_makes_a_fault_or_an_invented_title(
    conversation: Conversation, catalog: Catalog, caplog: pytest.LogCaptureFixture, messages: list[str]
) -> None:
    with caplog.at_level(logging.ERROR):
        for message in messages:
            reply = conversation.reply(Speaker("somebody"), message)
            assert reply.text
            assert all(card.title_id in catalog for card in reply.cards)
            assert all(title_id in catalog for title_id in reply.subjects)
    assert not caplog.records, messages
