"""How much of a document is about an event: all of it, or what stands near the words that tell of it."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bilat.model import Part, Span
from bilat.model.document import READ_FOR_FACTS
from bilat.model.rows import EventRow
from bilat.record.compact import passages_of

_FOLLOWING: Final = 2
"""Paragraphs behind one that tells of an event that still go on about it, unless they tell of another."""
_WIDE: Final = 400
"""Characters on either side of a quotation that are near it in a paragraph longer than that."""

_PASSAGES: Final = "SELECT id, passages FROM documents WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
_OTHERS: Final = (
    "SELECT d.id, v.start_char, v.end_char FROM evidence v JOIN tellings t USING (telling)"
    " JOIN documents d USING (document) JOIN reports r USING (telling) JOIN events e USING (event)"
    " LEFT JOIN events w ON w.event = e.part_of"
    " WHERE d.id IN (SELECT value FROM json_each(?)) AND e.id NOT IN (SELECT value FROM json_each(?))"
    " AND coalesce(w.id, '') <> ? ORDER BY d.id, v.start_char"
)
"""Quotations of other events than the one compared, the visit that holds it and what it holds itself."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The stretches of a document that count; `whole` when all of it does."""

    whole: bool
    spans: tuple[Span, ...]

    def __contains__(self, span: Span) -> bool:
        return self.whole or any(span in stretch for stretch in self.spans)


def scopes(db: sqlite3.Connection, event: EventRow, documents: Sequence[str]) -> dict[str, Scope]:
    """The scope of each document. One is about the event when its headline or lead tells of it."""
    passages = {
        document: [(part, Span(start, end)) for part, start, end in passages_of(kept) if part in READ_FOR_FACTS]
        for document, kept in db.execute(_PASSAGES, (json.dumps(documents),))
    }
    others: dict[str, list[Span]] = defaultdict(list)
    related = [event.id, *([event.part_of] if event.part_of else [])]
    for document, start, end in db.execute(_OTHERS, (json.dumps(documents), json.dumps(related), event.id)):
        others[document].append(Span(start, end))
    quoted = {report.document: [ev.span for ev in report.evidence] for report in event.reports}
    return {d: _scope(passages[d], quoted[d], others[d]) for d in documents}


def _scope(passages: Sequence[tuple[str, Span]], own: Sequence[Span], others: Sequence[Span]) -> Scope:
    if any(part in (Part.HEADLINE, Part.LEAD) and span in passage for part, passage in passages for span in own):
        return Scope(whole=True, spans=())
    found: list[Span] = []
    left = 0
    for _, passage in passages:
        tells = [span for span in own if span in passage]
        if tells:
            found.extend(_near(passage, span) for span in tells)
            left = _FOLLOWING
        elif left and not any(span in passage for span in others):
            found.append(passage)
            left -= 1
        else:
            left = 0
    return Scope(whole=False, spans=tuple(found) or tuple(own))


def _near(passage: Span, quotation: Span) -> Span:
    return Span(max(passage.start, quotation.start - _WIDE), min(passage.end, quotation.end + _WIDE))
