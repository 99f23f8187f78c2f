"""A feed that is followed: any bytes → its entries, or one line that says why not."""

from collections.abc import Iterator

from bilat.errors import ReadError
from bilat.readers.entries import FeedBytes
from fuzz.target import Target
from fuzz.words import markup
from tests.readers.made_up import ATOM, RSS


def check(data: bytes) -> None:
    """Each entry that can be read has a key, and reads the same from a feed of its own."""
    try:
        feed = FeedBytes(data)
    except ReadError as error:
        assert "\n" not in str(error)
        return
    assert feed.ttl >= 0
    for piece in feed.slices[:20]:
        entry = feed.read(piece)
        if entry is not None:
            assert entry.key
            assert feed.read(piece) == entry


def seeds() -> Iterator[bytes]:
    """One of each kind."""
    yield RSS.encode()
    yield ATOM.encode()
    yield RSS.encode("utf-16")


TARGETS = [Target("feeds", check, seeds, markup, times=2)]
