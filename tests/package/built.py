"""A wheel and a source archive out of the tracked files alone, as `make package` makes them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EPOCH = "1700000000"


def clean_tree(folder: Path) -> Path:
    """A copy of what is under version control, nothing else; skips where there is no clone."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git clone")
    for name in filter(None, done.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    return folder


def build(tree: Path, into: Path, *targets: str) -> None:
    """Builds in a tree by the locked build tool, without a network."""
    run = [sys.executable, "-m", "hatchling", "build", "-d", str(into), *(word for t in targets for word in ("-t", t))]
    env = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    done = subprocess.run(run, cwd=tree, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
