"""The vocabulary of keywords, and Chinese names of genres."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "keywords.csv"

GENRES_ZH = {
    "action": "动作", "adventure": "冒险", "animation": "动画", "biography": "传记", "comedy": "喜剧", "crime": "犯罪",
    "documentary": "纪录片", "drama": "剧情", "family": "家庭", "fantasy": "奇幻", "history": "历史", "horror": "恐怖",
    "music": "音乐", "musical": "歌舞", "mystery": "悬疑", "romance": "爱情", "science fiction": "科幻",
    "sport": "运动", "thriller": "惊悚", "war": "战争", "western": "西部",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Keyword:
    """A theme, setting, mood, pace, form or franchise; its name in both languages, and other words for it."""

    group: str
    name: str
    name_zh: str
    words: tuple[str, ...]

    @property
    def spoken(self) -> tuple[str, ...]:
        """Everything that people call it, in lower case."""
        return tuple(word.casefold() for word in (self.name, self.name_zh, *self.words))


@cache
def vocabulary() -> tuple[Keyword, ...]:
    """All keywords that the shipped catalogue uses."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Keyword(row["group"], row["name"], row["name_zh"], tuple(filter(None, row["words"].split("|"))))
            for row in csv.DictReader(file)
        )
