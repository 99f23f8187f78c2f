"""Where the next page of an answer begins, as one opaque word.

A cursor holds a position and a hash of the question it belongs to (the record's digest included), so that it is refused
with another question, or when the record was built again: pages never mix. It is no secret; positions are checked by
whoever reads them.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any, Final, cast

from bilat.errors import UsageError

Position = Sequence[str | int | None]

LONGEST: Final = 2000
"""Characters of the longest cursor that is looked at."""
_HASH: Final = 8
"""Bytes of the hash: a slip is found, forgery is of no use."""


def sealed(position: Position, question: object) -> str:
    """The cursor for a position in the answer to a question (plain JSON values)."""
    packed = json.dumps(list(position), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return urlsafe_b64encode(_hash(packed, question) + packed).rstrip(b"=").decode()


def opened(cursor: str, question: object) -> list[Any]:
    """The position in a cursor. Raises UsageError for one that was not given for this question and record."""
    if (position := _position(cursor, question)) is None:
        msg = "the cursor belongs to another question, or the record was built again since; ask without it"
        raise UsageError(msg)
    return position


def _position(cursor: str, question: object) -> list[Any] | None:
    if len(cursor) > LONGEST:
        return None
    try:
        raw = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
        position: Any = json.loads(raw[_HASH:]) if raw[:_HASH] == _hash(raw[_HASH:], question) else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(position, list) or sealed(cast("Position", position), question) != cursor:
        return None
    return cast("list[Any]", position)


def _hash(packed: bytes, question: object) -> bytes:
    asked = json.dumps(question, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()
    return blake2b(asked + b"\0" + packed, digest_size=_HASH).digest()
