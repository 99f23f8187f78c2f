"""Annotated articles → measures: run `bilat extract` on them as a user would, and score what it prints.

A measure is a share between 0 and 1 under a plain name, such as `events_core_f1`. What must never happen at all
(a quotation off its offsets, an article missing or its text changed) is a breach, counted apart.
"""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
GOLD_SETS = ("dev", "seeds", "press", "en", "vi")
_PARTS = {"en": "vien", "vi": "vien"}
"""Sets that are the articles of one language of another set: their ids begin with the set's name."""
FIELDS = ("status", "dates", "place", "countries", "background")
FIGURE_FIELDS = ("measure", "of", "with", "rank")


class MeasureError(Exception):
    """Something could not be measured; the text is one line for a person."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One set, scored: `data` its files with their SHA-256, `values` the measures, `breaches` what must not be."""

    name: str
    data: Mapping[str, str]
    values: Mapping[str, float]
    breaches: tuple[str, ...]


def gold_files(shared: Path, name: str) -> tuple[Path, Path]:
    """The annotations and the articles of a set."""
    folder, name = shared / "gold", _PARTS.get(name, name)
    return folder / f"{name}.gold.jsonl", folder / f"{name}.items.jsonl"


def fingerprint(paths: Sequence[Path]) -> dict[str, str]:
    """SHA-256 of each file, by its name: which data a score was taken on."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def run(command: Sequence[str | Path], *, output: Path | None = None) -> str:
    """Run one of our commands; its standard output, or nothing when that goes to the file `output`."""
    words = [str(word) for word in command]
    env = {**os.environ, "PYTHONUTF8": "1"}
    with (output or Path(os.devnull)).open("wb") as sink:
        stdout = sink if output else subprocess.PIPE
        done = subprocess.run(words, stdout=stdout, stderr=subprocess.PIPE, check=False, env=env, cwd=ROOT)
    if done.returncode:
        why = done.stderr.decode("utf-8", "replace").strip().splitlines()[-8:]
        msg = f"`{' '.join(words[1:])}` ended with exit code {done.returncode}:\n" + "\n".join(why)
        raise MeasureError(msg)
    return "" if output else done.stdout.decode("utf-8")


def extract(paths: Sequence[Path], output: Path) -> None:
    """`bilat extract` over `paths` into the file `output`."""
    run([sys.executable, "-m", "bilat", "extract", "--workers", "1", *paths], output=output)


def score(shared: Path, name: str, workdir: Path) -> dict[str, Any]:
    """What `score.py` says of our reading of a gold set."""
    gold, items = (_own(path, name, workdir) for path in gold_files(shared, name))
    predicted = workdir / f"{name}.jsonl"
    extract([items], predicted)
    said = run([sys.executable, shared / "gold" / "score.py", gold, predicted, "--items", items, "--json"])
    return json.loads(said)


def _own(path: Path, name: str, workdir: Path) -> Path:
    """A file of a set; of one that holds several languages, the lines of this one's."""
    if name not in _PARTS:
        return path
    own = workdir / f"{name}.{path.name}"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    _ = own.write_text("".join(line for line in lines if json.loads(line)["id"].startswith(name)), encoding="utf-8")
    return own


def measures(said: Mapping[str, Any]) -> dict[str, float]:
    """The measures in an answer of `score.py`; a share that had nothing to count is left out."""
    found: dict[str, float | None] = {
        "events_core_f1": said["events_core"]["f1"],
        "events_strict_f1": said["events_strict"]["f1"],
        "people_f1": said["people"]["f1"],
        "title_accuracy": said["title_accuracy"],
        "person_country_accuracy": said["person_country_accuracy"],
    }
    found |= {f"fields_{name}": said["fields"][name] for name in FIELDS}
    if "figures" in said:
        found |= {"figures_f1": said["figures"]["f1"], "figures_strict_f1": said["figures_strict"]["f1"]}
        found |= {f"figure_{name}": said["figure_fields"][name] for name in FIGURE_FIELDS}
    if "claims_recall" in said:
        found |= {
            "claims_recall": said["claims_recall"],
            "claims_precision_at_least": said["claims_precision_lower_bound"],
        }
    return {name: value for name, value in found.items() if value is not None}


def breaches(said: Mapping[str, Any]) -> tuple[str, ...]:
    """What must never happen, one line each: articles missing, texts changed, quotations off their offsets."""
    off = str(said["quotes_not_at_their_offsets"])
    lines: list[str] = []
    if said["documents_missing"]:
        lines.append(f"{said['documents_missing']} of {said['documents']} articles missing from the output")
    if said["text_differs"]:
        lines.append(f"{said['text_differs']} articles whose text is not title + newline + text, verbatim")
    if off.split(maxsplit=1)[0] != "0":
        lines.append(f"{off} quotations do not stand at their offsets")
    return tuple(lines)


def measure_gold(shared: Path, name: str, workdir: Path) -> Measured:
    """Read and score one gold set."""
    shared = shared.resolve()
    said = score(shared, name, workdir)
    return Measured(name, fingerprint(gold_files(shared, name)), measures(said), breaches(said))


def measure_ext(shared: Path) -> Measured:
    """The shares of the third-party suites that our date and number readers get right, by the suites' convention."""
    command = [sys.executable, "-m", "quality.ext_suites", "--json", "--shared", shared.resolve()]
    said: dict[str, Any] = json.loads(run(command))
    values = {f"{suite}_share": float(answer["share"]) for suite, answer in sorted(said.items())}
    return Measured("ext", fingerprint(sorted((shared / "ext").glob("*.jsonl"))), values, ())
