"""Candidates of one happening → one event."""

from datetime import date

from bilat.lang.spaced.events.candidate import Candidate
from bilat.model import EventType, Part, Status

_CLOSE = 2
"""Sentences between which one that is told beside the news can still be the news."""


def put_together(found: list[Candidate], title_end: int) -> list[Candidate]:
    """One candidate for each happening; what is told first leads, news leads what is told beside it."""
    out: list[Candidate] = []
    for each in sorted(found, key=lambda c: (c.weak, c.at < title_end, c.at)):
        same = next((other for other in out if _is_one(other, each)), None)
        if same is None:
            out.append(each)
        else:
            _take(same, each)
    _within_visits(out)
    return sorted(out, key=lambda c: (c.at, c.until))


def _within_visits(found: list[Candidate]) -> None:
    """A meeting of a visitor with the hosts, told without its day or city, has those of the visit."""
    visits = [each for each in found if each.type is EventType.VISIT and not each.weak]
    for made in found:
        if made.type is not EventType.MEETING or made.weak or made.start is not None:
            continue
        fitting = [v for v in visits if v.names & made.names and v.host in made.countries and v.status is made.status]
        if len(fitting) != 1:
            continue
        visit = fitting[0]
        if visit.start and visit.end and len(visit.end) == len("YYYY-MM-DD"):
            made.start, made.end = visit.start, visit.end
        made.place = made.place or visit.place


def _is_one(a: Candidate, b: Candidate) -> bool:
    if a.type is not b.type or a.quoted != b.quoted or {a.statement, b.statement} == {True, False}:
        return False
    if a.type is EventType.VISIT and a.host != b.host:
        return False
    if a.type is EventType.SESSION and not _one_mechanism(a, b):
        return False
    if a.type is EventType.SIGNING and a.countries == b.countries and (a.by_sides or b.by_sides):
        return _agree(a, b)
    one, other = a.names, b.names
    if not (one & other) or (len(one & other) < min(len(one), len(other))):
        return False
    if a.old != b.old and not (a.start and b.start):
        return False
    if a.weak != b.weak and not (a.start and b.start):
        return b.status is a.status and (b.start is None or b.line - a.line <= _CLOSE) and _places_agree(a, b)
    return _agree(a, b)


def _one_mechanism(a: Candidate, b: Candidate) -> bool:
    """Whether two names are of one mechanism: the same, or one goes on from the other."""
    one, other = (each.mechanism or "" for each in (a, b))
    return one.casefold() == other.casefold() or f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} ")


def _places_agree(a: Candidate, b: Candidate) -> bool:
    return a.place is None or b.place is None or a.place == b.place


def _agree(a: Candidate, b: Candidate) -> bool:
    """Whether two can be of one day; an unknown day agrees with any."""
    if a.start is None or b.start is None:
        return True
    x, y = _day(a.start), _day(b.start)
    if x is None or y is None:
        return a.start.startswith(b.start) or b.start.startswith(a.start)
    if a.type is EventType.VISIT:
        return abs((x - y).days) <= 5
    return x <= (_day(b.end) or y) and y <= (_day(a.end) or x)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value and len(value) == len("YYYY-MM-DD") else None


def _take(into: Candidate, other: Candidate) -> None:
    into.told.append((other.at, other.until))
    if len(into.start or "") < len(other.start or ""):
        into.start, into.end = other.start, other.end
    elif into.type is EventType.VISIT and into.start == other.start:
        into.end = into.end or other.end
    into.place = into.place or other.place
    into.ordinal = into.ordinal if into.ordinal is not None else other.ordinal
    dated = other.start is not None or into.start is None
    told = other.part is not Part.HEADLINE and not other.weak and dated
    if into.status is Status.PLANNED and other.status is Status.HELD and told:
        into.status = other.status
    known = into.names
    into.statement = other.statement if into.statement is None else into.statement
    into.documents.extend(name for name in other.documents if name not in into.documents)
    if into.type is EventType.SIGNING and into.by_sides and not other.by_sides:
        into.who, into.by_sides = other.who, False
    if len(other.names) > len(known) and known < other.names and into.type is not EventType.VISIT:
        into.who = other.who
