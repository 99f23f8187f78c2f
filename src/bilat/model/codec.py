"""Document and Reading ↔ one line of `bilat extract`: a dict of plain JSON values.

`reading_from_dict(reading_to_dict(doc, reading))` gives the same two back, for a reading that lists its document's
problems before its own, as `extract` makes it.
"""

from typing import cast

from bilat.errors import EvidenceError, ReadError
from bilat.model.document import DateSource, Document, Part, Passage, Published, Source
from bilat.model.fields import Fields, Json
from bilat.model.flat import NOUNS, evidence_from_fields, evidence_to_list, item_from_fields, items_to_list
from bilat.model.problem import Problem
from bilat.model.reading import Event, EventType, Participant, Person, Reading, Status
from bilat.model.span import Span


def reading_to_dict(doc: Document, reading: Reading) -> Json:
    """The document and all that was found in it, keys in the order of the contract."""
    published = doc.published
    return {
        "id": doc.id,
        "url": doc.url,
        "publisher": doc.publisher,
        "published": published.day if published else None,
        "published_how": str(published.how) if published else None,
        "published_stamp": published.stamp if published else None,
        "title": doc.title,
        "language": doc.language,
        "script": doc.script,
        "text": doc.text,
        "passages": [[p.part, p.span.start, p.span.end] for p in doc.passages],
        "people": [person_to_dict(p) for p in reading.people],
        "events": [event_to_dict(e) for e in reading.events],
        **{noun: items_to_list(getattr(reading, noun)) for noun in NOUNS},
        "problems": [_problem_to_dict(p, stage) for stage, p in staged_problems(doc, reading)],
        "source": None if doc.source is None else doc.source.to_dict(),
    }


def person_to_dict(person: Person) -> Json:
    """A person; `start` and `end` are the first mention, where the name stands."""
    first = person.mentions[0] if person.mentions else None
    return {
        "name": person.name,
        "aliases": list(person.aliases),
        "country": person.country,
        "title": person.title,
        "start": first.start if first else None,
        "end": first.end if first else None,
        "mentions": [[m.start, m.end] for m in person.mentions],
    }


def event_to_dict(event: Event) -> Json:
    """An event with its evidence; the document is the line's."""
    return {
        "type": str(event.type),
        "status": str(event.status),
        "start": event.start,
        "end": event.end,
        "place": event.place,
        "host": event.host,
        "participants": [participant_to_dict(p) for p in event.participants],
        "mechanism": event.mechanism,
        "ordinal": event.ordinal,
        "documents": list(event.documents),
        "background": event.background,
        "evidence": evidence_to_list(event.evidence),
    }


def participant_to_dict(participant: Participant) -> Json:
    """A participant; `role` is there only when there is one."""
    plain: Json = {"name": participant.name, "country": participant.country}
    if participant.role is not None:
        plain["role"] = participant.role
    return plain


def staged_problems(doc: Document, reading: Reading) -> list[tuple[str, Problem]]:
    """The problems of a document, each once: `read` for those its reader met, then `extract` for the rest."""
    if not reading.problems and not doc.problems:
        return []
    return [
        *[("read", p) for p in doc.problems],
        *[("extract", p) for p in reading.problems if p not in doc.problems],
    ]


def _problem_to_dict(problem: Problem, stage: str) -> Json:
    span = problem.span
    return {
        "kind": problem.kind,
        "detail": problem.detail,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "stage": stage,
    }


def reading_from_dict(raw: object) -> tuple[Document, Reading]:
    """The document and reading of one line. Raises ReadError where a key is unknown, missing or of another type, or
    where a quotation cannot stand."""
    line = Fields(raw, "line")
    try:
        return _line(line)
    except (ValueError, EvidenceError) as err:
        msg = f"line: {err}"
        raise ReadError(msg) from err


def _line(line: Fields) -> tuple[Document, Reading]:
    id_ = line.text("id")
    problems = [(p.text("stage"), _problem(p)) for p in line.objects("problems")]
    doc = Document(
        id=id_,
        text=line.text("text"),
        title=line.text("title"),
        passages=tuple(
            Passage(Part(cast("str", part)), Span(cast("int", start), cast("int", end)))
            for part, start, end in line.row("passages", (str, int, int))
        ),
        language=line.text("language"),
        script=line.text_or_none("script"),
        url=line.text_or_none("url"),
        publisher=line.text_or_none("publisher"),
        published=_published(line),
        source=_source(line.object_or_none("source")),
        problems=tuple(problem for stage, problem in problems if stage == "read"),
    )
    reading = Reading(
        document=id_,
        people=tuple(_person(p) for p in line.objects("people")),
        events=tuple(_event(id_, e) for e in line.objects("events")),
        problems=tuple(problem for _, problem in problems),
        **{
            noun: tuple(item_from_fields(kind, id_, item) for item in line.objects(noun))
            for noun, kind in NOUNS.items()
        },
    )
    line.done()
    return doc, reading


def _published(line: Fields) -> Published | None:
    day, how, stamp = (line.text_or_none(key) for key in ("published", "published_how", "published_stamp"))
    if day is None:
        return None
    return Published(day, DateSource(how) if how else DateSource.FIELD, stamp)


def _source(source: Fields | None) -> Source | None:
    if source is None:
        return None
    made = Source(source.text("path"), source.text("form"), source.number("index"), source.text_or_none("fetched"))
    source.done()
    return made


def _problem(problem: Fields) -> Problem:
    start, end = problem.number_or_none("start"), problem.number_or_none("end")
    span = None if start is None or end is None else Span(start, end)
    made = Problem(problem.text("kind"), problem.text("detail"), span)
    problem.done()
    return made


def _person(person: Fields) -> Person:
    mentions = tuple(Span(cast("int", start), cast("int", end)) for start, end in person.row("mentions", (int, int)))
    _ = person.number_or_none("start"), person.number_or_none("end")
    made = Person(
        person.text("name"),
        person.text_or_none("country"),
        person.text_or_none("title"),
        mentions,
        person.texts("aliases"),
    )
    person.done()
    return made


def _participant(participant: Fields) -> Participant:
    made = Participant(participant.text("name"), participant.text_or_none("country"), participant.text_or_none("role"))
    participant.done()
    return made


def _event(document: str, event: Fields) -> Event:
    made = Event(
        type=EventType(event.text("type")),
        status=Status(event.text("status")),
        start=event.text_or_none("start"),
        end=event.text_or_none("end"),
        place=event.text_or_none("place"),
        host=event.text_or_none("host"),
        participants=tuple(_participant(p) for p in event.objects("participants")),
        evidence=tuple(evidence_from_fields(document, ev) for ev in event.objects("evidence")),
        mechanism=event.text_or_none("mechanism"),
        ordinal=event.number_or_none("ordinal"),
        documents=event.texts("documents"),
        background=event.flag("background"),
    )
    event.done()
    return made
