"""Words that people use for genres, places, kinds of title and languages, in English and Chinese.

Every entry is what a person may type, in lower case and Simplified Chinese.
"""

import re
from collections.abc import Iterable

HAN = re.compile(r"[\u3400-\u9fff]")

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
    "history": ("historical", "历史", "历史片"),
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
    "IE": ("irish", "爱尔兰"),
    "FR": ("french", "法国"),
    "BE": ("belgian", "比利时"),
    "NL": ("dutch", "荷兰"),
    "DE": ("german", "德国"),
    "DDDE": ("east german", "东德"),
    "AT": ("austrian", "奥地利"),
    "CH": ("swiss", "瑞士"),
    "IT": ("italian", "意大利"),
    "ES": ("spanish", "西班牙"),
    "PT": ("portuguese", "葡萄牙"),
    "GR": ("greek", "希腊"),
    "SE": ("swedish", "瑞典"),
    "DK": ("danish", "丹麦"),
    "NO": ("norwegian", "挪威"),
    "FI": ("finnish", "芬兰"),
    "IS": ("icelandic", "冰岛"),
    "PL": ("polish", "波兰"),
    "CZ": ("czech", "捷克"),
    "CSHH": ("czech", "czechoslovak", "捷克", "捷克斯洛伐克"),
    "HU": ("hungarian", "匈牙利"),
    "RO": ("romanian", "罗马尼亚"),
    "BG": ("bulgarian", "保加利亚"),
    "RS": ("serbian", "塞尔维亚"),
    "YUCS": ("yugoslav", "yugoslavian", "serbian", "南斯拉夫", "塞尔维亚"),
    "BA": ("bosnian", "波黑", "波斯尼亚"),
    "RU": ("russian", "俄罗斯", "俄国"),
    "SUHH": ("soviet", "russian", "苏联", "俄国"),
    "UA": ("ukrainian", "乌克兰"),
    "GE": ("georgian film", "格鲁吉亚"),
    "EE": ("estonian", "爱沙尼亚"),
    "TR": ("turkish", "土耳其"),
    "IL": ("israeli", "以色列"),
    "PS": ("palestinian", "巴勒斯坦"),
    "LB": ("lebanese", "黎巴嫩"),
    "IR": ("iranian", "persian", "伊朗"),
    "EG": ("egyptian", "埃及"),
    "IN": ("indian", "bollywood", "印度", "宝莱坞"),
    "JP": ("japanese", "anime", "日本", "日剧", "日漫"),
    "KR": ("korean", "k-drama", "kdrama", "韩国", "韩剧"),
    "CN": ("chinese", "mainland chinese", "中国", "大陆", "国产", "国产片", "国产剧"),
    "HK": ("hong kong", "香港", "港片", "港产", "港产片", "港剧"),
    "TW": ("taiwanese", "台湾", "台剧"),
    "TH": ("thai", "泰国", "泰剧"),
    "VN": ("vietnamese", "越南"),
    "SG": ("singaporean", "新加坡"),
    "PH": ("philippine", "菲律宾"),
    "ID": ("indonesian", "印度尼西亚", "印尼"),
    "BR": ("brazilian", "巴西"),
    "MX": ("mexican", "墨西哥"),
    "AR": ("argentinian", "argentine", "阿根廷"),
    "CL": ("chilean", "智利"),
    "CO": ("colombian", "哥伦比亚"),
    "CU": ("cuban", "古巴"),
    "AU": ("australian", "澳大利亚"),
    "NZ": ("new zealand", "新西兰"),
    "CA": ("canadian", "加拿大"),
    "ZA": ("south african", "南非"),
}
"""ISO 3166 code → words for what comes from there."""

_NORDIC = ("SE", "DK", "NO", "FI", "IS")
_EASTERN_EUROPE = (
    "PL", "CZ", "CSHH", "SK", "HU", "RO", "BG", "RS", "YUCS", "BA", "HR", "SI", "RU", "SUHH", "UA", "GE", "EE", "LV",
    "LT", "DDDE",
)  # fmt: skip
_EUROPE = ("GB", "IE", "FR", "BE", "NL", "LU", "DE", "AT", "CH", "IT", "ES", "PT", "GR", *_NORDIC, *_EASTERN_EUROPE)
_LATIN_AMERICA = ("MX", "BR", "AR", "CL", "CO", "CU", "PE", "UY", "VE")
_SOUTH_EAST_ASIA = ("TH", "VN", "SG", "PH", "ID", "MY")
_ASIA = ("CN", "HK", "TW", "JP", "KR", "IN", "BT", "MN", "IR", *_SOUTH_EAST_ASIA)
_MIDDLE_EAST = ("IR", "TR", "IL", "PS", "LB", "EG", "SA", "QA", "AE")
_AFRICA = ("ZA", "EG", "DZ", "MA", "SN", "BW", "MR", "NG", "KE")

REGION_WORDS: dict[tuple[str, ...], tuple[str, ...]] = {
    _NORDIC: ("nordic", "scandinavian", "scandi", "北欧"),
    _EASTERN_EUROPE: ("eastern european", "东欧"),
    _EUROPE: ("european", "欧洲"),
    _LATIN_AMERICA: ("latin american", "south american", "拉美", "南美", "拉丁美洲"),
    _SOUTH_EAST_ASIA: ("south-east asian", "southeast asian", "东南亚"),
    _ASIA: ("asian", "亚洲"),
    _MIDDLE_EAST: ("middle eastern", "中东"),
    _AFRICA: ("african", "非洲"),
}
"""Countries of a region → words for what comes from one of them."""

KIND_WORDS: dict[str, tuple[str, ...]] = {
    "movie": ("movie", "movies", "film", "films", "电影", "影片", "片子"),
    "series": (
        "series", "tv series", "tv show", "tv shows", "show", "shows", "电视剧", "剧集", "连续剧",
        "美剧", "韩剧", "日剧", "英剧", "国产剧", "港剧", "台剧", "泰剧", "古装剧", "网剧", "偶像剧", "k-drama",
        "kdrama",
    ),
}  # fmt: skip
"""Kind of title → words for it."""

KEYWORD_WORDS: dict[str, tuple[str, ...]] = {
    "silent film": (
        "silent film", "silent films", "silent movie", "silent movies", "silent cinema", "默片", "无声电影",
    ),
    "black and white": ("black and white", "black-and-white", "黑白片", "黑白电影", "黑白"),
    "based on a true story": (
        "based on a true story", "based on true events", "true story", "true stories", "真实事件改编", "真人真事",
        "真实故事",
    ),
    "marvel": ("marvel", "mcu", "漫威"),
    "dc comics": ("dc comics", "dc film", "dc films", "dc movie", "dc movies", "dc漫画"),
    "disney": ("disney", "迪士尼"),
    "pixar": ("pixar", "皮克斯"),
    "studio ghibli": ("studio ghibli", "ghibli", "吉卜力"),
}  # fmt: skip
"""Keyword of the vocabulary that is a plain fact, and no matter of degree → words for it."""

CHINESE_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九十")} | {"两": 2, "〇": 0}

EVERYDAY_NAMES = frozenset([
    "宁静", "黎明", "夏雨", "白杨", "饺子", "弯弯", "开花", "陀螺", "甜茶", "凌波", "白鹰", "张扬", "高雄", "秦汉",
    "白龙", "文章", "雪儿", "苗苗", "殷桃",
])  # fmt: skip
"""Names of people that are everyday words as well."""


def word_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, a longer one before a shorter; Latin ones stand apart from other letters, Chinese anywhere."""
    ordered = sorted(words, key=len, reverse=True)
    latin = "|".join(re.escape(word) for word in ordered if not HAN.search(word))
    han = "|".join(re.escape(word) for word in ordered if HAN.search(word))
    return re.compile(rf"(?<![A-Za-z])(?:{latin})(?![A-Za-z])|{han}", re.IGNORECASE)
