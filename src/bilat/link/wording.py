"""How alike two names of things are."""

import re
from typing import Final

_HAN: Final = re.compile("[\u3400-\u9fff]")


def share_half(one: str, other: str) -> bool:
    """Whether two names share half of the shorter one's characters."""
    a, b = set(one), set(other)
    return 2 * len(a & b) >= min(len(a), len(b))


def comparable(one: str, other: str) -> bool:
    """Whether two names are written in one script, so that their characters tell anything."""
    return (_HAN.search(one) is None) is (_HAN.search(other) is None)
