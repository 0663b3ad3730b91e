"""Words that people use for genres and kinds of title, in English and Chinese.

Every entry is what a person may type, in lower case and Simplified Chinese.
"""

import re
from collections.abc import Iterable

HAN = re.compile(r"[\u3400-\u9fff]")

# Words that say two things at once, and so stand in two tables.
_ROMCOMS = ("rom-com", "rom-coms", "rom com", "rom coms", "romcom", "romcoms", "romantic comedy", "romantic comedies")
_FAMILY_FILMS = ("family film", "family films", "family movie", "family movies")
_MUSIC_FILMS = ("music film", "music films", "music movie", "music movies")
_COWBOY_FILMS = ("cowboy film", "cowboy films", "cowboy movie", "cowboy movies")

GENRE_WORDS: dict[str, tuple[str, ...]] = {
    "action": ("action", "shoot em up", "动作", "动作片", "打斗片", "枪战片"),
    "adventure": ("adventure", "adventures", "冒险", "冒险片", "探险片"),
    "animation": (
        "animation",
        "animations",
        "animated",
        "cartoon",
        "cartoons",
        "anime",
        "animes",
        "日漫",
        "日番",
        "国漫",
        "动画",
        "动漫",
        "动画片",
        "动画电影",
        "卡通",
        "卡通片",
    ),
    "biography": ("biography", "biographies", "biographical", "biopic", "biopics", "传记", "传记片"),
    "comedy": (
        "comedy",
        "comedies",
        "comedic",
        *_ROMCOMS,
        "dramedy",
        "dramedies",
        "喜剧",
        "搞笑片",
        "喜剧片",
        "爱情喜剧",
        "浪漫喜剧",
    ),
    "crime": ("crime", "crimes", "犯罪", "犯罪片", "警匪片"),
    "documentary": ("documentary", "documentaries", "docs", "docu", "docus", "doco", "docuseries", "纪录片", "记录片"),
    "drama": ("drama", "dramas", "dramedy", "dramedies", "剧情片", "剧情"),
    "family": (*_FAMILY_FILMS, "家庭片", "合家欢"),
    "fantasy": ("fantasy", "fantasies", "奇幻", "奇幻片", "魔幻", "魔幻片", "玄幻"),
    "history": ("historical", "period piece", "period pieces", "历史片", "历史剧", "历史"),
    "horror": ("horror", "horrors", "horror flick", "恐怖片", "鬼片", "恐怖", "惊悚恐怖"),
    "music": (*_MUSIC_FILMS, "音乐片", "音乐电影"),
    "musical": ("musical", "musicals", "歌舞片", "歌舞", "音乐剧"),
    "mystery": (
        "mystery",
        "mysteries",
        "whodunit",
        "whodunits",
        "whodunnit",
        "whodunnits",
        "murder mystery",
        "murder mysteries",
        "悬疑",
        "悬疑片",
        "推理",
        "推理片",
        "悬疑推理",
    ),
    "romance": (
        "romance",
        "romances",
        "romantic",
        "love story",
        "love stories",
        *_ROMCOMS,
        "爱情",
        "爱情片",
        "言情",
        "爱情故事",
        "爱情喜剧",
        "浪漫喜剧",
        "恋爱片",
        "恋爱",
    ),
    "science fiction": ("science fiction", "sci-fi", "sci-fis", "sci fi", "scifi", "sf", "科幻", "科幻片"),
    "sport": ("sport", "sports", "体育", "体育片", "运动片", "运动题材"),
    "thriller": ("thriller", "thrillers", "惊悚", "惊悚片", "惊险片"),
    "war": ("war", "战争片", "战争"),
    "western": (
        "western",
        "westerns",
        "cowboy",
        *_COWBOY_FILMS,
        "西部片",
        "西部",
    ),
}
"""Genre of the catalogue → words for it."""

KIND_WORDS: dict[str, tuple[str, ...]] = {
    "movie": (
        *_FAMILY_FILMS,
        *_MUSIC_FILMS,
        *_COWBOY_FILMS,
        "movie",
        "movies",
        "film",
        "films",
        "flick",
        "flicks",
        "feature film",
        "电影",
        "影片",
        "片子",
    ),
    "series": (
        "series",
        "tv series",
        "tv show",
        "tv shows",
        "television series",
        "show",
        "shows",
        "tv",
        "miniseries",
        "mini-series",
        "limited series",
        "sitcom",
        "sitcoms",
        "k drama",
        "k-dramas",
        "kdramas",
        "k dramas",
        "c-drama",
        "c-dramas",
        "cdrama",
        "cdramas",
        "docuseries",
        "电视剧",
        "剧集",
        "连续剧",
        "美剧",
        "韩剧",
        "日剧",
        "英剧",
        "国产剧",
        "港剧",
        "台剧",
        "泰剧",
        "古装剧",
        "剧",
        "追剧",
        "短剧",
        "国剧",
        "网剧",
        "偶像剧",
        "k-drama",
        "kdrama",
    ),
}
"""Kind of title → words for it."""

ABBREVIATIONS = {
    "n": "and",
    "w": "with",
    "w/": "with",
    "w/o": "without",
    "wo": "without",
    "rn": "right now",
    "gd": "good",
    "u": "you",
    "ur": "your",
    "r": "are",
    "rly": "really",
    "lemme": "let me",
    "gonna": "going to",
    "bout": "about",
    "b4": "before",
    "fav": "favourite",
    "favs": "favourites",
    "mins": "minutes",
    "hrs": "hours",
    "yrs": "years",
    "docu": "documentary",
    "sth": "something",
    "smth": "something",
    "sthg": "something",
    "cos": "because",
    "dont": "don't",
    "doesnt": "doesn't",
    "didnt": "didn't",
    "cant": "can't",
    "wont": "won't",
    "isnt": "isn't",
    "wasnt": "wasn't",
    "arent": "aren't",
    "whats": "what's",
    "whos": "who's",
    "hows": "how's",
    "thats": "that's",
    "havent": "haven't",
    "couldnt": "couldn't",
    "wouldnt": "wouldn't",
    "abt": "about",
    "tho": "though",
    "thru": "through",
    "luv": "love",
    "luved": "loved",
    "tmrw": "tomorrow",
    "2nite": "tonight",
    "tonite": "tonight",
    "vids": "films",
    "mov": "movie",
    "flik": "flick",
    "plz": "please",
    "pls": "please",
    "thx": "thanks",
}
"""Lower-case shorthand → what it stands for."""

CANTONESE = str.maketrans(
    {
        "嘅": "的",
        "唔": "不",
        "冇": "没",
        "係": "是",
        "睇": "看",
        "佢": "他",
        "哋": "们",
        "啲": "些",
        "嗰": "那",
        "咗": "了",
        "喺": "在",
        "嚟": "来",
        "攞": "拿",
        "俾": "给",
        "畀": "给",
        "咁": "这么",
    }
)
"""Characters of written Cantonese → what they stand for."""

GROUPS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("rdj",): ("Robert Downey Jr.",),
    ("j law", "jlaw", "大表姐"): ("Jennifer Lawrence",),
    ("srk",): ("Shah Rukh Khan",),
    ("巨石强森",): ("Dwayne Johnson",),
    ("发哥",): ("Chow Yun-fat",),
    ("星爷",): ("Stephen Chow",),
    ("诺神",): ("Christopher Nolan",),
    ("卷福",): ("Benedict Cumberbatch",),
    ("抖森",): ("Tom Hiddleston",),
    ("老谋子",): ("Zhang Yimou",),
    ("coen brothers", "the coens", "coens", "coen bros", "科恩兄弟"): ("Joel Coen", "Ethan Coen"),
    ("wachowskis", "the wachowskis", "wachowski sisters", "wachowski brothers", "沃卓斯基姐妹", "沃卓斯基兄弟"): (
        "Lana Wachowski",
        "Lilly Wachowski",
    ),
    ("russo brothers", "the russos", "罗素兄弟"): ("Anthony Russo", "Joe Russo"),
    ("safdie brothers", "the safdies", "萨弗迪兄弟"): ("Josh Safdie", "Benny Safdie"),
    ("dardenne brothers", "the dardennes", "达内兄弟"): ("Jean-Pierre Dardenne", "Luc Dardenne"),
    ("the daniels", "daniels"): ("Daniel Kwan", "Daniel Scheinert"),
    ("duffer brothers",): ("Matt Duffer", "Ross Duffer"),
}
"""Nicknames, and names that people share → who they are."""

CHINESE_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九十")} | {"两": 2, "〇": 0}

EVERYDAY_NAMES = frozenset(
    [
        "宁静",
        "黎明",
        "夏雨",
        "白杨",
        "饺子",
        "弯弯",
        "开花",
        "陀螺",
        "甜茶",
        "凌波",
        "白鹰",
        "张扬",
        "高雄",
        "秦汉",
        "白龙",
        "文章",
        "雪儿",
        "苗苗",
        "殷桃",
    ]
)
"""Names of people that are everyday words as well."""


def word_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, a longer one before a shorter; Latin ones stand apart from other letters, Chinese anywhere."""
    ordered = sorted(words, key=len, reverse=True)
    latin = "|".join(re.escape(word) for word in ordered if not HAN.search(word))
    han = "|".join(re.escape(word) for word in ordered if HAN.search(word))
    return re.compile(rf"(?<![A-Za-z])(?:{latin})(?![A-Za-z])|{han}", re.IGNORECASE)
