"""Words for moods, themes and audiences → keywords of the vocabulary.

"Something less confusing" names no keyword, and yet says which titles it turns down.
"""

import re
from functools import cache

from data.keywords import vocabulary
from retrieval.lexicon import word_pattern

MOODS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("confusing", "complicated", "complex", "烧脑", "复杂", "难懂"): (
        "mind-bending", "nonlinear", "unreliable narrator",
    ),
    ("dark", "darker", "depressing", "grim", "heavy", "黑暗", "沉重", "压抑", "致郁"): (
        "bleak", "gritty", "violent", "tragic",
    ),
    ("sad", "sadder", "悲伤", "伤感", "难过", "悲惨"): ("heartbreaking", "tragic", "melancholy", "bleak"),
    ("tearjerker", "make me cry", "cry", "催泪", "哭"): ("heartbreaking", "bittersweet"),
    ("violent", "bloody", "gory", "brutal", "血腥", "残忍", "暴力"): ("violent", "body horror", "war crimes"),
    ("scary", "scarier", "frightening", "creepy", "吓人", "可怕", "恐怖", "惊悚"): (
        "creepy", "unsettling", "haunted house",
    ),
    ("warm", "warmer", "wholesome", "sweet", "kind", "温暖", "温馨", "暖心"): ("heartwarming", "feel-good", "cozy"),
    ("light", "lighter", "cheerful", "fun", "easy", "cheer me up", "轻松", "欢快", "开心", "爽"): (
        "feel-good", "funny", "whimsical", "uplifting",
    ),
    ("funny", "funnier", "hilarious", "laugh", "搞笑", "好笑", "幽默"): ("funny", "witty", "dark humour", "quirky"),
    ("feel good", "comforting", "治愈", "解压"): ("feel-good", "heartwarming", "cozy"),
    ("kids", "kid", "children", "child", "year old", "小孩", "孩子", "儿童", "亲子", "全家"): ("family friendly",),
    ("slow", "slower", "quiet", "meditative", "慢", "安静"): ("slow burn", "contemplative"),
    ("fast", "faster", "exciting", "节奏快", "刺激"): ("fast paced", "intense"),
    ("weird", "stranger", "surreal", "奇怪", "怪"): ("dreamlike", "quirky", "mind-bending"),
    ("romantic", "love story", "浪漫"): ("romantic", "first love", "forbidden love"),
    ("twist", "twists", "反转"): ("plot twist",),
    ("beautiful", "gorgeous", "唯美"): ("visually stunning", "poetic"),
    ("silent",): ("silent film",),
    ("b&w",): ("black and white",),
    ("inspiring", "motivating", "励志"): ("uplifting", "hopeful", "sports underdog"),
}  # fmt: skip
"""Words that people use → keywords that they mean."""


def keywords_meant(text: str) -> frozenset[str]:
    """Keywords that a text names, in English or Chinese, or means by a word for a mood."""
    spoken = text.casefold()
    return frozenset(keyword for match in _pattern().finditer(spoken) for keyword in _meanings()[match[0]])


@cache
def _names() -> dict[str, str]:
    return {word.casefold(): keyword.name for keyword in vocabulary() for word in (keyword.name, keyword.name_zh)}


@cache
def _meanings() -> dict[str, tuple[str, ...]]:
    named = {word: (keyword,) for word, keyword in _names().items()}
    return named | {word: keywords for words, keywords in MOODS.items() for word in words}


@cache
def _pattern() -> re.Pattern[str]:
    return word_pattern(_meanings())
