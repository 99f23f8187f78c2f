"""Feed snapshot: a comment with milliseconds, the linked title, a rule, then the feed's HTML; one or more in a file."""

import re
from collections.abc import Iterator

from bilat.model import DateSource, Failure, Source
from bilat.readers.base import RawFile
from bilat.readers.clean import plain
from bilat.readers.compose import Draft, oddities
from bilat.readers.dates import Dates, in_address, in_name, milliseconds
from bilat.readers.markup import Line, html_lines
from bilat.readers.printed import add_printed
from bilat.readers.publishers import name_of

_START = re.compile(r"<!--\s*(\d{12,13})\s*-->\s*\[([^\n]{0,1000})\]\((\S{1,4000})\)[ \t]*\n-{3,}[ \t]*(?:\n|\Z)")


class FeedSnapshot:
    """Reads snapshots of a feed's entries."""

    form = "feed-snapshot"

    def recognises(self, head: str, _path: str) -> int:
        """The comment with milliseconds and the linked title are enough."""
        return 98 if _START.match(head.lstrip()) else 0

    def read(self, raw: RawFile) -> Iterator[Draft | Failure]:
        """One document a snapshot."""
        decoded = raw.whole()
        text = decoded.text
        starts = list(_START.finditer(text))
        if not starts:
            yield Failure(raw.path, "no feed snapshot: no comment with milliseconds above a linked title")
        for index, start in enumerate(starts):
            end = starts[index + 1].start() if index + 1 < len(starts) else len(text)
            lines = html_lines(text[start.end() : end])
            draft = _snapshot(start, lines, raw.name)
            draft.problems.extend(oddities(decoded))
            draft.source = Source(raw.path, self.form, index)
            yield draft


def _snapshot(start: re.Match[str], lines: list[Line], name: str) -> Draft:
    url = start[3]
    dates = Dates()
    dates.add_day(milliseconds(int(start[1])), DateSource.COMMENT)
    add_printed(dates, lines, url)
    dates.add_day(in_address(url), DateSource.ADDRESS)
    dates.add_day(in_name(name), DateSource.FILE_NAME)
    return Draft(plain(start[2]), lines, url, name_of(url), dates)
