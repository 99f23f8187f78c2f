"""What an answer of the site costs: processor time, in one process that does nothing else.

Each address is asked once of an application just made, one after the other, without a network: the median and the mean
of what the processor was busy with, by kind of page. Readers who never pause wait for nothing else, and what else a
machine does hardly shows in it. `answers` is a hash over all answers in order: the same before and after a change that
is only to be faster.
"""

import asyncio
import hashlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from typing import Any, Final
from urllib.parse import unquote

from starlette.types import ASGIApp, Message

from bilat.record import Record
from bilat.web.app import create_app
from bilat.web.draw import preload
from bilat.web.settings import Settings
from bilat.web.warm import prepare_all
from bilat.web.workers import settle

HEADERS: Final = [(b"host", b"127.0.0.1"), (b"accept-language", b"en")]
LOOP: Final = "fixed loop"
_EVERY: Final = 25
"""Answers between two runs of the fixed loop."""


@dataclass(frozen=True, slots=True)
class Cost:
    """One answer: its kind, milliseconds of the processor, its status and bytes."""

    kind: str
    path: str
    ms: float
    status: int
    body: bytes


def costs(record: Path, asked: Sequence[tuple[str, str]]) -> list[Cost]:
    """What each answer costs, asked for the first time of a site that starts as `bilat serve` does."""
    with Record(record) as known:
        preload()
        prepare_all(known)
    settle()
    return asyncio.run(_costs(create_app(Settings(record), known), asked))


async def _costs(app: ASGIApp, asked: Sequence[tuple[str, str]]) -> list[Cost]:
    _ = await _ask(app, "first", "/static/icon.svg")
    found = list[Cost]()
    for number, (kind, path) in enumerate(asked):
        if number % _EVERY == 0:
            found.append(Cost(LOOP, "", _loop(), 200, b""))
        found.append(await _ask(app, kind, path))
    return found


def _loop() -> float:
    """Milliseconds of the processor for work that is always the same: how quick the machine is just now."""
    begun = time.process_time()
    text = ",".join(str(number * number) for number in range(5_000))
    _ = hashlib.blake2b(text.encode()).hexdigest(), sorted(text.split(","))
    return (time.process_time() - begun) * 1000


async def _ask(app: ASGIApp, kind: str, path: str) -> Cost:
    place, _, query = path.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": unquote(place),
        "raw_path": place.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": HEADERS,
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
        "state": {},
    }
    said, gone = list[Message](), asyncio.Event()
    asking: Iterator[Message] = iter(({"type": "http.request", "body": b"", "more_body": False},))

    async def receive() -> Message:
        if (message := next(asking, None)) is not None:
            return message
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        said.append(message)

    begun = time.process_time()
    await app(scope, receive, send)
    took = (time.process_time() - begun) * 1000
    return Cost(kind, path, took, said[0]["status"], b"".join(each.get("body", b"") for each in said[1:]))


def summary(found: Sequence[Cost]) -> dict[str, Any]:
    """Milliseconds of the processor over all answers and by kind, and the hash of all answers."""
    told = hashlib.blake2b(digest_size=8)
    loops, answers = ([cost for cost in found if (cost.kind == LOOP) is is_loop] for is_loop in (True, False))
    for cost in answers:
        told.update(cost.body)
    kinds = sorted({cost.kind for cost in answers})
    return {
        "all": _row(answers),
        "loop": _row(loops),
        "kinds": {kind: _row([cost for cost in answers if cost.kind == kind]) for kind in kinds},
        "answers": told.hexdigest(),
        "failed": sum(cost.status != 200 for cost in answers),
    }


def _row(found: Sequence[Cost]) -> dict[str, float]:
    took = [cost.ms for cost in found]
    return {
        "asked": len(took),
        "median_ms": round(median(took), 2),
        "mean_ms": round(mean(took), 2),
        "most_ms": round(max(took), 1),
        "sum_ms": round(sum(took)),
    }


def render(found: dict[str, Any]) -> str:
    """A line for each kind, those first on which most is spent."""
    lines = [f"{'processor, ms':24}{'asked':>7}{'median':>9}{'mean':>9}{'most':>9}{'share':>9}"]
    whole = found["all"]["sum_ms"]
    rows = sorted(found["kinds"].items(), key=lambda row: -row[1]["sum_ms"])
    for name, row in (("all", found["all"]), *rows):
        share = row["sum_ms"] / whole
        lines.append(
            f"{name:24}{row['asked']:>7}{row['median_ms']:>9.2f}{row['mean_ms']:>9.2f}{row['most_ms']:>9.1f}{share:>9.1%}"
        )
    loop = found["loop"]["mean_ms"]
    ratio = found["all"]["mean_ms"] / loop
    lines.append(f"fixed loop {loop:.2f} ms in the same run; an answer takes {ratio:.3f} loops")
    return "\n".join([*lines, f"answers {found['answers']}, {found['failed']} failed"])
