"""The encoder that comes along, loaded once for every test that needs it."""

import pytest

from retrieval.encoder import TwoHalvesEncoder
from retrieval.index import Index
from retrieval.recommender import Recommender
from retrieval.serving import Shelf
from tests.conftest import FakeEncoder


@pytest.fixture(scope="session")
def embedded() -> TwoHalvesEncoder:
    return TwoHalvesEncoder.load()


@pytest.fixture
def index(shelf: Shelf) -> Index:
    return shelf.serving().index


@pytest.fixture
def recommender(index: Index, encoder: FakeEncoder) -> Recommender:
    return Recommender(index, encoder, clock=lambda: 0.0)
