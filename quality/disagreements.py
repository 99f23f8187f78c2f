"""What the annotators list as told differently → the share of it that `bilat discrepancies` and `bilat compare` print.

A line of theirs gives values with the articles that tell each. It is found when the record tells the same articles
apart in the field named below: of each of its values all articles that the line lists stand under one of the line's
values, and these are two at least. docs/quality.md goes through all lines, with those that no field holds.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from bilat.record.terms import fold
from quality.measure import run

Documents = set[str]

_FIELD: Final[Mapping[tuple[str, int], str]] = {
    ("e08", 1): "visit_kind",
    ("e09", 1): "六个更",
    ("e09", 2): "六个更",
    ("e10", 0): "documents_signed",
}
"""Annotated event and place of the line in its list → the field of a discrepancy, or the phrase that is written in
several forms."""


def told_apart(gold: Path, record: Path) -> float:
    """The share of the annotated lines that are found."""
    lines = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]
    told = defaultdict[str, list[list[Documents]]](list)
    visits: set[str] = set()
    for row in _printed("discrepancies", "--jsonl", record):
        if row["about"] == "event":
            told[row["field"]].append([{r["document"] for r in value["reports"]} for value in row["values"]])
            if row["type"] == "visit":
                visits.add(row["id"])
    for event in sorted(visits):
        (compared,) = _printed("compare", event, "--json", record)
        for entry in compared["entries"]:
            told[entry["label"]].append(_forms(entry))
    listed = [
        (_FIELD.get((event["event"], at)), [set(value["ids"]) for value in line["values"]])
        for event in lines
        for at, line in enumerate(event["disagreements"])
    ]
    found = sum(any(fits(values, said) for said in told.get(field or "", ())) for field, values in listed)
    return found / len(listed)


def _printed(*words: str | Path) -> Iterator[Any]:
    *asked, record = words
    printed = run([sys.executable, "-m", "bilat", *asked, "-r", record])
    yield from (json.loads(line) for line in printed.splitlines())


def _forms(entry: Mapping[str, Any]) -> list[Documents]:
    """The documents of each form of a phrase."""
    forms: dict[str, Documents] = defaultdict(set)
    for items in entry["columns"].values():
        for item in items:
            for quoted in item["evidence"]:
                form = "".join(char for char in fold(quoted["quote"]) if char.isalnum())
                forms[form].add(item["document"])
    return list(forms.values())


def fits(values: Sequence[Documents], said: Iterable[Documents]) -> bool:
    """Whether what a record tells apart is what a line tells apart."""
    listed = set[str]().union(*values)
    met: set[int] = set()
    for documents in said:
        known = documents & listed
        if known:
            under = [at for at, value in enumerate(values) if known <= value]
            if not under:
                return False
            met.add(under[0])
    return len(met) > 1
