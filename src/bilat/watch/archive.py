"""What was fetched, kept: each page as it came under host and day, a log of every request, and where each feed stands.

    archive/<host>/<day>/<sha256>.html     the bytes as they came (or .xml: one entry of a feed)
    archive/<host>/<day>/.<sha256>.json    address, publisher, date, time of fetch, headers
    archive/.watch/log.jsonl               one line for each request, only ever appended to
    archive/.watch/came/<sha256>.xml       feeds as they came
    archive/.watch/…                       where each feed stands, robots.txt files, what was told

Files are written beside their place and put there in one step. The side file comes first: a page that is there has it.
"""

import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any, Final, cast

from bilat.readers.forms.fetched import side_of
from bilat.views.clean import json_line, safe_json

_UNSAFE: Final = re.compile(r"[^a-z0-9.-]+")
_NOT_KEPT: Final = frozenset({"set-cookie", "set-cookie2", "www-authenticate", "proxy-authenticate"})
_MOST_HEADERS: Final = 60
_LONGEST_HEADER: Final = 1000


def write(path: Path, data: bytes) -> None:
    """Puts bytes in a file in one step: a crash leaves the old file or the new one, never half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.tmp")
    with beside.open("wb") as stream:
        _ = stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    _ = beside.replace(path)


def read_json(path: Path) -> dict[str, Any]:
    """The object in a file; empty when there is no such file, or none that can be read."""
    with suppress(OSError, ValueError, RecursionError):
        found: object = json.loads(path.read_bytes())
        if isinstance(found, dict):
            return cast("dict[str, Any]", found)
    return {}


def kept_headers(headers: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """Headers without what is between a server and one visitor; no more of them than a well-behaved server sends."""
    kept = [(name, value[:_LONGEST_HEADER]) for name, value in headers if name not in _NOT_KEPT]
    return kept[:_MOST_HEADERS]


class Archive:
    """One archive folder."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self.own = self.folder / ".watch"
        self._log = self.own / "log.jsonl"

    def log(self, line: Mapping[str, object]) -> None:
        """Appends a line. One that a crash cut short is closed first."""
        self.own.mkdir(parents=True, exist_ok=True)
        with self._log.open("ab+") as stream:
            if stream.tell():
                _ = stream.seek(-1, os.SEEK_END)
                if stream.read(1) != b"\n":
                    _ = stream.write(b"\n")
            _ = stream.write(safe_json(json_line(line)) + b"\n")

    def keep(self, host: str, day: str, data: bytes, form: str, known: Mapping[str, object]) -> tuple[Path, bool]:
        """Keeps a page (`html`) or entry (`xml`). Returns its file, and whether it was not there before."""
        name = sha256(data).hexdigest()
        folder = self.folder / folder_of(host) / day
        path = folder / f"{name}.{form}"
        side = side_of(path)
        if not side.exists():
            write(side, safe_json(json_line({**known, "sha256": name})) + b"\n")
        if path.exists():
            return path, False
        write(path, data)
        return path, True

    def keep_feed(self, data: bytes) -> str:
        """Keeps a feed as it came. Returns the hash that names it."""
        name = sha256(data).hexdigest()
        path = self.own / "came" / f"{name}.xml"
        if not path.exists():
            write(path, data)
        return name

    def state(self, name: str) -> dict[str, Any]:
        """What was kept under a name (`notices`, or a feed's address)."""
        return read_json(self._state(name))

    def keep_state(self, name: str, state: Mapping[str, object]) -> None:
        """Keeps what the next run needs to know."""
        write(self._state(name), json_line(state))

    def _state(self, name: str) -> Path:
        return self.own / "state" / f"{_hash(name)}.json"

    def robots(self, origin: str) -> tuple[float, int, str] | None:
        """The robots.txt of a host as kept: time, status, text."""
        found = read_json(self.own / "robots" / f"{_hash(origin)}.json")
        at, status, text = found.get("at"), found.get("status"), found.get("text")
        if isinstance(at, int | float) and isinstance(status, int) and isinstance(text, str):
            return float(at), status, text
        return None

    def keep_robots(self, origin: str, at: float, status: int, text: str) -> None:
        """Keeps the robots.txt of a host."""
        line = {"origin": origin, "at": at, "status": status, "text": text}
        write(self.own / "robots" / f"{_hash(origin)}.json", json_line(line))


def folder_of(host: str) -> str:
    """The name of a host's folder: nothing in it that a file system would obey."""
    return _UNSAFE.sub("_", host.lower()).strip(".")[:120] or "_"


def _hash(text: str) -> str:
    return blake2b(text.encode(errors="replace"), digest_size=12).hexdigest()
