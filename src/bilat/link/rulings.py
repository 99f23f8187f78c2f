"""Decisions → what linking has to do, and which decisions hold.

Of decisions that contradict each other the later line counts, so they are taken from the last line to the first, each
held unless one that holds already says otherwise. Merges carry on: who merges A with B and B with C cannot split A
from C in an earlier line. A line holds as a whole or not at all.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from typing import Final, Literal

from msgspec.structs import replace

from bilat.model.decision import Decision, Outcome, Ruled, Verb
from bilat.model.linking import Joint

Kind = Literal["local", "telling"]
_JOINING: Final = (Verb.MERGE, Verb.CONFIRM)


@dataclass(frozen=True, slots=True)
class Rulings:
    """What holds, of locals (`joints`, `apart`) and of tellings: `merged` are one event, `confirmed` pairs are sure,
    `moved` leave the event of another as one, `removed` are no report of the event of another, `rejected` of none;
    `fields` are set. `ruled` has all decisions in the order of their lines, `names` the locals they speak of."""

    ruled: tuple[Ruled, ...] = ()
    names: frozenset[str] = frozenset()
    joints: tuple[Joint, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    merged: tuple[tuple[str, ...], ...] = ()
    confirmed: frozenset[str] = frozenset()
    moved: tuple[tuple[tuple[str, ...], str], ...] = ()
    removed: tuple[tuple[str, str], ...] = ()
    rejected: frozenset[str] = frozenset()
    fields: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict[str, tuple[Decision, ...]])

    @property
    def of_tellings(self) -> bool:
        """Whether any of them changes an event."""
        return bool(self.merged or self.confirmed or self.moved or self.removed or self.rejected or self.fields)

    @property
    def tellings(self) -> frozenset[str]:
        """The ids of all tellings whose events are decided on."""
        groups = (*self.merged, *(ids for ids, _ in self.moved), *self.removed)
        others = (other for _, other in self.moved)
        return frozenset(
            {id_ for ids in groups for id_ in ids}.union(others, self.confirmed, self.rejected, self.fields)
        )

    def settles(self) -> Callable[[str, str], bool]:
        """Tells of two locals or tellings whether the decisions say that they are one, or that they are two."""
        root: dict[str, str] = {}

        def find(id_: str) -> str:
            while id_ in root:
                id_ = root[id_]
            return id_

        for ids in (*((j.one, j.other) for j in self.joints), *self.merged):
            for a, b in pairwise(ids):
                if find(a) != find(b):
                    root[find(a)] = find(b)
        moved = ((id_, other) for ids, other in self.moved for id_ in ids)
        apart = {frozenset((find(a), find(b))) for a, b in (*self.apart, *moved, *self.removed)}
        rejected = self.rejected

        def settled(one: str, other: str) -> bool:
            a, b = find(one), find(other)
            return a == b or frozenset((a, b)) in apart or one in rejected or other in rejected

        return settled


def rule(decisions: Iterable[Decision], kinds: Mapping[str, Kind]) -> Rulings:
    """What decisions come to; `kinds` tells of each id that the record knows what it is of."""
    ruled: list[Ruled] = []
    ties = _Ties()
    for decision in sorted(decisions, key=lambda d: d.line, reverse=True):
        fitting = _fitting(decision, kinds)
        if isinstance(fitting, str):
            ruled.append(Ruled(decision, Outcome.UNMATCHED, fitting))
        else:
            outcome, because = ties.take(fitting)
            ruled.append(Ruled(decision, outcome, because))
    ruled.reverse()
    held = [_known(each.decision, kinds) for each in ruled if each.outcome is Outcome.APPLIED]
    return _sorted_out(tuple(ruled), held, kinds)


def _known(decision: Decision, kinds: Mapping[str, Kind]) -> Decision:
    """The decision without ids that the record does not know."""
    ids, others = (tuple(id_ for id_ in each if id_ in kinds) for each in (decision.ids, decision.others))
    return replace(decision, ids=ids, others=others)


def _fitting(decision: Decision, kinds: Mapping[str, Kind]) -> Decision | str:
    """A decision of what the record knows; why it speaks of nothing there."""
    known = _known(decision, kinds)
    found = {kinds[id_] for id_ in (*known.ids, *known.others)}
    least = 2 if decision.verb in _JOINING else 1
    if len(known.ids) < least or (decision.others and not known.others):
        missing = next(id_ for id_ in (*decision.ids, *decision.others) if id_ not in kinds)
        return f"no name and no telling of the record has the id {missing}"
    if len(found) > 1:
        return "a name and a telling of an event cannot be one"
    if decision.verb is Verb.RENAME and found != {"local"}:
        return "only the name of an actor can be changed"
    if decision.verb is Verb.SET and found != {"telling"}:
        return "only fields of an event can be set"
    if decision.verb is Verb.REJECT and found != {"telling"}:
        return "only a telling of an event can be rejected; to keep two names apart, split them"
    return known


class _Ties:
    """What the decisions taken so far tie together and keep apart, with the lines that say so."""

    def __init__(self) -> None:
        self._root: dict[str, str] = {}
        self._ties: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self._apart: dict[str, dict[str, int]] = defaultdict(dict)
        """Of each root the roots it is kept from."""
        self._pairs: dict[tuple[str, str], tuple[Verb, int]] = {}
        self._rejected: dict[str, int] = {}
        self._tied: dict[str, int] = {}

    def _find(self, id_: str) -> str:
        while (root := self._root.get(id_)) is not None:
            id_ = root
        return id_

    def take(self, decision: Decision) -> tuple[Outcome, str | None]:
        """Holds a decision, unless one that is held says otherwise or says all of it."""
        match decision.verb:
            case Verb.MERGE | Verb.CONFIRM:
                return self._tie(decision)
            case Verb.SPLIT:
                return self._keep_apart(decision)
            case Verb.REJECT if decision.others:
                return self._keep_apart(decision)
            case Verb.REJECT:
                return self._reject(decision)
            case _:
                return Outcome.APPLIED, None

    def _tie(self, decision: Decision) -> tuple[Outcome, str | None]:
        first, *rest = decision.ids
        against = {self._rejected[id_] for id_ in decision.ids if id_ in self._rejected}
        roots = {self._find(id_) for id_ in decision.ids}
        against |= {line for a, b in product(roots, roots) if (line := self._apart[a].get(b)) is not None}
        if against:
            return Outcome.OVERRULED, _otherwise(against)
        if len(roots) == 1:
            lines = {line for id_ in rest for line in self._lines_between(first, id_)}
            return Outcome.REPEATED, _already(lines)
        for id_ in rest:
            self._ties[first].append((id_, decision.line))
            self._ties[id_].append((first, decision.line))
            self._unite(first, id_)
        self._tied.update((id_, decision.line) for id_ in decision.ids)
        return Outcome.APPLIED, None

    def _unite(self, one: str, other: str) -> None:
        a, b = self._find(one), self._find(other)
        if a == b:
            return
        if len(self._apart[a]) < len(self._apart[b]):
            a, b = b, a
        self._root[b] = a
        for kept_from, line in self._apart.pop(b, {}).items():
            _ = self._apart[kept_from].pop(b, None)
            self._apart[a].setdefault(kept_from, line)
            self._apart[kept_from].setdefault(a, line)

    def _lines_between(self, one: str, other: str) -> set[int]:
        """The lines of the merges that lead from one to the other."""
        came: dict[str, tuple[str, int]] = {one: ("", 0)}
        queue = [one]
        for at in queue:
            for to, line in self._ties[at]:
                if to not in came:
                    came[to] = (at, line)
                    queue.append(to)
        lines: set[int] = set()
        at = other
        while at != one and at in came:
            at, line = came[at]
            lines.add(line)
        return lines

    def _keep_apart(self, decision: Decision) -> tuple[Outcome, str | None]:
        pairs = [(one, other) for one in decision.ids for other in decision.others]
        same = [(one, other) for one, other in pairs if self._find(one) == self._find(other)]
        if same:
            return Outcome.OVERRULED, _otherwise({n for one, other in same for n in self._lines_between(one, other)})
        said = {pair: self._pairs[key] for pair in pairs if (key := pair_of(*pair)) in self._pairs}
        against = {line for verb, line in said.values() if verb is not decision.verb}
        if against:
            return Outcome.OVERRULED, _otherwise(against)
        if len(said) == len(pairs):
            return Outcome.REPEATED, _already({line for _, line in said.values()})
        for one, other in pairs:
            _ = self._pairs.setdefault(pair_of(one, other), (decision.verb, decision.line))
            a, b = self._find(one), self._find(other)
            _ = self._apart[a].setdefault(b, decision.line)
            _ = self._apart[b].setdefault(a, decision.line)
        return Outcome.APPLIED, None

    def _reject(self, decision: Decision) -> tuple[Outcome, str | None]:
        against = {self._tied[id_] for id_ in decision.ids if id_ in self._tied}
        if against:
            return Outcome.OVERRULED, _otherwise(against)
        if all(id_ in self._rejected for id_ in decision.ids):
            return Outcome.REPEATED, _already({self._rejected[id_] for id_ in decision.ids})
        for id_ in decision.ids:
            _ = self._rejected.setdefault(id_, decision.line)
        return Outcome.APPLIED, None


def pair_of(one: str, other: str) -> tuple[str, str]:
    """Two ids in one order."""
    return (one, other) if one < other else (other, one)


def _lines(lines: Iterable[int]) -> str:
    told = sorted(set(lines))
    if len(told) == 1:
        return f"line {told[0]}"
    return f"lines {', '.join(map(str, told[:-1]))} and {told[-1]}"


def _otherwise(lines: Iterable[int]) -> str:
    told = set(lines)
    return f"{_lines(told)} {'says' if len(told) == 1 else 'say'} otherwise, and the later line counts"


def _already(lines: Iterable[int]) -> str:
    told = set(lines)
    return f"{_lines(told)} {'says' if len(told) == 1 else 'say'} so already"


def _sorted_out(ruled: tuple[Ruled, ...], held: Sequence[Decision], kinds: Mapping[str, Kind]) -> Rulings:
    """The decisions that hold, by what linking does with them; nothing depends on the order of their lines."""
    joins = [d.ids for d in held if d.verb in _JOINING]
    people = [ids for ids in joins if kinds[ids[0]] == "local"]
    splits = [d for d in held if d.verb is Verb.SPLIT]
    fields: dict[str, list[Decision]] = defaultdict(list)
    for decision in held:
        if decision.verb is Verb.SET:
            fields[decision.ids[0]].append(decision)
    return Rulings(
        ruled=ruled,
        names=frozenset(id_ for id_, kind in kinds.items() if kind == "local"),
        joints=tuple(sorted({Joint(id_, ids[0], "decision", 1.0) for ids in people for id_ in ids[1:]})),
        apart=tuple(sorted({p for d in splits if kinds[d.ids[0]] == "local" for p in product(d.ids, d.others)})),
        merged=tuple(sorted({ids for ids in joins if kinds[ids[0]] == "telling"})),
        confirmed=frozenset(
            id_ for d in held if d.verb is Verb.CONFIRM and kinds[d.ids[0]] == "telling" for id_ in d.ids
        ),
        moved=tuple(sorted({(d.ids, other) for d in splits if kinds[d.ids[0]] == "telling" for other in d.others})),
        removed=tuple(
            sorted({p for d in held if d.verb is Verb.REJECT and d.others for p in product(d.ids, d.others)})
        ),
        rejected=frozenset(id_ for d in held if d.verb is Verb.REJECT and not d.others for id_ in d.ids),
        fields={id_: tuple(each) for id_, each in fields.items()},
    )


def outcomes(rulings: Rulings, actor_of: Mapping[str, str], event_of: Mapping[str, str]) -> list[Ruled]:
    """What became of each decision, with the actors and events it bears on; `event_of` tells of which event a telling
    is. Of two that name one actor, or set one field of one event, the later line counts here too."""
    made: list[Ruled] = []
    taken: dict[tuple[str, str], Decision] = {}
    for each in reversed(rulings.ruled):
        if each.outcome in (Outcome.UNMATCHED, Outcome.OVERRULED):
            made.append(each)
            continue
        decision = each.decision
        ids = (*decision.ids, *decision.others)
        touched = [actor_of.get(id_, id_) if id_ in rulings.names else event_of.get(id_) for id_ in ids]
        made.append(_outcome(each, taken, tuple(dict.fromkeys(id_ for id_ in touched if id_ is not None))))
    return made[::-1]


def _outcome(each: Ruled, taken: dict[tuple[str, str], Decision], touched: tuple[str, ...]) -> Ruled:
    decision = each.decision
    if decision.verb is Verb.SET and not touched:
        return Ruled(decision, Outcome.UNMATCHED, "its telling is rejected, and of no event")
    if decision.verb in (Verb.RENAME, Verb.SET):
        later = taken.setdefault((touched[0], decision.field or ""), decision)
        if later is not decision:
            same = later.value == decision.value
            because = _already({later.line}) if same else _otherwise({later.line})
            return Ruled(decision, Outcome.REPEATED if same else Outcome.OVERRULED, because)
    return Ruled(decision, each.outcome, each.because, touched)
