"""Names reduced to their letters, to be compared."""

import unicodedata
from typing import Final

from bilat.lang.spaced.lexicon import lower

_OWN_LETTERS: Final = str.maketrans({"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i"})
"""Letters with a stroke, which Unicode does not take apart; as the record folds them."""


def plain(name: str) -> str:
    """Small letters without marks."""
    apart = unicodedata.normalize("NFD", lower(name)).translate(_OWN_LETTERS)
    return "".join(char for char in apart if not unicodedata.combining(char))
