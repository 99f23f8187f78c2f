"""Changes of a record → its copies, in proportion to what changed."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from typing import Final

from bilat.link.copies import MOST, OFTEN, SHARED, Age, Wordings, age, originals
from bilat.link.sets import Sets
from bilat.model.copies import Copy
from bilat.record import Changes, Writer

_TAKEN: Final = 25_000
"""Documents whose clauses are kept or forgotten at a time, in order: 50 MB. Each time most pages of the table of
holders are written: half as many at a time write twice as much."""
_COMPARED: Final = 500
"""Documents that are looked at together."""


def find_copies(writer: Writer, changes: Changes) -> set[int]:
    """Finds which documents are copies now, and writes them. Returns those of which that changed."""
    anew: set[int] = set()
    first = not writer.any_held()
    for gone in _parts(changes.gone, _TAKEN):
        anew |= writer.let_go(gone, OFTEN, SHARED)
    for fresh in _parts(changes.fresh, _TAKEN):
        anew |= writer.take_in(fresh, OFTEN, SHARED, first=first)
    anew.difference_update(changes.gone)
    earlier = _earlier(writer, sorted(anew))
    wordings = Wordings(writer.texts)
    nearest: dict[int, int | None] = {}
    for some in _parts(_by_family(earlier), _COMPARED):
        nearest |= _changed(writer, wordings, {number: earlier[number] for number in some})
    found = _copies(writer, wordings, nearest)
    writer.keep_copies(found)
    return set(found)


def _parts(numbers: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    return (numbers[at : at + size] for at in range(0, len(numbers), size))


def _earlier(writer: Writer, numbers: Sequence[int]) -> dict[int, Sequence[int]]:
    """The earlier documents that each of these is to be compared with, in order of age."""
    found: dict[int, Sequence[int]] = {}
    for some in _parts(numbers, _COMPARED):
        pairs = writer.alike(some, OFTEN, SHARED)
        ages = {n: age(sketch) for n, sketch in writer.sketches({n for pair in pairs for n in pair[:2]}).items()}
        shared: dict[int, list[tuple[int, int]]] = {number: [] for number in some}
        for document, other, clauses in pairs:
            if ages[other] < ages[document]:
                shared[document].append((clauses, other))
        found.update((n, array("q", _most_alike(others, ages)) if others else ()) for n, others in shared.items())
    return found


def _by_family(earlier: Mapping[int, Sequence[int]]) -> list[int]:
    """The documents in an order in which those that are compared with the same ones stand together, so that texts are
    read once."""
    families = Sets[int]()
    for document, others in earlier.items():
        for other in others:
            families.unite(other, document)
    return sorted(earlier, key=lambda document: (families.first(document), document))


def _changed(writer: Writer, wordings: Wordings, earlier: Mapping[int, Sequence[int]]) -> dict[int, int | None]:
    """What these documents are most like now, of those of which that changed."""
    known = writer.copies(earlier)
    wordings.hold(n for document, others in earlier.items() if others for n in (document, *others))
    found = {n: wordings.nearest(n, others) for n, others in earlier.items()}
    return {n: other for n, other in found.items() if other != (known[n].nearest if n in known else None)}


def _most_alike(others: list[tuple[int, int]], ages: dict[int, Age]) -> list[int]:
    """Of earlier documents, each given with how many clauses it shares, the few that share most, of these the latest;
    in order of age."""
    chosen = others if len(others) <= MOST else nlargest(MOST, others, key=lambda one: (one[0], ages[one[1]]))
    return sorted((other for _, other in chosen), key=ages.__getitem__)


def _copies(writer: Writer, wordings: Wordings, nearest: dict[int, int | None]) -> dict[int, Copy | None]:
    """What is to be written of the documents whose nearest changed, and of all that are copies of them in turn."""
    chain = {document: other for document, other in nearest.items() if other is not None}
    wave = set(nearest)
    while wave:
        following = {n: copy for n, copy in writer.copies_nearest_to(wave).items() if n not in nearest}
        wave = following.keys() - chain.keys()
        chain.update((number, copy.nearest) for number, copy in following.items())
    known = {number: copy.of for number, copy in writer.copies(set(chain.values()) - chain.keys()).items()}
    known = {number: of for number, of in known.items() if number not in nearest}
    first = originals(chain, known)
    made = {n: Copy(n, first[n], other, wordings.likeness(n, first[n])) for n, other in chain.items()}
    return {**dict.fromkeys(nearest), **made}
