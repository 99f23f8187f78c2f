"""Archived post: a front matter (title, date, address, category) above HTML or Markdown."""

import re
from collections.abc import Iterator

from bilat.errors import ReadError
from bilat.model import DateSource, Failure, Source
from bilat.readers.base import RawFile
from bilat.readers.clean import plain
from bilat.readers.compose import Draft, oddities
from bilat.readers.dates import Dates, in_address, in_name
from bilat.readers.front_matter import front_matter
from bilat.readers.markdown import markdown_lines
from bilat.readers.markup import Line, has_markup, html_lines
from bilat.readers.printed import add_printed
from bilat.readers.publishers import name_of

_FIRST_LINK = re.compile(r"\s*\[[^\n]*\]\((https?://\S+)\)[ \t]*\n")
_ADDRESS_KEYS = ("link", "url", "source_url", "canonical_url", "original_url")
_DATE_KEYS = ("date", "published", "published_time", "pubdate")
_LANGUAGE_KEYS = ("lang", "language", "locale")
_TITLE = re.compile(r"^title[ \t]*:", re.MULTILINE | re.IGNORECASE)
_DATE_OR_ADDRESS = re.compile(rf"^(?:{'|'.join((*_ADDRESS_KEYS, *_DATE_KEYS))})[ \t]*:", re.MULTILINE | re.IGNORECASE)


class Post:
    """Reads archived posts."""

    form = "post"

    def recognises(self, head: str, _path: str) -> int:
        """A front matter with a title, and with a date or an address."""
        if not head.startswith("---"):
            return 0
        block = head[: head.find("\n---", 3) + 1]
        if not _TITLE.search(block):
            return 0
        return 95 if _DATE_OR_ADDRESS.search(block) else 40

    def read(self, raw: RawFile) -> Iterator[Draft | Failure]:
        """The file's one document."""
        decoded = raw.whole()
        text = decoded.text
        found = front_matter(text)
        if found is None:
            msg = "no front matter: a post begins with fields between two lines of ---"
            raise ReadError(msg)
        fields, body = found.fields, text[found.end :]
        url = next((fields[k].strip() for k in _ADDRESS_KEYS if fields.get(k)), None)
        if url is None and (m := _FIRST_LINK.match(body)):
            url, body = m[1], body[m.end() :]
        headline = plain(fields.get("title", ""))
        marked_up = has_markup(body)
        lines = html_lines(body) if marked_up else markdown_lines(body)
        _drop_headline(lines, headline)
        if not lines and not headline:
            msg = "neither title nor text"
            raise ReadError(msg)
        publisher = name_of(url, plain(fields.get("publisher", "")), fields.get("categories", ""))
        draft = Draft(headline, lines, url, publisher, _dates(fields, lines, url, raw.name))
        draft.marked_up = marked_up
        draft.problems.extend(oddities(decoded))
        draft.source = Source(raw.path, self.form)
        draft.tag = next((fields[key] for key in _LANGUAGE_KEYS if fields.get(key)), "")
        yield draft


def _dates(fields: dict[str, str], lines: list[Line], url: str | None, name: str) -> Dates:
    dates = Dates()
    for key in _DATE_KEYS:
        if fields.get(key):
            dates.add(fields[key], DateSource.FIELD)
            break
    add_printed(dates, lines, url)
    if url:
        dates.add_day(in_address(url), DateSource.ADDRESS)
    dates.add_day(in_name(name), DateSource.FILE_NAME)
    return dates


def _drop_headline(lines: list[Line], headline: str) -> None:
    """A title repeated on top of the text is the headline already."""
    if lines and lines[0].text == headline:
        del lines[0]
