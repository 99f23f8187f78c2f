"""Tasks → their results, in the order of the tasks, on any engine.

A task is a handful of small files, or of documents or pages of one large file or stream, which this process opens
itself. What comes back is the same for any number of processes; only the waiting differs.
"""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import chain
from typing import Final, NamedTuple, cast

from bilat import plugins, remote
from bilat.build.file_state import hash_file, state_of
from bilat.build.fingerprint import fingerprint
from bilat.build.large import is_large, large, weight
from bilat.build.plan import Input
from bilat.build.tasks import (
    DocumentTask,
    FileBegun,
    FileDone,
    FileEnded,
    FileTask,
    Item,
    KeptTask,
    PageTask,
    Part,
    Result,
    Settings,
    Task,
)
from bilat.engines.base import Crew
from bilat.errors import BilatError, StoreError
from bilat.extract import extract, extract_all
from bilat.lang.base import Language
from bilat.model import Document, Failure, Problem, Reading
from bilat.readers import InputFile, Reader, read_input, read_inputs
from bilat.readers.divided import Divisible, left_out, read_pages

LOCAL: Final = "local"
"""The engine that is taken when none is named."""
_TASK_BYTES: Final = 2**19
_TASK_FILES: Final = 64
_AT_ONCE: Final = 128
"""Documents read closely together: 32 take 4 % more time than 128, which gain little over 64 (measured)."""
_ALONE: Final = 3 * 2**20
"""Bytes; less than this is read and kept by one process sooner than by two more that must first start: 2 MiB in 1.8 s
instead of 2.1, 4 in 2.7 and 2.8, 6 in 3.3 both (measured on two cores; on more the point lies lower)."""


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
        return [self._pages(task) if isinstance(task, PageTask) else self._documents(task)]

    def _documents(self, task: DocumentTask) -> Part:
        return Part([item for one in self.read_documents([(d, task.path) for d in task.documents]) for item in one])

    def _pages(self, task: PageTask) -> Part:
        reader = next(reader for reader in self.readers if reader.form == task.pages[0].form)
        read = read_pages(cast("Divisible", reader), task.path, task.pages)
        given = [(item, task.path) for item in read.found if isinstance(item, Document)]
        return Part([*_in_place(read.found, self.read_documents(given))], len(given), tuple(read.aside.items()))

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


def _in_place(found: Sequence[object], shaped: Iterator[list[object]]) -> list[object]:
    """What was found in a file, with what became of each document in the document's place."""
    return [item for one in found for item in (next(shaped) if isinstance(one, Document) else (one,))]


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
    total = sum(map(weight, wanted)) + more.size
    small = total < _ALONE and not any(file.is_stream for file in wanted)
    job = Reads(settings, "" if engine == LOCAL else fingerprint(settings.plugins))
    items = chain(_tasks(wanted, settings, plugins.readers(settings.plugins)), more.tasks)
    done = plugins.engine(engine, settings.plugins).spread(job, items, replace(crew, small=small))
    yield from _with_left_out(chain.from_iterable(done))


def _with_left_out(results: Iterable[Result]) -> Iterator[Result]:
    """The same, and at the end of each large file the line on what was left out of its parts."""
    path, aside = "", Counter[str]()
    for result in results:
        if isinstance(result, FileBegun):
            path, aside = result.input.given, Counter[str]()
        elif isinstance(result, Part):
            aside.update(dict(result.aside))
        elif isinstance(result, FileEnded) and aside:
            yield Part([*left_out(path, aside)])
        yield result


def _tasks(inputs: Iterable[Input], settings: Settings, readers: tuple[Reader, ...]) -> Iterator[Item]:
    batch: list[Input] = []
    size = 0
    for file in inputs:
        if is_large(file):
            if batch:
                yield FileTask(tuple(batch))
                batch, size = [], 0
            yield from large(file, settings, readers)
            continue
        batch.append(file)
        size += file.size
        if size >= _TASK_BYTES or len(batch) >= _TASK_FILES:
            yield FileTask(tuple(batch))
            batch, size = [], 0
    if batch:
        yield FileTask(tuple(batch))
