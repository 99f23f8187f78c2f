"""How fast bilat reads, beside yardsticks measured in the same run, and how much memory it takes.

    make bench                          everything, one process, on corpus/lianbo and corpus/press
    make bench ARGS="--sample 20"       every twentieth file, for a quick look
    make bench ARGS=--json              one JSON object
    make bench ARGS=--save              also into bench/results.json, from which docs/speed.md is made

Compare the ratios, not the seconds: machines differ and are shared. The targets are marks in a table; nothing fails.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from bench.table import Row, render, rows

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "src/bilat/samples/articles"
CORPORA = ("lianbo", "press")
BILAT = (sys.executable, "-m", "bilat")


@dataclass(frozen=True, slots=True)
class Took:
    """One command, run: seconds by the wall and by the processor, peak memory in MB (10^6 bytes), its exit code."""

    seconds: float
    cpu_seconds: float
    peak_mb: float
    exit_code: int


class BenchError(Exception):
    """Something could not be measured; the text is one line for a person."""


def took(command: Sequence[str | Path], *, allowed: tuple[int, ...] = (0,)) -> Took:
    """Run a command with its output thrown away; an exit code that is not `allowed` is an error."""
    words = [str(word) for word in command]
    start = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT)
    errors = process.stderr.read().decode("utf-8", "replace") if process.stderr else ""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = code = os.waitstatus_to_exitcode(status)
    if code not in allowed:
        msg = f"`{' '.join(words[1:5])} …` ended with exit code {code}:\n{errors.strip()[-600:]}"
        raise BenchError(msg)
    unit = 1 if sys.platform == "darwin" else 1024
    return Took(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6, code)


def yardsticks(paths: Sequence[Path]) -> dict[str, Any]:
    """What `bench.yardsticks` prints, from a process of its own."""
    words = [sys.executable, "-m", "bench.yardsticks", *map(str, paths)]
    done = subprocess.run(words, stdout=subprocess.PIPE, check=False, cwd=ROOT)
    if done.returncode:
        msg = "the yardsticks could not be measured"
        raise BenchError(msg)
    return json.loads(done.stdout)


def every_nth(folders: Sequence[Path], step: int, target: Path) -> list[Path]:
    """Copies of every `step`-th file of each folder, below `target`."""
    chosen: list[Path] = []
    for folder in folders:
        for path in sorted(each for each in folder.rglob("*") if each.is_file())[::step]:
            copy = target / folder.name / path.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, copy)
        chosen.append(target / folder.name)
    return chosen


def measure(paths: Sequence[Path], workdir: Path) -> dict[str, Any]:
    """All figures of one run, as they go into `--json`."""
    say = sys.stderr.write
    took([*BILAT, "extract", SAMPLES])  # first of all: does it work
    some_failed = (0, 1)
    say("reading and decoding, then jieba.lcut …\n")
    found = yardsticks(paths)
    say("bilat extract …\n")
    found["extract"] = asdict(took([*BILAT, "extract", "--workers", "1", *paths], allowed=some_failed))
    build = [*BILAT, "build", "--workers", "1", *paths, "-o", workdir / "bench.bilat"]
    say("bilat build …\n")
    found["build"] = asdict(took(build, allowed=some_failed))
    say("bilat build again …\n")
    found["rebuild"] = asdict(took(build, allowed=some_failed))
    found["record_mb"] = sum(path.stat().st_size for path in workdir.glob("bench.bilat*")) / 1e6
    helps = [took([*BILAT, "--help"]) for _ in range(5)]
    found["help"] = asdict(min(helps, key=lambda each: each.seconds))
    found["load"] = os.getloadavg()[0]
    return found


def rounded(value: Any) -> Any:  # whatever JSON holds
    """The same figures with three decimals, to be kept and read."""
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in cast("dict[str, Any]", value).items()}
    return round(value, 3) if isinstance(value, float) else value


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with corpus/")
    parser.add_argument("--sample", type=int, default=1, metavar="N", help="every Nth file only (default: all)")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    parser.add_argument("--save", action="store_true", help="keep the figures in bench/results.json")
    given = parser.parse_args(argv)
    folders: list[Path] = [(given.shared / "corpus" / name).resolve() for name in CORPORA]
    if missing := [folder for folder in folders if not folder.is_dir()]:
        print(f"nothing to measure on: no folder {missing[0]}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as name:
        workdir = Path(name)
        try:
            paths = every_nth(folders, given.sample, workdir / "sample") if given.sample > 1 else folders
            found = measure(paths, workdir)
        except BenchError as error:
            print(error, file=sys.stderr)
            return 1
    found["sample"] = given.sample
    if given.save:
        Path(__file__).with_name("results.json").write_text(json.dumps(rounded(found), indent=2) + "\n")
    table: list[Row] = rows(found)
    print(json.dumps({**found, "table": [asdict(row) for row in table]}) if given.json else render(found, table))
    return 0


if __name__ == "__main__":
    sys.exit(main())
