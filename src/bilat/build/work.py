"""Tasks → their results, in the order of the tasks, on any engine.

A task is a handful of small files, or a handful of documents out of one large file or stream, which this process
reads itself. What comes back is the same for any number of processes; only the waiting differs.
"""

from __future__ import annotations

import platform
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from bilat import plugins, remote
from bilat.build.fingerprint import fingerprint
from bilat.build.plan import Input, time_of
from bilat.engines.base import Crew, Ready
from bilat.errors import BilatError, StoreError
from bilat.extract import extract, extract_all
from bilat.lang.base import Language
from bilat.model import Document, Failure, Problem, Reading
from bilat.readers import InputFile, Reader, read_input, read_inputs

if TYPE_CHECKING:
    from bilat.record import FileState

Found = tuple[Document, Reading] | Failure
Shape = Callable[[Document, Reading], object]
"""What a worker makes of a reading before it sends it: something small and quick to pickle."""

LOCAL: Final = "local"
"""The engine that is taken when none is named."""
LARGE: Final = 16 * 2**20
"""Bytes; larger files are read by the main process and handed out document by document, so that no process holds
all of one."""
ARCHIVES: Final = (".warc", ".warc.gz", ".warc.zst", ".wacz")
"""Ends of names of files that are read as large ones are, whatever their size: packed, they hold ten times as much."""
_TASK_BYTES: Final = 2**19
_TASK_FILES: Final = 64
_AT_ONCE: Final = 128
"""Documents read closely together: 32 take 4 % more time than 128, which gain little over 64 (measured)."""
_TASK_DOCUMENTS: Final = 64
_ALONE: Final = 3 * 2**20
"""Bytes; less than this is read and kept by one process sooner than by two more that must first start: 2 MiB in 1.8 s
instead of 2.1, 4 in 2.7 and 2.8, 6 in 3.3 both (measured on two cores; on more the point lies lower)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a worker needs to know: the plugins beside the installed ones, by which version of bilat's rules it is
    done (empty when no record is kept: files are not hashed then), and what to make of a reading."""

    plugins: tuple[str, ...]
    made_by: str
    shape: Shape


class FileTask(NamedTuple):
    inputs: tuple[Input, ...]


class DocumentTask(NamedTuple):
    path: str
    documents: tuple[Document, ...]


class FileDone(NamedTuple):
    """A file was read. `state` is None when it could not be opened, or no record is kept; `same` when its bytes are
    those kept already."""

    input: Input
    state: FileState | None
    same: bool
    found: list[object]
    """What `Shape` made of each reading, and Failures, in the order of the file."""


class FileBegun(NamedTuple):
    """A large file or stream: what is in it follows in parts."""

    input: Input


class Part(NamedTuple):
    found: list[object]


class FileEnded(NamedTuple):
    state: FileState


class KeptTask(NamedTuple):
    """Files whose documents are there already, beside what failed of them: as a record kept them."""

    files: tuple[FileDone, ...]


Task = FileTask | DocumentTask | KeptTask
Result = FileDone | FileBegun | Part | FileEnded


class Worker:
    """Reads files and documents; one in each process, as packs and lexicon take a while to load."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.readers: tuple[Reader, ...] = plugins.readers(settings.plugins)
        self.languages: tuple[Language, ...] = tuple(plugins.languages(extra=settings.plugins).values())

    def perform(self, task: Task) -> list[Result]:
        """The results of one task."""
        if isinstance(task, FileTask | KeptTask):
            opened = list(task.files) if isinstance(task, KeptTask) else self._files(task.inputs)
            given = [(doc, done.input.given) for done in opened for doc in done.found if isinstance(doc, Document)]
            shaped = self.read_documents(given)
            return [done._replace(found=_in_place(done.found, shaped)) for done in opened]
        return [Part([item for one in self.read_documents([(d, task.path) for d in task.documents]) for item in one])]

    def _files(self, inputs: Sequence[Input]) -> list[FileDone]:
        """The files with their documents; those that need not be read without."""
        remote.forget()
        opened = [self._open(file) for file in inputs]
        wanted = [(InputFile(done.input.given), done.input.form or None) for done, wanted in opened if wanted]
        found = iter(read_inputs(wanted, self.readers))
        return [done._replace(found=list(next(found))) if wanted else done for done, wanted in opened]

    def _open(self, file: Input) -> tuple[FileDone, bool]:
        """One file, and whether it must be read. It is hashed first: when its bytes are known, it need not."""
        if not self.settings.made_by:
            return FileDone(file, None, same=False, found=[]), True
        try:
            if remote.is_remote(file.path):
                hash_ = blake2b(remote.fetch(file.path), digest_size=16).hexdigest()
            else:
                hash_ = hash_file(file.path)
        except OSError:
            found = list(read_input(InputFile(file.given), file.form or None, self.readers))
            return FileDone(file, None, same=False, found=[f for f in found if isinstance(f, Failure)]), False
        same = hash_ == file.known != ""
        return FileDone(file, state_of(file, hash_, self.settings.made_by), same, []), not same

    def read_documents(self, given: Sequence[tuple[Document, str]]) -> Iterator[list[object]]:
        """What `Shape` makes of each document's reading (with the path it came from), some at once; where that breaks,
        one by one."""
        for start in range(0, len(given), _AT_ONCE):
            batch = given[start : start + _AT_ONCE]
            try:
                read = extract_all([doc for doc, _ in batch], self.languages)
            except Exception:  # noqa: BLE001 -- found out and told of below, document by document
                yield from (list(self.read_document(doc, path)) for doc, path in batch)
                continue
            for (doc, path), reading in zip(batch, read, strict=True):
                try:
                    yield [self.settings.shape(doc, reading)]
                except Exception:  # noqa: BLE001
                    yield list(self.read_document(doc, path))

    def read_document(self, doc: Document, path: str) -> Iterator[object]:
        """What `Shape` makes of one document's reading. A rule that breaks costs the facts of this document only."""
        try:
            reading = extract(doc, self.languages)
            yield self.settings.shape(doc, reading)
        except Exception as err:  # noqa: BLE001 -- one article must not stop the others, whatever is wrong with it
            why = f"{err}" if isinstance(err, BilatError) else f"{type(err).__name__}: {str(err)[:160]}"
        else:
            return
        yield Failure(path, f"article {doc.id} could not be read closely: {why}")
        problem = Problem("extract_failed", why)
        try:
            yield self.settings.shape(doc, Reading(doc.id, problems=(*doc.problems, problem)))
        except (BilatError, ValueError) as err:
            yield Failure(path, f"article {doc.id} cannot be kept: {err}")


def _in_place(found: list[object], shaped: Iterator[list[object]]) -> list[object]:
    """What was found in a file, with what became of each document in the document's place."""
    return [item for one in found for item in (next(shaped) if isinstance(one, Document) else (one,))]


def hash_file(path: str) -> str:
    """The hash of a file's bytes, in pieces."""
    whole = blake2b(digest_size=16)
    with remote.open_read(path) if remote.is_remote(path) else Path(path).open("rb") as stream:
        while piece := stream.read(1 << 20):
            whole.update(piece)
    return whole.hexdigest()


def state_of(file: Input, hash_: str, made_by: str) -> FileState:
    """The file as it was when it was read; its time is not trusted when it changed while it was read."""
    from bilat.record import FileState  # noqa: PLC0415  a record, and its database, only when one is kept

    try:
        size, time = _now(file.path)
    except OSError:
        return FileState(file.path, file.size, -1, hash_, file.form, made_by)
    still = (size, time) == (file.size, file.mtime_ns)
    return FileState(file.path, size, file.mtime_ns if still else -1, hash_, file.form, made_by)


def _now(path: str) -> tuple[int, int]:
    """Size and time of a file, or of an object."""
    if remote.is_remote(path):
        return remote.state(path)[1:]
    now = Path(path).stat()
    return now.st_size, time_of(now)


def _state_of_stream(hash_: str, form: str, made_by: str) -> FileState:
    """A stream by the hash of its documents' ids; it has no size and no time."""
    from bilat.record import FileState  # noqa: PLC0415

    return FileState(f"-{hash_}", -1, -1, hash_, form, made_by)


@dataclass(frozen=True, slots=True)
class Reads:
    """The job of reading, as an engine takes it. `rules` are those of the process that keeps the results: one with
    others would read otherwise, and nobody would see it."""

    settings: Settings
    rules: str

    def start(self) -> Callable[[Task], Sequence[Result]]:
        """Raises StoreError where other rules, packs or libraries are installed."""
        if self.rules and fingerprint(self.settings.plugins) != self.rules:
            msg = (
                f"{platform.node()} has another version of bilat, its plugins or libraries: install the same everywhere"
            )
            raise StoreError(msg)
        return Worker(self.settings).perform


class Further(NamedTuple):
    """Tasks beside those of the inputs, and about how many bytes they are of."""

    tasks: Iterable[Item] = ()
    size: int = 0


def results(
    inputs: Iterable[Input], settings: Settings, crew: Crew, engine: str = LOCAL, further: Further | None = None
) -> Generator[Result]:
    """Reads all inputs; results come file by file in the order of the inputs, those of `further` tasks behind them."""
    wanted = list(inputs)
    more = further or Further()
    total = sum(max(file.size, 0) for file in wanted) + more.size
    small = total < _ALONE and not any(file.is_stream for file in wanted)
    job = Reads(settings, "" if engine == LOCAL else fingerprint(settings.plugins))
    items = chain(_tasks(wanted, settings, plugins.readers(settings.plugins)), more.tasks)
    for done in plugins.engine(engine, settings.plugins).spread(job, items, replace(crew, small=small)):
        yield from done


Item = Task | Ready[Sequence[Result]]


def _tasks(inputs: Iterable[Input], settings: Settings, readers: tuple[Reader, ...]) -> Iterator[Item]:
    batch: list[Input] = []
    size = 0
    for file in inputs:
        if file.is_stream or file.size > LARGE or file.path.lower().endswith(ARCHIVES):
            if batch:
                yield FileTask(tuple(batch))
                batch, size = [], 0
            yield from _large(file, settings, readers)
            continue
        batch.append(file)
        size += file.size
        if size >= _TASK_BYTES or len(batch) >= _TASK_FILES:
            yield FileTask(tuple(batch))
            batch, size = [], 0
    if batch:
        yield FileTask(tuple(batch))


def _large(file: Input, settings: Settings, readers: tuple[Reader, ...]) -> Iterator[Item]:
    """One large file or stream, read here; `Part`s hold its failures in their place."""
    hash_ = ""
    if not file.is_stream and settings.made_by:
        try:
            hash_ = hash_file(file.path)
        except OSError:
            lost = [f for f in read_input(InputFile(file.given), file.form or None, readers) if isinstance(f, Failure)]
            yield Ready([FileDone(file, None, same=False, found=[*lost])])
            return
        if hash_ == file.known != "":
            yield Ready([FileDone(file, state_of(file, hash_, settings.made_by), same=True, found=[])])
            return
    yield Ready([FileBegun(file)])
    batch: list[Document] = []
    ids = blake2b(digest_size=16)
    for item in read_input(InputFile(file.given), file.form or None, readers):
        if isinstance(item, Failure):
            if batch:
                yield DocumentTask(file.given, tuple(batch))
                batch = []
            yield Ready([Part([item])])
        else:
            ids.update(f"{item.id}\n".encode(errors="replace"))
            batch.append(item)
            if len(batch) >= _TASK_DOCUMENTS:
                yield DocumentTask(file.given, tuple(batch))
                batch = []
    if batch:
        yield DocumentTask(file.given, tuple(batch))
    if file.is_stream:
        yield Ready([FileEnded(_state_of_stream(ids.hexdigest(), file.form, settings.made_by))])
    else:
        yield Ready([FileEnded(state_of(file, hash_, settings.made_by))])
