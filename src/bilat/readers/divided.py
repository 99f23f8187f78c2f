"""Files of many pages, which take longer to read than to find: found by one process, read by any.

A reader of such a form says where its pages are (`pages`) and what is in one (`read_page`). `read_divided` reads a
file with it, `read_pages` some of its pages: together the same.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeGuard, cast

from bilat.errors import ReadError
from bilat.model import Document, Failure, Source
from bilat.readers import read_input
from bilat.readers.base import InputFile, RawFile, Reader
from bilat.readers.compose import Draft, compose


class Page(NamedTuple):
    """A page as a file of this form holds it, to be read by any process: its name for a person, values that can be
    pickled, about how many bytes they are, and when a crawler fetched it (ISO, UTC) where that is known."""

    form: str
    name: str
    held: object
    size: int
    fetched: str | None = None


class Aside(NamedTuple):
    """What in a file is left out for what it is, and how often."""

    why: str
    times: int = 1


class Divisible(Reader, Protocol):
    """A form whose files hold many pages."""

    def pages(self, raw: RawFile, /) -> Iterator[Page | Aside | Failure]:
        """What a file holds, in order. May raise ReadError for the file as a whole."""
        ...

    def read_page(self, held: object, /) -> Draft | Aside:
        """The article of a page; its source is filled in for it. May raise ReadError."""
        ...


class PagesRead(NamedTuple):
    """What became of some pages: documents, numbered from 0, and failures in their order; how much was left out, by the
    reason."""

    found: list[Document | Failure]
    aside: Counter[str]


def is_divisible(reader: Reader) -> TypeGuard[Divisible]:
    """Whether a reader finds pages without reading them."""
    return hasattr(reader, "pages") and hasattr(reader, "read_page")


def find_pages(
    file: InputFile, form: str | None, readers: Sequence[Reader]
) -> Iterator[Document | Failure | Page | Aside]:
    """What is in one file as `read_input` gives it, but that the pages of a divisible form are only found."""
    finders = [_Finder(reader) if is_divisible(reader) else reader for reader in readers]
    yield from cast(
        "Iterator[Document | Failure | Page | Aside]", read_input(file, form, cast("list[Reader]", finders))
    )


class _Finder:
    """A divisible reader whose documents are pages that nobody has read."""

    def __init__(self, reader: Divisible) -> None:
        self.form = reader.form
        self.recognises = reader.recognises
        self.recognises_bytes: Callable[[bytes, str], int] = getattr(reader, "recognises_bytes", _of_text)
        self.read = reader.pages


def _of_text(_head: bytes, _path: str) -> int:
    return 0


def read_divided(reader: Divisible, raw: RawFile) -> Iterator[Document | Failure]:
    """A whole file, one page after the other, and at its end a line on what was left out."""
    aside: Counter[str] = Counter()
    try:
        for made in _read(reader, raw.path, reader.pages(raw)):
            if isinstance(made, Aside):
                aside[made.why] += made.times
            else:
                yield made
    except ReadError as error:
        yield Failure(raw.path, str(error))
    yield from left_out(raw.path, aside)


def read_pages(reader: Divisible, path: str, pages: Sequence[Page]) -> PagesRead:
    """Some pages of the file at `path`."""
    done = PagesRead([], Counter())
    for made in _read(reader, path, pages):
        if isinstance(made, Aside):
            done.aside[made.why] += made.times
        else:
            done.found.append(made)
    return done


def left_out(path: str, aside: Mapping[str, int]) -> Iterator[Failure]:
    """The line on what was left out, if anything was."""
    if aside:
        counts = ", ".join(f"{count} {why}" for why, count in sorted(aside.items()))
        yield Failure(path, f"left out: {counts}", aside=True)


def _read(
    reader: Divisible, path: str, items: Iterable[Page | Aside | Failure]
) -> Iterator[Document | Aside | Failure]:
    """What becomes of what a file holds; documents are numbered from 0."""
    index = 0
    for item in items:
        made = _document(reader, path, item, index) if isinstance(item, Page) else item
        yield made
        index += isinstance(made, Document)


def _document(reader: Divisible, path: str, page: Page, index: int) -> Document | Aside | Failure:
    """One page. Whatever is wrong with it costs no other."""
    try:
        made = reader.read_page(page.held)
        if isinstance(made, Aside):
            return made
        made.source = Source(path, page.form, index, page.fetched)
        return compose(made)
    except ReadError as error:
        return Failure(path, f"{page.name}: {error}")
    except Exception as error:  # noqa: BLE001  a reader may be anyone's plugin, a page anything
        return Failure(path, f"{page.name}: the {page.form} reader failed: {type(error).__name__}: {str(error)[:160]}")
