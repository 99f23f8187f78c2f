"""kill -9 before every write: nothing that was kept is lost, nothing stands by half, and doing it again ends well.

Continuous integration walks over some writes of each work; `make faults` (FAULTS=all) over every one.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import killing

EVERY = {
    "build": 41,
    "first": 67,
    "migrate": 71,
    "mend": 71,
    "decide": 1,
    "keep": 3,
    "export": 5,
    "folder": 9,
    "lake": 31,
    "first lake": 97,
}
"""How many writes are passed over at a time: primes, so that all kinds have their turn."""


@pytest.mark.skipif(not killing.ABLE, reason="needs ptrace of Linux on x86-64 or ARM64")
@pytest.mark.parametrize("work", EVERY)
def test_what_is_killed_before_any_of_its_writes_has_lost_nothing(tmp_path: Path, root: Path, work: str):
    every = 1 if os.environ.get("FAULTS") == "all" else EVERY[work]
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.walk", work, tmp_path, str(every)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 0
