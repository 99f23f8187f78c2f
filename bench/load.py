"""Readers that ask a site at once, over their own connections, and how long each answer took.

A server may close a connection that rests, also in the moment when the next question is on its way (RFC 9112, 9.3.1): a
reader whose connection is closed before any byte of an answer asks once more over a new one, and is counted.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

READERS: Final = 20


@dataclass(frozen=True, slots=True)
class Visit:
    """One question of a kind, and how it went: seconds until the whole answer was there, its status and bytes;
    whether it was asked `anew` since the connection had been closed."""

    kind: str
    path: str
    seconds: float
    status: int
    size: int
    anew: bool = False


def load(
    host: str, port: int, asked: Sequence[tuple[str, str]], readers: int = READERS, pause: float = 0.0
) -> list[Visit]:
    """Asks every (kind, path) in order, `readers` at a time; each reader asks its next `pause` seconds after it has an
    answer, at once for 0."""
    return asyncio.run(_load(host, port, asked, readers, pause))


async def _load(host: str, port: int, asked: Sequence[tuple[str, str]], readers: int, pause: float) -> list[Visit]:
    waiting, visits = iter(asked), list[Visit]()

    async def read_on(number: int) -> None:
        reader, writer = await asyncio.open_connection(host, port, limit=2**24)
        await asyncio.sleep(pause * number / readers)
        for kind, path in waiting:
            begun, anew = time.perf_counter(), False
            said = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Language: en\r\n\r\n".encode()
            try:
                writer.write(said)
                first = await reader.readexactly(1)
            except (asyncio.IncompleteReadError, ConnectionResetError, BrokenPipeError):
                anew = True
                reader, writer = await asyncio.open_connection(host, port, limit=2**24)
                writer.write(said)
                first = await reader.readexactly(1)
            status, size = await _answer(first, reader)
            visits.append(Visit(kind, path, time.perf_counter() - begun, status, size, anew))
            if pause:
                await asyncio.sleep(pause)
        writer.close()
        await writer.wait_closed()

    await asyncio.gather(*(read_on(number) for number in range(readers)))
    return visits


async def _answer(first: bytes, reader: asyncio.StreamReader) -> tuple[int, int]:
    """Status and length of one answer of which the first byte is there, read to its end."""
    head = first + await reader.readuntil(b"\r\n\r\n")
    status = int(head[9:12])
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return status, len(await reader.readexactly(int(value)))
        if name.lower() == b"transfer-encoding":
            return status, await _chunks(reader)
    return status, 0


async def _chunks(reader: asyncio.StreamReader) -> int:
    size = 0
    while length := int(await reader.readuntil(b"\r\n"), 16):
        size += len(await reader.readexactly(length + 2)) - 2
    await reader.readexactly(2)
    return size


def quantile(values: Sequence[float], share: float) -> float:
    """The value that a share of all do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
