"""Linked events → measures: build a record of the annotated articles as a user would, and score its timeline."""

import json
import sys
from pathlib import Path
from typing import Any, Final

from quality.disagreements import told_apart
from quality.measure import Measured, fingerprint, gold_files, run

SET: Final = "link_dev"
_DAY: Final = len("YYYY-MM-DD")


def measure_link(shared: Path, workdir: Path) -> Measured:
    """The shares of `score_link.py`, each so that 1 is best: `unique` is 1 - duplicates, `fitting` 1 - unmatched; and
    how much of what the annotators list as told differently is found."""
    gold, items = gold_files(shared.resolve(), SET)
    record, events = workdir / "link.bilat", workdir / "link.jsonl"
    run([sys.executable, "-m", "bilat", "build", "--workers", "1", items, "-o", record])
    told = run([sys.executable, "-m", "bilat", "timeline", "--jsonl", "-r", record])
    events.write_text("".join(f"{json.dumps(_days_only(json.loads(line)))}\n" for line in told.splitlines()))
    said: dict[str, Any] = json.loads(run([sys.executable, gold.parent / "score_link.py", gold, events, "--json"]))
    values = {
        "told_apart": told_apart(gold, record),
        "found": said["found"],
        "unique": 1 - said["duplicates"],
        "reports_precision": said["reports"]["precision"],
        "reports_recall": said["reports"]["recall"],
        "reports_f1": said["reports"]["f1"],
        "status": said["status"],
        "fitting": max(0.0, 1 - said["unmatched"]),
    }
    return Measured("link", fingerprint((gold, items)), {name: round(v, 4) for name, v in values.items()}, ())


def _days_only(event: dict[str, Any]) -> dict[str, Any]:
    """The event without months and years: `score_link.py` reads days only."""
    for name in ("start", "end"):
        if event[name] is not None and len(event[name]) < _DAY:
            event[name] = None
    return event
