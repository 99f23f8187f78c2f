"""A fresh environment that has a wheel and what its core asks for, taken from the environment of the tests."""

import os
import subprocess
import venv
import zipfile
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement


def needed(core: list[str]) -> set[str]:
    """The distributions that requirements lead to, by their own names."""
    waiting = [Requirement(each) for each in core]
    found: dict[str, set[str]] = {}
    while waiting:
        asked = waiting.pop()
        known = found.get(asked.name)
        if known is not None and asked.extras <= known:
            continue
        found[asked.name] = (known or set()) | asked.extras
        for line in distribution(asked.name).requires or ():
            more = Requirement(line)
            if more.marker is None or any(more.marker.evaluate({"extra": extra}) for extra in ("", *asked.extras)):
                waiting.append(more)
    return set(found)


class Plain:
    """The environment; `run` runs `bilat` in it."""

    def __init__(self, folder: Path, wheel: Path, core: list[str]) -> None:
        venv.create(folder / "venv", symlinks=True)
        [self.site] = (folder / "venv").glob("lib/python*/site-packages")
        for name in sorted(needed(core)):
            of = distribution(name)
            for first in {file.parts[0] for file in of.files or () if file.parts[0] not in ("..", "__pycache__")}:
                link = self.site / first
                if not link.exists():
                    link.symlink_to(Path(str(of.locate_file(first))))
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(self.site)
        self.python = folder / "venv/bin/python"
        self.folder = folder / "empty"
        self.folder.mkdir()

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "BILAT"))}
        line = [str(self.python), "-W", "error", "-m", "bilat", *words]
        return subprocess.run(line, cwd=self.folder, env=env, capture_output=True, text=True, check=False)

    def has(self, module: str) -> bool:
        line = [str(self.python), "-c", f"import {module}"]
        return subprocess.run(line, capture_output=True, cwd=self.folder, check=False).returncode == 0
