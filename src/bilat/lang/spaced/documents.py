"""How a language of this family names signed documents."""

import re
from collections.abc import Callable
from typing import NamedTuple


class Documents(NamedTuple):
    """How a language names documents: `name` matches what can be a name, `several` words right before it that make it
    no name of one document, `is_name` says whether a stretch of it tells
    which document it is (a topic, or a kind that needs none), `statement` matches the kinds that say something rather
    than settle something, `places` are the words that lead to where a document is signed."""

    name: re.Pattern[str]
    several: re.Pattern[str]
    is_name: Callable[[str], bool]
    statement: re.Pattern[str]
    places: frozenset[str]

    def is_statement(self, name: str) -> bool:
        """Whether a document says something rather than settles something."""
        return self.statement.search(name.lower()) is not None
