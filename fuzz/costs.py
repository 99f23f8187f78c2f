"""The inputs that fuzzing kept, grown to 100 kB: what takes too long or too much memory. `python -m fuzz.costs`.

Nothing is counted while it is measured: the limits of fuzz/cost.py hold as they are. The dearest of each target is
printed; one that breaks a limit is written beside the inputs, as `dear-…`.
"""

import argparse
import os
import time
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Final

from fuzz.cost import CostError, judge, measured
from fuzz.grow import grown
from fuzz.target import Target
from fuzz.targets import every

ROOT: Final = Path(__file__).resolve().parents[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when all inputs keep to the limits, 1 when one does not."""
    parser = argparse.ArgumentParser(prog="fuzz.costs", description=__doc__)
    _ = parser.add_argument("targets", nargs="*", help="names of targets; all when none is given")
    _ = parser.add_argument("--seconds", type=float, default=120, help="for all targets together")
    _ = parser.add_argument("--folder", default=str(ROOT / ".fuzz"), help="where `make fuzz` kept its inputs")
    asked = parser.parse_args(arguments)
    targets = [target for target in every().values() if not asked.targets or target.name in asked.targets]
    bad = 0
    for target in targets:
        bad += look(target, Path(asked.folder), asked.seconds / len(targets))
    return 1 if bad else 0


def inputs(target: Target, folder: Path) -> Iterator[bytes]:
    """What fuzzing kept, in the order of its hashes, which is as good as any; else what it begins with."""
    kept = sorted((folder / target.name).glob("*"))
    yield from (path.read_bytes() for path in kept) if kept else target.seeds()


def look(target: Target, folder: Path, seconds: float) -> int:
    """Measures what it can in some seconds; how many inputs are too dear."""
    begun, done, bad = time.monotonic(), 0, 0
    dearest, most = (0.0, ""), 0
    for data in inputs(target, folder):
        if time.monotonic() - begun > seconds:
            break
        for way, large in grown(data):
            cost = measured(target.check, large)
            done += 1
            dearest = max(dearest, (cost.seconds / target.times * 100_000 / len(large), way))
            most = max(most, cost.bytes)
            try:
                judge(cost, len(large), target.times)
            except CostError as error:
                bad += 1
                name = folder / f"dear-{target.name}-{blake2b(large, digest_size=6).hexdigest()}"
                folder.mkdir(parents=True, exist_ok=True)
                _ = name.write_bytes(large)
                print(f"  {target.name}: {error}; {way} of {data[:60]!r}…: {name}", flush=True)
            if time.monotonic() - begun > seconds:
                break
    text = f"{target.name:20} {done:6} grown inputs  dearest {dearest[0]:.2f} s per 100 kB  {most / 2**20:.0f} MB"
    print(text, flush=True)
    return bad


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    raise SystemExit(main())
