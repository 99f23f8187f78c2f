"""How an input is changed: as libFuzzer does, byte by byte, or as text, by whole words and stretches."""

import random
from collections.abc import Callable, Sequence

Mutator = Callable[[bytes, int, int], bytes]
_MOST = 6
"""Changes made at once."""


def mutator(words: Sequence[str], by_bytes: Callable[[bytes, int], bytes]) -> Mutator:
    """A mutator for libFuzzer: (input, longest, seed) → another input; the same three give the same."""

    def changed(data: bytes, longest: int, seed: int) -> bytes:
        chance = random.Random(seed)  # noqa: S311 -- not for secrets
        if not words or chance.random() < 0.4:
            return by_bytes(data, longest)
        text = data.decode("utf-8", "surrogateescape")
        for _ in range(chance.randint(1, _MOST)):
            text = _change(text, words, chance)
        return text.encode("utf-8", "surrogateescape")[:longest]

    return changed


def _change(text: str, words: Sequence[str], chance: random.Random) -> str:
    low, high = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
    high = min(high, low + chance.choice((1, 4, 16, 64, 256)))
    match chance.randrange(6):
        case 0:
            return text[:low] + text[high:]
        case 1:
            return text[:high] + text[low:high] * chance.choice((1, 2, 8)) + text[high:]
        case 2:
            at = chance.randint(0, len(text))
            return text[:at] + text[low:high] + text[at:]
        case 3:
            return text[:low] + chance.choice(words) + text[high:]
        case _:
            return text[:low] + chance.choice(words) + text[low:]
