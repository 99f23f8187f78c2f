"""A document: its text passage by passage with all that was found in it, each thing linked with its words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from bilat.errors import UsageError
from bilat.model import Document, Evidence, Part, Reading, Span
from bilat.model.flat import NOUNS
from bilat.model.rows import DocumentRow
from bilat.model.within import WithinRow
from bilat.record.terms import parse
from bilat.views.marks import Block, Mark, Segment, blocks
from bilat.web import links
from bilat.web.asked import Asked
from bilat.web.navigation import one_pair
from bilat.web.page import NotThereError, Page, Paths

KINDS: Final = ("events", "claims", "undertakings", "figures", "mechanisms", "phrases", "disputes", "people")
"""What is marked in a text, the widest first: the order in which marks lie upon each other."""
UNREAD: Final = frozenset({Part.CREDIT, Part.TEASER, Part.FOOTER})
FOUND: Final = "found"
"""Words that the address asks for, `?q=words` or `?at=12-40`."""
PROBLEMS: Final = "problems"
_AT: Final = re.compile(r"([0-9]{1,8})-([0-9]{1,8})")


@dataclass(frozen=True, slots=True)
class Item:
    """A thing found: the `name` of its anchor, what it is (`it`), its page and the words that say so."""

    name: str
    kind: str
    it: Any
    to: str | None
    quotes: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A segment as it is drawn: anchors that stand before it, and the kinds of its marks, the widest first. `first`
    where something begins."""

    segment: Segment
    anchors: tuple[str, ...]
    kinds: tuple[str, ...]
    items: tuple[str, ...]
    first: bool


def document(asked: Asked) -> Page:
    """The page of a document. Raises NotThereError for an unknown id."""
    id_ = asked.path["id"]
    try:
        doc, reading = asked.record.reading(id_)
    except UsageError as error:
        raise NotThereError(id_) from error
    row = asked.record.get(id_)
    if not isinstance(row, DocumentRow):
        raise NotThereError(id_)
    within = asked.record.within(id_)
    items = list(_items(doc, reading, within))
    found = tuple(_asked_for(asked, doc))
    problems = tuple(p.span for p in reading.problems if p.span is not None and p.span.end <= len(doc.text))
    marks = [Mark(ev.span, item.kind, item.name) for item in items for ev in item.quotes]
    marks += [Mark(span, FOUND, "") for span in found] + [Mark(span, PROBLEMS, "") for span in problems]
    drawn = draw(blocks(doc.text, doc.passages, marks), {(mark.span.start, mark.span.end) for mark in marks})
    headline = next((lines for part, lines in drawn if part == Part.HEADLINE), ())
    return Page(
        "document.html",
        {
            "doc": doc,
            "row": row,
            "within": within,
            "problems": reading.problems,
            "headline": headline[0] if headline else (),
            "blocks": [(part, lines[1:] if part == Part.HEADLINE else lines) for part, lines in drawn],
            "groups": [(kind, group) for kind in _LISTED if (group := [i for i in items if i.kind == kind])],
            "found": found,
            "unread": UNREAD,
            "lang": "-".join(code for code in (doc.language, doc.script) if code) if doc.language != "und" else "",
            "web_address": (doc.url or "").lower().startswith(("http://", "https://")),
        },
        scripts=("document.js",),
        about=one_pair([p.country for p in event.participants] for event in reading.events if not event.background),
    )


_LISTED: Final = ("events", "people", *(noun for noun in NOUNS))


def _items(doc: Document, reading: Reading, within: WithinRow) -> Iterator[Item]:
    for number, (event, id_) in enumerate(zip(reading.events, within.events, strict=True), 1):
        yield Item(f"event-{number}", "events", event, id_ and links.event(id_), event.evidence)
    for number, (person, actor) in enumerate(zip(reading.people, within.actors, strict=True), 1):
        quotes = tuple(doc.quote(span.start, span.end) for span in person.mentions)
        yield Item(f"person-{number}", "people", person, links.person(actor), quotes)
    for noun in NOUNS:
        for number, item in enumerate(getattr(reading, noun), 1):
            to = _page_of(noun, item, within.items[noun][number - 1])
            yield Item(f"{noun}-{number}", noun, item, to, item.evidence)


def _page_of(noun: str, item: Any, id_: str) -> str | None:
    """Where the record tells more of such an item."""
    match noun:
        case "figures":
            return links.measure(item.measure, [code for code in (item.of, item.partner) if code])
        case "phrases":
            return links.phrase(item.phrase)
        case "mechanisms":
            return links.mechanism(item.mechanism)
        case "undertakings":
            return links.undertaking(id_)
        case "disputes":
            return links.dispute(item.entry or item.written)
        case _:
            return None


def _asked_for(asked: Asked, doc: Document) -> Iterator[Span]:
    """The words that the address asks for. Raises UsageError for a place that is none in this document."""
    if words := asked.word("q"):
        yield from parse(words).hits(doc.text)
    for word in asked.words("at")[:20]:
        place = _AT.fullmatch(word)
        if place is None or not int(place[1]) < int(place[2]) <= len(doc.text):
            msg = f"at: no place in this document: {word!r}"
            raise UsageError(msg)
        yield Span(int(place[1]), int(place[2]))


def draw(parts: Iterable[Block], spans: Iterable[tuple[int, int]]) -> list[tuple[str | None, list[list[Drawn]]]]:
    """Blocks with their segments as they are drawn, and an anchor where each span begins: once, before the first
    segment drawn that reaches beyond its start."""
    waiting = sorted(spans, reverse=True)
    made: list[tuple[str | None, list[list[Drawn]]]] = []
    for block in parts:
        lines: list[list[Drawn]] = []
        for line in block.lines:
            row: list[Drawn] = []
            for segment in line:
                anchors: list[str] = []
                while waiting and waiting[-1][0] < segment.end:
                    anchors.append("c{}-{}".format(*waiting.pop()))
                row.append(_drawn(segment, tuple(anchors)))
            lines.append(row)
        made.append((block.part, lines))
    return made


_DEPTH: Final = {kind: depth for depth, kind in enumerate((*KINDS, PROBLEMS, FOUND))}


def _drawn(segment: Segment, anchors: tuple[str, ...]) -> Drawn:
    marks = segment.marks
    if not marks:
        return Drawn(segment, anchors, (), (), first=False)
    kinds = tuple(sorted({mark.kind for mark in marks}, key=_DEPTH.__getitem__))
    items = tuple(dict.fromkeys(mark.item for mark in marks if mark.item))
    return Drawn(segment, anchors, kinds, items, any(mark.item and mark.span.start == segment.start for mark in marks))


PATHS: Final[Paths] = (("/document/{id:path}", document),)
