"""Things that belong together, directly or through others."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Sets(Generic[T]):
    """Disjoint sets of things; one that was never united is alone in its set."""

    def __init__(self) -> None:
        self._up: dict[T, T] = {}

    def first(self, one: T) -> T:
        """What stands for all that one belongs to."""
        while (up := self._up.get(one, one)) != one:
            self._up[one] = self._up.get(up, up)
            one = up
        return one

    def unite(self, one: T, other: T) -> None:
        """Two belong together."""
        a, b = self.first(one), self.first(other)
        if a != b:
            self._up[a] = b
