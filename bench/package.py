"""How long bilat takes to begin, and how much room it takes: the wheel alone, and with what core and extras ask for.

    python -m bench.package           a table
    python -m bench.package --save    also into bench/package.json, from which docs/benchmarks.md is made

A start is a process of its own; of nine the one in the middle counts, in seconds of the processor.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import zipfile
from importlib.metadata import distribution
from pathlib import Path

from bench.run import took

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "bench/package.json"
STARTS = 9
COMMANDS = (("--help",), ("--version",), ("timeline", "--help"), ("serve", "--help"))
EXTRAS = ("", "web", "brief", "export", "parquet", "mcp", "watch", "all")


def size_of(requirement: str) -> float:
    """MB (10^6 bytes) of all that a requirement brings along, as installed here, without compiled bytecode."""
    from tests.package.plain import needed  # noqa: PLC0415 -- the tests know it

    files = {
        path
        for name in needed([requirement])
        for file in distribution(name).files or ()
        if (path := Path(str(file.locate()))).suffix != ".pyc" and path.is_file()
    }
    return sum(path.stat().st_size for path in files) / 1e6


def measured() -> dict[str, dict[str, float]]:
    """Starts in seconds, sizes in MB."""
    starts = {
        " ".join(("bilat", *words)): round(
            statistics.median(took((sys.executable, "-m", "bilat", *words)).cpu_seconds for _ in range(STARTS)), 3
        )
        for words in COMMANDS
    }
    with tempfile.TemporaryDirectory() as folder:
        run = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
        _ = subprocess.run(run, cwd=ROOT, check=True, capture_output=True)
        [wheel] = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as packed:
            inside = sum(entry.file_size for entry in packed.infolist()) / 1e6
        sizes = {"the wheel": wheel.stat().st_size / 1e6, "the wheel, unpacked": inside}
    for extra in EXTRAS:
        name = f"bilat[{extra}]" if extra else "bilat"
        sizes[f"pip install {name}"] = size_of(name) + inside
    return {"starts": starts, "sizes": {name: round(size, 1) for name, size in sizes.items()}}


def table(found: dict[str, dict[str, float]]) -> str:
    """The figures as lines of text."""
    lines = [f"{name:<28}{seconds:>8.2f} s" for name, seconds in found["starts"].items()]
    return "\n".join([*lines, *(f"{name:<28}{size:>8.1f} MB" for name, size in found["sizes"].items())])


def main() -> None:
    """Measures, prints, and keeps the figures when asked to."""
    parser = argparse.ArgumentParser()
    _ = parser.add_argument("--save", action="store_true")
    wanted = parser.parse_args()
    found = measured()
    print(table(found))
    if wanted.save:
        _ = KEPT.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
