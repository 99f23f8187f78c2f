"""A capture → the draft of its article, or the reason why it is none."""

from datetime import date, timedelta

from bilat.errors import ReadError
from bilat.model import Problem
from bilat.readers.compose import Draft, oddities
from bilat.readers.crawl.addresses import identity_of
from bilat.readers.crawl.captures import Capture
from bilat.readers.decode import Decoded, decode
from bilat.readers.forms.html_page import read_page
from bilat.readers.forms.page_text import text_draft
from bilat.readers.page.kind import Built, why_no_article
from bilat.readers.page.said import Said


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
        page = read_page(decoded.text, capture.url)
    except ReadError:
        return "without running text"
    draft = page.draft
    draft.url = identity_of(draft.url, capture.url)
    _drop_later(draft, capture)
    return page.no_article or draft


def _plain(capture: Capture, decoded: Decoded) -> Draft | str:
    try:
        draft = text_draft(decoded.text, capture.url, "")
    except ReadError:
        return "without running text"
    draft.url = identity_of(None, capture.url)
    _drop_later(draft, capture)
    built = Built(draft.headline, draft.lines, dated=bool(draft.dates.found))
    return why_no_article(Said({}, {}), built, capture.url) or draft


def _drop_later(draft: Draft, capture: Capture) -> None:
    """No article was published after it was fetched: such a date is of something else. A day is left for the zones."""
    if capture.fetched is None:
        return
    last = (date.fromisoformat(capture.fetched[:10]) + timedelta(days=1)).isoformat()
    for found in [found for found in draft.dates.found if found.day > last]:
        draft.dates.found.remove(found)
        why = f"{found.how.value} {found.day} is after {capture.fetched[:10]}, when it was fetched"
        draft.problems.append(Problem("impossible_date", why))
