"""All namings → actors, in memory and at once: what `relink` comes to, told without a database."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilat.lang.base import Post
from bilat.link.actors import grounds
from bilat.link.actors.groups import Groups, best
from bilat.link.actors.tally import ALIAS, READING, SPELLING, Counting, Tally, parted
from bilat.link.actors.tenures import counted_twice, tenures
from bilat.model.linking import Joint, Naming, Tenure
from bilat.model.locals import Local

if TYPE_CHECKING:
    from bilat.lang.base import Kin


@dataclass(slots=True)
class Actors:
    """`of` gives the actor of each local that is not its own, `joints` why; `doubtful` are joints that could be made
    between two actors and were not, the likeliest first; `tenures` who was seen in which office."""

    of: dict[str, str]
    joints: list[Joint]
    doubtful: list[Joint]
    tenures: list[Tenure]

    def __getitem__(self, local: str) -> str:
        return self.of.get(local, local)


def unite(
    namings: Iterable[Naming], kin: "Kin", decided: Sequence[Joint] = (), apart: Iterable[tuple[str, str]] = ()
) -> Actors:
    """The actors of all namings; `decided` are joints that a person made, `apart` pairs a person keeps apart;
    those of names that no document has count for nothing."""
    tallies = dict(sorted(Counting(kin).of(namings).items()))
    could = list(best(_grounds(tallies, kin)))

    def together(one: str, other: str) -> int:
        return len(tallies[one].documents & tallies[other].documents)

    groups = Groups({t.id: t.local() for t in tallies.values()}, together, {frozenset(pair) for pair in apart})
    groups.make((joint for joint in decided if joint.one in tallies and joint.other in tallies), could)
    of = {local: actor for local in tallies if (actor := groups.find(local)) != local}
    doubtful = [joint for joint in could if groups.find(joint.one) != groups.find(joint.other)]
    doubtful.sort(key=lambda j: (-j.likely, j.why, j.one, j.other))
    return Actors(of, groups.joints, doubtful, list(_tenures(tallies, of)))


def _grounds(tallies: Mapping[str, Tally], kin: "Kin") -> Iterator[Joint]:
    names: dict[str, list[Local]] = defaultdict(list)
    forms: dict[tuple[str, str], list[Local]] = defaultdict(list)
    holders: dict[tuple[str, Post], list[grounds.Holder]] = defaultdict(list)
    for tally in tallies.values():
        local = tally.local()
        names[local.name].append(local)
        for form in tally.forms:
            forms[form].append(local)
        for office in tally.offices if local.country is not None else ():
            holders[local.country or "", office].append((local.name, tally.seen(office)))
    for (kind, key), ones in forms.items():
        if kind == ALIAS:
            yield from grounds.by_alias(ones, kin)
        elif kind == SPELLING:
            yield from grounds.by_spelling(ones)
        elif kind == READING:
            yield from grounds.by_reading(ones, {one.id: tallies[one.id].offices for one in ones}, kin)
        else:
            country, short = parted(key)
            bearer = max((local for local in names.get(short, ()) if local.country == country), default=None)
            offices, latin = dict[str, Collection[Post]](), dict[str, Collection[str]]()
            for one in (*ones, *((bearer,) if bearer else ())):
                offices[one.id] = tallies[one.id].offices
                latin[one.id] = {parted(form)[1] for of, form in tallies[one.id].forms if of == ALIAS}
            yield from grounds.by_short_name(bearer, ones, offices, latin, kin)
    for seen in holders.values():
        yield from grounds.by_office(seen, kin)
    for ones in names.values():
        yield from grounds.without_country(ones)


def _tenures(tallies: Mapping[str, Tally], of: Mapping[str, str]) -> Iterator[Tenure]:
    members: dict[str, list[Tally]] = defaultdict(list)
    for tally in tallies.values():
        members[of.get(tally.id, tally.id)].append(tally)
    for actor, ones in sorted(members.items()):
        country = next((one.country for one in ones if one.country is not None), None)
        yield from tenures(actor, country, (seen for one in ones for seen in one.kept_seen()), counted_twice(ones))
