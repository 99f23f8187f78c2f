"""Clauses → the wordings that recur in them: all stretches of characters that stand in enough different clauses.

Level by level: a wording of n characters can recur only where both of its parts of n - 1 do, so each level looks at
fewer places than the one before. Time and memory grow with the text, not with the length of wordings.
"""

import math
from collections import Counter
from collections.abc import Iterable

END, CUT = "\n", "\x00"
"""Between two clauses; at the edge of one where a known word was taken out. No wording holds them."""


def recurring(text: str, least: int, longest: int) -> dict[str, int]:
    """Every wording of 1 to `longest` characters that stands `least` times in a text of clauses, with its count."""
    found: dict[str, int] = {
        sign: times for sign, times in Counter(text).items() if times >= least and sign not in (END, CUT)
    }
    alive = [at for at, sign in enumerate(text) if sign in found]
    for length in range(2, longest + 1):
        here = set(alive)
        pairs = [at for at in alive if at + 1 in here]
        grams = [text[at : at + length] for at in pairs]
        kept = {gram: times for gram, times in Counter(grams).items() if times >= least}
        if not kept:
            break
        found |= kept
        alive = [at for at, gram in zip(pairs, grams, strict=True) if gram in kept]
    return found


def free(counts: dict[str, int], most: float) -> set[str]:
    """The wordings that no single neighbour nearly always extends: 体化威慑 falls to 一体化威慑."""
    bound: set[str] = set()
    for gram, times in counts.items():
        for inner in (gram[1:], gram[:-1]):
            if inner in counts and times > most * counts[inner]:
                bound.add(inner)
    return counts.keys() - bound


def cohesion(gram: str, counts: dict[str, int], total: int) -> float:
    """Pointwise mutual information of the loosest cut through a wording, in bits: how much more often its two parts
    stand together than they would by chance."""
    cuts = ((gram[:at], gram[at:]) for at in range(1, len(gram)))
    return min(math.log2(counts[gram] * total / (counts[left] * counts[right])) for left, right in cuts)


def entropy(neighbours: Iterable[int]) -> float:
    """Branching entropy in bits of the counts of what stands beside a wording."""
    counts = list(neighbours)
    total = sum(counts)
    return -sum(times / total * math.log2(times / total) for times in counts) if total else 0.0
