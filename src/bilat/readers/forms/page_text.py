"""Saved page text: the headline on the first line, then what the page showed, captions and other stories included.

No markup says what is what; marks and the looks of lines do (`bilat.readers.parts`). Text that does not read like an
article, a headline and sentences below it, is not of this form.
"""

import re
from collections.abc import Iterator

from bilat.errors import ReadError
from bilat.model import DateSource, Failure, Source
from bilat.readers.base import RawFile
from bilat.readers.clean import tidy
from bilat.readers.compose import Draft, oddities
from bilat.readers.dates import Dates, in_address, in_name
from bilat.readers.markup import Line, has_markup
from bilat.readers.parts import is_sentence
from bilat.readers.printed import add_printed
from bilat.readers.publishers import name_of

_ADDRESS = re.compile(r"https?://\S+\Z")
_LONGEST_HEADLINE = 160
_NO_HEADLINE = frozenset(("", "-", "{", "[", "<"))
_LATIN_SENTENCE = re.compile(r"[^\W\d_]{2,}(?: [^\s]+){5,}[.!?][\"”’)]*(?:\s|\Z)")
_CODE = re.compile(r"^(?:import |from \w+ import |def |class |#include|function |const |var |[{}\[\]<;])", re.MULTILINE)


class PageText:
    """Reads text saved from a page."""

    form = "page-text"

    def recognises(self, head: str, _path: str) -> int:
        """A headline and below it at least one sentence, and nothing that looks like markup or code."""
        return 30 if _headline_and_sentence(head) else 0

    def read(self, raw: RawFile) -> Iterator[Draft | Failure]:
        """The file's one document."""
        decoded = raw.whole()
        draft = text_draft(decoded.text, None, raw.name)
        draft.problems.extend(oddities(decoded))
        draft.source = Source(raw.path, self.form)
        yield draft


def text_draft(text: str, url: str | None, name: str) -> Draft:
    """The article of a saved text, from an address if it is known. Raises ReadError when there is no text."""
    lines = _page_lines(text)
    if not lines:
        msg = "no text"
        raise ReadError(msg)
    headline, rest = lines[0].text, lines[1:]
    url = url or next((line.text for line in rest[:5] if _ADDRESS.match(line.text)), None)
    dates = Dates()
    add_printed(dates, rest, url)
    dates.add_day(in_address(url) if url else None, DateSource.ADDRESS)
    dates.add_day(in_name(name), DateSource.FILE_NAME)
    return Draft(headline, rest, url, name_of(url), dates, marked_up=False)


def _page_lines(text: str) -> list[Line]:
    lines: list[Line] = []
    close = False
    for row in text.split("\n"):
        bare = tidy(row)
        if bare:
            lines.append(Line(bare, close=close))
        close = bool(bare)
    return lines


def _headline_and_sentence(head: str) -> bool:
    if head.lstrip()[:1] in _NO_HEADLINE:
        return False
    rows = [row.strip() for row in head.split("\n", 200) if row.strip()]
    if len(rows) < 2 or len(rows[0]) > _LONGEST_HEADLINE or has_markup(head) or _CODE.search(head):
        return False
    return any(
        len(r) >= 20 and ("。" in r or _LATIN_SENTENCE.search(r)) and is_sentence(r)
        for r in (row[:400] for row in rows[1:60])
    )
