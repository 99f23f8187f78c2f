"""How the cost of a build grows with the record, and what one more day costs at each size.

    make growth                         1/8, 1/4, 1/2 and all of corpus/lianbo and corpus/press
    make growth ARGS=--save             also into bench/growth.json, from which docs/speed.md is made

The same 420 files (one broadcast, every thirtieth post of the last folder) are kept out of every size and added to each
of the records: the day. One process a size and one a day, so that each has its own peak memory; a stage's seconds are
those of the processor. Beside them stands how much slower than in proportion a stage became from one size to the next
(1.0: in proportion; n log n is 1.05 to 1.1 here).
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from bilat.build import build

ROOT = Path(__file__).parents[1]
SIZES: Final = (8, 4, 2, 1)
"""Every so manieth file is taken."""
STAGES: Final = {
    "opened": "open",
    "read": "read",
    "linked": "link",
    "completed": "complete",
    "replaced": "put in place",
}
_DAY_STEP: Final = 30


def spent() -> float:
    """Seconds of the processor, of this process and of those it started that ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def measured(paths: Sequence[Path], record: Path, workers: int = 1) -> dict[str, Any]:
    """One build: seconds of the processor by stage, documents, peak memory of this process in MB (10^6 bytes)."""
    took: dict[str, float] = {}
    then = spent()

    def step(name: str) -> None:
        nonlocal then
        if name in STAGES:
            now = spent()
            took[STAGES[name]] = round(now - then, 3)
            then = now

    start = time.perf_counter()
    report = build(paths, record, workers=workers, step=step)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return {
        "documents": report.documents,
        "new": report.new,
        "digest": report.digest,
        "seconds": round(time.perf_counter() - start, 3),
        "peak_mb": round(peak / 1e6, 1),
        "stages": took,
    }


def in_process(paths: Sequence[Path], record: Path, listed: Path) -> dict[str, Any]:
    """The same in a process of its own; the paths go through a file, there may be many."""
    listed.write_text(json.dumps([str(path) for path in paths]))
    words = [sys.executable, "-m", "bench.growth", "--one", str(listed), str(record)]
    done = subprocess.run(words, stdout=subprocess.PIPE, check=True, cwd=ROOT)
    return json.loads(done.stdout)


def parted(folders: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """The files of the corpora: those that stay, and those of the day."""
    files = [sorted(path for path in folder.rglob("*") if path.is_file()) for folder in folders]
    lianbo, press = files
    last = [path for path in press if path.parent == press[-1].parent]
    day = {lianbo[-1], *last[::_DAY_STEP]}
    return [path for group in files for path in group if path not in day], sorted(day)


def run(shared: Path, sizes: Sequence[int]) -> list[dict[str, Any]]:
    """Every size: the build from nothing, and the day added to it."""
    stay, day = parted([shared / "corpus" / name for name in ("lianbo", "press")])
    found: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in sizes:
            sys.stderr.write(f"every {size}th file …\n")
            record, listed = folder / f"{size}.bilat", folder / "paths.json"
            whole = in_process(stay[::size], record, listed)
            megabytes = round(record.stat().st_size / 1e6, 1)
            found.append({"step": size, "mb": megabytes, "whole": whole, "day": in_process(day, record, listed)})
    return found


def render(found: Sequence[dict[str, Any]]) -> str:
    """The table, as text."""
    names = [name for name in STAGES.values() if name != "open"]
    head = "".join(f"{name:>14}" for name in names)
    lines = ["from nothing, seconds of the processor (and how much more than in proportion)"]
    lines.append(f"{'documents':>10}{head}{'peak MB':>10}{'record MB':>11}")
    before: dict[str, Any] | None = None
    for each in found:
        whole = each["whole"]
        cells = "".join(f"{_cell(whole, before, name):>14}" for name in names)
        lines.append(f"{whole['documents']:>10,}{cells}{whole['peak_mb']:>10.0f}{each['mb']:>11.1f}")
        before = whole
    lines += ["", "the day added, seconds of the processor"]
    lines.append(f"{'to':>10}{'new':>8}{head}{'by the wall':>13}{'peak MB':>10}")
    for each in found:
        day = each["day"]
        cells = "".join(f"{day['stages'][name]:>14.2f}" for name in names)
        lines.append(
            f"{each['whole']['documents']:>10,}{day['new']:>8,}{cells}{day['seconds']:>13.2f}{day['peak_mb']:>10.0f}"
        )
    return "\n".join(lines)


def _cell(whole: dict[str, Any], before: dict[str, Any] | None, name: str) -> str:
    seconds = whole["stages"][name]
    if before is None or not before["stages"][name]:
        return f"{seconds:.2f}      "
    more = (seconds / before["stages"][name]) / (whole["documents"] / before["documents"])
    return f"{seconds:.2f} ({more:.2f})"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="make growth", description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with corpus/")
    parser.add_argument("--json", action="store_true", help="one JSON array instead of the table")
    parser.add_argument("--save", action="store_true", help="keep the figures in bench/growth.json")
    parser.add_argument("--one", nargs=2, type=Path, metavar=("PATHS", "RECORD"), help=argparse.SUPPRESS)
    parser.add_argument("--workers", type=int, default=1, help=argparse.SUPPRESS)
    given = parser.parse_args(argv)
    if given.one:
        listed, record = given.one
        print(json.dumps(measured([Path(path) for path in json.loads(listed.read_text())], record, given.workers)))
        return 0
    if not (given.shared / "corpus" / "press").is_dir():
        print(f"nothing to measure on: no folder {given.shared / 'corpus'}", file=sys.stderr)
        return 2
    found = run(given.shared.resolve(), SIZES)
    if given.save:
        Path(__file__).with_name("growth.json").write_text(json.dumps(found, indent=2) + "\n")
    print(json.dumps(found) if given.json else render(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
