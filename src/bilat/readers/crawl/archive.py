"""A WARC stream → drafts of its articles, and at the end one line on what was left out and why."""

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from bilat.model import Failure, Source
from bilat.readers.compose import Draft
from bilat.readers.crawl.captures import Capture, DamagedError, captures
from bilat.readers.crawl.pages import draft_of


class Archive:
    """One archive being read: how many articles it gave, what was left out by the reason."""

    def __init__(self, path: str, form: str) -> None:
        self.path = path
        self.form = form
        self.aside: Counter[str] = Counter()
        self._index = 0

    def drafts(self, stream: BinaryIO, size: int | None, place: str = "") -> Iterator[Draft | Failure]:
        """The articles of a WARC; where it breaks, a Failure that names the byte, after what came before. `place` is
        its name within the archive, for an archive of several; `size` that of the whole."""
        try:
            for capture in captures(stream, size, self.aside, look_back=not place):
                draft = self._draft(capture)
                if draft is not None:
                    yield draft
        except DamagedError as err:
            yield Failure(self.path, f"{place}: {err}" if place else str(err))

    def _draft(self, capture: Capture) -> Draft | None:
        made = draft_of(capture)
        if isinstance(made, str):
            self.aside[made] += 1
            return None
        made.source = Source(self.path, self.form, self._index, capture.fetched)
        self._index += 1
        return made

    def left_out(self) -> Iterator[Failure]:
        """One line on what was left out for what it is, if anything was."""
        if self.aside:
            counts = ", ".join(f"{count} {why}" for why, count in sorted(self.aside.items()))
            yield Failure(self.path, f"left out: {counts}", aside=True)
