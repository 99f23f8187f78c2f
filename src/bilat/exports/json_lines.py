"""JSON Lines: a file for each noun in a folder, or one noun in one file; the same objects as the commands print."""

from pathlib import Path
from typing import Final

from bilat.errors import UsageError
from bilat.exports.base import EVENT_FILTERS, Asked
from bilat.exports.columns import NOUNS
from bilat.exports.select import Selection, chosen
from bilat.record import Record
from bilat.views.clean import json_line, safe_json

_NAMES: Final = tuple(noun.name for noun in NOUNS)


class JsonLines:
    """The format `jsonl`."""

    name = "jsonl"
    about = "a file for each noun with one JSON object a line, in a folder, or one noun in one .jsonl"
    suffix = ""
    streams = ".jsonl"
    needs = ()
    takes = EVENT_FILTERS | {"only"}
    files = frozenset(f"{name}.jsonl" for name in _NAMES)

    def write(self, record: Record, asked: Asked, target: Path) -> None:
        """A folder, unless the target ends with `.jsonl`."""
        wanted = chosen(asked, _NAMES)
        selection = Selection(record, asked)
        if target.suffix == ".jsonl":
            if len(wanted) != 1:
                msg = f"one .jsonl file holds one noun: name it with --only, such as --only {_NAMES[0]}"
                raise UsageError(msg)
            _write(selection, wanted[0], target)
            return
        target.mkdir()
        for name in wanted:
            _write(selection, name, target / f"{name}.jsonl")


def _write(selection: Selection, noun: str, path: Path) -> None:
    with path.open("wb") as out:
        for row in selection.objects(noun):
            _ = out.write(safe_json(json_line(row.to_dict())) + b"\n")
