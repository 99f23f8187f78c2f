"""Saved queries: what of a record matches, by keys that last from build to build.

An event keeps its id while its earliest telling stays; what a publisher edits gives it another, so it is known by what
it says too. Items are known by what they say and who reports it, not by the article: the same number in the next
article of the same publisher is no news.
"""

from collections.abc import Callable, Iterator
from hashlib import blake2b
from typing import Any, Final

from msgspec import Struct

from bilat.model import Claim, Figure, Undertaking
from bilat.model.flat import item_to_dict
from bilat.model.item_rows import DiscrepancyRow, ItemRow, PhraseRow
from bilat.model.rows import EventRow, ReportRow
from bilat.record import ItemFilter, Record
from bilat.record.ids import canonical
from bilat.record.terms import fold
from bilat.views.dates import when
from bilat.views.events import kind, what
from bilat.watch.settings import Query

_CONTRADICTION: Final = "contradiction"
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
    values = " / ".join(f"{told.value} ({', '.join(_publishers(told.reports))})" for told in row.values)
    reports = tuple(report for told in row.values for report in told.reports)
    if row.event is not None:
        key, also = f"{row.id} {row.field}", f"{_of_event(row.event).also} {row.field}"
        return Match(key, also, f"{_event(row.event)}: {row.field} {values}", *_first(reports), row.to_dict)
    item = row.figure.item if row.figure is not None else None
    what = [] if item is None else [item.measure, item.of, item.partner, item.period, item.unit]
    words = " ".join(str(word) for word in what if word)
    return Match(f"= {words} {row.field}", "", f"{words}: {values}", *_first(reports), row.to_dict)


def _items(noun: str) -> Callable[[Record, Query], Iterator[Match]]:
    def find(record: Record, query: Query) -> Iterator[Match]:
        seen: set[str] = set()
        # Both sides of a relation speak, but not in one claim.
        sides = [(code,) for code in query.countries] if noun == "claims" and query.countries else [query.countries]
        for countries in sides:
            for row in record.items(noun, ItemFilter(countries)):
                match = _of_item(row)
                if match.key not in seen and _asked(query, row):
                    seen.add(match.key)
                    yield match

    return find


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
    return Match(key, "", f"{_SUMMARIES[row.noun](row.item)} ({where})", *_first((row.report,)), row.to_dict)


def _event(row: EventRow) -> str:
    return " ".join(f"{when(row.start, row.end)} {kind(row)}: {what(row)}".split())


def _figure(figure: Figure) -> str:
    value = f"{figure.value:,}" if figure.value is not None else ""
    change = f"{figure.change_pct:+g}%" if figure.change_pct is not None else ""
    rank = f"rank {figure.rank}" if figure.rank is not None else ""
    words = (figure.measure, figure.of, figure.partner, figure.period, value, figure.unit, change, rank)
    return " ".join(word for word in words if word)


def _claim(claim: Claim) -> str:
    country = f" {claim.speaker_country}" if claim.speaker_country else ""
    return f"{claim.speaker}{country} {claim.verb}"


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
    "claim": _items("claims"),
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
