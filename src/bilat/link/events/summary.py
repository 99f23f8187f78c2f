"""A cluster of reports → one linked event: the fields most of its reports tell, its life, what they differ in."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from bilat.link.days import DAY
from bilat.link.events.cluster import Cluster
from bilat.link.events.differences import differences
from bilat.link.events.report import Report, is_person
from bilat.model.linking import Change, Linked, Side, Told

if TYPE_CHECKING:
    from bilat.lang.base import Kin

T = TypeVar("T", str, int)

_SHARE: Final = 0.34
"""Of the reports, that name a participant before they are one of the event's."""
_NEVER: Final = "9999"
_RANK: Final = {"reported": 0, "announced": 1, "mentioned": 2}


def summary(cluster: Cluster, kin: "Kin") -> Linked:
    """The event of a cluster."""
    reports = sorted({id(r): r for r in (*cluster.reports, *cluster.told)}.values(), key=_order)
    own = sorted(cluster.reports, key=_order)
    news = [r for r in own if not r.telling.background] or own
    start, end = _dates(news)
    changes = life(reports)
    return Linked(
        id=own[0].telling.id,
        type=cluster.key.type,
        status=_status(news),
        start=start,
        end=end,
        place=_place(news, kin),
        host=_most((r.telling.document, r.telling.host) for r in news),
        sides=_sides(own, cluster),
        mechanism=_most((r.telling.document, r.telling.mechanism) for r in news),
        ordinal=_most((r.telling.document, r.telling.ordinal) for r in news),
        documents=tuple(dict.fromkeys(name for r in news for name in r.telling.documents)),
        background=all(r.telling.background for r in own),
        tellings=tuple(Told(r.telling.number, r.how, r.inferred) for r in sorted(reports, key=_by_how)),
        life=changes,
        differences=differences(own, start, kin),
    )


def _order(report: Report) -> tuple[str, str]:
    return report.telling.published or _NEVER, report.telling.id


def _by_how(report: Report) -> tuple[int, str, str]:
    return _RANK[report.how], *_order(report)


def _most(told: Iterable[tuple[int, T | None]]) -> T | None:
    """The value that most documents tell; of two as often told the one told first."""
    counted = Counter(value for _, value in dict.fromkeys(told) if value is not None)
    return max(counted, key=lambda value: counted[value]) if counted else None


def _dates(news: Sequence[Report]) -> tuple[str | None, str | None]:
    """The days that most news of it gives: first of what was held, then of what was announced (the latest word
    counts)."""
    held = [r.telling for r in news if r.telling.status == "held"]
    ahead = [r.telling for r in news if r.telling.status != "held"]
    for tellings in (held, ahead[::-1]):
        exact = [t for t in tellings if t.start and len(t.start) >= DAY]
        exact = [t for t in exact if t.end] or exact
        if exact:
            start = _most((t.document, t.start) for t in exact) if tellings is held else exact[0].start
            ends = [
                (t.document, t.end) for t in (*exact, *ahead) if t.end and len(t.end) >= DAY and t.end >= (start or "")
            ]
            close = [(t.document, t.end) for t in exact if t.start == start and t.end]
            return start, _most(close or ends)
    told = [t for t in (*held, *ahead) if t.start or t.end]
    if not told:
        return None, None
    best = max(told, key=lambda t: len(t.start or t.end or ""))
    return best.start, best.end


def _status(news: Sequence[Report]) -> str:
    """`held` when any news says so; else the latest word."""
    said = [r.telling.status for r in news]
    if "held" in said:
        return "held"
    return said[-1]


def _place(news: Sequence[Report], kin: "Kin") -> str | None:
    """The place most documents name, in the country where most places lie; a city before that country."""
    told = [(r.telling.document, r.telling.place) for r in news if r.telling.place]
    country = _most((document, kin.country_of(place)) for document, place in told)
    there = [(document, place) for document, place in told if country is None or kin.country_of(place) == country]
    return _most([(document, place) for document, place in there if not kin.is_country(place)] or there)


def _sides(own: Sequence[Report], cluster: Cluster) -> tuple[Side, ...]:
    counted: Counter[str] = Counter()
    first: dict[str, Side] = {}
    for report in own:
        for country, side in report.sides.items():
            for actor in side:
                counted[actor] += 1
                first.setdefault(actor, _side(actor, country, report))
    least = max(1, int(len(own) * _SHARE + 0.999)) if len(own) > 1 else 1
    principals = set(cluster.key.who)
    people = {side.country for actor, side in first.items() if is_person(actor)}
    kept = [
        actor
        for actor in first
        if (actor in principals or counted[actor] >= least) and not (actor[0] == "@" and first[actor].country in people)
    ]
    return tuple(first[actor] for actor in (kept or first))


def _side(actor: str, country: str, report: Report) -> Side:
    taker = report.takers[actor]
    return Side(actor if is_person(actor) else None, taker.name, country or None, taker.role)


def life(reports: Sequence[Report]) -> tuple[Change, ...]:
    """Each status when it was first told, in order of publication; background tells of no change."""
    changes: list[Change] = []
    for report in reports:
        status = report.telling.status
        if report.telling.background or (changes and changes[-1].status == status):
            continue
        if changes and changes[-1].status == "held" and status == "planned":
            continue
        changes.append(Change(status, report.telling.published, report.telling.number))
    return tuple(changes)
