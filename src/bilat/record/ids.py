"""What something says → its id: the same on any machine, in any year."""

from hashlib import blake2b

import msgspec

from bilat.errors import ReadError

_ENCODER = msgspec.json.Encoder(order="sorted")


def content_id(*parts: object) -> str:
    """16 hexadecimal digits out of the canonical JSON of what something says."""
    return blake2b(canonical(parts), digest_size=8).hexdigest()


def canonical(value: object) -> bytes:
    """JSON with sorted keys, no spaces, no escapes: one form for one value. Raises ReadError for lone surrogates."""
    try:
        return _ENCODER.encode(value)
    except UnicodeEncodeError as err:
        msg = "holds half a character (a lone surrogate)"
        raise ReadError(msg) from err


def unlike(says: tuple[object, ...], seen: dict[str, int]) -> str:
    """The id of what is said; said again in the same document, the count goes in too."""
    made = content_id(*says)
    count = seen.get(made, 0)
    seen[made] = count + 1
    return made if not count else content_id(*says, count)
