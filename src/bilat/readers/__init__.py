"""Bytes → Documents. One small reader for each form of input; docs/readers.md describes forms, parts and dates."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from bilat import remote
from bilat.errors import ReadError, UsageError
from bilat.hookspecs import hookimpl
from bilat.model import Document, Failure
from bilat.readers.base import STDIN, InputFile, RawFile, Reader
from bilat.readers.inputs import list_inputs, reason_of

__all__ = [
    "InputFile",
    "RawFile",
    "Reader",
    "builtin_readers",
    "list_inputs",
    "read_input",
    "read_inputs",
    "read_paths",
    "recognise",
]


def builtin_readers() -> list[Reader]:
    """The readers that come with bilat, in the order they are asked."""
    from bilat.readers.forms.broadcast import Broadcast  # noqa: PLC0415  keeps `bilat --help` fast
    from bilat.readers.forms.feed import Feed  # noqa: PLC0415
    from bilat.readers.forms.feed_snapshot import FeedSnapshot  # noqa: PLC0415
    from bilat.readers.forms.fetched import Fetched  # noqa: PLC0415
    from bilat.readers.forms.html_page import HtmlPage  # noqa: PLC0415
    from bilat.readers.forms.json_lines import JsonLines  # noqa: PLC0415
    from bilat.readers.forms.page_text import PageText  # noqa: PLC0415
    from bilat.readers.forms.post import Post  # noqa: PLC0415
    from bilat.readers.forms.wacz import Wacz  # noqa: PLC0415
    from bilat.readers.forms.warc import Warc  # noqa: PLC0415

    texts = [Post(), Broadcast(), FeedSnapshot(), JsonLines(), Feed(), Fetched(), HtmlPage(), PageText()]
    return [*texts, Warc(), Wacz()]


CERTAIN = 100
"""A reader this sure of a file is taken without asking the rest; no built-in one claims it, so that a plugin can."""


@hookimpl
def bilat_readers() -> list[Reader]:
    """The built-in forms come in as a plugin's would."""
    return builtin_readers()


def recognise(head: str, path: str, readers: Sequence[Reader]) -> Reader | None:
    """The reader that is surest a file with this beginning is its form; of equals the first, and the
    first that is CERTAIN; None when none is."""
    best: Reader | None = None
    most = 0
    for reader in readers:
        sure = reader.recognises(head, path)
        if sure > most:
            best, most = reader, sure
            if sure >= CERTAIN:
                break
    return best


def _by_bytes(raw: RawFile, readers: Sequence[Reader]) -> Reader | None:
    """The reader of a form that is no text which is surest of a file; None for a file of any other form."""
    best: Reader | None = None
    most = 0
    for reader in readers:
        asked: Callable[[bytes, str], int] | None = getattr(reader, "recognises_bytes", None)
        if asked is not None and (sure := asked(raw.head_bytes, raw.path)) > most:
            best, most = reader, sure
    return best


def _named(form: str, readers: Sequence[Reader]) -> Reader:
    for reader in readers:
        if reader.form == form:
            return reader
    msg = f"unknown form {form!r}; known are {', '.join(sorted(r.form for r in readers))}"
    raise UsageError(msg)


def read_input(
    file: InputFile, form: str | None = None, readers: Sequence[Reader] | None = None
) -> Iterator[Document | Failure]:
    """The documents of one file, and a Failure for each part that cannot be read. Never raises for what a file holds;
    UsageError for a form that does not exist."""
    chosen = builtin_readers() if readers is None else readers
    named = _named(form, chosen) if form else None
    yield from (item for item in _steps(file, named, chosen) if item is not None)


def read_inputs(
    files: Sequence[tuple[InputFile, str | None]], readers: Sequence[Reader]
) -> list[list[Document | Failure]]:
    """The documents of each of some small files and forms, as `read_input` gives them, in a quarter less time: what is
    done for one file is done for the others before what comes next, so that code and patterns stay at hand."""
    found: list[list[Document | Failure]] = [[] for _ in files]
    going = [
        (into, _steps(file, _named(form, readers) if form else None, readers))
        for into, (file, form) in zip(found, files, strict=True)
    ]
    while going:
        going = [(into, steps) for into, steps in going if _step(into, steps)]
    return found


def _step(into: list[Document | Failure], steps: Iterator[Document | Failure | None]) -> bool:
    """Take the next step of a file; whether there was one."""
    for item in steps:
        if item is not None:
            into.append(item)
        return True
    return False


def _steps(file: InputFile, named: Reader | None, readers: Sequence[Reader]) -> Iterator[Document | Failure | None]:
    """The documents of one file, and None where other files may go first."""
    try:
        if file.path == STDIN:
            yield from _documents(RawFile(STDIN, sys.stdin.buffer), named, readers)
        elif remote.is_remote(file.path):
            with remote.open_read(file.path) as stream:
                yield from _documents(RawFile(file.path, stream), named, readers)
        else:
            with open(file.path, "rb") as stream:  # noqa: PTH123  a Path a file costs as much as opening it
                yield from _documents(RawFile(file.path, stream), named, readers)
    except OSError as error:
        yield Failure(file.path, reason_of(error))


def _documents(raw: RawFile, named: Reader | None, readers: Sequence[Reader]) -> Iterator[Document | Failure | None]:
    from bilat.readers.compose import Draft, compose  # noqa: PLC0415  keeps `bilat --help` fast

    yield None
    if not raw.head_bytes.strip():
        yield Failure(raw.path, "empty file")
        return
    form = "input"
    try:
        reader = named or _by_bytes(raw, readers) or recognise(raw.head, raw.path, readers)
        yield None
        if reader is None:
            yield Failure(
                raw.path, f"no form recognised: none of {', '.join(r.form for r in readers)}; name it with --as"
            )
            return
        form = reader.form
        found = False
        for item in reader.read(raw):
            found = True
            if isinstance(item, Draft):
                yield None
                yield compose(item)
            else:
                yield item
        if not found:
            yield Failure(raw.path, f"no article in it (read as {form})")
    except ReadError as error:
        yield Failure(raw.path, str(error))
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001  a reader may be anyone's plugin: its mistake must not end the run
        yield Failure(raw.path, f"the {form} reader failed: {type(error).__name__}: {str(error)[:160]}")


def read_paths(
    paths: Iterable[str | Path], form: str | None = None, *, readers: Sequence[Reader] | None = None
) -> Iterator[Document | Failure]:
    """All documents of files, folders and patterns, one after the other; memory does not grow with their number."""
    chosen = builtin_readers() if readers is None else readers
    if form:
        _named(form, chosen)
    for file in list_inputs(paths):
        if isinstance(file, Failure):
            yield file
        else:
            yield from read_input(file, form, chosen)
