"""Paths → readings, one after the other, without a record."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, cast
from zlib import crc32

import msgspec

from bilat.build import work
from bilat.build.plan import make_plan
from bilat.build.tasks import FileBegun, FileDone, FileEnded, Part, Result, Settings
from bilat.engines.base import Crew
from bilat.errors import ReadError
from bilat.model import Document, Failure, Reading
from bilat.model.codec import reading_from_dict, reading_to_dict

Progress = Callable[[str, int, int], None]


class _Line(NamedTuple):
    """A document's id, a checksum of its text, its JSON, and where it was read."""

    id: str
    text: int
    json: bytes
    path: str


def extract_paths(
    paths: Iterable[str | Path],
    form: str | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    *,
    plugins: Sequence[str] = (),
    engine: str = work.LOCAL,
    engine_address: str | None = None,
) -> Iterator[tuple[Document, Reading] | Failure]:
    """Every document under `paths` with all that is found in it, and a Failure for each thing that cannot be read, in
    the order of the paths: the same for any number of `workers` (default: one for each core), and on any `engine`."""
    for item in extract_lines(
        paths, form, workers, progress, plugins=plugins, engine=engine, engine_address=engine_address
    ):
        yield item if isinstance(item, Failure) else reading_from_dict(msgspec.json.decode(item))


def extract_lines(
    paths: Iterable[str | Path],
    form: str | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    *,
    plugins: Sequence[str] = (),
    engine: str = work.LOCAL,
    engine_address: str | None = None,
) -> Iterator[bytes | Failure]:
    """As `extract_paths`, but each reading as its line of JSON (UTF-8, no line end): made in the worker processes, so
    several times quicker to pass on. An id that two articles share is a Failure beside the second one's line."""
    plan = make_plan(paths, None, form or "", "")
    yield from plan.failures
    seen: dict[str, int] = {}
    done = 0
    settings = Settings(tuple(plugins), "", to_line)
    for result in _numbered(work.results(plan.read, settings, Crew(workers, engine_address), engine)):
        done += isinstance(result, FileDone | FileEnded)
        if progress is not None:
            progress("read", done, len(plan.read))
        if isinstance(result, FileDone | Part):
            for item in cast("list[_Line | Failure]", result.found):
                if isinstance(item, Failure):
                    yield item
                else:
                    yield item.json
                    if seen.setdefault(item.id, item.text) != item.text:
                        yield Failure(item.path, f"two different articles have the id {item.id!r}")


def _numbered(results: Iterable[Result]) -> Iterator[Result]:
    """The same, the documents of pages numbered from the beginning of their file."""
    before = 0
    for result in results:
        if isinstance(result, FileBegun):
            before = 0
        if not isinstance(result, Part) or result.pages_read is None:
            yield result
            continue
        further = [_further(item, before) if isinstance(item, _Line) and before else item for item in result.found]
        yield result._replace(found=further)
        before += result.pages_read


def _further(line: _Line, before: int) -> _Line:
    decoded = msgspec.json.decode(line.json)
    decoded["source"]["index"] += before
    return line._replace(json=msgspec.json.encode(decoded))


def to_line(doc: Document, reading: Reading) -> _Line:
    """One line of `bilat extract`. Raises ReadError for text that no file can hold (lone surrogates)."""
    try:
        line = msgspec.json.encode(reading_to_dict(doc, reading))
    except UnicodeEncodeError as err:
        msg = "holds half a character (a lone surrogate)"
        raise ReadError(msg) from err
    return _Line(doc.id, crc32(doc.text.encode()), line, doc.source.path if doc.source else "")
