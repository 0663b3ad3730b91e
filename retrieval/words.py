"""Texts → words worth comparing: English ones stemmed, Chinese ones cut, those that say nothing left out."""

import re
from functools import cache

import rjieba
import Stemmer

HAN = r"\u3400-\u9fff\uf900-\ufaff"

_ENGLISH_WORD = re.compile(r"[^\W\d_" + HAN + r"]+(?:['’][^\W\d_" + HAN + r"]+)*|\d+")
_HAN_RUN = re.compile(f"[{HAN}]+")

_ENGLISH_STOP = frozenset(
    re.findall(
        r"\S+",
        """
    a about after all also am an and any are as at be because been before being but by can could did do does
    down each every for from had has have he her here him his how i if in into is it its just may me might must
    my no nor not of off on only onto or other our out over own same shall she should so some such than that the
    their theirs them then there these they this those to too under until up us very was we were what when where
    which while who whom whose why will with would you your
    """,
    )
)
_CHINESE_STOP = frozenset(
    re.findall(
        r"\S+",
        """
    的 了 着 过 在 是 和 与 也 都 就 又 把 被 将 给 让 使 之 其 这 那 这个 那个 一个 一 个 他 她 它 他们 她们
    自己 我 你 们 不 没 没有 有 为 以 及 而 或 但 但是 却 从 到 对 向 于 上 里 中 下 还 再 很 最 更 才 只 并 所
    地 得 等 说 去 来 要 会 能 可以 后 前 时 因为 所以 如果 然后 结果 之后 后来 最后 什么 怎么 谁 两 名 位 只是
    一样 一起 开始 那种 这种 一边 一部 电影 片子 关于 讲 故事 讲述 一直 已经 其实 大家 人家 每 各 某 第 吗 呢 啊
    吧 跟 同 由 用 比 像 好像 似的 一下 一些 有些 几个 一种 种 当 这部 那部 有点 以后 之前 以前 那么 这么 时候
    才能 能够 于是 接着 个人 一名 一位
    """,
    )
)


def english_words(text: str) -> list[str]:
    """The English words of a text in small letters, in order, without those that say nothing."""
    words = (word.replace("’", "'").removesuffix("'s") for word in _ENGLISH_WORD.findall(text.casefold()))
    return [word for word in words if word not in _ENGLISH_STOP]


def english_stems(text: str) -> list[str]:
    """The stems of a text's English words (Porter's second algorithm, of Snowball)."""
    return [stem(word) for word in english_words(text)]


def cut(text: str) -> list[str]:
    """All the words of a run of Chinese, in order, by jieba's algorithm."""
    return list(rjieba.cut(text))


def chinese_words(text: str) -> list[str]:
    """The Chinese words of a text, cut by jieba's algorithm, in order, without those that say nothing."""
    return [word for run in _HAN_RUN.findall(text) for word in rjieba.cut(run) if word not in _CHINESE_STOP]


def smaller_words(word: str) -> list[str]:
    """The words of jieba's dictionary that make up a word which it only guessed at."""
    return [part for part in rjieba.cut(word, False) if part not in _CHINESE_STOP]


@cache
def stem(word: str) -> str:
    """The stem of an English word; remembered, as the same few thousand make up most texts."""
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Stemmer.Stemmer:
    # Its own cache is not safe between threads, and `stem` has one already.
    return Stemmer.Stemmer("english", 0)
