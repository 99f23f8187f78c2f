"""A capture → the draft of its article, or the reason why it is none."""

from bilat.errors import ReadError
from bilat.model import Problem
from bilat.readers.compose import Draft, oddities
from bilat.readers.crawl.captures import Capture
from bilat.readers.decode import Decoded, decode
from bilat.readers.forms.html_page import html_draft
from bilat.readers.forms.page_text import text_draft


def draft_of(capture: Capture) -> Draft | str:
    """The article of a captured page; a text for the page that is none."""
    try:
        decoded = decode(capture.data, named=capture.charset)
    except ReadError:
        return "not text"
    made = _plain(capture, decoded) if capture.plain else _page(capture, decoded)
    if isinstance(made, Draft):
        made.problems.extend(oddities(decoded))
        if capture.cut:
            made.problems.append(Problem("cut_short", "the archive holds only the beginning of the page"))
    return made


def _page(capture: Capture, decoded: Decoded) -> Draft | str:
    try:
        return html_draft(decoded.text, capture.url, "")
    except ReadError:
        return "without running text"


def _plain(capture: Capture, decoded: Decoded) -> Draft | str:
    try:
        return text_draft(decoded.text, capture.url, "")
    except ReadError:
        return "without running text"
