"""A plain HTML page as a browser saves it: headline, date, address, publisher from its metadata, text by trafilatura.

Pages longer than LARGE are read without trafilatura, whose time and memory grow too fast: the element with the most
running text is taken.
"""

import re
from collections.abc import Iterator

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser

from bilat.errors import ReadError
from bilat.model import Failure, Source
from bilat.readers.base import RawFile
from bilat.readers.compose import Draft, oddities
from bilat.readers.markup import flatten, lines_of
from bilat.readers.page.kind import Built, why_no_article
from bilat.readers.page.main_text import main_lines
from bilat.readers.page.prune import prune, with_paragraphs
from bilat.readers.page.said import (
    add_file_name,
    address_of,
    dates_of,
    headline_of,
    near,
    publisher_of,
    said_of,
)
from bilat.readers.parts import is_sentence

_LEADING = re.compile(
    r"(?>\s*<!--(?!\s*\d{12,13}\s*-->).*?-->)*+\s*<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)


class HtmlPage:
    """Reads saved HTML pages."""

    form = "html"

    def recognises(self, head: str, path: str) -> int:
        """The document begins with a page's first elements; markup below a name in .html will do."""
        if _LEADING.match(head):
            return 80
        start = head.lstrip()
        return 50 if start.startswith("<") and path.lower().endswith((".html", ".htm", ".xhtml", ".shtml")) else 0

    def read(self, raw: RawFile) -> Iterator[Draft | Failure]:
        """The page's one document."""
        decoded = raw.whole()
        draft = read_page(decoded.text).draft
        add_file_name(draft.dates, raw.name)
        draft.problems.extend(oddities(decoded))
        draft.source = Source(raw.path, self.form)
        yield draft


class ReadPage(Struct):
    """A page's article, under the address that it gives as its own, and why it is none after all, if so."""

    draft: Draft
    no_article: str | None


def read_page(text: str, url: str | None = None) -> ReadPage:
    """What stands on a page, fetched from an address if that is known. Raises ReadError when it has no running text."""
    tree = LexborHTMLParser(with_paragraphs(flatten(text)))
    said = said_of(tree)
    own_url = address_of(tree, said, text)
    headline = headline_of(tree, said)
    asks = tree.css_first('input[type="password"]') is not None
    prune(tree)
    lines = [line for line in main_lines(tree, headline, said.text) if line.text != headline]
    if not any(is_sentence(line.text) for line in lines):
        msg = "a page without running text"
        raise ReadError(msg)
    draft = Draft(headline or lines.pop(0).text, lines, own_url)
    draft.publisher = publisher_of(own_url or url, said)
    own = lines_of(tree)
    draft.dates = dates_of(tree, said, lines, near(own, headline), own_url or url)
    built = Built(headline, lines, own, dated=bool(draft.dates.found), asks=asks)
    return ReadPage(draft, why_no_article(said, built, url))
