"""How alike two names of things are."""


def share_half(one: str, other: str) -> bool:
    """Whether two names share half of the shorter one's characters."""
    a, b = set(one), set(other)
    return 2 * len(a & b) >= min(len(a), len(b))
