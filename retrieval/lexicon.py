"""Words that people use for genres, places, kinds of title and languages, in English and Chinese.

Every entry is what a person may type, in lower case and Simplified Chinese.
"""

import re
from collections.abc import Iterable

_HAN = re.compile(r"[\u3400-\u9fff]")

GENRE_WORDS: dict[str, tuple[str, ...]] = {
    "action": ("action", "动作"),
    "adventure": ("adventure", "adventures", "冒险"),
    "animation": ("animation", "animated", "cartoon", "cartoons", "anime", "日漫", "动画", "动漫", "动画片", "卡通"),
    "biography": ("biography", "biographical", "biopic", "biopics", "传记"),
    "comedy": ("comedy", "comedies", "喜剧", "搞笑片", "喜剧片"),
    "crime": ("crime", "犯罪"),
    "documentary": ("documentary", "documentaries", "docs", "纪录片"),
    "drama": ("drama", "dramas", "剧情片"),
    "family": ("family film", "family movie", "家庭片"),
    "fantasy": ("fantasy", "奇幻", "魔幻"),
    "history": ("historical", "历史片", "历史剧"),
    "horror": ("horror", "horrors", "恐怖", "恐怖片", "鬼片"),
    "music": ("music film", "music films", "音乐片"),
    "musical": ("musical", "musicals", "歌舞片", "音乐剧"),
    "mystery": ("mystery", "mysteries", "whodunit", "悬疑", "推理"),
    "romance": ("romance", "romances", "romantic", "rom-com", "romcom", "romcoms", "爱情", "爱情片"),
    "science fiction": ("science fiction", "sci-fi", "sci fi", "scifi", "科幻", "科幻片"),
    "sport": ("sport", "sports", "体育", "运动片"),
    "thriller": ("thriller", "thrillers", "惊悚", "惊悚片"),
    "war": ("war", "war film", "war films", "war movie", "war movies", "战争片", "战争"),
    "western": ("western", "westerns", "西部片"),
}
"""Genre of the catalogue → words for it."""

COUNTRY_WORDS: dict[str, tuple[str, ...]] = {
    "US": ("american", "hollywood", "美国", "好莱坞", "美剧"),
    "GB": ("british", "english film", "英国", "英剧"),
    "FR": ("french", "法国"),
    "DE": ("german", "德国"),
    "IT": ("italian", "意大利"),
    "ES": ("spanish", "西班牙"),
    "SE": ("swedish", "瑞典"),
    "DK": ("danish", "丹麦"),
    "PL": ("polish film", "波兰"),
    "RU": ("russian", "俄罗斯", "俄国"),
    "IR": ("iranian", "伊朗"),
    "IN": ("indian", "bollywood", "印度", "宝莱坞"),
    "JP": ("japanese", "anime", "日本", "日剧", "日漫"),
    "KR": ("korean", "k-drama", "kdrama", "韩国", "韩剧"),
    "CN": ("chinese", "mainland chinese", "中国", "大陆", "国产", "国产片", "国产剧"),
    "HK": ("hong kong", "香港", "港片"),
    "TW": ("taiwanese", "台湾", "台剧"),
    "TH": ("thai", "泰国", "泰剧"),
    "BR": ("brazilian", "巴西"),
    "MX": ("mexican", "墨西哥"),
    "AR": ("argentinian", "argentine", "阿根廷"),
    "AU": ("australian", "澳大利亚"),
    "CA": ("canadian", "加拿大"),
}
"""ISO 3166 code → words for what comes from there."""

KIND_WORDS: dict[str, tuple[str, ...]] = {
    "movie": ("movie", "movies", "film", "films", "电影", "影片", "片子"),
    "series": (
        "series", "tv series", "tv show", "tv shows", "show", "shows", "电视剧", "剧集", "连续剧",
        "美剧", "韩剧", "日剧", "英剧", "国产剧", "台剧", "泰剧", "k-drama", "kdrama",
    ),
}  # fmt: skip
"""Kind of title → words for it."""

CHINESE_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九十")} | {"两": 2, "〇": 0}

EVERYDAY_NAMES = frozenset(["宁静", "黎明", "夏雨", "白杨", "饺子", "弯弯", "开花", "陀螺", "甜茶", "凌波", "白鹰"])
"""Names of people that are everyday words as well."""


def word_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, a longer one before a shorter; Latin ones stand apart from other letters, Chinese anywhere."""
    ordered = sorted(words, key=len, reverse=True)
    latin = "|".join(re.escape(word) for word in ordered if not _HAN.search(word))
    han = "|".join(re.escape(word) for word in ordered if _HAN.search(word))
    return re.compile(rf"(?<![A-Za-z])(?:{latin})(?![A-Za-z])|{han}", re.IGNORECASE)
