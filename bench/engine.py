"""The same build on each engine: seconds of the processor of the process that keeps the record, and of those that read.

    make bench-engine                   local with one and two processes, ray with two, over a quarter of the corpora
    make bench-engine ARGS=--save       also into bench/engine.json, from which docs/benchmarks.md is made

Ray runs as two node managers of one processor each, started before the clock; a process a run. Seconds of the processor
are compared rather than those of the clock: two machines of one processor each share what this one has.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from bench.growth import parted
from bilat.build import build
from bilat.build.linking import Linker

ROOT = Path(__file__).parents[1]
RUNS: Final = (("local", 1), ("local", 2), ("ray", 2))
EVERY: Final = 4
_TICKS: Final = os.sysconf("SC_CLK_TCK")


def measured(paths: Sequence[Path], record: Path, engine: str, workers: int) -> dict[str, Any]:
    """One build in this process."""
    stages: dict[str, float] = {}

    def step(name: str) -> None:
        stages.setdefault(name, round(time.process_time(), 2))

    shut = _cluster(workers) if engine == "ray" else None
    then, start = time.process_time(), time.perf_counter()
    before = _others()
    events = _timed(Linker, "events"), _timed(Linker, "blocks")
    report = build(paths, record, engine=engine, workers=workers, step=step)
    took = {
        "seconds": round(time.perf_counter() - start, 1),
        "here": round(time.process_time() - then, 1),
        "elsewhere": round(_others() - before, 1),
        "linking": round(stages["linked"] - stages["read"], 1),
        "events": round(sum(sum(one) for one in events), 1),
    }
    if shut is not None:
        shut()
    return {
        "engine": engine,
        "workers": workers,
        "documents": report.documents,
        "digest": report.digest,
        "bytes": record.stat().st_size,
        **took,
    }


def _timed(owner: type[Any], name: str) -> list[float]:
    """Seconds of the processor that calls of a method take, from now on."""
    inside, found = getattr(owner, name), list[float]()

    def timed(*args: Any, **given: Any) -> Any:
        then = time.process_time()
        try:
            return inside(*args, **given)
        finally:
            found.append(time.process_time() - then)

    setattr(owner, name, timed)
    return found


def _cluster(nodes: int) -> Any:
    os.environ.update(RAY_USAGE_STATS_ENABLED="0", RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER="0")
    ray: Any = import_module("ray")
    node = {"num_cpus": 1, "object_store_memory": 256 * 2**20}
    made: Any = import_module("ray.cluster_utils").Cluster(
        initialize_head=True, head_node_args={**node, "include_dashboard": False}
    )
    for _ in range(nodes - 1):
        made.add_node(**node)
    ray.init(made.address, log_to_driver=False, logging_level="ERROR")

    def shut() -> None:
        ray.shutdown()
        made.shutdown()

    return shut


def _others() -> float:
    """Seconds of the processor of all processes that descend from this one, those that ended and those that run."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    stats: dict[int, tuple[int, int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        stats[int(entry.parent.name)] = int(words[1]), sum(int(word) for word in words[11:15])
    ours, ticks = {os.getpid()}, 0
    while new := {pid for pid, (parent, _) in stats.items() if parent in ours} - ours:
        ours |= new
        ticks += sum(stats[pid][1] for pid in new)
    return ended.ru_utime + ended.ru_stime + ticks / _TICKS


def run(shared: Path) -> dict[str, Any]:
    """All runs, each in a process of its own."""
    rest, _ = parted([shared / "corpus" / name for name in ("lianbo", "press")])
    paths = [str(path) for path in rest[::EVERY]]
    found: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory(prefix="bilat.bench.") as folder:
        listed = Path(folder, "paths.json")
        listed.write_text(json.dumps(paths))
        for engine, workers in RUNS:
            record = Path(folder, f"{engine}{workers}.bilat")
            words = [sys.executable, "-m", "bench.engine", "--one", str(listed), str(record), engine, str(workers)]
            done = subprocess.run(words, stdout=subprocess.PIPE, check=True, cwd=ROOT)
            found.append(json.loads(done.stdout.splitlines()[-1]))
            print(json.dumps(found[-1]), file=sys.stderr)
    text = sum(Path(path).stat().st_size for path in paths)
    if len({one["digest"] for one in found}) != 1:
        sys.exit("the records differ")
    return {"text": text, "runs": found}


def table(found: dict[str, Any]) -> str:
    """The table of docs/benchmarks.md."""
    lines = [
        "| engine | processes | documents | s here | s elsewhere | s in all | ms a document there | linking, s here |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for one in found["runs"]:
        all_ = one["here"] + one["elsewhere"]
        each = 1000 * one["elsewhere"] / one["documents"]
        lines.append(
            f"| {one['engine']} | {one['workers']} | {one['documents']:,} | {one['here']:.1f} |"
            f" {one['elsewhere']:.1f} | {all_:.1f} | {each:.1f} | {one['linking']:.1f} (events {one['events']:.1f}) |"
        )
    return "\n".join(lines)


def main() -> None:
    """See the module's docstring."""
    parser = argparse.ArgumentParser(description="the same build on each engine")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--save", action="store_true")
    parser.add_argument("--one", nargs=4, metavar=("PATHS", "RECORD", "ENGINE", "WORKERS"))
    asked = parser.parse_args()
    if asked.one:
        listed, record, engine, workers = asked.one
        paths = [Path(path) for path in json.loads(Path(listed).read_text())]
        print(json.dumps(measured(paths, Path(record), engine, int(workers))))
        return
    found = run(asked.shared)
    print(table(found))
    if asked.save:
        (ROOT / "bench" / "engine.json").write_text(f"{json.dumps(found, indent=2)}\n")


if __name__ == "__main__":
    main()
