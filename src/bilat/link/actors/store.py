"""What linking asks of the place where actors are kept: rows by key, never whole tables unless everything is new."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from bilat.lang.base import Post
from bilat.model.linking import Joint, Naming, Tenure
from bilat.model.locals import Form, Local, Seen


class Store(Protocol):
    """Kept locals with what they have in common, and what they were joined to."""

    def is_empty(self) -> bool:
        """Whether nothing was linked yet."""
        ...

    def namings(self, documents: Collection[int]) -> Iterator[Naming]:
        """All namings of documents, whether they count or not."""
        ...

    def namings_of(self, local: str) -> Iterator[Naming]:
        """All namings of a local in documents that count."""
        ...

    def together(self, locals_: Sequence[Local]) -> Mapping[int, frozenset[str]]:
        """The documents that count and name two or more of these locals, with those they name."""
        ...

    def locals(self, ids: Collection[str]) -> dict[str, Local]:
        """Those of these locals that are kept."""
        ...

    def forms(self, ids: Collection[str]) -> Iterator[Form]:
        """All forms of these locals."""
        ...

    def seen(self, ids: Collection[str]) -> Iterator[Seen]:
        """All offices of these locals."""
        ...

    def keep(self, locals_: Iterable[Local], forms: Iterable[Form], seen: Iterable[Seen]) -> None:
        """Writes rows in the place of those they replace; one that has no document is removed."""
        ...

    def with_form(self, kind: str, keys: Collection[str] | None) -> Iterator[tuple[str, list[Local]]]:
        """The locals of each of these keys (of all, with None), in order of ids; keys that none has are left out."""
        ...

    def with_name(self, names: Collection[str] | None) -> Iterator[tuple[str, list[Local]]]:
        """The locals of each of these names (of all that several have, with None), in order of ids."""
        ...

    def holders(self, office: tuple[str, Post]) -> list[tuple[str, Seen]]:
        """Who was seen in an office of a country, with their names, in order of ids; without their titles."""
        ...

    def offices(self, most: int) -> Iterator[tuple[str, Post]]:
        """All offices of countries that more than one local was seen in; of those that are not sole none that more
        than `most` were."""
        ...

    def count_holders(self, office: tuple[str, Post]) -> int:
        """How many locals were seen in an office of a country."""
        ...

    def grounds(self, why: str, keys: Collection[str], ends: Collection[str] | None = None) -> set[tuple[str, Joint]]:
        """The joints that could be made and are kept under these keys, each with its key; with `ends` those that have
        one of these locals."""
        ...

    def keep_grounds(self, gone: Iterable[tuple[str, Joint]], come: Iterable[tuple[str, Joint]]) -> None:
        """Removes joints and adds others."""
        ...

    def joints_at(self, ids: Collection[str] | None) -> Iterator[Joint]:
        """The joints that could be made at these locals (all, with None); several times where they have several
        grounds. What a person decided is among them; what they keep apart is not."""
        ...

    def keep_joints(self, locals_: Collection[str], made: Iterable[Joint], actor_of: Mapping[str, str]) -> None:
        """Writes the joints that were made, in the place of all that began at these locals."""
        ...

    def members(self, actors: Collection[str] | None) -> Iterator[tuple[str, list[Local], list[Seen]]]:
        """The locals of each of these actors (of all who were seen in an office, with None) and what they were seen
        in, in order of ids; actors that nobody is any more are left out."""
        ...

    def tenures(self, actors: Collection[str]) -> list[Tenure]:
        """The tenures that are kept of these actors."""
        ...

    def keep_tenures(self, gone: Iterable[Tenure], come: Iterable[Tenure]) -> None:
        """Removes tenures and adds others."""
        ...

    def rename(self, moved: Mapping[str, str], fresh: Collection[int], gone: Collection[int]) -> None:
        """Writes the actor of each local that has another one now, everywhere, and what the actors concerned are
        called; for the documents that came and went too."""
        ...
