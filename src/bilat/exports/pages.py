"""How an event is pointed to, who told of it, and which characters may stand in a file that others read."""

import re
from typing import Final
from urllib.parse import quote

from bilat.model.rows import EventRow, ReportRow
from bilat.views.clean import clean, web_address

_NO_CHARACTERS: Final = re.compile("[\ufffe\uffff]")


def page_of(event: EventRow, base_url: str | None) -> str | None:
    """The page of an event where the record is served; without that the address of its first report, if
    it has one of the web."""
    if base_url is not None:
        return f"{base_url.rstrip('/')}/event/{quote(event.id, safe='')}"
    return web_address(event.reports[0].url)


def told(report: ReportRow) -> str:
    """Publisher and day: `南屿日报, 2023-12-12`."""
    return ", ".join(part for part in (report.publisher, report.published) if part) or "source unknown"


def xml_text(text: str) -> str:
    """The text as XML may hold it: without control codes and what Unicode calls no characters."""
    return _NO_CHARACTERS.sub("\ufffd", clean(text))
