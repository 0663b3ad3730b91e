"""How often a title is found by its plot, told in English and in Chinese.

    python -m tests.plots.measure PLOTS.jsonl [--catalog PATH] [--home DIR] [--ablate]

Each line of PLOTS is {"id": …, "en": …, "zh": …}. Prints a Markdown table of hit@1 and hit@10, and with `--ablate` a
row for each part left out.
"""

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from data.catalog import SHIPPED, Catalog
from retrieval.dictionary import Dictionary
from retrieval.encoder import TwoHalvesEncoder, Vectors, normalised
from retrieval.glossing import Glosser
from retrieval.index import Index
from retrieval.lexical import Bm25, Lexical
from retrieval.recommender import Recommender
from retrieval.request import Request
from retrieval.translations import translations
from retrieval.versions import VersionStore

Places = NDArray[np.float64]

_MINILM = 384  # the first numbers of a vector


@dataclass(frozen=True)
class Setting:
    """What answers: a glosser for the encoder, one for the words, and which numbers of a request's vector are kept."""

    encoder_glosser: Glosser
    word_glosser: Glosser
    kept: tuple[int, int] = (0, TwoHalvesEncoder.dimension)
    english: bool = True
    chinese: bool = True


class Partial:
    """The encoder with a glosser of choice and a part of each vector blanked."""

    def __init__(self, encoder: TwoHalvesEncoder, setting: Setting) -> None:
        self.name = encoder.name
        self.dimension = encoder.dimension
        self._encoder = TwoHalvesEncoder(*encoder.halves, setting.encoder_glosser)
        self._kept = setting.kept

    def encode(self, texts: Sequence[str]) -> Vectors:
        vectors = self._encoder.encode(texts)
        blanked = np.zeros_like(vectors)
        blanked[:, slice(*self._kept)] = vectors[:, slice(*self._kept)]
        return normalised(blanked)


def settings() -> Iterator[tuple[str, Setting]]:
    """The whole, and the whole without each of its parts."""
    dictionary, learned = Dictionary.load(), translations()
    whole, bare = Glosser(dictionary, learned), Glosser(Dictionary({}), {})
    by_dictionary, by_catalog = Glosser(dictionary, {}), Glosser(Dictionary({}), learned)
    yield "all parts", Setting(whole, whole)
    yield "no gloss at all", Setting(bare, bare)
    yield "no gloss for MiniLM", Setting(bare, whole)
    yield "no gloss for BM25", Setting(whole, bare)
    yield "first senses (no learned translations)", Setting(by_dictionary, by_dictionary)
    yield "learned translations alone (no dictionary)", Setting(by_catalog, by_catalog)
    yield "no BM25 over English", Setting(whole, whole, english=False)
    yield "no BM25 over Chinese", Setting(whole, whole, chinese=False)
    yield "no BM25", Setting(whole, whole, english=False, chinese=False)
    yield "no multilingual half", Setting(whole, whole, (0, _MINILM))
    yield "no MiniLM half", Setting(whole, whole, (_MINILM, TwoHalvesEncoder.dimension))
    yield "MiniLM alone", Setting(whole, whole, (0, _MINILM), english=False, chinese=False)
    yield (
        "multilingual alone",
        Setting(whole, whole, (_MINILM, TwoHalvesEncoder.dimension), english=False, chinese=False),
    )
    yield "BM25 alone", Setting(whole, whole, (0, 0))


def recommenders(index: Index, encoder: TwoHalvesEncoder, ablate: bool) -> Iterator[tuple[str, Recommender]]:
    """Named recommenders; each is to be used before the next is asked for, as they share the index."""
    words, nothing = index.lexical, Bm25([()] * len(index.catalog))
    for name, setting in settings():
        english, chinese = words.english if setting.english else nothing, words.chinese if setting.chinese else nothing
        index.lexical = Lexical(english, chinese, setting.word_glosser)
        yield name, Recommender(index, Partial(encoder, setting))
        if not ablate:
            return


def places(recommender: Recommender, plots: Sequence[tuple[str, str]]) -> Places:
    """At which place (from 1) each plot's title comes; infinity beyond the tenth."""
    found = []
    for title_id, text in plots:
        ids = [each.title.id for each in recommender.recommend(Request(about=text), k=10)]
        found.append(ids.index(title_id) + 1 if title_id in ids else np.inf)
    return np.array(found)


def opened(home: Path, catalog: Path, encoder: TwoHalvesEncoder) -> Index:
    """The index under a home where it was made of the catalogue by the encoder, else a new one."""
    store = VersionStore(home / "index")
    for version in store.versions():
        if version.current and version.manifest and version.manifest.encoder == encoder.name:
            index = store.load(version.name, encoder.name)
            if index.catalog.source == str(catalog):
                return index
    return store.build(Catalog.read(catalog), encoder)[1]


def share(found: Places, k: int) -> str:
    """Of the plots, how many were found in the first k places."""
    return f"{np.mean(found <= k):.2f}"


def report(index: Index, encoder: TwoHalvesEncoder, told: list[dict[str, str]], ablate: bool) -> None:
    """Print the table; the middle columns show the two halves of the plots apart."""
    print(f"{len(told)} plots, {len(index.catalog):,} titles, {encoder.name}\n")
    print("| | English @1 | @10 | @10, halves | Chinese @1 | @10 | @10, halves | Chinese / English @10 | ms |")
    print("| --- " * 9 + "|")
    middle = len(told) // 2
    for name, recommender in recommenders(index, encoder, ablate):
        start = time.perf_counter()
        cells: list[str] = []
        tens: list[float] = []
        for language in ("en", "zh"):
            found = places(recommender, [(plot["id"], plot[language]) for plot in told])
            halves = f"{share(found[:middle], 10)}, {share(found[middle:], 10)}"
            cells += [share(found, 1), share(found, 10), halves]
            tens.append(float(np.mean(found <= 10)))
        ms = 1000 * (time.perf_counter() - start) / (2 * len(told))
        print("| " + " | ".join([name, *cells, f"{tens[1] / max(tens[0], 0.01):.0%}", f"{ms:.0f}"]) + " |", flush=True)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plots", type=Path)
    parser.add_argument("--catalog", type=Path, default=SHIPPED)
    parser.add_argument("--home", type=Path, help="where the index is kept; a new one each time without it")
    parser.add_argument("--ablate", action="store_true")
    arguments = parser.parse_args()
    told = [json.loads(line) for line in arguments.plots.read_text(encoding="utf-8").splitlines() if line.strip()]
    # As where it serves: numpy's threads would spin on the cores that the encoder's threads wait for.
    threadpool_limits(1, user_api="blas")
    encoder = TwoHalvesEncoder.load()
    with TemporaryDirectory() as folder:
        index = opened(arguments.home or Path(folder), arguments.catalog, encoder)
        report(index, encoder, told, arguments.ablate)


if __name__ == "__main__":
    main()
