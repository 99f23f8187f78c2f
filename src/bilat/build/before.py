"""What there is of a record before a build of it: nothing, a record to go on from, or one to take the articles out of.

Taken from are records of older schemas, damaged ones, and unfinished ones. Files that are still there are read again;
of those that are gone, the documents are read closely as the record kept them.
"""

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count, islice
from pathlib import Path
from typing import Final

from bilat import record as kept
from bilat.build.copy_file import copy_file, write_whole_alone
from bilat.build.decided import beside
from bilat.build.plan import TAKEN, Input, Known
from bilat.build.tasks import DocumentTask, FileBegun, FileDone, FileEnded, Item, KeptTask, Part
from bilat.engines.base import Ready
from bilat.link.decisions import HEADER, compose
from bilat.model import Document, Failure
from bilat.record import Articles, Earlier, Files, FileState, State

_TASK_FILES: Final = 64
_TASK_DOCUMENTS: Final = 64


class Nothing:
    """The files of no record."""

    def get(self, path: str) -> FileState | None:  # noqa: ARG002 -- the protocol's
        return None

    def under(self, start: str) -> Iterator[FileState]:  # noqa: ARG002
        return iter(())

    def by_others(self, made_by: str) -> Iterator[FileState]:  # noqa: ARG002
        return iter(())


@dataclass(slots=True)
class Before:
    """`files` are those known, `articles` what was read from them, `decided` and `linked_by` what it was linked with.
    `whole` when a new record may go on from a copy, `damaged` when something of it may be lost; `base` tells one such
    record from another. `notices` are lines for whoever builds."""

    files: Known = field(default_factory=Nothing)
    articles: Articles | None = None
    decided: State = field(default_factory=State)
    linked_by: str = ""
    whole: bool = False
    base: str = ""
    damaged: bool = False
    notices: list[str] = field(default_factory=list[str])

    def tasks(self, files: Sequence[FileState], made_by: str) -> Iterator[Item]:
        """What reads the documents of these files closely, as the record kept them."""
        return tasks(files, self.articles, made_by) if self.articles else iter(())

    def keep_aside(self, record: Path) -> None:
        """Gives a record another name when not all of it was taken, before another takes its place."""
        if not self.damaged and not (self.articles and self.articles.lost):
            return
        paths = (record.with_name(f"{record.name}.damaged{number or ''}") for number in count())
        aside = next(path for path in paths if not path.exists() or path.samefile(record))
        if not aside.exists():
            try:
                os.link(record, aside)
            except OSError:  # a file system without links
                copy_file(record, aside)
        self.notices.append(f"what {record} was before is {aside} now")


@contextmanager
def before(target: Path, *, distrust: str | None = None) -> Generator[Before]:
    """What there is of a record. With `distrust`, the reason, it is not gone on from. Raises StoreError for a file that
    is none, and for one of a newer version."""
    if not target.exists() or not target.stat().st_size:
        yield Before()
        return
    why, damaged = f"{target}: damaged ({distrust})", True
    try:
        connection = None if distrust else kept.open_kept(target)
    except kept.OlderRecordError as err:
        connection, why, damaged = None, str(err).partition("; ")[0], False
    except kept.UnfinishedError as err:
        connection, why = None, str(err).partition("; ")[0]
    except kept.DamagedError as err:
        if not err.ours:
            raise
        connection, why = None, f"{target}: damaged ({err.why})"
    if connection is not None:
        with closing(connection):
            with kept.storing(target):
                decided, linked_by = kept.decided_with(connection), kept.linked_with(connection)
                base = kept.digest_of(connection)
            yield Before(Files(connection), Articles(connection), decided, linked_by, whole=True, base=base)
        return
    with closing(Earlier(target)) as earlier:
        notice = f"{why}; made anew: of files that are gone, out of the documents that were kept"
        yield Before(earlier, earlier.articles, earlier.decided(), base=why, damaged=damaged, notices=[notice])


def doubt(record: Path) -> str | None:
    """Why a record is not to be gone on from, when it is looked at row by row; None when it is whole, or none."""
    if not record.exists() or not record.stat().st_size:
        return None
    try:
        with kept.open_record(record) as opened:
            found = opened.verify().damage
    except kept.DamagedError as err:
        return err.why
    except (kept.OlderRecordError, kept.UnfinishedError):
        return None
    return f"{found[0].table} {found[0].id}: {found[0].reason}" if found else None


class Both:
    """The files that are in already, and those of the record before that are not yet."""

    def __init__(self, done: Known, earlier: Known) -> None:
        self._done = done
        self._earlier = earlier

    def get(self, path: str) -> FileState | None:
        return self._done.get(path) or self._earlier.get(path)

    def under(self, start: str) -> Iterator[FileState]:
        return self._merged(self._done.under(start), self._earlier.under(start))

    def by_others(self, made_by: str) -> Iterator[FileState]:
        later = (state for state in self._earlier.by_others(made_by) if self._done.get(state.path) is None)
        return self._merged(self._done.by_others(made_by), later)

    @staticmethod
    def _merged(done: Iterable[FileState], earlier: Iterable[FileState]) -> Iterator[FileState]:
        states = {state.path: state for state in (*earlier, *done)}
        return (state for _, state in sorted(states.items()))


def tasks(files: Sequence[FileState], articles: Articles, made_by: str) -> Iterator[Item]:
    """Reads the documents of files closely as a record kept them: many small files at once, large ones in parts."""
    opened: list[FileDone] = []
    documents = 0
    for state in files:
        file = Input(state.path, state.path, state.size, state.mtime_ns, state.form)
        now = FileState(state.path, state.size, state.mtime_ns, state.hash, state.form, f"{made_by}{TAKEN}")
        found = articles.of(state.path)
        first = list(islice(found, _TASK_DOCUMENTS))
        if len(first) < _TASK_DOCUMENTS:
            opened.append(FileDone(file, now, same=False, found=[*first]))
            documents += len(first)
        if opened and (len(first) == _TASK_DOCUMENTS or len(opened) == _TASK_FILES or documents >= _TASK_DOCUMENTS):
            yield KeptTask(tuple(opened))
            opened, documents = [], 0
        if len(first) == _TASK_DOCUMENTS:
            yield Ready([FileBegun(file)])
            while first:
                yield from _parts(file, first)
                first = list(islice(found, _TASK_DOCUMENTS))
            yield Ready([FileEnded(now)])
    if opened:
        yield KeptTask(tuple(opened))


def _parts(file: Input, found: Sequence[Document | Failure]) -> Iterator[Item]:
    documents = tuple(item for item in found if isinstance(item, Document))
    failures = [item for item in found if isinstance(item, Failure)]
    if documents:
        yield DocumentTask(file.given, documents)
    if failures:
        yield Ready([Part([*failures])])


def rescue_decisions(source: Path, state: State, into: Path) -> list[str]:
    """Puts the decisions of a record where those of another are looked for: a copy of its file, or the lines that it
    was linked with where that file is gone. Returns a line that tells so."""
    known = Path(state.path) if state.path else beside(source)
    if into.exists() or (state.path and known.exists()):
        return []
    if known.exists():
        write_whole_alone(into, known.read_bytes())
        return [f"{into}: a copy of {known}"]
    with closing(Earlier(source)) as earlier:
        lines = [compose(decision) for decision in earlier.decisions()]
    if not lines:
        return []
    write_whole_alone(into, "".join([HEADER, *(f"{line}\n" for line in lines)]).encode())
    return [f"{into}: written anew, as it was gone: the decisions that the record was linked with"]
