"""A large file or stream → its tasks: what is in it is found here, so that no process holds all, and read anywhere.

Of most forms documents are handed out, as finding them is reading them; of a divisible form pages, which take longer to
read than all else that is done with them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Final, cast

from bilat.build.file_state import hash_file, state_of, state_of_stream
from bilat.build.plan import Input
from bilat.build.tasks import DocumentTask, FileBegun, FileDone, FileEnded, Item, PageTask, Part, Settings
from bilat.engines.base import Ready
from bilat.model import Document, Failure
from bilat.readers import InputFile, Reader, read_input
from bilat.readers.divided import Aside, Page, find_pages

LARGE: Final = 16 * 2**20
"""Bytes; larger files are handed out in parts."""
_ARCHIVES: Final = (".warc", ".warc.gz", ".warc.zst", ".wacz")
_GROWN: Final = 10
"""How many times as much an archive holds when it is unpacked."""
_AT_ONCE: Final = 64
"""Documents, or pages, of one task."""
_PAGE_BYTES: Final = 2**21
"""Bytes of pages above which a task holds no more."""


def is_large(file: Input) -> bool:
    """Whether what is in a file is handed out in parts: of streams, of archives whatever their size, of long files."""
    return file.is_stream or file.size > LARGE or _is_archive(file)


def weight(file: Input) -> int:
    """About how many bytes there are to be read in a file; of a stream nobody knows."""
    return max(file.size, 0) * (_GROWN if _is_archive(file) else 1)


def _is_archive(file: Input) -> bool:
    return file.path.lower().endswith(_ARCHIVES)


def large(file: Input, settings: Settings, readers: Sequence[Reader]) -> Iterator[Item]:
    """What is in one large file or stream, as tasks; `Part`s hold its failures in their place."""
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
    if file.is_stream:
        ids = blake2b(digest_size=16)
        yield from _parts(file, _hashed(read_input(InputFile(file.given), file.form or None, readers), ids))
        yield Ready([FileEnded(state_of_stream(ids.hexdigest(), file.form, settings.made_by))])
    else:
        yield from _parts(file, find_pages(InputFile(file.given), file.form or None, readers))
        yield Ready([FileEnded(state_of(file, hash_, settings.made_by))])


def _parts(file: Input, found: Iterable[Document | Failure | Page | Aside]) -> Iterator[Item]:
    batch: list[Document | Page] = []
    size = 0
    aside: Counter[str] = Counter()
    for item in found:
        if isinstance(item, Aside):
            aside[item.why] += item.times
            continue
        if batch and (isinstance(item, Failure) or type(item) is not type(batch[0])):
            yield _task(file, batch)
            batch, size = [], 0
        if isinstance(item, Failure):
            yield Ready([Part([item])])
            continue
        batch.append(item)
        size += item.size if isinstance(item, Page) else 0
        if len(batch) >= _AT_ONCE or size >= _PAGE_BYTES:
            yield _task(file, batch)
            batch, size = [], 0
    if batch:
        yield _task(file, batch)
    if aside:
        yield Ready([Part([], 0, tuple(aside.items()))])


def _task(file: Input, batch: Sequence[Document | Page]) -> PageTask | DocumentTask:
    """A task of what is all documents, or all pages."""
    if isinstance(batch[0], Page):
        return PageTask(file.given, cast("tuple[Page, ...]", tuple(batch)))
    return DocumentTask(file.given, cast("tuple[Document, ...]", tuple(batch)))


def _hashed(found: Iterable[Document | Failure], ids: blake2b) -> Iterator[Document | Failure]:
    """The same, and the hash of all ids."""
    for item in found:
        if isinstance(item, Document):
            ids.update(f"{item.id}\n".encode(errors="replace"))
        yield item
