"""Chinese → English: the cut, the dictionary, what a catalogue teaches, and the choice between senses."""

import pytest

from data.catalog import Catalog
from data.title import Title
from retrieval.dictionary import Dictionary
from retrieval.glossing import Glosser, is_chinese
from retrieval.translations import Translation, learn, pairs, translations
from retrieval.words import chinese_words, english_stems, english_words

LINES = [
    "# CC-CEDICT",
    "孤獨 孤独 [gu1 du2] /lonely/solitary/",
    "機器人 机器人 [ji1 qi4 ren2] /robot; android/CL:個|个[ge4]/",
    "信 信 [xin4] /letter/mail/CL:封[feng1]/to trust/to believe/",
    "馬 马 [Ma3] /surname Ma/abbr. for Malaysia 馬來西亞|马来西亚[Ma3 lai2 xi1 ya4]/",
    "馬 马 [ma3] /horse/CL:匹[pi3]/knight in Western chess/",
    "法國 法国 [Fa3 guo2] /France/French/",
    "師父 师父 [shi1 fu5] /used for 師傅|师傅[shi1 fu5] (in Taiwan)/master/qualified worker/",
    "打 打 [da2] /dozen (loanword)/",
    "打 打 [da3] /to beat/to fight/a word whose sense takes up far too much room/",
    "冬 冬 [dong1] /winter/",
    "夜 夜 [ye4] /night/",
    "蘇聯 苏联 [Su1 lian2] /Soviet Union, 1922-1991/",
]


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return Dictionary.of(LINES)


class TestWords:
    def test_english_words_without_those_that_say_nothing(self) -> None:
        assert english_words("The sailor’s LETTER, from a café in 1994!") == ["sailor", "letter", "café", "1994"]

    def test_forms_of_a_word_share_a_stem(self) -> None:
        assert english_stems("robots robot") == ["robot", "robot"]

    def test_english_inside_chinese_is_found_and_chinese_is_not_taken_for_it(self) -> None:
        assert english_words("像Inception那样") == ["inception"]

    def test_chinese_is_cut_and_what_says_nothing_is_left_out(self) -> None:
        assert chinese_words("孤独的机器人，在 harbour 等一封信。") == ["孤独", "机器人", "一封信"]


class TestDictionary:
    @pytest.mark.parametrize(
        ("word", "senses"),
        [
            ("孤独", ["lonely", "solitary"]),
            ("机器人", ["robot", "android"]),
            ("马", ["horse", "knight in Western chess"]),
            ("法国", ["France", "French"]),
            ("师父", ["master", "qualified worker"]),
            ("打", ["dozen", "beat", "fight"]),
            ("苏联", ["Soviet Union"]),
            ("不在", []),
        ],
    )
    def test_senses_are_plain_words(self, dictionary: Dictionary, word: str, senses: list[str]) -> None:
        assert dictionary.senses(word) == senses
        assert (word in dictionary) == bool(senses)

    def test_the_shipped_dictionary_is_whole(self) -> None:
        assert Dictionary.load().senses("孤独") == ["lonely", "solitary"]


class TestTranslations:
    def test_words_that_stand_together_are_translations(self) -> None:
        texts = [
            (["水手", "信"], ["sailor", "letter"]),
            (["水手", "船"], ["sailors", "ship"]),
            (["信", "船"], ["letter", "ship"]),
            (["信"], ["letter"]),
        ]
        found = learn(texts)
        assert {word: english[0].english for word, english in found.items()} == {
            "水手": "sailor", "信": "letter", "船": "ship",
        }  # fmt: skip
        assert all(0 < each.share <= 1 for english in found.values() for each in english)

    def test_what_stood_together_once_is_not_trusted(self) -> None:
        assert learn([(["水手"], ["sailor"])]) == {}

    def test_titles_elements_and_overviews_are_read_in_pairs(self) -> None:
        title = Title("a", "Letter", title_zh="信", elements=("a sailor",), elements_zh=("水手", "多出来的"))
        read = list(pairs(Catalog((title,))))
        assert read[0] == (["信"], ["letter"])
        assert (["水手"], ["sailor"]) not in read

    def test_what_the_shipped_catalogue_taught(self) -> None:
        assert [translations()[word][0].english for word in ("机器人", "女孩", "监狱")] == ["robot", "girl", "prison"]


class TestGloss:
    @pytest.mark.parametrize(
        ("text", "gloss"),
        [
            ("孤独的机器人", "lonely robot"),
            ("像 Inception 那样的机器人", "Inception robot"),
            ("X机器人2", "X robot 2"),
            ("法国的马", "France horse"),
            ("冬夜", "winter night"),
            ("A letter", "A letter"),
            ("齉龘", ""),
            ("", ""),
        ],
    )
    def test_by_the_dictionary_alone(self, dictionary: Dictionary, text: str, gloss: str) -> None:
        assert Glosser(dictionary, {}).gloss(text) == gloss

    def test_the_sense_is_taken_that_the_catalogue_uses(self, dictionary: Dictionary) -> None:
        learned = {"打": (Translation("fights", 0.4), Translation("one", 0.2))}
        assert Glosser(dictionary, learned).gloss("打马") == "fight horse"

    def test_a_sure_translation_is_put_where_no_sense_agrees(self, dictionary: Dictionary) -> None:
        assert Glosser(dictionary, {"师父": (Translation("teacher", 0.7),)}).gloss("师父") == "teacher"
        assert Glosser(dictionary, {"师父": (Translation("teacher", 0.2),)}).gloss("师父") == "master"
        assert Glosser(dictionary, {"警探": (Translation("detective", 0.1),)}).gloss("警探") == "detective"

    def test_meanings_of_a_word_weigh_one_together(self, dictionary: Dictionary) -> None:
        assert Glosser(dictionary, {}).alternatives("孤独") == pytest.approx({"lone": 2 / 3, "solitari": 1 / 3})
        learned = {"孤独": (Translation("alone", 0.6), Translation("lonely", 0.4))}
        found = Glosser(dictionary, learned).alternatives("孤独")
        assert found == pytest.approx({"alon": 0.3, "lone": 0.2 + 1 / 3, "solitari": 1 / 6})
        assert Glosser(dictionary, {}).alternatives("lonely") == {}


def test_chinese_is_told_from_other_scripts() -> None:
    assert [is_chinese(text) for text in ("信", "a 信", "a", "ロボ", "로봇", "")] == [
        True, True, False, False, False, False,
    ]  # fmt: skip
