"""Locals with joints that could be made between them → who is one, and what speaks against.

Joints are made from the likeliest down, each unless something speaks against it. What speaks against one is asked of
the groups it would join only, and a group holds nobody but locals that joints lead to. So what becomes of a component
(all locals that joints which could be made lead to from one of them) does not depend on any other: components may be
joined one by one, and those in which nothing changed stay as they are.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from bilat.link.actors.grounds import SURE
from bilat.model.linking import Joint
from bilat.model.locals import Local

_FEW: Final = 2
"""Documents that name two people side by side before that counts against their being one: one may be misread."""

Together = Callable[[str, str], int]
"""How many documents name both of two locals."""


class Groups:
    """Locals joined so far: union-find with what is known of each group."""

    def __init__(
        self, locals_: Mapping[str, Local], together: Together, apart: AbstractSet[frozenset[str]] = frozenset()
    ) -> None:
        self._locals = locals_
        self._together = together
        self._apart = apart
        self._root: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self.joints: list[Joint] = []

    def make(self, decided: Iterable[Joint], grounds: Iterable[Joint]) -> None:
        """What a person decided is joined first, whatever speaks against it; then all else, the likeliest first."""
        for joint in decided:
            self.join(joint)
        for joint in sorted(best(grounds), key=lambda j: (-j.likely, j.why, j.one, j.other)):
            if joint.likely >= SURE and self.may(joint):
                self.join(joint)

    def find(self, local: str) -> str:
        """The local that stands for all it is joined with: the one whose id is smallest."""
        while (root := self._root.get(local)) is not None:
            local = root
        return local

    def members(self, local: str) -> list[str]:
        """Who it is joined with so far, sorted; at least itself."""
        root = self.find(local)
        return self._members.get(root, [root])

    def may(self, joint: Joint) -> bool:
        """Whether nothing speaks against a joint: no country against another, no document that names both, no
        decision."""
        if self.find(joint.one) == self.find(joint.other):
            return False
        ones, others = self.members(joint.one), self.members(joint.other)
        if any(frozenset((a, b)) in self._apart for a in ones for b in others):
            return False
        countries = {self._locals[m].country for m in (*ones, *others)} - {None}
        if len(countries) > 1:
            return False
        both = sum(self._together(a, b) for a in ones for b in others)
        fewer = min(sum(self._locals[m].documents for m in group) for group in (ones, others))
        return both < _FEW or both * 4 < fewer

    def join(self, joint: Joint) -> None:
        """Makes two groups one."""
        a, b = sorted((self.find(joint.one), self.find(joint.other)))
        if a == b:
            return
        self._members[a] = sorted([*self.members(a), *self.members(b)])
        _ = self._members.pop(b, None)
        self._root[b] = a
        self.joints.append(joint)


def best(grounds: Iterable[Joint]) -> Iterator[Joint]:
    """Of several grounds of one kind for one pair the likeliest."""
    likely: dict[tuple[str, str, str], float] = {}
    for one, other, why, each in grounds:
        likely[one, other, why] = max(each, likely.get((one, other, why), 0.0))
    return (Joint(*pair, each) for pair, each in likely.items())


def components(joints: Sequence[Joint]) -> list[list[Joint]]:
    """The joints of each component, in the order of its smallest local."""
    neighbours: dict[str, list[Joint]] = defaultdict(list)
    for joint in joints:
        neighbours[joint.one].append(joint)
        neighbours[joint.other].append(joint)
    found: list[list[Joint]] = []
    seen: set[str] = set()
    for local in sorted(neighbours):
        if local in seen:
            continue
        seen.add(local)
        queue, inside = [local], dict[Joint, None]()
        for at in queue:
            for joint in neighbours[at]:
                inside[joint] = None
                ends = {joint.one, joint.other} - seen
                seen |= ends
                queue.extend(ends)
        found.append(list(inside))
    return found
