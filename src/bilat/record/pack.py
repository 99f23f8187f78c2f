"""A Document and its Reading → the rows that keep them, ready to be numbered and inserted.

Done in the worker processes: ids, hashes and index terms cost more than the insertion itself. Everything here is
plain values, so that it travels between processes cheaply.
"""

import json
import re
from calendar import monthrange
from hashlib import blake2b
from typing import Final, NamedTuple, cast

from bilat.errors import EvidenceError
from bilat.model import Document, Event, Person, Reading
from bilat.model.codec import reading_to_dict, staged_problems
from bilat.model.fields import Json
from bilat.record.compact import address_key, pack_id, pack_passages, pack_spans, pack_text
from bilat.record.ids import canonical, content_id, unlike
from bilat.record.nouns import PackedItem, check_evidence, pack_items
from bilat.record.terms import fold, index_terms
from bilat.text.clauses import clauses, packed

_DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class PackedPerson(NamedTuple):
    id: bytes
    actor: str
    name: str
    country: str | None
    title: str | None
    aliases: str
    mentions: int
    spans: bytes


class PackedEvent(NamedTuple):
    row: tuple[str | int | None, ...]
    """The columns of `events` from id to background."""
    participants: tuple[tuple[str, str | None, str | None, int | None], ...]
    """name, country, role, position of the person in the reading"""
    evidence: tuple[tuple[int, int, str], ...]


class Packed(NamedTuple):
    """One document as rows. `key` hashes all that it says, `form` tells how its file was read, `fetched`
    when a crawler fetched it, if one did."""

    key: str
    id: str
    text: tuple[int, bytes, bytes]
    """Its length in characters, its passages and its text as they are kept."""
    row: tuple[str | int | None, ...]
    """url, address, publisher, published, published_how, published_stamp, title, language, script, text_hash"""
    people: tuple[PackedPerson, ...]
    events: tuple[PackedEvent, ...]
    items: tuple[PackedItem, ...]
    problems: tuple[tuple[str, str, str, int | None, int | None], ...]
    terms: str
    clauses: bytes
    form: str
    fetched: str | None


def document_key(doc: Document, reading: Reading) -> str:
    """A hash of the document and all that was found in it, wherever it lay: what the record's digest is made of."""
    return _key(reading_to_dict(doc, reading))


def _key(line: Json) -> str:
    del line["source"]
    return blake2b(canonical(line), digest_size=16).hexdigest()


def pack(doc: Document, reading: Reading) -> Packed:
    """The rows of one document. Raises EvidenceError where a quotation or a mention does not stand at its offsets."""
    line = reading_to_dict(doc, reading)
    key = _key(line)
    folded = fold(doc.text)
    text_hash = blake2b(doc.text.encode(), digest_size=8).hexdigest()
    published = doc.published
    return Packed(
        key=key,
        id=doc.id,
        text=(
            len(doc.text),
            pack_passages([(p.part.value, p.span.start, p.span.end) for p in doc.passages]),
            pack_text(doc.text),
        ),
        row=(
            doc.url,
            None if doc.url is None else address_key(doc.url),
            doc.publisher,
            published.day if published else None,
            published.how.value if published else None,
            published.stamp if published else None,
            doc.title,
            doc.language,
            doc.script,
            text_hash,
        ),
        people=_people(doc, reading.people, text_hash),
        events=_events(doc, reading, cast("list[Json]", line["events"]), text_hash),
        items=pack_items(doc, reading, line, text_hash),
        problems=tuple(
            (stage, p.kind, p.detail, p.span.start if p.span else None, p.span.end if p.span else None)
            for stage, p in staged_problems(doc, reading)
        ),
        terms=index_terms(folded),
        clauses=_clauses(doc, folded),
        form=doc.source.form if doc.source else "",
        fetched=doc.source.fetched if doc.source else None,
    )


def _clauses(doc: Document, folded: str) -> bytes:
    """The hashes of the clauses of all that is read for facts."""
    spans = [passage.span for passage in doc.read_for_facts()]
    if len(folded) == len(doc.text):  # no mark fell away: offsets hold
        return packed(clauses("\n".join([folded[span.start : span.end] for span in spans])))
    return packed(clauses(fold("\n".join([doc.text[span.start : span.end] for span in spans]))))


def actor_id(name: str, country: str | None) -> str:
    """The id of a person over all documents: the name in one script, and the country."""
    return content_id("actor", fold(name), country)


def _people(doc: Document, people: tuple[Person, ...], text_hash: str) -> tuple[PackedPerson, ...]:
    packed: list[PackedPerson] = []
    seen: dict[str, int] = {}
    for person in people:
        for span in person.mentions:
            if span.end > len(doc.text):
                msg = f"{person.name} is mentioned at {span.start}:{span.end}, beyond the text of {doc.id}"
                raise EvidenceError(msg)
        says = ("person", doc.id, text_hash, person.name, person.country, person.title)
        packed.append(
            PackedPerson(
                pack_id(unlike(says, seen)),
                actor_id(person.name, person.country),
                person.name,
                person.country,
                person.title,
                json.dumps(person.aliases, ensure_ascii=False),
                len(person.mentions),
                pack_spans([(m.start, m.end) for m in person.mentions]),
            )
        )
    return tuple(packed)


def _events(doc: Document, reading: Reading, listed: list[Json], text_hash: str) -> tuple[PackedEvent, ...]:
    packed: list[PackedEvent] = []
    seen: dict[str, int] = {}
    day = doc.published.day if doc.published else None
    for event, says in zip(reading.events, listed, strict=True):
        check_evidence(doc, "events", event.evidence)
        del says["evidence"], says["background"]
        earliest, latest = widest(event.start, event.end, day)
        row = (
            unlike(("event", doc.id, text_hash, says), seen),
            event.type.value,
            event.status.value,
            event.start,
            event.end,
            earliest,
            latest,
            event.place,
            event.host,
            event.mechanism,
            event.ordinal,
            json.dumps(event.documents, ensure_ascii=False),
            int(event.background),
        )
        evidence = tuple((ev.span.start, ev.span.end, ev.quote) for ev in event.evidence)
        packed.append(PackedEvent(row, _participants(event, reading.people), evidence))
    return tuple(packed)


def _participants(
    event: Event, people: tuple[Person, ...]
) -> tuple[tuple[str, str | None, str | None, int | None], ...]:
    def person(name: str, country: str | None) -> int | None:
        same = [at for at, p in enumerate(people) if p.name == name or name in p.aliases]
        alike = [at for at in same if people[at].country == country]
        return (alike or same or [None])[0]

    return tuple((p.name, p.country, p.role, person(p.name, p.country)) for p in event.participants)


def widest(start: str | None, end: str | None, published: str | None) -> tuple[str | None, str | None]:
    """The first and last day on which something with these dates may have been: a month or a year is all its days;
    without any date, the day of its report."""
    return first_day(start or end or published), last_day(end or start or published)


def first_day(date: str | None) -> str | None:
    """The first day of a date of any precision; None when it is none."""
    if date is None or not _DATE.fullmatch(date):
        return None
    return date + "-01-01"[len(date) - 4 :]


def last_day(date: str | None) -> str | None:
    """The last day of a date of any precision; None when it is none."""
    if date is None or not _DATE.fullmatch(date):
        return None
    if len(date) == 4:
        return date + "-12-31"
    if len(date) == 7:
        return f"{date}-{monthrange(int(date[:4]), int(date[5:]))[1]}"
    return date
