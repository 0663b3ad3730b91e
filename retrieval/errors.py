"""The family of errors that this room raises.

RetrievalError
├── DictionaryError    the dictionary is not installed
├── EncoderError       weights are missing, altered or of no use here
└── IndexVersionError  a version of the index is missing, damaged or does not fit its encoder

Their text is meant for people: what is wrong, and how to mend it.
"""


class RetrievalError(Exception):
    """Finding titles is not possible, said in one clear sentence."""


class DictionaryError(RetrievalError):
    """The dictionary cannot be read."""


class EncoderError(RetrievalError):
    """An encoder cannot be loaded."""


class IndexVersionError(RetrievalError):
    """A version of the index cannot be built, loaded or used."""
