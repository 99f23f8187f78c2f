"""The record: one SQLite file that holds documents and all that was found in them.

`open_record` is the way in for readers, `Writer` for `bilat.build`; docs/record.md describes every table.
"""

from pathlib import Path

from bilat.record.changes import Changes
from bilat.record.connect import DamagedError, OlderRecordError, UnfinishedError, open_kept, storing
from bilat.record.decided import State
from bilat.record.decided import digest as digest_of
from bilat.record.decided import linked_by as linked_with
from bilat.record.decided import state as decided_with
from bilat.record.earlier import Articles, Earlier
from bilat.record.events import Made
from bilat.record.files import Files, FileState
from bilat.record.items import ItemFilter
from bilat.record.linking import Linking
from bilat.record.pack import Packed, pack
from bilat.record.query import EventFilter, PeopleFilter
from bilat.record.record import Record
from bilat.record.writer import Writer

__all__ = [
    "Articles",
    "Changes",
    "DamagedError",
    "Earlier",
    "EventFilter",
    "FileState",
    "Files",
    "ItemFilter",
    "Linking",
    "Made",
    "OlderRecordError",
    "Packed",
    "PeopleFilter",
    "Record",
    "State",
    "UnfinishedError",
    "Writer",
    "decided_with",
    "digest_of",
    "linked_with",
    "open_kept",
    "open_record",
    "pack",
    "storing",
]


def open_record(path: str | Path) -> Record:
    """Opens a record. Raises StoreError when it is missing, damaged, unfinished, or of a newer version."""
    return Record(path)
