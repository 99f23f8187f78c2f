"""A decisions file → Decisions, and a Decision → its line.

    verb what… | author | date | reason

One line a decision, blank lines and lines that begin with # left out. Ids are those of names and tellings: hashes of
what they say, so that they mean the same whatever else is read. What stands in parentheses behind an id is for the
reader. A line that says no decision is a Fault; the others hold. docs/decisions-file.md is the user's page.
"""

import os
import re
from collections.abc import Mapping, Sequence
from datetime import date
from io import FileIO
from pathlib import Path
from typing import Final

from bilat.errors import UsageError
from bilat.link.days import first_and_last
from bilat.model import Status
from bilat.model.decision import SETTABLE, Decision, Fault, Ledger, Verb

HEADER: Final = "# bilat decisions: verb what… | author | date | reason\n"
LARGEST: Final = 64 * 2**20
"""Bytes of a decisions file: some 500,000 decisions."""
UNKNOWN: Final = "unknown"
"""What `set` takes for a field that nobody can know."""
FROM: Final = "from"
_ID: Final = re.compile(r"[0-9a-f]{16}")
_WORD: Final = re.compile(r"\s*([0-9a-f]{16}|from(?=\s))(?![0-9A-Za-z])\s*(?:\(([^()]*)\)\s*)?")
_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_PARTS: Final = 4
_CONFLICT: Final = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_BLANKS: Final = re.compile(r"\s+")


def read_decisions(path: Path) -> Ledger:
    """All decisions of a file; none where there is no file. Raises UsageError where it cannot be opened."""
    try:
        return parse(path.read_bytes())
    except FileNotFoundError:
        return Ledger()
    except OSError as err:
        raise UsageError(f"{path}: the decisions cannot be read: {err.strerror or err}") from err


def recognised(path: Path) -> bool:
    """Whether a file that is there is one of decisions, or empty: asked where a record names it rather than its
    owner: a stranger's record may name any file of this machine."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return False
        content = path.read_bytes()
    except OSError:
        return False
    return not content or content.startswith(HEADER.partition(":")[0].encode()) or bool(parse(content).decisions)


def parse(content: bytes) -> Ledger:
    """The decisions in a file's bytes, line by line."""
    decisions: list[Decision] = []
    faults: list[Fault] = []
    for number, raw in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        try:
            line = raw.decode().strip()
            if line and not line.startswith("#"):
                decisions.append(parse_line(line, number))
        except UnicodeDecodeError:
            faults.append(Fault(number, "not UTF-8"))
        except UsageError as err:
            faults.append(Fault(number, str(err)))
    return Ledger(tuple(decisions), tuple(faults))


def parse_line(line: str, number: int = 0) -> Decision:
    """The decision of one line. Raises UsageError that says what is wrong with it."""
    if line.startswith(_CONFLICT):
        raise UsageError("a mark of an unfinished merge; keep the lines you want and remove the marks")
    parts = [part.strip() for part in line.split("|", _PARTS - 1)]
    if len(parts) < _PARTS or not all(parts[1:]):
        raise UsageError("write: verb what… | author | date | reason")
    words, author, day, reason = *parts[:-1], _one_line(parts[-1])
    verb, *more = words.split(maxsplit=1) or [""]
    if verb not in set(Verb):
        raise UsageError(f"no decision is called '{verb}'; there are: {', '.join(Verb)}")
    if len(day) != len("YYYY-MM-DD") or not _is_date(day):
        raise UsageError(f"'{day}' is no day; write it like 2024-01-31")
    ids, others, field, value = _what(Verb(verb), more[0].strip() if more else "")
    return Decision(Verb(verb), ids, others, field, value, author, day, reason, number)


def _what(verb: Verb, rest: str) -> tuple[tuple[str, ...], tuple[str, ...], str | None, str | None]:
    """ids, others, field and value of what a verb is followed by."""
    if verb in (Verb.RENAME, Verb.SET):
        first = _WORD.match(rest)
        if first is None or first[1] == FROM:
            raise UsageError(f"{_USAGE[verb]}; an id has 16 characters, 0-9 and a-f")
        field, value = _field(rest[first.end() :].strip()) if verb is Verb.SET else (None, rest[first.end() :].strip())
        if verb is Verb.RENAME and not value:
            raise UsageError(_USAGE[verb])
        return (first[1],), (), field, value
    words = _words(rest)
    if FROM in words:
        at = words.index(FROM)
        ids, others = words[:at], words[at + 1 :]
    elif verb is Verb.SPLIT and len(words) == 2:
        ids, others = words[:1], words[1:]
    else:
        ids, others = words, []
    joins = verb in (Verb.MERGE, Verb.CONFIRM)
    wrong = len(ids) < 1 + joins or FROM in others or (joins and others) or (FROM in words and not others)
    if wrong or (verb is Verb.SPLIT and not others):
        raise UsageError(_USAGE[verb])
    twice = next((word for at, word in enumerate(words) if word in words[:at]), None)
    if twice is not None:
        raise UsageError(f"{twice} stands there twice")
    return tuple(ids), tuple(others), None, None


_USAGE: Final[Mapping[Verb, str]] = {
    Verb.MERGE: "write: merge ID ID…",
    Verb.CONFIRM: "write: confirm ID ID…",
    Verb.SPLIT: "write: split ID… from ID…",
    Verb.REJECT: "write: reject TELLING…, or reject TELLING… from TELLING",
    Verb.RENAME: "write: rename ID NAME",
    Verb.SET: f"write: set ID FIELD VALUE, with a field of {', '.join(SETTABLE)}",
}


def _words(rest: str) -> list[str]:
    """Ids and `from`, without what stands in parentheses."""
    words: list[str] = []
    at = 0
    while at < len(rest):
        found = _WORD.match(rest, at)
        if found is None:
            what = rest[at:].split(maxsplit=1)[0]
            raise UsageError(f"'{what[:40]}' is no id: an id has 16 characters, 0-9 and a-f")
        words.append(found[1])
        at = found.end()
    return words


def _field(rest: str) -> tuple[str, str | None]:
    """Field and value of a `set`, checked."""
    field, _, value = rest.partition(" ")
    value = value.strip()
    if field not in SETTABLE or not value:
        raise UsageError(_USAGE[Verb.SET])
    if field == "status" and value not in set(Status):
        raise UsageError(f"no status is called '{value}'; there are: {', '.join(Status)}")
    if field in ("start", "end") and value != UNKNOWN and not _is_date(value):
        raise UsageError(f"'{value}' is no date; write 2023, 2023-12, 2023-12-31 or {UNKNOWN}")
    return field, None if value == UNKNOWN else value


def _is_date(word: str) -> bool:
    if not _DATE.fullmatch(word) or first_and_last(word) is None:
        return False
    try:
        return len(word) < len("YYYY-MM-DD") or bool(date.fromisoformat(word))
    except ValueError:
        return False


def compose(decision: Decision, labels: Mapping[str, str] | None = None) -> str:
    """The line of a decision, with a few words for the reader behind each id. Raises UsageError for what no line can
    say: the line is read back and compared."""
    known = labels or {}

    def ids(ids: Sequence[str]) -> str:
        return " ".join(f"{id_}({label})" if (label := _label(known.get(id_, ""))) else id_ for id_ in ids)

    words = [str(decision.verb), ids(decision.ids)]
    if decision.others:
        words += [FROM, ids(decision.others)]
    if decision.field is not None:
        words += [decision.field, decision.value or UNKNOWN]
    elif decision.value is not None:
        words.append(decision.value)
    line = " | ".join([" ".join(words), *(_one_line(p) for p in (decision.author, decision.date, decision.reason))])
    if not _can_be_written(line) or parse_line(line).says[:-1] != decision.says[:-1]:
        raise UsageError("the name of an author, of an actor or a place may hold no |, no line end and no double blank")
    return line


def _can_be_written(line: str) -> bool:
    """Whether a line is UTF-8: no half characters."""
    try:
        return bool(line.encode())
    except UnicodeEncodeError:
        return False


def _one_line(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _label(text: str) -> str:
    """What may stand in parentheses: one line without parentheses and |."""
    return _one_line("".join(char for char in text if char not in "()|" and (char == " " or char.isprintable())))


def append(path: Path, line: str) -> None:
    """Writes a line at the end of a file, which is made where there is none. Raises UsageError where it cannot be; the
    file is then as it was."""
    try:
        with path.open("ab+", buffering=0) as stream:
            size = stream.seek(0, 2)
            begin = HEADER if not size else ""
            if size:
                _ = stream.seek(-1, 2)
                begin = "" if stream.read(1) == b"\n" else "\n"
            try:
                _write_all(stream, f"{begin}{line}\n".encode())
            except OSError:
                _ = stream.truncate(size)
                raise
    except OSError as err:
        raise UsageError(f"{path}: the decision cannot be written: {err.strerror or err}") from err


def _write_all(stream: FileIO, data: bytes) -> None:
    """On disk when it returns."""
    while data:
        data = data[stream.write(data) :]
    os.fsync(stream.fileno())


def is_id(word: str) -> bool:
    """Whether a word is an id in full."""
    return _ID.fullmatch(word) is not None
