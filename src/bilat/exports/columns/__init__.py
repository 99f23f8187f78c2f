"""The codebook: every noun that is exported, with the meaning of each column."""

from typing import Final

from bilat.exports.columns.discrepancies import DISCREPANCIES
from bilat.exports.columns.documents import DOCUMENTS
from bilat.exports.columns.events import EVENTS
from bilat.exports.columns.items import ITEMS
from bilat.exports.columns.people import PEOPLE
from bilat.exports.fields import EVIDENCE, Noun, Table, tables_of

NOUNS: Final[tuple[Noun, ...]] = (EVENTS, *ITEMS, DISCREPANCIES, PEOPLE, DOCUMENTS)
"""In the order in which they are written: people and documents last, when it is known which are referred to."""


def flat_tables() -> tuple[Table, ...]:
    """All tables of a flat format, in the order of the codebook."""
    tables = [table for noun in NOUNS for table in tables_of(noun)]
    return (*tables, EVIDENCE)
