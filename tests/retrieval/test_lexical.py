"""BM25 on documents whose scores are known by hand, and the words of the tiny catalogue in both languages."""

import math

import numpy as np
import pytest

from data.catalog import Catalog
from data.title import Title
from retrieval.dictionary import Dictionary
from retrieval.glossing import Glosser
from retrieval.lexical import Bm25, Lexical
from tests.conftest import TITLES

LINES = ["機器人 机器人 [ji1 qi4 ren2] /robot; android/", "小偷 小偷 [xiao3 tou1] /thief/"]


@pytest.fixture(scope="module")
def lexical() -> Lexical:
    return Lexical.of(Catalog(TITLES), Glosser(Dictionary.of(LINES), {}))


class TestBm25:
    DOCUMENTS = (("sea", "letter"), ("sea", "ship"), ("ship", "ship"), ())

    def test_a_word_once_at_middling_length_scores_one(self) -> None:
        np.testing.assert_allclose(Bm25(self.DOCUMENTS).score({"letter": 1}), [1, 0, 0, 0], rtol=1e-6)

    def test_a_word_twice_scores_less_than_double(self) -> None:
        np.testing.assert_allclose(Bm25(self.DOCUMENTS).score({"ship": 1}), [0, 1, 2 * 2.2 / 3.2, 0], rtol=1e-6)

    def test_a_rare_word_says_more(self) -> None:
        letter, sea = math.log(1 + 3.5 / 1.5), math.log(1 + 2.5 / 2.5)
        found = Bm25(self.DOCUMENTS).score({"letter": 1, "sea": 1})
        np.testing.assert_allclose(found, [1, sea / (sea + letter), 0, 0], rtol=1e-6)

    def test_weights_share_a_score_out(self) -> None:
        sea, ship = (
            Bm25(self.DOCUMENTS).score({"letter": 3, "nowhere": 0})[0],
            Bm25(self.DOCUMENTS).score({"sea": 2})[1],
        )
        assert (sea, ship) == pytest.approx((1, 1))

    def test_a_word_that_no_document_has_lowers_the_rest(self) -> None:
        letter, unknown = math.log(1 + 3.5 / 1.5), math.log(1 + 4.5 / 0.5)
        found = Bm25(self.DOCUMENTS).score({"letter": 1, "nowhere": 1})
        assert found[0] == pytest.approx(letter / (letter + unknown))

    @pytest.mark.parametrize("query", [{}, {"nowhere": 1.0}], ids=str)
    def test_nothing_asked_or_known_scores_nothing(self, query: dict[str, float]) -> None:
        assert not Bm25(self.DOCUMENTS).score(query).any()

    @pytest.mark.parametrize("documents", [(), ((), ())], ids=str)
    def test_documents_that_say_nothing(self, documents: tuple[tuple[str, ...], ...]) -> None:
        np.testing.assert_array_equal(Bm25(documents).score({"sea": 1}), np.zeros(len(documents)))


class TestLexical:
    @pytest.mark.parametrize(
        ("text", "first"),
        [
            ("a letter at the harbour", "The Lost Harbour"),
            ("grieving robots", "Robots at Dawn"),
            ("警探追捕窃贼", "Heat"),
            ("小偷", "Heat"),
            ("medical thief 小偷", "Heat"),
        ],
    )
    def test_the_title_that_shares_the_words_is_first(self, lexical: Lexical, text: str, first: str) -> None:
        scores = lexical.score(text)
        assert TITLES[int(np.argmax(scores))].title == first
        assert 0 < scores.max() < 1

    def test_chinese_finds_a_title_that_has_english_alone(self) -> None:
        titles = (Title("a", "A", overview="A robot wakes."), Title("b", "B", overview="A thief hides."))
        lexical = Lexical.of(Catalog(titles), Glosser(Dictionary.of(LINES), {}))
        robot, thief = lexical.score("机器人")
        assert (robot > 0, thief) == (True, 0)

    def test_words_that_say_nothing_score_nothing(self, lexical: Lexical) -> None:
        assert not lexical.score("the of and 的 了").any()
        assert not lexical.score("").any()
