"""What a record answers with: one frozen type for each kind of row, and its `to_dict` for JSON and CSV.

Dates are ISO texts, ids are those of the record, tuples are sorted as their docstrings say.
"""

from msgspec import Struct

from bilat.model.decision import Ruled
from bilat.model.document import Source
from bilat.model.fields import Json
from bilat.model.flat import NOUNS, evidence_to_list
from bilat.model.level import Level
from bilat.model.span import Evidence, Span


class DocumentRow(Struct, frozen=True):
    """One document without its text. `superseded_by` is the id of the newer version of the same article, None for
    the one that counts; `sources` are all the places where it was found."""

    id: str
    title: str
    url: str | None
    publisher: str | None
    published: str | None
    published_how: str | None
    language: str
    script: str | None
    characters: int
    superseded_by: str | None
    sources: tuple[Source, ...]

    def to_dict(self) -> Json:
        return {
            "id": self.id,
            "title": self.title,
            "url": self.url,
            "publisher": self.publisher,
            "published": self.published,
            "published_how": self.published_how,
            "language": self.language,
            "script": self.script,
            "characters": self.characters,
            "superseded_by": self.superseded_by,
            "sources": [s.to_dict() for s in self.sources],
        }


class ParticipantRow(Struct, frozen=True):
    """A participant: `name` as written in the report, `names` every form that report gives (the name first), `actor`
    the id of the person (`PersonRow.id`), None for a country, a body or a delegation."""

    name: str
    names: tuple[str, ...]
    country: str | None
    role: str | None = None
    actor: str | None = None

    def to_dict(self) -> Json:
        plain: Json = {"name": self.name, "names": list(self.names), "country": self.country}
        if self.role is not None:
            plain["role"] = self.role
        if self.actor is not None:
            plain["actor"] = self.actor
        return plain


class ReportRow(Struct, frozen=True):
    """One document's report of an event. `how` is `reported` (news of it), `announced` (ahead of it) or `mentioned`
    (background); `inferred` when it names an office or a country only and was joined by that; `copy_of` the document
    whose wording this one repeats."""

    document: str
    publisher: str | None
    published: str | None
    title: str
    url: str | None
    how: str
    evidence: tuple[Evidence, ...]
    inferred: bool = False
    copy_of: str | None = None

    def to_dict(self) -> Json:
        plain: Json = {
            "document": self.document,
            "publisher": self.publisher,
            "published": self.published,
            "title": self.title,
            "url": self.url,
            "how": self.how,
            "evidence": evidence_to_list(self.evidence),
        }
        if self.inferred:
            plain["inferred"] = True
        if self.copy_of is not None:
            plain["copy_of"] = self.copy_of
        return plain


class ChangeRow(Struct, frozen=True):
    """A status of an event, the day it was first told, and the document that says so."""

    status: str
    on: str | None
    document: str

    def to_dict(self) -> Json:
        return {"status": self.status, "on": self.on, "document": self.document}


class ValueRow(Struct, frozen=True):
    """A value with the documents that give it, and their publishers."""

    value: str
    documents: tuple[str, ...]
    publishers: tuple[str, ...]

    def to_dict(self) -> Json:
        return {"value": self.value, "documents": list(self.documents), "publishers": list(self.publishers)}


class DifferenceRow(Struct, frozen=True):
    """A field of an event on which its reports do not agree: `contradiction`, `rounding` (a number with fewer
    digits), or `moved` to another day."""

    field: str
    kind: str
    values: tuple[ValueRow, ...]

    def to_dict(self) -> Json:
        return {"field": self.field, "kind": self.kind, "values": [value.to_dict() for value in self.values]}


class EventRow(Struct, frozen=True):
    """One event with its reports; the keys of `to_dict` are those of `bilat timeline --jsonl`."""

    id: str
    type: str
    status: str
    start: str | None
    end: str | None
    place: str | None
    host: str | None
    participants: tuple[ParticipantRow, ...]
    mechanism: str | None
    ordinal: int | None
    documents: tuple[str, ...]
    background: bool
    reports: tuple[ReportRow, ...]
    part_of: str | None = None
    life: tuple[ChangeRow, ...] = ()
    discrepancies: tuple[DifferenceRow, ...] = ()
    decisions: tuple[Ruled, ...] = ()
    level: str = Level.UNKNOWN.value

    def to_dict(self) -> Json:
        return {
            "id": self.id,
            "type": self.type,
            "status": self.status,
            "start": self.start,
            "end": self.end,
            "place": self.place,
            "host": self.host,
            "participants": [p.to_dict() for p in self.participants],
            "mechanism": self.mechanism,
            "ordinal": self.ordinal,
            "documents": list(self.documents),
            "background": self.background,
            "level": self.level,
            "part_of": self.part_of,
            "life": [change.to_dict() for change in self.life],
            "reports": [r.to_dict() for r in self.reports],
            "discrepancies": [found.to_dict() for found in self.discrepancies],
            **_decided(self.decisions),
        }


def _decided(decisions: tuple[Ruled, ...]) -> Json:
    """`decisions` where a person decided something."""
    return {"decisions": [ruled.to_dict() for ruled in decisions]} if decisions else {}


class TitleRow(Struct, frozen=True):
    """A title as written with a person's name: first and last published day it was seen, in how many documents."""

    title: str
    first: str | None
    last: str | None
    documents: int

    def to_dict(self) -> Json:
        return {"title": self.title, "first": self.first, "last": self.last, "documents": self.documents}


class TenureRow(Struct, frozen=True):
    """An office by its usual name, first and last published day the person was seen in it, in how many documents.
    `sole` where one person at a time holds it; `others` are the ids of those seen in it on some of the same days."""

    office: str
    sole: bool
    first: str | None
    last: str | None
    documents: int
    others: tuple[str, ...] = ()

    def to_dict(self) -> Json:
        return {
            "office": self.office,
            "sole": self.sole,
            "first": self.first,
            "last": self.last,
            "documents": self.documents,
            "others": list(self.others),
        }


class PersonRow(Struct, frozen=True):
    """A person over all documents, as linked. `name` is the form seen most, `names` all forms, `titles` the latest
    first, `tenures` the offices they tell of, `documents` and `mentions` are counts."""

    id: str
    name: str
    names: tuple[str, ...]
    country: str | None
    titles: tuple[TitleRow, ...]
    first: str | None
    last: str | None
    documents: int
    mentions: int
    tenures: tuple[TenureRow, ...] = ()
    decisions: tuple[Ruled, ...] = ()

    def to_dict(self) -> Json:
        return {
            "id": self.id,
            "name": self.name,
            "names": list(self.names),
            "country": self.country,
            "titles": [t.to_dict() for t in self.titles],
            "tenures": [t.to_dict() for t in self.tenures],
            "first": self.first,
            "last": self.last,
            "documents": self.documents,
            "mentions": self.mentions,
            **_decided(self.decisions),
        }


class SearchHit(Struct, frozen=True):
    """A document that holds every term: `snippet` is its text at `span`, around the first hit; `hits` are the spans
    of all terms in the whole document, in order."""

    document: DocumentRow
    snippet: str
    span: Span
    hits: tuple[Span, ...]

    def to_dict(self) -> Json:
        return {
            **self.document.to_dict(),
            "snippet": self.snippet,
            "start": self.span.start,
            "end": self.span.end,
            "hits": [[hit.start, hit.end] for hit in self.hits],
        }


class Damage(Struct, frozen=True, order=True):
    """A row that breaks a promise of the record: in which table, which id, how."""

    table: str
    id: str
    reason: str

    def to_dict(self) -> Json:
        return {"table": self.table, "id": self.id, "reason": self.reason}


class VerifyReport(Struct, frozen=True):
    """What `verify` counted and found; `digest` is that of the content as it stands in the file."""

    documents: int
    people: int
    mentions: int
    events: int
    figures: int
    claims: int
    phrases: int
    mechanisms: int
    undertakings: int
    disputes: int
    quotations: int
    problems: int
    digest: str
    damage: tuple[Damage, ...]

    @property
    def ok(self) -> bool:
        return not self.damage

    def to_dict(self) -> Json:
        return {
            "documents": self.documents,
            "people": self.people,
            "mentions": self.mentions,
            "events": self.events,
            **{noun: getattr(self, noun) for noun in NOUNS},
            "quotations": self.quotations,
            "problems": self.problems,
            "digest": self.digest,
            "ok": self.ok,
            "damage": [d.to_dict() for d in self.damage],
        }


class Version(Struct, frozen=True, order=True):
    """What linking needs to know of a document: `number` in the record, the id it was `given`, its address, when it
    was published (day, and stamp where there is one), a hash of its text, `key`, a hash of all it says, and when it
    was last fetched, where a crawler did (else empty)."""

    number: int
    given: str
    url: str | None
    published: str
    text: str
    key: str
    fetched: str = ""


class Settled(Struct, frozen=True):
    """What linking decided for a document: its id in the record, and the `number` of the version that counts
    instead of it, None when it counts itself."""

    number: int
    id: str
    superseded_by: int | None
