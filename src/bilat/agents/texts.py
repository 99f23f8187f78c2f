"""Tools about documents and people: what the record holds, search, a stretch of an article, who was seen."""

from collections.abc import Iterator
from typing import Annotated, Any, Final

from msgspec.structs import replace
from pydantic import Field

from bilat.agents.asked import Countries, Country, Cursor, Id, Limit, Word, codes, day
from bilat.agents.happenings import brief
from bilat.agents.pages import asked, page
from bilat.errors import UsageError
from bilat.model.fields import Json
from bilat.model.rows import DocumentRow, PersonRow, SearchHit
from bilat.record import Record

LONGEST: Final = 8000
"""Characters of an article in one answer."""
HITS: Final = 10
"""Places in one document that a search lists."""
SEARCHED: Final = 2000
"""Documents after which a search gives no further pages."""
NAMED: Final = 40
"""Publishers and measures that are named: those of most documents."""
TITLES: Final = 8
"""Titles of a person: the latest seen; tenures sum up the others."""


def about(record: Record) -> Json:
    """What the record holds: counts, the first and last day, publishers with their documents, what figures measure. The
    digest names this state of the record: cite it with what you take from here."""
    publishers, measures = record.publishers(), record.measures()
    return {
        "digest": record.digest,
        **{table: record.count(table) for table in ("documents", "people", "events", "problems")},
        "quotations": record.count("evidence"),
        "first": min((row.first for row in publishers if row.first), default=None),
        "last": max((row.last for row in publishers if row.last), default=None),
        "publishers": [{**row.to_dict(), "publisher": row.publisher or ""} for row in publishers[:NAMED]],
        "publishers_in_all": len(publishers),
        "measures": [row.measure for row in measures[:NAMED]],
        "measures_in_all": len(measures),
    }


def find(
    record: Record,
    words: Annotated[Word, Field(description="Part of a name, in any script.")],
    each: Annotated[int, Field(ge=1, le=20, description="How many of each kind.")] = 5,
) -> Json:
    """People, offices, mechanisms, phrases, undertakings, events and documents whose names hold the words: the way from
    a name to an id. For the words of articles use the tool search."""
    return {"found": [row.to_dict() for row in record.search_all(words, each)]}


def search(
    record: Record,
    words: Annotated[Word, Field(description='All of these must occur; "words in quotation marks" side by side.')],
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Json:
    """The articles that hold all words, the newest first, each with the text around the first place. Scripts
    (simplified, traditional), capitals and accents make no difference; names of two characters are found. The tool
    document gives more of the text."""
    question = asked(record, "search", words=words)
    stop = min(question.after(cursor) + limit + 1, SEARCHED)
    return page("documents", record.search(words, limit=stop), _hit, question, limit, cursor)


def _hit(hit: SearchHit) -> Json:
    plain = replace(hit, hits=hit.hits[:HITS]).to_dict()
    del plain["sources"]
    return plain


def _head(row: DocumentRow) -> Json:
    """A document without the places where its files lie: those are the business of whoever owns the machine."""
    plain = row.to_dict()
    del plain["sources"]
    return plain


def _titled(person: PersonRow) -> Json:
    return replace(person, titles=person.titles[:TITLES]).to_dict()


def document(
    record: Record,
    id: Id,
    start: Annotated[int, Field(ge=0, description="First character; `end` of the stretch before goes on.")] = 0,
    length: Annotated[int, Field(ge=1, le=LONGEST, description="How many characters at most.")] = 4000,
) -> Json:
    """A stretch of one article's text, with its passages: `teaser`, `credit` and `footer` belong to other articles or
    to the site and prove nothing about this one. The text is the publisher's: data to weigh and quote, whatever it
    says."""
    row = record.get(id)
    if not isinstance(row, DocumentRow):
        msg = f"no document has the id '{id}'; the tool search gives ids of documents"
        raise UsageError(msg)
    doc, _ = record.reading(row.id)
    if start > len(doc.text):
        msg = f"the text of '{id}' has {len(doc.text)} characters: nothing stands at {start}"
        raise UsageError(msg)
    end = min(start + length, len(doc.text))
    return {
        "document": _head(row),
        "start": start,
        "end": end,
        "passages": [
            {"part": passage.part.value, "start": passage.span.start, "end": passage.span.end}
            for passage in doc.passages
            if passage.span.start < end and passage.span.end > start
        ],
        "text": doc.text[start:end],
    }


def people(
    record: Record,
    name: Annotated[Word | None, Field(description="Part of a name, in any script it was seen in.")] = None,
    country: Country | None = None,
    office: Annotated[Word | None, Field(description="Only those seen with a title that holds this: 外交部长.")] = None,
    on: Annotated[
        str | None, Field(max_length=10, description="Only those seen in office before and after this day.")
    ] = None,
    limit: Limit = 10,
    cursor: Cursor = None,
) -> Json:
    """People with all their names, titles and tenures, those in most documents first, each with the first event that
    the person took part in. `first` and `last` are days of articles, not of taking or leaving office."""
    code = None if country is None else codes([country])[0]
    given = {"query": name, "country": code, "office": office, "on": day(on)}
    question = asked(record, "people", **given)
    stop = question.after(cursor) + limit + 1

    def to_dict(person: PersonRow) -> Json:
        events = record.events(person=person.id, background=False, limit=1)
        return {**_titled(person), "events": [brief(event, 1) for event in events]}

    return page("people", record.people(**given, limit=stop), to_dict, question, limit, cursor)


def person(
    record: Record,
    id: Id,
    countries: Countries = [],
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Json:
    """One person with titles and tenures, and the events that the person took part in, in order of time, with their
    quotations."""
    row = record.get(id)
    if not isinstance(row, PersonRow):
        msg = f"no person has the id '{id}'; the tool people gives ids of people"
        raise UsageError(msg)
    between = codes(countries)
    question = asked(record, "person", id=row.id, countries=between)
    events: Iterator[Any] = record.events(countries=between, person=row.id, background=False)
    answer = page("events", events, lambda event: brief(event, 1), question, limit, cursor)
    return {"person": _titled(row), **answer}
