"""The intent of a message that no rule reads, by a small classifier on the encoder's vectors.

Multinomial logistic regression over the utterances of `utterances.csv`, fitted by `python -m bot.conversation.intents`,
which writes its weights beside them; the same utterances and encoder give the same weights. With another encoder than
the one it was fitted on, it says nothing, and the rules stand alone.
"""

import csv
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from bot.conversation.reply import Intent
from retrieval.encoder import Encoder, Vectors

_UTTERANCES = Path(__file__).parent / "utterances.csv"
_WEIGHTS = Path(__file__).parent / "intents.npz"
_SURE = 0.6  # probability below which a message is taken for a request, as most are
_STRENGTH = 10.0  # inverse of the regularisation


@dataclass(frozen=True)
class IntentClassifier:
    """Weights for vectors of one encoder.

    Args:
        encoder: its name.
        intents: one a row.
        weights, bias: (intents, dimension) and (intents,).
    """

    encoder: str
    intents: tuple[Intent, ...]
    weights: Vectors
    bias: Vectors

    @classmethod
    def fit(cls, encoder: Encoder) -> "IntentClassifier":
        """Fit to the utterances of the repository; deterministic."""
        from sklearn.linear_model import LogisticRegression

        rows = utterances()
        vectors = encoder.encode([text for text, _ in rows])
        model = LogisticRegression(C=_STRENGTH, max_iter=2000, class_weight="balanced")
        model.fit(vectors, [intent.value for _, intent in rows])
        intents = tuple(Intent(name) for name in model.classes_)
        return cls(encoder.name, intents, model.coef_.astype(np.float32), model.intercept_.astype(np.float32))

    @classmethod
    @cache
    def shipped(cls) -> "IntentClassifier":
        """The weights that come along."""
        with np.load(_WEIGHTS) as stored:
            intents = tuple(Intent(name) for name in stored["intents"].tolist())
            return cls(str(stored["encoder"]), intents, stored["weights"], stored["bias"])

    @classmethod
    def over(cls, encoder: Encoder) -> Callable[[str], Intent]:
        """Text → intent, by the weights that come along and the encoder that serves."""
        return lambda text: cls.shipped().intent_of(text, encoder)

    def save(self, path: Path = _WEIGHTS) -> None:
        """Write the weights."""
        names = np.array([intent.value for intent in self.intents])
        np.savez_compressed(path, encoder=np.array(self.encoder), intents=names, weights=self.weights, bias=self.bias)

    def intent_of(self, text: str, encoder: Encoder) -> Intent:
        """The intent of a text; a request where it is not sure, or the encoder is another."""
        if encoder.name != self.encoder:
            return Intent.RECOMMEND
        scores = self.weights @ encoder.encode([text])[0] + self.bias
        shares = np.exp(scores - scores.max())
        best = int(np.argmax(shares))
        return self.intents[best] if shares[best] >= _SURE * shares.sum() else Intent.RECOMMEND


def utterances() -> tuple[tuple[str, Intent], ...]:
    """What people say, and what it is for."""
    with _UTTERANCES.open(encoding="utf-8", newline="") as file:
        return tuple((row["text"], Intent(row["intent"])) for row in csv.DictReader(file))


def main() -> int:
    """Fit, and write the weights."""
    from retrieval.encoder import TwoHalvesEncoder

    classifier = IntentClassifier.fit(TwoHalvesEncoder.load())
    classifier.save()
    print(f"{len(utterances())} utterances, {len(classifier.intents)} intents: {_WEIGHTS}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
