"""Readings and timelines as HTML for notebooks. Every text is escaped; the nouns themselves know nothing of HTML."""

from collections.abc import Iterable, Sequence
from html import escape

from bilat.model import Reading
from bilat.model.rows import EventRow
from bilat.views.clean import clean
from bilat.views.dates import when
from bilat.views.events import STATUS_MARK, Happening, kind, reported, sides


def attach() -> None:
    """Gives `Reading` the method that notebooks look for."""
    setattr(Reading, "_repr_html_", reading_html)  # noqa: B010  # the type stays free of HTML


def reading_html(reading: Reading) -> str:
    """All that was found in one document: events with their quotations, people, problems."""
    parts = [
        f"<h4>Reading of {_safe(reading.document)}: {len(reading.events)} events, {len(reading.people)} people</h4>",
        table_html(_EVENT_HEADS, [_event_row(event, event.evidence[0].quote) for event in reading.events]),
        table_html(
            ("name", "country", "title", "mentions"),
            [(p.name, p.country or "", p.title or "", str(len(p.mentions))) for p in reading.people],
        ),
        table_html(("problem", "detail"), [(p.kind, p.detail) for p in reading.problems]),
    ]
    return "\n".join(part for part in parts if part)


def timeline_html(events: Iterable[EventRow]) -> str:
    """Events of a record in a table, each with its first quotation and who reported it."""
    rows = [(*_event_row(event, event.reports[0].evidence[0].quote), reported(event.reports[0])) for event in events]
    return table_html((*_EVENT_HEADS, "reported"), rows)


_EVENT_HEADS = ("when", "what", "who", "where", "words")


def _event_row(event: Happening, quote: str) -> tuple[str, ...]:
    where = event.place or event.host or ""
    return (
        when(event.start, event.end),
        f"{STATUS_MARK[event.status]} {kind(event)}",
        sides(event.participants),
        where,
        quote,
    )


def _safe(text: str) -> str:
    return escape(clean(text))


def table_html(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """An HTML table, nothing for no rows."""
    if not rows:
        return ""
    head = "".join(f"<th>{_safe(text)}</th>" for text in heads)
    body = "\n".join(
        "<tr>" + "".join(f'<td style="text-align:left">{_safe(text)}</td>' for text in row) + "</tr>" for row in rows
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
