"""Documents and readings made by hand, and hypothesis strategies for any of them."""

from hashlib import blake2b
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from bilat.build.linking import link_changes
from bilat.link import Rulings, is_article, settle
from bilat.link.kin import Kins
from bilat.model import (
    DateSource,
    Document,
    Event,
    EventType,
    Evidence,
    Failure,
    Part,
    Participant,
    Passage,
    Person,
    Problem,
    Published,
    Reading,
    Source,
    Span,
    Status,
)
from bilat.model.flat import NOUNS, slots_of
from bilat.record import Changes, FileState, Writer, pack

Pair = tuple[Document, Reading]


def document(
    text: str, day: str | None = "2023-06-27", *, id_: str = "", url: str | None = None, **more: object
) -> Document:
    title = text.partition("\n")[0]
    made = Document(
        id=id_ or blake2b(f"{url}\n{text}".encode(), digest_size=8).hexdigest(),
        text=text,
        title=title,
        passages=(Passage(Part.HEADLINE, Span(0, len(title))),) if title else (),
        language="zh",
        script="Hans",
        url=url,
        publisher="P",
        published=Published(day, DateSource.FIELD) if day else None,
        source=Source("a.note", "note"),
    )
    return replace(made, **more)  # pyright: ignore[reportArgumentType]


def meeting(  # noqa: PLR0913 -- one name for each thing an event can say
    doc: Document,
    first: str,
    second: str,
    *,
    kind: EventType = EventType.MEETING,
    status: Status = Status.HELD,
    start: str | None = None,
    end: str | None = None,
    host: str | None = None,
    background: bool = False,
    titles: tuple[str | None, str | None] = (None, None),
) -> Reading:
    """Two people, each written `name/country` in the arguments and `name` in the text, who meet in it."""
    people: list[Person] = []
    for who, title in zip((first, second), titles, strict=True):
        name, country = who.split("/")
        at = doc.text.index(name)
        people.append(Person(name, country, title, (Span(at, at + len(name)),)))
    sides = tuple(Participant(p.name, p.country) for p in people)
    low, high = min(p.mentions[0].start for p in people), max(p.mentions[0].end for p in people)
    event = Event(
        kind, status, start, end or start, "河内", host, sides, (doc.quote(low, high),), background=background
    )
    return Reading(doc.id, tuple(people), (event,))


def link(writer: Writer, changes: Changes, kin: Kins | None = None) -> None:
    """Links what a writer holds, with no language's help unless one is given."""
    link_changes(writer, kin or Kins(()), Rulings(), changes)


def keep(path: Path, files: dict[str, list[Pair]], *, left: bool = False, kin: Kins | None = None) -> str:
    """Writes a record of files with these documents, and returns its digest."""
    writer = Writer(path, left=left)
    writer.begin()
    for name, pairs in files.items():
        number = writer.start_file(name)
        _ = writer.add(number, [pack(doc, reading) for doc, reading in pairs])
        failures = [Failure(name, "broken line")] if name.startswith("bad") else []
        writer.end_file(number, FileState(name, 1, 1, "h", "", "v1"), failures)
    changes = writer.settle(is_article, settle)
    link(writer, changes, kin)
    _ = writer.remove_orphans()
    digest = writer.complete()
    writer.commit()
    writer.close(single=True)
    return digest


_CHARS = st.sampled_from("中越會会见苏林范 ,。\n·aBé1Ｇ２𠮷が한\u0301阮 ")
TEXTS = st.text(_CHARS, max_size=40)
_DAYS = st.none() | st.sampled_from(["2023", "2023-02", "2023-02-28", "2024-12-31"])
_WORDS = st.text(_CHARS, min_size=1, max_size=4)
_CODES = st.none() | st.sampled_from(["CN", "VN", "ASEAN"])


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length - 1))
    return Span(start, draw(st.integers(start + 1, length)))


@st.composite
def pairs(draw: st.DrawFn) -> Pair:
    """Any document with any reading that holds its promises."""
    text = "题" + draw(TEXTS)
    spot = spans(len(text))
    problem = st.builds(Problem, st.sampled_from(["no_date", "x"]), _WORDS, st.none() | spot)
    read = tuple(draw(st.lists(problem, max_size=1)))
    day = draw(st.none() | st.sampled_from(["2023-01-05", "2024-02-29"]))
    doc = document(
        text,
        day,
        id_=draw(st.sampled_from(["", "", "17"])),
        url=draw(st.none() | st.sampled_from(["http://a/1", "http://a/2", "http://a/"])),
        problems=read,
    )
    people: list[Person] = []
    for _ in range(draw(st.integers(0, 2))):
        first = draw(spot)
        name = text[first.start : first.end]
        mentions = (first, *draw(st.lists(spot, max_size=2)))
        aliases = tuple(draw(st.lists(_WORDS, max_size=2)))
        people.append(Person(name, draw(_CODES), draw(st.none() | _WORDS), mentions, aliases))
    sides = st.builds(Participant, st.sampled_from([p.name for p in people] or ["中国"]), _CODES)
    quote = spot.map(lambda span: doc.quote(span.start, span.end))
    event = st.builds(
        Event,
        st.sampled_from(EventType),
        st.sampled_from(Status),
        _DAYS,
        _DAYS,
        st.none() | _WORDS,
        _CODES,
        st.lists(sides, max_size=3).map(tuple),
        st.lists(quote, min_size=1, max_size=2).map(tuple),
        st.none() | _WORDS,
        st.none() | st.integers(1, 31),
        st.lists(_WORDS, max_size=2).map(tuple),
        st.booleans(),
    )
    problems = read + tuple(p for p in draw(st.lists(problem, max_size=2)) if p not in read)
    items = {noun: tuple(draw(st.lists(_items(kind, spot, quote), max_size=2))) for noun, kind in NOUNS.items()}
    events = tuple(draw(st.lists(event, max_size=2)))
    return doc, Reading(doc.id, people=tuple(people), events=events, problems=problems, **items)


def _items(
    noun: type[Any], spot: st.SearchStrategy[Span], quote: st.SearchStrategy[Evidence]
) -> st.SearchStrategy[Any]:
    """Any item of a flat noun: each field has any value of its kind."""
    values: dict[str, st.SearchStrategy[Any]] = {
        "text": _WORDS,
        "whole": st.integers(-9, 31),
        "number": st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False),
        "flag": st.booleans(),
        "texts": st.lists(_WORDS, max_size=2).map(tuple),
        "span": spot,
        "evidence": st.lists(quote, min_size=1, max_size=2).map(tuple),
    }
    fields: dict[str, st.SearchStrategy[Any]] = {}
    for slot in slots_of(noun):
        value = st.sampled_from(slot.choices) if slot.choices is not None else values[slot.kind]
        fields[slot.name] = st.none() | value if slot.optional else value
    return st.builds(noun, **fields)
