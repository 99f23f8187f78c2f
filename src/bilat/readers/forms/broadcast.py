"""Broadcast transcript: one Markdown file a day, one document for each `### headline` of it.

The list of contents at the top is no document. An item is HTML or plain paragraphs, then a link to its page
(`[查看原文](address)`); bold lines within an item stay as headings. The day stands in the file's title.
"""

import re
from collections.abc import Iterator

from bilat.model import DateSource, Failure, Problem, Source
from bilat.readers.base import RawFile
from bilat.readers.clean import plain
from bilat.readers.compose import Draft, oddities
from bilat.readers.dates import Dates, in_address, in_name
from bilat.readers.markdown import markdown_lines
from bilat.readers.markup import has_markup, html_lines
from bilat.readers.publishers import name_of

_PLACEHOLDERS = frozenset(("undefined", "null", ""))
"""What some archives write for an item they could not fetch."""
# Written with what begins them in front: the search is several times quicker for it.
_ITEM = re.compile(r"###(?<![^\n]###) +(.+?) *$", re.MULTILINE)
_LINK = re.compile(r"\[(?<![^\n]\[)[^\]\n]{2,12}\]\((\S+?)\)\s*$", re.MULTILINE)
_TITLE = re.compile(r"^# .*?(\d{4})-?(\d{2})-?(\d{2})", re.MULTILINE)


class Broadcast:
    """Reads transcripts of a daily broadcast."""

    form = "broadcast"

    def recognises(self, head: str, _path: str) -> int:
        """A first-level title with a day in it, and items below third-level titles or a section for them."""
        start = head.lstrip()
        if not start.startswith("# ") or not _TITLE.match(start):
            return 0
        return 90 if _ITEM.search(head) or "\n## " in head else 0

    def read(self, raw: RawFile) -> Iterator[Draft | Failure]:
        """One document an item; an item without text is a headline with a Problem."""
        decoded = raw.whole()
        text = decoded.text
        day = _TITLE.search(text)
        printed = "-".join(day.groups()) if day else None
        items = list(_ITEM.finditer(text))
        for index, item in enumerate(items):
            end = items[index + 1].start() if index + 1 < len(items) else len(text)
            if item[1] in _PLACEHOLDERS and text[item.end() : end].strip() in _PLACEHOLDERS:
                continue
            draft = _item(plain(item[1]), text[item.end() : end], printed, raw.name)
            draft.problems.extend(oddities(decoded))
            draft.source = Source(raw.path, self.form, index)
            yield draft


def _item(headline: str, body: str, printed: str | None, name: str) -> Draft:
    link = _LINK.search(body)
    url = link[1] if link else None
    content = body[: link.start()] if link else body
    lines = html_lines(content) if has_markup(content) else markdown_lines(content)
    dates = Dates()
    dates.add(printed, DateSource.DATELINE)
    dates.add_day(in_address(url) if url else None, DateSource.ADDRESS)
    dates.add_day(in_name(name), DateSource.FILE_NAME)
    draft = Draft(headline, lines, url, name_of(url), dates)
    if not lines:
        draft.problems.append(Problem("no_text", "the transcript has a headline only"))
    return draft
