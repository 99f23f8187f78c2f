"""`make fuzz`: every target for its share of the time, then the dearest inputs grown to 100 kB; fails on a finding.

Everything is loaded once with its coverage counted, then each target runs in a process forked from this one. Inputs
that reach something new stay in `.fuzz/<target>/` for the next run; findings in `.fuzz/found-<target>-…`.
"""

import argparse
import base64
import os
import re
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack, redirect_stderr
from dataclasses import dataclass
from hashlib import blake2b
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
KEPT: Final = ROOT / "tests/fuzz/found"
_STATS: Final = re.compile(r"(?:cov: (\d+)).*?corp: (\d+)")
_DONE: Final = re.compile(r"stat::number_of_executed_units:\s*(\d+)")


@dataclass(frozen=True, slots=True)
class Share:
    """A target that runs: its process, and where its words go."""

    name: str
    process: int
    log: Path


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when nothing was found, 1 when something was."""
    asked = _arguments(arguments)
    try:
        atheris = import_module("atheris")  # there is none for some versions of Python
    except ImportError:
        print(f"fuzzing is left out: atheris has no package for Python {sys.version.split()[0]} on {sys.platform}")
        return 0 if asked.skip else 1
    targets = _loaded(atheris)
    names = asked.targets or sorted(targets)
    unknown = [name for name in names if name not in targets]
    if unknown:
        print(f"no target {unknown[0]!r}; there are: {', '.join(targets)}")
        return 2
    work = Path(asked.folder).resolve()
    seconds = max(1, round(asked.seconds * asked.jobs / len(names)))
    waiting, going, bad = list(names), list[Share](), 0
    while waiting or going:
        while waiting and len(going) < asked.jobs:
            going.append(_begin(atheris, targets[waiting.pop(0)], seconds, work, asked.seed))
        process, status = os.wait()
        share = next(each for each in going if each.process == process)
        going.remove(share)
        bad += _told(share, status)
    return 1 if bad else 0


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="fuzz.run", description=__doc__)
    _ = parser.add_argument("targets", nargs="*", help="names of targets; all when none is given")
    _ = parser.add_argument("--seconds", type=float, default=600, help="for all targets together")
    _ = parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), help="targets at a time")
    _ = parser.add_argument("--seed", type=int, default=1, help="of what chance there is")
    _ = parser.add_argument("--folder", default=str(ROOT / ".fuzz"), help="where inputs are kept")
    _ = parser.add_argument("--skip", action="store_true", help="without atheris, say so and succeed")
    return parser.parse_args(arguments)


def _loaded(atheris: Any) -> dict[str, Any]:
    """All targets with what they check loaded, so that each process has it from the start."""
    begun = time.monotonic()
    with ExitStack() as stack:
        stack.enter_context(redirect_stderr(StringIO()))  # a line for each module
        stack.enter_context(atheris.instrument_imports(include=["bilat"]))
        from fuzz.targets import every  # noqa: PLC0415 -- loaded here, so that its coverage is counted

        targets = every()
        for target in targets.values():
            for seed in target.seeds():
                target.check(seed)
                break
    print(f"{len(targets)} targets loaded in {time.monotonic() - begun:.0f} s", flush=True)
    return targets


def _begin(atheris: Any, target: Any, seconds: int, work: Path, seed: int) -> Share:
    corpus = work / target.name
    corpus.mkdir(parents=True, exist_ok=True)
    known = sorted((KEPT / target.name).glob("*")) if (KEPT / target.name).is_dir() else []
    for data in (*target.seeds(), *(path.read_bytes() for path in known)):
        _ = (corpus / blake2b(data, digest_size=10).hexdigest()).write_bytes(data)
    log = work / f"{target.name}.log"
    process = os.fork()
    if process:
        return Share(target.name, process, log)
    from fuzz.one import fuzz  # noqa: PLC0415

    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (1, 2):
        _ = os.dup2(out, stream)
    fuzz(atheris, target, seconds, corpus, seed)
    os._exit(0)


def _show(share: Share, log: str) -> None:
    """What was raised, and the input as base64: the folder may be gone when somebody looks."""
    raised = [line for line in log.splitlines() if _RAISED.match(line)]
    print(f"{share.name:20} {raised[-1][:200] if raised else 'no error was told'}")
    for path in sorted(share.log.parent.glob(f"found-{share.name}-*")):
        print(f"{share.name:20} {base64.b64encode(path.read_bytes()).decode()}")


_RAISED = re.compile(r"[\w.]*(?:Error|Exception)\b")


def _told(share: Share, status: int) -> bool:
    """One line on what a target did; whether something was found."""
    text = share.log.read_text("utf-8", "replace")
    covered = _STATS.findall(text)
    done = _DONE.search(text)
    edges, kept = covered[-1] if covered else ("0", "0")
    found = status != 0
    if found:
        _show(share, text)
    print(
        f"{share.name:20} {done[1] if done else '?':>8} runs  {edges:>6} edges  {kept:>5} inputs"
        f"  {'FOUND, see ' + str(share.log) if found else 'nothing found'}",
        flush=True,
    )
    return found


if __name__ == "__main__":
    raise SystemExit(main())
