"""The whole archive on one machine: a corpus of any size, built from nothing, added to, and asked.

    make bench-scale                            600,000 documents and an eighth, a quarter, a half of them
    make bench-scale ARGS="--documents 24000"   a smaller run
    make bench-scale ARGS=--save                also into bench/scale.json, from which docs/benchmarks.md is made

The corpus is made of corpus/lianbo and corpus/press by `bench.scaled` in a folder that is deleted afterwards. Each size
is built with two workers in a process of its own; seconds by stage are those of all its processes, and its memory is
that of all of them at a moment (what they share counted once), looked at ten times a second. The day is one more copy
of a broadcast and of some posts, read by no build before. `jieba.lcut` cuts a sample in the same run, scaled by its
documents to the whole.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from math import ceil, log2
from pathlib import Path
from typing import Any, Final

import bilat
from bench.growth import STAGES, parted
from bench.load import load, quantile
from bench.questions import questions
from bench.run import rounded, yardsticks
from bench.scaled import Scaler, names_in, write
from bench.web import PAUSE, SEED, family_mb, free_port, running

ROOT = Path(__file__).parents[1]
WORKERS: Final = 2
SIZES: Final = (8, 4, 2, 1)
"""Every so manieth file of the corpus is taken."""
_IN_A_COPY: Final = 26_900
"""Documents of both corpora but the day's."""
_SAMPLE: Final = 5_000
"""Documents that the yardstick cuts."""
_READ: Final = 6
"""Every so manieth file is counted to find what is frequent."""
_PAGES: Final = ("timeline", "search", "figures", "phrases")
_EACH: Final = 0.1
"""Seconds between two looks at the memory."""
WANTED: Final = {"build": 0.6, "peak_mb": 1000, "size": 1.5, "day_s": 10, "p50_ms": 50, "p99_ms": 300}


def watched(paths: Sequence[Path], record: Path, listed: Path) -> dict[str, Any]:
    """One build in a process of its own, and the most memory that all its processes took at a moment, in MB."""
    listed.write_text(json.dumps([str(path) for path in paths]))
    words = [sys.executable, "-m", "bench.growth", "--one", str(listed), str(record), "--workers", str(WORKERS)]
    peak, ended = 0.0, threading.Event()

    def look() -> None:
        nonlocal peak
        while not ended.wait(_EACH):
            peak = max(peak, family_mb(process) or 0.0)

    with subprocess.Popen(words, stdout=subprocess.PIPE, cwd=ROOT) as process:
        looking = threading.Thread(target=look)
        looking.start()
        said = process.communicate()[0]
        ended.set()
        looking.join()
    if process.returncode:
        msg = f"a build of {len(paths):,} files ended with exit code {process.returncode}"
        raise RuntimeError(msg)
    return {**json.loads(said), "peak_mb": peak, "mb": round(record.stat().st_size / 1e6, 1)}


def made(shared: Path, documents: int, folder: Path) -> tuple[list[Path], list[Path]]:
    """The files of a corpus of so many documents, or a few more, and those of a day beside it."""
    corpus = shared / "corpus"
    folders = [corpus / "lianbo", corpus / "press"]
    stay, day = parted(folders)
    copies = ceil(documents / _IN_A_COPY)
    step = max(1, round(copies * _IN_A_COPY / documents))
    named = folders if step == 1 else [*stay[::step], *day]
    scaler = Scaler((path.read_text("utf-8", "replace") for path in stay[::_READ]), names_in(named))
    taken = [(path, path.relative_to(corpus)) for path in stay[::step]]
    write(scaler, taken, folder / "corpus", [scaler.copy(number) for number in range(copies)])
    write(scaler, [(p, p.relative_to(corpus)) for p in day], folder / "day", [scaler.copy(copies)])
    return _files(folder / "corpus"), _files(folder / "day")


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def pages(record: Path) -> dict[str, Any]:
    """How long the pages take that readers ask most, each address for the first time, with twenty readers at once."""
    with bilat.open(record) as opened:
        drawn = questions(opened, 100, random.Random(SEED))  # noqa: S311 -- a seeded shuffle
    asked = [(kind, path) for kind, path in drawn if kind.partition(",")[0].removesuffix("s") in _kinds()]
    port = free_port()
    with running(["-m", "bilat", "serve", "-r", str(record), "--port", str(port)], port):
        visits = load("127.0.0.1", port, asked, pause=PAUSE)
    took: dict[str, list[float]] = {}
    for visit in visits:
        took.setdefault(visit.kind, []).append(visit.seconds * 1000)
    every = [each for times in took.values() for each in times]
    return {
        kind: {"asked": len(times), "p50_ms": quantile(times, 0.5), "p99_ms": quantile(times, 0.99)}
        for kind, times in [*sorted(took.items()), ("all of these", every)]
    }


def _kinds() -> set[str]:
    return {kind.removesuffix("s") for kind in _PAGES}


def run(shared: Path, documents: int) -> dict[str, Any]:
    """All figures of one run."""
    say = sys.stderr.write
    found: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        say("making the corpus …\n")
        files, day = made(shared, documents, folder)
        every = max(1, round(documents / _SAMPLE))
        say("jieba.lcut …\n")
        jieba = yardsticks(files[::every])
        record = folder / "scaled.bilat"
        for size in SIZES:
            say(f"every {size}th file …\n")
            record.unlink(missing_ok=True)
            whole = watched(files[::size], record, folder / "paths.json")
            found.append({"whole": whole, "day": watched(day, record, folder / "paths.json")})
        say("pages …\n")
        return {"jieba": jieba, "sizes": found, "pages": pages(record)}


def render(found: dict[str, Any]) -> str:
    """The tables, as text."""
    jieba, last = found["jieba"], found["sizes"][-1]
    cut, seconds = jieba["documents"], jieba["jieba"]["seconds"]
    lines = [f"{cut:,} documents cut by jieba in {seconds:.1f} s; builds with {WORKERS} workers"]
    lines += ["", "from nothing, seconds of all processors by stage (and the exponent of growth from the size before)"]
    names = [name for name in STAGES.values() if name != "open"]
    head = "".join(f"{name:>16}" for name in names)
    lines.append(
        f"{'documents':>10}{head}{'by the wall':>13}{'× jieba':>9}{'× half':>8}{'peak MB':>9}{'record':>9}{'× text':>8}"
    )
    before: dict[str, Any] | None = None
    for each in found["sizes"]:
        whole = each["whole"]
        cells = "".join(f"{_grown(whole, before, name):>16}" for name in names)
        share = ratio(whole, jieba)
        lines.append(
            f"{whole['documents']:>10,}{cells}{whole['seconds']:>13.1f}{share:>9.3f}{2 * share:>8.3f}"
            f"{whole['peak_mb']:>9.0f}{whole['mb']:>9.1f}{times_text(whole, jieba):>8.2f}"
        )
        before = whole
    lines += ["", "one more day", f"{'to':>10}{'new':>7}{'by the wall':>13}{'peak MB':>9}"]
    for each in found["sizes"]:
        to, more = each["whole"]["documents"], each["day"]
        if more is None:  # not measured at this size
            continue
        lines.append(f"{to:>10,}{more['new']:>7,}{more['seconds']:>13.2f}{more['peak_mb']:>9.0f}")
    lines += ["", f"{'pages':16}{'asked':>7}{'p50 ms':>9}{'p99 ms':>9}"]
    for kind, took in found["pages"].items():
        lines.append(f"{kind:16}{took['asked']:>7}{took['p50_ms']:>9.1f}{took['p99_ms']:>9.1f}")
    every = found["pages"]["all of these"]
    measured = {
        "build": ratio(last["whole"], jieba) * WORKERS,
        "peak_mb": max(each["whole"]["peak_mb"] for each in found["sizes"]),
        "size": times_text(last["whole"], jieba),
        "day_s": last["day"]["seconds"],
        **{name: every[name] for name in ("p50_ms", "p99_ms")},
    }
    lines += ["", *(_target(name, measured[name]) for name in WANTED)]
    return "\n".join(lines)


_NAMED: Final = {
    "build": "build, × half of jieba (one process' share)",
    "peak_mb": "most memory of all processes, MB",
    "size": "record, × the text's bytes",
    "day_s": "one more day, s",
    "p50_ms": "pages at the median, ms",
    "p99_ms": "pages at the 99th percentile, ms",
}


def _target(name: str, value: float) -> str:
    mark = "ok" if value <= WANTED[name] else "MISSED"
    return f"{_NAMED[name]:46}{value:>9.2f}   ≤ {WANTED[name]:g}  {mark}"


def ratio(whole: dict[str, Any], jieba: dict[str, Any]) -> float:
    """A build's seconds by the wall, as a share of the yardstick's for as many documents in one process."""
    return whole["seconds"] / (jieba["jieba"]["seconds"] * whole["documents"] / jieba["documents"])


def times_text(whole: dict[str, Any], jieba: dict[str, Any]) -> float:
    """A record's size as a multiple of its text's, both in bytes; the text's from the sample."""
    return whole["mb"] * 1e6 / (jieba["bytes"] * whole["documents"] / jieba["documents"])


def _grown(whole: dict[str, Any], before: dict[str, Any] | None, name: str) -> str:
    seconds = whole["stages"][name]
    if before is None or not before["stages"][name] or not seconds:
        return f"{seconds:.1f}       "
    exponent = log2(seconds / before["stages"][name]) / log2(whole["documents"] / before["documents"])
    return f"{seconds:.1f} ({exponent:.2f})"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="make bench-scale", description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with corpus/")
    parser.add_argument("--documents", type=int, default=600_000, metavar="N", help="in the largest size")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the tables")
    parser.add_argument("--save", action="store_true", help="keep the figures in bench/scale.json")
    given = parser.parse_args(argv)
    if not (given.shared / "corpus" / "press").is_dir():
        print(f"nothing to measure on: no folder {given.shared / 'corpus'}", file=sys.stderr)
        return 2
    found = rounded(run(given.shared.resolve(), given.documents))
    if given.save:
        Path(__file__).with_name("scale.json").write_text(json.dumps(found, indent=1) + "\n")
    print(json.dumps(found) if given.json else render(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
