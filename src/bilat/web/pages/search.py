"""Search across everything: the page with all that was found, and the short list shown while words are typed."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from bilat.errors import UsageError
from bilat.model.found_row import FoundRow
from bilat.model.rows import SearchHit
from bilat.views.countries import codes_called
from bilat.views.lines import Style
from bilat.views.search import marked
from bilat.web import links
from bilat.web.asked import Asked
from bilat.web.naming import country_name
from bilat.web.page import Page, Paths

TYPED: Final = 4
"""Things of each kind shown while words are typed."""
FOUND: Final = 12
"""Things of each kind on the page."""
SHOWN: Final = 20
"""Documents on one page."""
LAST: Final = 25
"""Pages of documents; who looks for more says more words."""
_BEFORE: Final = 8
"""Characters of an article shown before the words, so that these are in sight on a narrow screen."""
ORDER: Final = ("country", "person", "office", "mechanism", "phrase", "undertaking", "event", "document")
_BETWEEN: Final = re.compile(r"[\s,、和与與及&–-]+")


class Thing(NamedTuple):
    """Something found: its page, its text around and at the words asked for, and what else tells which it is."""

    kind: str
    to: str
    before: str
    hit: str
    after: str
    name: str
    detail: tuple[str, ...]
    weight: int


class Document(NamedTuple):
    """A document found: its snippet in pieces, each with whether it is what was asked for; `to` opens it there."""

    hit: SearchHit
    to: str
    pieces: tuple[tuple[str, bool], ...]


def search(asked: Asked) -> Page:
    """All that holds the words."""
    words, page = asked.word("q"), asked.number("page", 1, 1, LAST)
    if words is None:
        return Page("search.html", {"words": "", "groups": [], "documents": [], "page": 1})
    try:
        count = asked.record.search_count(words, SHOWN * LAST)
        hits = asked.record.search(words, page * SHOWN + 1)[(page - 1) * SHOWN :]
    except UsageError:
        count, hits = 0, []
    things = _things(asked, words, FOUND) if page == 1 else []
    return Page(
        "search.html",
        {
            "words": words,
            "groups": _grouped(thing for thing in things if thing.kind != "document"),
            "documents": [_document(hit, words) for hit in hits[:SHOWN]],
            "count": min(count, SHOWN * LAST),
            "many": count > SHOWN * LAST,
            "page": page,
            "more": len(hits) > SHOWN and page < LAST,
        },
    )


def typed(asked: Asked) -> Page:
    """The short list, without a page around it."""
    words = asked.word("q")
    return Page("typed.html", {"groups": _grouped(_things(asked, words, TYPED)) if words else [], "words": words or ""})


def _things(asked: Asked, words: str, most: int) -> list[Thing]:
    try:
        rows = asked.record.search_all(words, most)
    except UsageError:
        rows = []
    return [*_countries(words, asked.language), *(_thing(row, words) for row in rows)]


def _countries(words: str, language: str) -> Iterator[Thing]:
    """The country that the words name, or the relation of the two."""
    for parts in ([words], _BETWEEN.split(words.strip())):
        called = [codes_called(part) for part in parts if part]
        codes = list(dict.fromkeys(each[0] for each in called if len(each) == 1))
        if all(len(each) == 1 for each in called) and len(codes) in (1, 2):
            name = " – ".join(country_name(code, language) for code in codes)
            to = links.relation(*codes) if len(codes) == 2 else links.about("/timeline", codes)
            yield Thing("country", to, "", name, "", name, tuple(codes), 0)
            return


def _thing(row: FoundRow, words: str) -> Thing:
    text, start, end = row.text, row.start, row.end
    before = f"…{text[start - _BEFORE : start]}" if row.kind == "document" and start > _BEFORE else text[:start]
    detail = tuple(part for part in row.detail.split(" · ") if part)
    return Thing(row.kind, _page_of(row, words), before, text[start:end], text[end:], row.name, detail, row.weight)


def _page_of(row: FoundRow, words: str) -> str:
    match row.kind:
        case "person":
            return links.person(row.id)
        case "office":
            codes = row.detail.split(",")
            return links.office(codes[0] if len(codes) == 1 else None, row.id)
        case "mechanism":
            return links.mechanism(row.id)
        case "phrase":
            return links.phrase(row.id)
        case "undertaking":
            return links.undertaking(row.id)
        case "event":
            return links.event(row.id)
        case _:
            return links.address(links.document(row.id), (("q", words),))


def _grouped(things: Iterator[Thing] | list[Thing]) -> list[tuple[str, list[Thing]]]:
    found = list(things)
    return [(kind, group) for kind in ORDER if (group := [thing for thing in found if thing.kind == kind])]


def _document(hit: SearchHit, words: str) -> Document:
    first = hit.hits[0] if hit.hits else hit.span
    to = f"{links.address(links.document(hit.document.id), (('q', words),))}#c{first.start}-{first.end}"
    return Document(hit, to, tuple((piece.text, piece.style is Style.FOUND) for piece in marked(hit)))


PATHS: Final[Paths] = (("/search", search), ("/search/typed", typed))
