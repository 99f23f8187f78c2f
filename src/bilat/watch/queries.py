"""Saved queries: what of a record matches, by keys that last from build to build.

An event keeps its id while its earliest telling stays; what a publisher edits gives it another, so it is known by what
it says too. Items are known by what they say and who reports it, not by the article: the same number in the next
article of the same publisher is no news.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from hashlib import blake2b
from typing import Any, Final

from msgspec import Struct

from bilat.model import Claim, Figure, Undertaking
from bilat.model.flat import item_to_dict
from bilat.model.item_rows import DiscrepancyRow, ItemRow, PhraseRow
from bilat.model.rows import EventRow, ReportRow
from bilat.packs import load
from bilat.record import ItemFilter, Record
from bilat.record.ids import canonical
from bilat.record.terms import fold
from bilat.views.dates import when
from bilat.views.events import kind, what
from bilat.views.lines import shorten
from bilat.watch.settings import Query

_CONTRADICTION: Final = "contradiction"
_SUMMARY: Final = 100
"""Columns of a quotation in a summary."""
_QUOTED: Final = frozenset({"claims", "undertakings"})


class Match(Struct, frozen=True):
    """What a query finds: `key` by which it is known, `also` another key of the same, `summary` one line for a person,
    `url` and `quote` of its first report, `found` all of it, with its evidence."""

    key: str
    also: str
    summary: str
    url: str
    quote: str
    found: Callable[[], dict[str, Any]]


def matches(record: Record, query: Query) -> dict[str, Match]:
    """All that matches, by key, in the record's order."""
    return {match.key: match for match in _FINDERS[query.when](record, query)}


def news(record: Record, query: Query, known: set[str]) -> list[Match]:
    """What matches and was not known, in the record's order. An event whose id is new, but that holds one that was
    known, is known."""
    found = matches(record, query)
    fresh = [match for match in found.values() if match.key not in known and match.also not in known]
    if fresh and query.when in {"visit_announced", "event"}:
        gone = sorted(key for key in known if key not in found and not key.startswith("="))
        now = {row.id for key in gone if isinstance(row := record.get(key), EventRow)}
        fresh = [match for match in fresh if match.key not in now]
    return fresh


def keys(found: dict[str, Match]) -> set[str]:
    """All keys by which matches are known."""
    return {key for match in found.values() for key in (match.key, match.also) if key}


def _events(record: Record, query: Query) -> Iterator[Match]:
    visits = query.when == "visit_announced"
    types, statuses = (("visit",), ("planned",)) if visits else (query.types, query.status)
    seen: set[str] = set()
    for status in statuses or (None,):
        for person in query.people or (None,):
            rows = record.events(query.countries, types=types, status=status, person=person, background=False)
            for row in rows:
                if row.id not in seen and _by(query, row.reports) and _says(query, row.reports):
                    seen.add(row.id)
                    yield _of_event(row)


def _of_event(row: EventRow) -> Match:
    sides = sorted(f"{p.actor or p.name} {p.country}" for p in row.participants)
    also = "=" + _hash([row.type, row.status, row.start, row.mechanism, row.ordinal, sides])
    return Match(row.id, also, _event(row), *_first(row.reports), row.to_dict)


def _phrases(record: Record, query: Query) -> Iterator[Match]:
    seen: set[str] = set()
    for publisher in query.publishers or (None,):
        for row in record.phrases(ItemFilter(query.countries, publisher=publisher)):
            if row.phrase not in seen and _holds(query, row.phrase):
                seen.add(row.phrase)
                yield _of_phrase(row)


def _of_phrase(row: PhraseRow) -> Match:
    meaning = f" ({row.en})" if row.en else ""
    who = f"{row.first.publisher or 'unknown publisher'} {row.first.published or ''}".strip()
    return Match(row.phrase, "", f"{row.phrase}{meaning}: first in {who}", *_first((row.first,)), row.to_dict)


def _discrepancies(record: Record, query: Query) -> Iterator[Match]:
    for row in record.discrepancies(query.countries):
        if row.kind in (query.kinds or (_CONTRADICTION,)):
            yield _of_discrepancy(row)


def _of_discrepancy(row: DiscrepancyRow) -> Match:
    """Known by its values: one more value is news, one more report of a value is not."""
    values = " / ".join(f"{told.value} ({', '.join(_publishers(told.reports))})" for told in row.values)
    reports = tuple(report for told in row.values for report in told.reports)
    of = " ".join((row.field, *sorted(told.value for told in row.values)))
    if row.event is not None:
        also = f"{_of_event(row.event).also} {of}"
        summary = f"{_event(row.event)}: {row.field} {values}"
        return Match(f"{row.id} {of}", also, summary, *_first(reports), row.to_dict)
    item = row.figure.item if row.figure is not None else None
    what = [] if item is None else [item.measure, item.of, item.partner, item.period, item.unit]
    words = " ".join(str(word) for word in what if word)
    return Match(f"= {words} {of}", "", f"{words}: {values}", *_first(reports), row.to_dict)


def _items(noun: str) -> Callable[[Record, Query], Iterator[Match]]:
    def find(record: Record, query: Query) -> Iterator[Match]:
        for row in record.items(noun, ItemFilter(query.countries)):
            if _asked(query, row):
                yield _of_item(row)

    return find


def _claims(record: Record, query: Query) -> Iterator[Match]:
    """Claims of a relation: a speaker of one side, where headline or words name another, or the article reports an
    event between them."""
    related: set[str] = set()
    if len(query.countries) > 1:
        related = {report.document for event in record.events(query.countries) for report in event.reports}
    for country in query.countries or (None,):
        others = [name for code in query.countries if code != country for name in _names_of(code)]
        for row in record.items("claims", ItemFilter((country,) if country else ())):
            near = len(query.countries) < 2 or row.report.document in related or _names(others, row.report)
            if near and _asked(query, row):
                yield _of_item(row)


@cache
def _names_of(code: str) -> tuple[str, ...]:
    """What a country or organisation is called in the packs, without its one-letter forms."""
    packs = load()
    rows = [row for row in (*packs.countries, *packs.organisations) if row.code == code]
    return tuple(fold(name) for row in rows for name in (*row.zh, row.en, row.vi) if len(name) > 1)


def _names(names: Iterable[str], report: ReportRow) -> bool:
    said = fold(" ".join((report.title, *(ev.quote for ev in report.evidence))))
    return any(name in said for name in names)


def _asked(query: Query, row: ItemRow[Any]) -> bool:
    if query.measures and row.item.measure not in query.measures:
        return False
    if query.people and not any(fold(name) in fold(row.item.speaker) for name in query.people):
        return False
    return _by(query, (row.report,)) and _says(query, (row.report,))


def _of_item(row: ItemRow[Any]) -> Match:
    says = item_to_dict(row.item)
    del says["evidence"]
    says.pop("statement", None)
    quotes = [ev.quote for ev in row.report.evidence] if row.noun in _QUOTED else []
    key = "=" + _hash([says, quotes, row.report.publisher])
    where = f"{row.report.publisher or 'unknown publisher'} {row.report.published or ''}".strip()
    url, quote = _first((row.report,))
    words = f" {shorten(quote, _SUMMARY)}" if row.noun == "claims" else ""
    return Match(key, "", f"{_SUMMARIES[row.noun](row.item)}{words} ({where})", url, quote, row.to_dict)


def _event(row: EventRow) -> str:
    return " ".join(f"{when(row.start, row.end)} {kind(row)}: {what(row)}".split())


def _figure(figure: Figure) -> str:
    value = f"{figure.value:,}" if figure.value is not None else ""
    change = f"{figure.change_pct:+g}%" if figure.change_pct is not None else ""
    rank = f"rank {figure.rank}" if figure.rank is not None else ""
    words = (figure.measure, figure.of, figure.partner, figure.period, value, figure.unit, change, rank)
    return " ".join(word for word in words if word)


def _claim(claim: Claim) -> str:
    return f"{claim.speaker} {claim.speaker_country or ''}".strip() + ":"


def _undertaking(undertaking: Undertaking) -> str:
    return f"{undertaking.what}: {undertaking.stage}, {undertaking.kind} {' '.join(undertaking.parties)}".strip()


_SUMMARIES: Final[dict[str, Callable[[Any], str]]] = {
    "figures": _figure,
    "claims": _claim,
    "undertakings": _undertaking,
}


_FINDERS: Final[dict[str, Callable[[Record, Query], Iterator[Match]]]] = {
    "visit_announced": _events,
    "event": _events,
    "phrase": _phrases,
    "discrepancy": _discrepancies,
    "figure": _items("figures"),
    "claim": _claims,
    "undertaking": _items("undertakings"),
}


def _by(query: Query, reports: tuple[ReportRow, ...]) -> bool:
    """Whether one of the publishers asked for reports it; part of a name will do."""
    if not query.publishers:
        return True
    asked = [fold(name) for name in query.publishers]
    return any(name in fold(report.publisher or "") for report in reports for name in asked)


def _says(query: Query, reports: tuple[ReportRow, ...]) -> bool:
    """Whether a quotation or headline holds one of the words asked for, in either script."""
    return not query.words or any(
        _holds(query, text) for r in reports for text in (r.title, *(ev.quote for ev in r.evidence))
    )


def _holds(query: Query, text: str) -> bool:
    return not query.words or any(fold(word) in fold(text) for word in query.words)


def _publishers(reports: tuple[ReportRow, ...]) -> list[str]:
    return list(dict.fromkeys(report.publisher or "unknown" for report in reports))


def _first(reports: tuple[ReportRow, ...]) -> tuple[str, str]:
    """Address and quotation of the first report that has them."""
    url = next((report.url for report in reports if report.url), "")
    return url, next((ev.quote for report in reports for ev in report.evidence), "")


def _hash(says: list[object]) -> str:
    return blake2b(canonical(says), digest_size=8).hexdigest()
