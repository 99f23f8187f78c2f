"""What readers ask of a site: addresses of every kind of page and answer, drawn from a record."""

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from urllib.parse import quote, urlencode

from bilat.model import EventType
from bilat.record import Record

Draw = Callable[[], str]


def questions(record: Record, number: int, chance: random.Random) -> list[tuple[str, str]]:
    """`number` different addresses of each kind (fewer where there are not so many), shuffled: (kind, path)."""
    found: list[tuple[str, str]] = []
    for kind, draw in kinds(record, chance).items():
        drawn = dict.fromkeys(islice(_drawn(draw), number * 8))
        found += [(kind, path) for path in islice(drawn, number)]
    chance.shuffle(found)
    return found


def _drawn(draw: Draw) -> Iterator[str]:
    while True:
        yield draw()


def kinds(record: Record, chance: random.Random) -> dict[str, Draw]:
    """A way to draw an address, for each kind of page and answer."""
    events = list(record.events(background=False))
    people = list(record.people(limit=2000))
    documents = [row.id for row in islice(record.documents(), 5000)]
    phrases, mechanisms = [row.phrase for row in record.phrases()], [row.mechanism for row in record.mechanisms()]
    measures = sorted({row.item.measure for row in record.items("figures")})
    pairs = _pairs([[p.country for p in event.participants if p.country] for event in events])
    months = sorted({day[:7] for event in events if (day := event.start) and len(day) >= 7})
    names = [person.name for person in people]

    def pick(values: Sequence[str]) -> str:
        return quote(chance.choice(values), safe="")

    def pair() -> list[tuple[str, str]]:
        return [("country", code) for code in chance.choice(pairs)]

    def about(path: str, **more: Callable[[], str]) -> Draw:
        return lambda: f"{path}?{urlencode([*pair(), *((key, draw()) for key, draw in more.items())])}"

    def month() -> str:
        return chance.choice(months)

    def kind() -> str:
        return chance.choice([each.value for each in EventType])

    def event() -> str:
        return quote(chance.choice(events).id, safe="")

    def person() -> str:
        return quote(chance.choice(people).id, safe="")

    return {
        "home": lambda: "/",
        "relation": lambda: "/relation/" + "/".join(sorted(chance.choice(pairs))),
        "timeline": about("/timeline", since=month),
        "timeline, all": lambda: f"/timeline?{urlencode({'since': month(), 'type': kind()})}",
        "event": lambda: f"/event/{event()}",
        "compare": lambda: f"/event/{event()}/compare",
        "document": lambda: f"/document/{pick(documents)}",
        "person": lambda: f"/person/{person()}",
        "people": lambda: f"/people?{urlencode({'country': chance.choice(pairs)[0], 'on': month()})}",
        "offices": lambda: f"/offices?{urlencode({'country': chance.choice(pairs)[0]})}",
        "calendar": lambda: f"/calendar/{month()}",
        "figures": about("/figures"),
        "figures, one": lambda: f"/figures/{pick(measures)}?{urlencode(pair())}",
        "claims": about("/claims", since=month),
        "phrases": about("/phrases"),
        "phrase": lambda: f"/phrase/{pick(phrases)}",
        "mechanisms": about("/mechanisms"),
        "mechanism": lambda: f"/mechanism/{pick(mechanisms)}",
        "undertakings": about("/undertakings"),
        "discrepancies": about("/discrepancies"),
        "network": about("/network"),
        "search": lambda: f"/search?{urlencode({'q': chance.choice(names)})}",
        "api events": about("/api/events", since=month),
        "api event": lambda: f"/api/events/{event()}",
        "api people": lambda: f"/api/people?{urlencode({'query': chance.choice(names)})}",
        "api figures": about("/api/figures"),
        "api phrases": about("/api/phrases"),
        "api document": lambda: f"/api/documents/{pick(documents)}",
        "api search": lambda: f"/api/search?{urlencode({'q': chance.choice(names)})}",
    }


def _pairs(each: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """Pairs of countries that met, as often as they did: the first two of each event by their codes."""
    met = (sorted(set(codes)) for codes in each)
    return [(codes[0], codes[1]) for codes in met if len(codes) > 1]
