"""Every sentence that people read, from the locales, in the language of the talk."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource

from data.people import people
from data.title import Title
from retrieval.lexicon import HAN
from retrieval.places import COUNTRY_WORDS

LANGUAGES = ("en", "zh")
_LOCALES = Path(__file__).parent / "locales"
_LETTER = re.compile(r"[^\W\d_]")
_SEPARATOR = {"en": ", ", "zh": "、"}


class Wording:
    """The sentences of one language."""

    def __init__(self, language: str, bundle: FluentBundle) -> None:
        self.language = language
        self._bundle = bundle

    @classmethod
    @cache
    def of(cls, language: str) -> "Wording":
        """The wording of a language; a language that there is none for gets English."""
        language = language if language in LANGUAGES else "en"
        bundle = FluentBundle([language], use_isolating=False)
        bundle.add_resource(FluentResource((_LOCALES / f"{language}.ftl").read_text(encoding="utf-8")))
        return cls(language, bundle)

    def __call__(self, key: str, **values: str | float) -> str:
        """The sentence of a key, with values filled in.

        Raises:
            KeyError: there is no such sentence, or a value is missing; a test holds the code to the locales.
        """
        message = self._bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(message.value, values)
        if errors:
            raise KeyError(f"{key}: {errors[0]}")
        return str(text)

    def name(self, title: Title) -> str:
        """A title's name in this language."""
        return (title.title_zh if self.language == "zh" else None) or title.title

    def names(self, titles: Sequence[Title]) -> str:
        """Names of titles as they stand in a sentence."""
        names = [f"《{self.name(title)}》" if self.language == "zh" else self.name(title) for title in titles]
        return self("and", before=_SEPARATOR[self.language].join(names[:-1]), last=names[-1]) if names[1:] else names[0]

    def listed(self, items: tuple[str, ...]) -> str:
        """Items in a row."""
        return _SEPARATOR[self.language].join(items)

    def people(self, names: Sequence[str]) -> str:
        """People in a row, by their Chinese names where the language is Chinese and those are known."""
        known = people() if self.language == "zh" else {}
        return self.listed(tuple(known[name].name_zh if name in known else name for name in names))

    def country(self, code: str) -> str:
        """A country's name in this language; of one that is no more, what people call it."""
        name = Locale(self.language).territories.get(code)
        if name:
            return str(name).split("（")[0].split(" SAR ")[0].replace("中国香港特别行政区", "香港")
        words = COUNTRY_WORDS.get(code, (code,))
        return words[-1] if self.language == "zh" else words[0].title()

    def language_name(self, code: str) -> str:
        """A language's name in this language."""
        return str(Locale(self.language).languages.get(code, code))

    def keywords(self, items: tuple[str, ...]) -> str:
        """Genres or keywords in a row, in this language where their name in it is known."""
        names = chinese_names() if self.language == "zh" else {}
        return self.listed(tuple(names.get(item, item) for item in items))


@cache
def chinese_names() -> dict[str, str]:
    """Chinese names of genres and of the keyword vocabulary."""
    from data.keywords import GENRES_ZH, vocabulary

    return {keyword.name: keyword.name_zh for keyword in vocabulary()} | GENRES_ZH


def language_of(text: str) -> str | None:
    """The language that a message is written in, or None where it has no letters."""
    if HAN.search(text):
        return "zh"
    return "en" if _LETTER.search(text) else None
