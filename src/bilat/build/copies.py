"""Changes of a record → its copies, in proportion to what changed."""

from collections.abc import Iterator, Sequence
from typing import Final

from bilat.link.copies import OFTEN, SHARED, Wordings, age, originals
from bilat.model.copies import Copy
from bilat.record import Changes, Writer

_TAKEN: Final = 25_000
"""Documents whose clauses are kept or forgotten at a time, in order: 50 MB. Each time most pages of the table of
holders are written: half as many at a time write twice as much."""
_COMPARED: Final = 500
"""Documents that are compared with others at a time."""


def find_copies(writer: Writer, changes: Changes) -> set[int]:
    """Finds which documents are copies now, and writes them. Returns those of which that changed."""
    anew: set[int] = set()
    for gone in _parts(changes.gone, _TAKEN):
        anew |= writer.let_go(gone, OFTEN)
    for fresh in _parts(changes.fresh, _TAKEN):
        anew |= writer.take_in(fresh, OFTEN, SHARED)
    anew.difference_update(changes.gone)
    wordings = Wordings(writer.texts)
    nearest: dict[int, int | None] = {}
    for some in _parts(sorted(anew), _COMPARED):
        nearest |= _changed(writer, wordings, some)
    found = _copies(writer, wordings, nearest)
    writer.keep_copies(found)
    return set(found)


def _parts(numbers: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    return (numbers[at : at + size] for at in range(0, len(numbers), size))


def _changed(writer: Writer, wordings: Wordings, numbers: Sequence[int]) -> dict[int, int | None]:
    """What these documents are most like now, of those of which that changed."""
    pairs = writer.alike(numbers, OFTEN, SHARED)
    ages = {number: age(sketch) for number, sketch in writer.sketches({n for pair in pairs for n in pair}).items()}
    earlier: dict[int, list[int]] = {number: [] for number in numbers}
    for document, other in pairs:
        if ages[other] < ages[document]:
            earlier[document].append(other)
    known = writer.copies(numbers)
    wordings.hold(n for document, others in earlier.items() if others for n in (document, *others))
    found = {n: wordings.nearest(n, sorted(others, key=ages.__getitem__)) for n, others in earlier.items()}
    return {n: other for n, other in found.items() if other != (known[n].nearest if n in known else None)}


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
