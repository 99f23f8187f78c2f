"""An expectation beside a sample → what the code misses, one line each.

An expectation states only what a reader is sure of: a key that is absent is not compared. Every event that is not told
as background, and every person, must be expected; so a fact taken from a teaser is a miss like one not found.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NotRequired, TypedDict, cast

from bilat.model import READ_FOR_FACTS, Document, Event, Part, Person, Reading
from bilat.model.flat import NOUNS, item_to_dict

EXPECTED = Path(__file__).parent / "expected"


class Who(TypedDict):
    name: str
    country: NotRequired[str | None]
    role: NotRequired[str]


class ExpectedPerson(TypedDict):
    name: str
    country: str | None
    title: NotRequired[str | None]
    aliases: NotRequired[list[str]]


class ExpectedEvent(TypedDict):
    type: str
    status: str
    participants: list[Who]
    background: bool
    start: NotRequired[str | None]
    end: NotRequired[str | None]
    place: NotRequired[str | None]
    host: NotRequired[str | None]
    mechanism: NotRequired[str]
    ordinal: NotRequired[int]


Item = dict[str, object]
"""Some keys of one line of `bilat extract`, as they must be."""
COMPLETE = frozenset({"figures", "undertakings"})
"""Nouns of which an expectation, where it has any, lists all."""


class ExpectedDocument(TypedDict):
    title: str
    published: str | None
    script: str
    people: list[ExpectedPerson]
    events: list[ExpectedEvent]
    how: NotRequired[str | None]
    id: NotRequired[str]
    publisher: NotRequired[str]
    captions: NotRequired[list[str]]
    never: NotRequired[list[str]]
    also: NotRequired[list[ExpectedEvent]]
    figures: NotRequired[list[Item]]
    claims: NotRequired[list[Item]]
    phrases: NotRequired[list[Item]]
    mechanisms: NotRequired[list[Item]]
    undertakings: NotRequired[list[Item]]
    disputes: NotRequired[list[Item]]


class Expected(TypedDict):
    article: str
    about: str
    documents: list[ExpectedDocument]


def expectations() -> list[Expected]:
    """All of them, sorted by file name."""
    return [cast("Expected", json.loads(path.read_text("utf-8"))) for path in sorted(EXPECTED.glob("*.json"))]


def misses(expected: ExpectedDocument, doc: Document, reading: Reading) -> list[str]:
    """What differs, sorted; empty when the document is read as the expectation says."""
    return sorted(
        [
            *_document(expected, doc),
            *_people(expected["people"], reading.people),
            *_events(expected, reading.events),
            *_items(expected, reading),
        ]
    )


def _items(expected: ExpectedDocument, reading: Reading) -> Iterator[str]:
    wanted = cast("dict[str, list[Item]]", expected)
    for noun in NOUNS:
        left = [item_to_dict(item) for item in getattr(reading, noun)]
        for item in wanted.get(noun, []):
            fitting = [found for found in left if all(found.get(key) == value for key, value in item.items())]
            if fitting:
                left.remove(fitting[0])
            else:
                yield f"{noun} {json.dumps(item, ensure_ascii=False)}: not found"
        if noun in wanted and noun in COMPLETE:
            for found in left:
                told = {key: value for key, value in found.items() if value and key != "evidence"}
                yield f"{noun} {json.dumps(told, ensure_ascii=False)}: not expected"


def _document(expected: ExpectedDocument, doc: Document) -> Iterator[str]:
    found = {
        "published": doc.published.day if doc.published else None,
        "how": doc.published.how.value if doc.published else None,
        "script": doc.script,
        "id": doc.id,
        "publisher": doc.publisher,
    }
    yield from _differences("document", dict(expected), found)
    for words in expected.get("never", []):
        if words in doc.text and _parts(doc, words) & READ_FOR_FACTS:
            yield f"document: {words!r} is read for facts"
    for words in expected.get("captions", []):
        if _parts(doc, words) != {Part.CAPTION}:
            yield f"document: {words!r} is no caption"


def _parts(doc: Document, words: str) -> set[Part]:
    """The parts of every passage that holds some of these words, wherever they stand."""
    found: set[Part] = set()
    at = doc.text.find(words)
    while at >= 0:
        found |= {p.part for p in doc.passages if p.span.start < at + len(words) and at < p.span.end}
        at = doc.text.find(words, at + 1)
    return found


def _people(expected: list[ExpectedPerson], found: Iterable[Person]) -> Iterator[str]:
    left = {person.name: person for person in found}
    for wanted in expected:
        person = left.pop(wanted["name"], None)
        if person is None:
            yield f"person {wanted['name']}: not found"
            continue
        yield from _differences(
            f"person {wanted['name']}",
            {key: value for key, value in wanted.items() if key in {"country", "title"}},
            {"country": person.country, "title": person.title},
        )
        for alias in wanted.get("aliases", []):
            if alias not in person.aliases:
                yield f"person {wanted['name']}: alias {alias} not found"
    for name in left:
        yield f"person {name}: not expected"


def _events(expected: ExpectedDocument, found: Iterable[Event]) -> Iterator[str]:
    left = list(found)
    for wanted in expected["events"]:
        event = _take(wanted, left)
        if event is None:
            yield f"{_label(wanted)}: not found"
        else:
            yield from _differences(_label(wanted), _fields(wanted), _found_fields(event))
    for wanted in expected.get("also", []):
        _ = _take(wanted, left)
    for event in left:
        if not event.background:
            yield f"{event.type} of {', '.join(sorted(p.name for p in event.participants))}: not expected"


def _take(wanted: ExpectedEvent, left: list[Event]) -> Event | None:
    """The event of the same type and names, the one with most fields alike; it is taken from those left."""
    names = {who["name"] for who in wanted["participants"]}
    alike = [e for e in left if e.type == wanted["type"] and {p.name for p in e.participants} == names]
    if not alike:
        return None
    best = min(alike, key=lambda e: len(list(_differences("", _fields(wanted), _found_fields(e)))))
    left.remove(best)
    return best


def _label(wanted: ExpectedEvent) -> str:
    return f"{wanted['type']} of {', '.join(sorted(who['name'] for who in wanted['participants']))}"


def _fields(wanted: ExpectedEvent) -> dict[str, object]:
    kept = {key: value for key, value in wanted.items() if key not in {"type", "participants"}}
    return {**kept, **_sides((w["name"], w.get("country"), w.get("role")) for w in wanted["participants"])}


def _found_fields(event: Event) -> dict[str, object]:
    return {
        "status": event.status.value,
        "start": event.start,
        "end": event.end,
        "place": event.place,
        "host": event.host,
        "mechanism": event.mechanism,
        "ordinal": event.ordinal,
        "background": event.background,
        **_sides((p.name, p.country, p.role) for p in event.participants),
    }


def _sides(who: Iterable[tuple[str, str | None, str | None]]) -> dict[str, object]:
    return {f"side of {name}": (country, role) for name, country, role in who}


def _differences(label: str, wanted: Mapping[str, object], found: Mapping[str, object]) -> Iterator[str]:
    for key in wanted.keys() & found.keys():
        if wanted[key] != found[key]:
            yield f"{label}: {key} is {found[key]!r}, not {wanted[key]!r}"
