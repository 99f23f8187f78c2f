"""Whole lists on their way out: as fast as they are taken, and given up when nobody takes them."""

import asyncio
import threading
from collections.abc import Iterator

import pytest

from bilat.web.api import streams
from bilat.web.api.streams import WAITING, GoneError, Streams, bounded
from bilat.web.api.writing import CHUNK, chunks


class Source:
    """A list that counts what was taken of it, and tells when its thread has let go."""

    def __init__(self, pieces: int) -> None:
        self.pieces, self.taken, self.done = pieces, 0, threading.Event()

    def __call__(self) -> Iterator[bytes]:
        try:
            for _ in range(self.pieces):
                self.taken += 1
                yield b"x"
        finally:
            self.done.set()


def test_all_pieces_come_in_order():
    async def read() -> list[bytes]:
        return [piece async for piece in Streams().send(lambda: iter([b"1", b"2", b"3"]))]

    assert asyncio.run(read()) == [b"1", b"2", b"3"]


def test_no_more_is_read_than_the_reader_takes():
    source = Source(1000)

    async def read() -> None:
        sent = Streams().send(source)
        _ = await anext(sent)
        await asyncio.sleep(0.05)
        assert source.taken <= WAITING + 3
        await sent.aclose()

    asyncio.run(read())


def test_when_the_reader_goes_the_thread_lets_go():
    source = Source(100_000)

    async def read() -> None:
        sent = Streams().send(source)
        _ = await anext(sent)
        await sent.aclose()
        assert await asyncio.to_thread(source.done.wait, 30)

    asyncio.run(read())
    assert source.taken < 100_000


def test_a_reader_that_takes_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(streams, "PATIENCE", 0.05)
    source = Source(1000)

    async def read() -> None:
        sent = Streams().send(source)
        _ = await anext(sent)
        assert await asyncio.to_thread(source.done.wait, 30)
        with pytest.raises(GoneError):
            _ = [piece async for piece in sent]

    asyncio.run(read())
    assert source.taken < 1000


def test_a_list_that_breaks_off_does_not_seem_whole():
    def broken() -> Iterator[bytes]:
        yield b"1"
        raise OverflowError

    async def read() -> None:
        async for _ in Streams().send(broken):
            pass

    with pytest.raises(OverflowError):
        asyncio.run(read())


def test_a_bound_lets_through_as_many_as_it_says():
    assert list(bounded(range(3), 3)) == [0, 1, 2]
    with pytest.raises(OverflowError, match="more than 2 rows"):
        _ = list(bounded(range(3), 2))


def test_pieces_are_joined_until_they_are_worth_sending():
    parts = [b"x" * (CHUNK // 3 + 1)] * 4
    assert [len(piece) for piece in chunks(parts)] == [len(parts[0]) * 3, len(parts[0])]
    assert list(chunks([])) == []
