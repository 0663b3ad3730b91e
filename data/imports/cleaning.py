"""Values as sources write them → values as the catalogue wants them.

What cannot be cleaned is left as it is, so that the check of the row names it.
"""

import ast
import html
import json
import math
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import ftfy
import ftfy.badness
from babel import Locale

from data.rows import LISTS
from data.title import GENRES

_NOTHING = frozenset(["", r"\n", "nan", "none", "null", "n/a", "[]", "-", "(no genres listed)"])
_YEARS = re.compile(r"^\(?\D{0,3}(\d{4})(?:\.0)?(?:\s*[-–—]\s*(\d{4})?\s*|-\d\d(?:-\d\d)?.*)?\)?$")
_HOURS = re.compile(
    r"^(?:PT)?\s*(?:(\d+)\s*(?:h|hr|hrs|hours?|小时))?\s*(?:(\d+)\s*(?:m|min|mins|minutes?|分钟|分)?)?\.?$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^(\d[\d,]*(?:\.\d+)?)\s*(?:/\s*10)?$")
_BETWEEN = re.compile(r"\s*[|;/]\s*|\s*[,，、]\s*")
_LONGEST_LITERAL = 200_000  # characters of a cell that is read as a Python or JSON list

# Genres of IMDb, TMDB, MovieLens, Netflix and Douban → ours; None says nothing of what a title is like.
_GENRE_NAMES: dict[str, str | None] = {
    "sci-fi": "science fiction", "scifi": "science fiction", "sci-fi & fantasy": "science fiction",
    "children": "family", "children's": "family", "kids": "family", "action & adventure": "action",
    "war & politics": "war", "biopic": "biography", "sports": "sport", "historical": "history", "musicals": "musical",
    "documentaries": "documentary", "comedies": "comedy", "dramas": "drama", "thrillers": "thriller",
    "film-noir": "crime", "suspense": "thriller", "anime": "animation", "imax": None, "tv movie": None,
    "foreign": None, "short": None, "adult": None, "news": None, "reality-tv": None, "talk-show": None,
    "game-show": None, "剧情": "drama", "喜剧": "comedy", "动作": "action", "爱情": "romance",
    "科幻": "science fiction",
    "动画": "animation", "悬疑": "mystery", "惊悚": "thriller", "恐怖": "horror", "纪录片": "documentary",
    "犯罪": "crime",
    "奇幻": "fantasy", "冒险": "adventure", "战争": "war", "历史": "history", "传记": "biography", "音乐": "music",
    "歌舞": "musical", "家庭": "family", "儿童": "family", "运动": "sport", "西部": "western", "武侠": "action",
    "古装": "history", "短片": None,
}  # fmt: skip
_COUNTRY_NAMES = {
    "usa": "US", "united states of america": "US", "uk": "GB", "england": "GB", "russia": "RU", "south korea": "KR",
    "korea": "KR", "north korea": "KP", "iran": "IR", "taiwan": "TW", "hong kong": "HK", "czech republic": "CZ",
    "soviet union": "SUHH", "yugoslavia": "YUCS", "czechoslovakia": "CSHH", "east germany": "DDDE",
    "west germany": "DE",
    "macedonia": "MK", "syria": "SY", "vietnam": "VN", "中国大陆": "CN", "中国香港": "HK", "中国台湾": "TW",
}  # fmt: skip
_LANGUAGE_NAMES = {
    "cn": "yue",
    "cantonese": "yue",
    "粤语": "yue",
    "mandarin": "zh",
    "汉语普通话": "zh",
    "普通话": "zh",
    "国语": "zh",
}


def clean(values: Mapping[str, Any]) -> dict[str, Any]:
    """A row's values, cleaned by column; empty ones are left out."""
    row = {column: _cleaned(column, value) for column, value in values.items()}
    row["genres"], others = genres(values.get("genres"))
    row["keywords"] = list(dict.fromkeys((*(row.get("keywords") or ()), *others)))
    until = _YEARS.match(str(values.get("year", "")).strip())
    if until and until[2] and row.get("kind") == "series":
        row.setdefault("end_year", int(until[2]))
    return {column: value for column, value in row.items() if value is not None and value != []}


def text(value: Any) -> str | None:
    """Text without HTML entities, mojibake, tags or doubled spaces; None where it says nothing."""
    spoken = str(value).strip()
    if spoken.casefold() in _NOTHING:
        return None
    if "&" in spoken:
        spoken = html.unescape(spoken)
    if not spoken.isascii() and ftfy.badness.is_bad(spoken):
        spoken = ftfy.fix_text(spoken)
    return " ".join(spoken.split()) or None


def year(value: Any) -> Any:
    """The first year of "2004", 2004.0, "2004–", "2004-2010", "(2004)" or "2004-05-17"."""
    if isinstance(value, int | float):
        return int(value) if math.isfinite(value) else None
    found = _YEARS.match(str(value).strip())
    return int(found[1]) if found else text(value)


def minutes(value: Any) -> Any:
    """Minutes of "133", 133.0, "133 min", "2h 13min" or "PT2H13M"; none where that is no time."""
    if isinstance(value, int | float):
        return (round(value) or None) if math.isfinite(value) else None
    spoken = str(value).strip().removesuffix(".0")
    found = _HOURS.match(spoken)
    if not found or not any(found.groups()):
        return text(value)
    return (int(found[1] or 0) * 60 + int(found[2] or 0)) or None


def number(value: Any) -> Any:
    """A number of 8.1, "8.1", "8.1/10" or "1,234"."""
    if isinstance(value, int | float):
        return value if math.isfinite(value) else None
    found = _NUMBER.match(str(value).strip())
    return float(found[1].replace(",", "")) if found else text(value)


def names(value: Any) -> list[str]:
    """The items of a list, of a JSON or Python literal (names, or objects with a name), or of text with separators."""
    if isinstance(value, str):
        value = literal(value)
    if not isinstance(value, Iterable) or isinstance(value, str | Mapping):
        return []
    items = (item.get("name") if isinstance(item, Mapping) else item for item in value)
    return list(dict.fromkeys(spoken for item in items if item is not None and (spoken := text(item))))


def genres(value: Any) -> tuple[list[str], list[str]]:
    """Genres of ours, and what else stood among them, to be kept as keywords."""
    known: list[str] = []
    others: list[str] = []
    for name in names(value):
        folded = name.casefold()
        genre = folded if folded in GENRES else _GENRE_NAMES.get(folded, "")
        if genre:
            known.append(genre)
        if genre == "" or folded == "film-noir":
            others.append("noir" if folded == "film-noir" else folded)
    return list(dict.fromkeys(known)), others


def countries(value: Any) -> list[str]:
    """ISO codes of countries written as codes or as names in English or Chinese; unknown ones are left out."""
    return _coded(names(value), _country_codes())


def languages(value: Any) -> list[str]:
    """ISO codes of languages written as codes or as names in English or Chinese; unknown ones are left out."""
    return _coded(names(value), _language_codes())


def _cleaned(column: str, value: Any) -> Any:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if column in _CLEANERS:
        return _CLEANERS[column](value)
    if column in LISTS:
        return names(value)
    return text(value) if isinstance(value, str) else value


def literal(value: str) -> Any:
    """A cell that holds a list: JSON, a Python literal as TMDB's tables have them, or names between separators."""
    spoken = value.strip()
    if spoken.startswith("[") and len(spoken) <= _LONGEST_LITERAL:
        for read in (json.loads, ast.literal_eval):
            try:
                return read(spoken)
            except (ValueError, SyntaxError, RecursionError, MemoryError):
                continue
    return _BETWEEN.split(spoken)


def _whole(value: Any) -> Any:
    cleaned = number(value)
    return int(cleaned) if isinstance(cleaned, float) and cleaned.is_integer() else cleaned


def _address(value: Any) -> str | None:
    """A web address, or none: any other text there is a path, and nobody's business."""
    spoken = text(value)
    return spoken if spoken and spoken.startswith(("https://", "http://")) else None


def _kind(value: Any) -> Any:
    spoken = (text(value) or "movie").casefold()
    return {"film": "movie", "tv show": "series", "tvseries": "series", "tvminiseries": "series", "tv": "series"}.get(
        spoken, spoken
    )


def _coded(items: Iterable[str], codes: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(code for item in items if (code := codes.get(item.casefold()))))


@cache
def _country_codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for locale in ("zh", "en"):
        for code, name in Locale(locale).territories.items():
            if code.isalpha():
                codes |= {name.casefold(): code, code.casefold(): code}
    former = {code.casefold(): code for code in ("SUHH", "YUCS", "CSHH", "DDDE")}
    return codes | former | _COUNTRY_NAMES


@cache
def _language_codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for locale in ("zh", "en"):
        for code, name in Locale(locale).languages.items():
            if code.isalpha() and len(code) <= 3:
                codes |= {name.casefold(): code, code.casefold(): code}
    return codes | _LANGUAGE_NAMES


_CLEANERS = {
    "year": year,
    "end_year": year,
    "minutes": minutes,
    "seasons": _whole,
    "votes": _whole,
    "rating": number,
    "countries": countries,
    "languages": languages,
    "poster": _address,
    "link": _address,
    "kind": _kind,
}
