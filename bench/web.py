"""How long pages and answers of the API take with twenty readers at once, beside an empty answer of FastAPI.

    make bench-web                      a record of corpus/lianbo and corpus/press, built first
    make bench-web ARGS="--record FILE" a record that is there
    make bench-web ARGS=--save          also into bench/web.json, from which docs/speed.md is made
    make bench-web ARGS="--record FILE --cost"  only what answers cost the processor, without readers

The server runs in processes of its own, the readers in this one. What they ask is drawn from the record by a seeded
shuffle. `reading`: each address is asked for the first time, and a reader looks at every answer for half a second, as
people who leaf through pages do. `crowd`: the same addresses on a server started anew, and nobody stops to read.
`again`: the same, the third time. `empty`: an application that answers two bytes, asked like `crowd` in the same run.
"""

import argparse
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import bilat
from bench import cost, first_page
from bench.load import Visit, load, quantile
from bench.questions import questions
from bench.serving import ROOT, family_mb, free_port, running

SEED: Final = 20
PAUSE: Final = 0.5
"""Seconds that a reader looks at an answer."""
EMPTY: Final = (
    "import sys, uvicorn, fastapi\napp = fastapi.FastAPI()\n"
    "@app.get('/')\nasync def empty():\n    return {}\n"
    "uvicorn.run(app, port=int(sys.argv[1]), log_level='warning', access_log=False)"
)


def summary(visits: Sequence[Visit]) -> dict[str, Any]:
    """Milliseconds at the median and the 99th percentile, answers a second cannot be told from these; statuses."""
    took = [visit.seconds * 1000 for visit in visits]
    return {
        "asked": len(visits),
        "p50_ms": round(quantile(took, 0.5), 2),
        "p99_ms": round(quantile(took, 0.99), 2),
        "anew": sum(visit.anew for visit in visits),
        "statuses": dict(sorted(Counter(str(visit.status) for visit in visits).items())),
        "kb": round(sum(visit.size for visit in visits) / len(visits) / 1000, 1),
    }


def run(record: Path, number: int) -> dict[str, Any]:
    """All figures of one run."""
    with bilat.open(record) as opened:
        asked = questions(opened, number, random.Random(SEED))  # noqa: S311 -- a seeded shuffle
        size = {"documents": len(opened), "events": opened.count("events")}
    port = free_port()
    with running(["-c", EMPTY, str(port)], port):
        load("127.0.0.1", port, [("empty", "/")] * 500)
        empty = load("127.0.0.1", port, [("empty", "/")] * 4000)
    port = free_port()
    serve = ["-m", "bilat", "serve", "-r", str(record), "--port"]
    with running([*serve, str(port)], port):
        reading = load("127.0.0.1", port, asked, pause=PAUSE)
    port = free_port()
    with running([*serve, str(port)], port) as (server, start):
        crowd, _, again = (load("127.0.0.1", port, asked) for _ in range(3))
        peak = family_mb(server)
    first = first_page.first_page(serve)
    kinds = sorted({kind for kind, _ in asked})
    return {
        **size,
        "start_s": round(start, 3),
        "peak_mb": peak,
        "first_page": first,
        "empty": summary(empty),
        "reading": summary(reading),
        "crowd": summary(crowd),
        "again": summary(again),
        "kinds": {kind: summary([visit for visit in reading if visit.kind == kind]) for kind in kinds},
        "slowest": [[round(v.seconds * 1000), v.path] for v in sorted(reading, key=lambda v: -v.seconds)[:10]],
    }


def render(found: dict[str, Any]) -> str:
    """The table of docs/speed.md."""
    empty = found["empty"]["p50_ms"]
    lines = [f"{'':24}{'asked':>7}{'p50 ms':>9}{'p99 ms':>9}{'x empty':>9}{'kB':>8}"]
    rows = [("empty answer", found["empty"]), *((name, found[name]) for name in ("crowd", "again", "reading"))]
    for name, row in (*rows, *found["kinds"].items()):
        ratio = row["p50_ms"] / empty
        lines.append(
            f"{name:24}{row['asked']:>7}{row['p50_ms']:>9.1f}{row['p99_ms']:>9.1f}{ratio:>9.1f}{row['kb']:>8.1f}"
        )
    lines.append(
        f"\nlistens after {found['start_s']:.2f} s, {found['peak_mb']} MB at the end; {found['documents']:,} documents"
    )
    if "first_page" in found:
        lines.append(first_page.render(found["first_page"]))
    return "\n".join(lines)


def costs(record: Path, number: int) -> dict[str, Any]:
    """What the same addresses cost the processor."""
    with bilat.open(record) as opened:
        asked = questions(opened, number, random.Random(SEED))  # noqa: S311 -- a seeded shuffle
    return cost.summary(cost.costs(record, asked))


def built(shared: Path, folder: Path) -> Path:
    """A record of both corpora."""
    record = folder / "whole.bilat"
    bilat.build([shared / "corpus" / name for name in ("lianbo", "press")], record)
    return record


def main() -> int:
    """Runs it, prints the table, fails when a page failed."""
    parser = argparse.ArgumentParser(prog="python -m bench.web", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--record", type=Path)
    parser.add_argument("-n", type=int, default=100, help="questions of each kind")
    parser.add_argument("--save", action="store_true")
    parser.add_argument("--cost", action="store_true", help="only the processor time of each kind of answer")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = given.record or built(given.shared, Path(folder))
        if given.cost:
            spent = costs(record, given.n)
            print(cost.render(spent))
            return 1 if spent["failed"] else 0
        found = run(record, given.n)
    print(render(found))
    print("\n".join(f"{took:>6} ms  {path}" for took, path in found["slowest"]))
    if given.save:
        (ROOT / "bench/web.json").write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
    failed = {
        status
        for name in ("reading", "crowd", "again")
        for row in (found[name],)
        for status in row["statuses"]
        if status != "200"
    }
    if failed:
        print(f"answers with the status {', '.join(sorted(failed))}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
