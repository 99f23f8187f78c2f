"""A record → a lake of Parquet: a folder for each noun, in it one for each month, in a folder or on object storage.

`events/month=2023-12/part-0.parquet` holds the events that begin in that month; of what documents say it is the month
of publication. What has no month is in `month=__HIVE_DEFAULT_PARTITION__`, which readers take for null; people
have none at all. Files whose bytes are as before are not written again: `_manifest.json` knows them by their hashes.
"""

import json
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, NamedTuple

from bilat import remote
from bilat.errors import StoreError, UsageError
from bilat.exports.base import EVENT_FILTERS, Asked
from bilat.exports.columns import NOUNS
from bilat.exports.fields import Noun
from bilat.exports.parquet import Written
from bilat.exports.select import Selection
from bilat.record import Record

MANIFEST: Final = "_manifest.json"
"""Readers of lakes leave out what begins with `_`."""
_UNKNOWN: Final = "__HIVE_DEFAULT_PARTITION__"
_MONTH: Final = len("YYYY-MM")
_MONTHS_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "events": ("first_day", "first_reported"),
    "people": (),
}
"""The columns that tell the month of a row, the first that is there; `published` where nothing is said."""

_OURS: Final = re.compile(rf"({'|'.join(noun.name for noun in NOUNS)})/(month=[^/]+/)?part-\d+\.parquet")
"""Files that may be removed; what else lies in a lake is somebody's."""

_LEFT: Final = re.compile(r"\.(part-\d+\.parquet|_manifest\.json)\.tmp")
"""What a run that was killed leaves of a file in the making."""

Files = dict[str, dict[str, Any]]


class Change(NamedTuple):
    """How many files of a lake were written, removed, and left as they were."""

    written: int
    removed: int
    same: int


class Lake:
    """The format `lake`."""

    name = "lake"
    about = "Parquet in a folder for each noun and month, for DuckDB, Spark and pandas"
    suffix = ""
    streams = None
    needs = ("pyarrow",)
    takes = EVENT_FILTERS
    files = frozenset({MANIFEST, *(noun.name for noun in NOUNS)})

    def write(self, record: Record, asked: Asked, target: Path) -> None:
        """A folder."""
        target.mkdir()
        _ = write_lake(record, str(target), asked)


def write_lake(record: Record, root: str, asked: Asked | None = None) -> Change:
    """Brings the lake at `root`, a folder or an address, up to date with a record. The manifest is written last, and
    before that without the files that are to change: whatever ends it, the next run puts all in order.

    Raises UsageError where something else lies there, StoreError when it cannot be written.
    """
    place = _Remote(root) if remote.is_remote(root) else _Folder(root)
    try:
        place.clear()
        before = _manifest(place, root)
        head = {"bilat": version("bilat"), "pyarrow": version("pyarrow"), "record": record.digest}
        kept: Files = before.get("files", {})
        whole = place.sizes()
        kept = {path: file for path, file in kept.items() if whole.get(path) == file["bytes"]}
        if asked is None and before.get("made") == head and len(kept) == len(before["files"]):
            return Change(0, 0, len(kept))
        with tempfile.TemporaryDirectory(prefix="bilat.lake.") as folder:
            made = _made(record, asked or Asked(), Path(folder))
            changed = sorted(path for path, file in made.items() if kept.get(path) != file)
            gone = sorted(path for path in whole.keys() - made.keys() if _OURS.fullmatch(path))
            place.put(MANIFEST, _text({"files": {path: made[path] for path in made if path not in changed}}))
            for path in changed:
                place.put(path, Path(folder, path).read_bytes())
        for path in gone:
            place.remove(path)
        place.put(MANIFEST, _text({"files": made} if asked is not None else {"made": head, "files": made}))
        return Change(len(changed), len(gone), len(made) - len(changed))
    except OSError as err:
        raise StoreError(f"{root}: {err.strerror or err}") from err


def _manifest(place: "_Place", root: str) -> dict[str, Any]:
    data = place.get(MANIFEST)
    if data is None:
        if place.sizes():
            raise UsageError(f"{root} holds what is no lake of bilat's: give another name")
        return {}
    try:
        return json.loads(data)
    except ValueError:
        return {}


def _text(manifest: Mapping[str, Any]) -> bytes:
    return f"{json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)}\n".encode()


def _made(record: Record, asked: Asked, folder: Path) -> Files:
    """All files of the lake, made in a folder."""
    selection = Selection(record, asked)
    found: Files = {}
    for noun in NOUNS:
        months = _months(noun, selection.rows(noun), folder)
        for path, rows in sorted(months.items()):
            data = Path(folder, path).read_bytes()
            found[path] = {"rows": rows, "bytes": len(data), "blake2b": blake2b(data, digest_size=16).hexdigest()}
    return found


def _months(noun: Noun, rows: Iterator[Any], folder: Path) -> dict[str, int]:
    """Writes one noun, row by row, each to the file of its month. Returns the files with their numbers of rows. A noun
    without rows has one file without rows, so that readers find its columns."""
    columns = [c for name in _MONTHS_OF.get(noun.name, ("published",)) for c in noun.columns if c.name == name]
    open_: dict[str, Written] = {}
    for row in rows:
        day = next((value for c in columns if (value := c.get(row))), None)
        part = f"month={str(day)[:_MONTH] if day else _UNKNOWN}/" if columns else ""
        if part not in open_:
            open_[part] = Written(noun, Path(folder, noun.name, part, "part-0.parquet"))
        open_[part].add(row)
    if not open_:
        part = f"month={_UNKNOWN}/" if columns else ""
        open_[part] = Written(noun, Path(folder, noun.name, part, "part-0.parquet"))
    return {f"{noun.name}/{part}part-0.parquet": out.close() for part, out in open_.items()}


class _Folder:
    """A lake in a folder."""

    def __init__(self, root: str) -> None:
        self._root = Path(root)

    def clear(self) -> None:
        """Removes what a run that was killed left of files in the making."""
        for path in sorted(self._root.rglob(".*.tmp")):
            if _LEFT.fullmatch(path.name):
                path.unlink()

    def sizes(self) -> dict[str, int]:
        """The bytes of each file of the lake."""
        files = (p for p in self._root.rglob("*") if p.is_file() and p.name != MANIFEST)
        return {p.relative_to(self._root).as_posix(): p.stat().st_size for p in files}

    def get(self, path: str) -> bytes | None:
        with suppress(FileNotFoundError):
            return (self._root / path).read_bytes()
        return None

    def put(self, path: str, data: bytes) -> None:
        target = self._root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.tmp")
        _ = beside.write_bytes(data)
        _ = beside.replace(target)

    def remove(self, path: str) -> None:
        (self._root / path).unlink()
        with suppress(OSError):  # other files are in it
            (self._root / path).parent.rmdir()


class _Remote:
    """A lake on object storage."""

    def __init__(self, root: str) -> None:
        self._root = root.rstrip("/") + "/"

    def clear(self) -> None:
        """An object is there as a whole or not at all."""

    def sizes(self) -> dict[str, int]:
        try:
            found = remote.list_files(self._root)
        except FileNotFoundError:
            return {}
        return {s.path.removeprefix(self._root): s.size for s in found if not s.path.endswith(f"/{MANIFEST}")}

    def get(self, path: str) -> bytes | None:
        try:
            with remote.open_read(self._root + path) as stream:
                return stream.read()
        except FileNotFoundError:
            return None

    def put(self, path: str, data: bytes) -> None:
        remote.write(self._root + path, data)

    def remove(self, path: str) -> None:
        remote.remove(self._root + path)


_Place = _Folder | _Remote
