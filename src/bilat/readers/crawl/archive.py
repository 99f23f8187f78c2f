"""The WARC files of an archive → their pages, and a page → the draft of its article."""

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO, cast

from bilat.model import Failure
from bilat.readers.base import RawFile
from bilat.readers.compose import Draft
from bilat.readers.crawl.captures import Capture, DamagedError, captures
from bilat.readers.crawl.pages import draft_of
from bilat.readers.divided import Aside, Page


def pages(
    raw: RawFile, form: str, stream: BinaryIO, size: int | None, place: str = ""
) -> Iterator[Page | Aside | Failure]:
    """The pages of a WARC in the archive `raw`, then what is none; where it breaks, a Failure that names the byte,
    after what came before. `place` is its name within an archive of several; `size` that of the whole."""
    aside: Counter[str] = Counter()
    try:
        for capture in captures(stream, size, aside, look_back=not place):
            yield Page(form, capture.url[:200], capture, len(capture.data), capture.fetched)
    except DamagedError as err:
        yield Failure(raw.path, f"{place}: {err}" if place else str(err))
    yield from (Aside(why, count) for why, count in aside.items())


def read_page(held: object) -> Draft | Aside:
    """The article of a page."""
    made = draft_of(cast("Capture", held))
    return Aside(made) if isinstance(made, str) else made
