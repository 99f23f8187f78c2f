"""The command that scores the readers on the third-party suites."""

import json
import subprocess
import sys
from pathlib import Path


def score(root: Path, shared: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / "quality" / "ext_suites.py"), "--json", "--shared", str(shared)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_without_the_suites_it_says_so_and_holds_nothing_against_us(root: Path, tmp_path: Path) -> None:
    ran = score(root, tmp_path)
    assert (ran.returncode, json.loads(ran.stdout)) == (0, {})
    assert "no third-party suites" in ran.stderr


def test_the_shares_it_prints_are_those_of_its_counts(root: Path, shared: Path) -> None:
    ran = score(root, shared)
    said: dict[str, dict[str, float]] = json.loads(ran.stdout)
    assert sorted(said) == ["datetime", "number"]
    for answer in said.values():
        assert answer["share"] == round(answer["right"] / answer["of"], 4)
    assert said["datetime"]["share"] > 0.6
    assert said["number"]["share"] > 0.7
