"""The annotated articles, where they are at hand: floors for what is found in them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(("which", "level", "strict"), [("seeds", 0.90, 0.75), ("press", 0.85, 0.65)])
def test_figures_of_the_annotated_articles(
    shared: Path, tmp_path: Path, which: str, level: float, strict: float
) -> None:
    gold = shared / "gold"
    items = gold / f"{which}.items.jsonl"
    extract = [sys.executable, "-m", "bilat", "extract", str(items), "--workers", "1"]
    found = tmp_path / "found.jsonl"
    found.write_bytes(subprocess.run(extract, check=True, capture_output=True).stdout)
    score = [sys.executable, gold / "score.py", gold / f"{which}.gold.jsonl", found, "--items", items, "--json"]
    scores = json.loads(subprocess.run(score, check=True, capture_output=True).stdout)
    assert scores["figures"]["f1"] >= level
    assert scores["figures_strict"]["f1"] >= strict
