"""What the reading of a gold set got wrong, each with the words of the article, for a person to read.

    python -m quality.errors dev --n 40 [--kind missed]

Kinds: missed (an event nobody found), false (one that is not there), inexact (found, with a field wrong), person- and
person+ (a name missed or invented), title (a person's title as we have it and as it is).
"""

import argparse
import importlib.util
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from quality.measure import GOLD_SETS, extract, gold_files

KINDS = ("missed", "false", "inexact", "person-", "person+", "title")
Event = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: its kind, the article, what it is, and the words that decide it."""

    kind: str
    document: str
    what: str
    words: str


def scorer(shared: Path) -> ModuleType:
    """`score.py` as a module: its way of matching, so that this list and the score agree."""
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    if spec is None or spec.loader is None:
        msg = f"no score.py in {shared / 'gold'}"
        raise FileNotFoundError(msg)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def brief(event: Event) -> str:
    """An event on one line."""
    participants: list[dict[str, Any]] = event.get("participants", [])
    names = "、".join(f"{p.get('name')}({p.get('country')})" for p in participants)
    keys = ("status", "start", "end", "place", "host", "mechanism", "ordinal")
    fields = " ".join(f"{key}={event[key]}" for key in keys if event.get(key) is not None)
    return f"{event['type']} [{names}] {fields}" + (" background" if event.get("background") else "")


def words_of(event: Event) -> str:
    """The words an event stands on: a gold event quotes them, ours carries a list of evidence."""
    evidence: str | list[dict[str, Any]] = event.get("evidence") or ""
    return evidence if isinstance(evidence, str) else " … ".join(str(each["quote"]) for each in evidence)


def around(name: str, text: str, width: int = 30) -> str:
    """The words around the first mention of a name."""
    at = text.find(name)
    return text[max(0, at - width) : at + len(name) + width].replace("\n", " ⏎ ") if at >= 0 else "(not in the text)"


def event_faults(score: ModuleType, gold: dict[str, Any], ours: dict[str, Any]) -> Iterator[Fault]:
    """Events missed, invented and inexact in one article."""
    wanted: list[Event] = gold["events"]
    got: list[Event] = [event for event in ours.get("events", []) if not event.get("background")]
    pairs: list[tuple[int, int]] = score.pair(wanted, got, score.core)
    for i, j in pairs:
        if not wanted[i].get("background") and not score.strict(wanted[i], got[j]):
            what = f"{brief(got[j])}\n    gold: {brief(wanted[i])}"
            yield Fault("inexact", gold["id"], what, words_of(wanted[i]))
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    everything: list[Event] = ours.get("events", [])
    all_pairs: list[tuple[int, int]] = score.pair(wanted, everything, score.core)
    set_aside = {i for i, j in all_pairs if everything[j].get("background")}
    for i, event in enumerate(wanted):
        if i not in hit and not event.get("background"):
            seen = " (found, but as background)" if i in set_aside else ""
            yield Fault("missed", gold["id"], brief(event) + seen, words_of(event))
    for j, event in enumerate(got):
        if j not in used:
            yield Fault("false", gold["id"], brief(event), words_of(event))


def people_faults(score: ModuleType, gold: dict[str, Any], ours: dict[str, Any], text: str) -> Iterator[Fault]:
    """Names missed and invented in one article, and titles that differ."""
    wanted: dict[str, Any] = {score.clean(person["name"]): person for person in gold["people"]}
    got: dict[str, Any] = {score.clean(person["name"]): person for person in ours.get("people", [])}
    for name in sorted(wanted.keys() - got.keys()):
        person = wanted[name]
        yield Fault("person-", gold["id"], f"{person['name']} {person.get('title')}", around(person["name"], text))
    for name in sorted(got.keys() - wanted.keys()):
        person = got[name]
        yield Fault("person+", gold["id"], f"{person['name']} {person.get('title')}", around(person["name"], text))
    for name in sorted(wanted.keys() & got.keys()):
        want, have = wanted[name], got[name]
        if want.get("title") and want["title"] != have.get("title"):
            what = f"{want['name']}: {have.get('title')!r}, gold: {want['title']!r}"
            yield Fault("title", gold["id"], what, around(want["name"], text))


def faults(shared: Path, name: str) -> Iterator[Fault]:
    """All that the reading of a gold set got wrong, article by article."""
    score = scorer(shared)
    gold_path, items_path = gold_files(shared, name)
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "ours.jsonl"
        extract([items_path], output)
        ours: dict[str, Any] = {each["id"]: each for each in score.load(output)}
    texts = {item["id"]: item["title"] + "\n" + item["text"] for item in score.load(items_path)}
    for gold in score.load(gold_path):
        mine = ours.get(gold["id"], {})
        yield from event_faults(score, gold, mine)
        yield from people_faults(score, gold, mine, texts.get(gold["id"], ""))


def main() -> int:
    """Print the faults of one set."""
    parser = argparse.ArgumentParser(prog="python -m quality.errors", description=__doc__)
    parser.add_argument("set", choices=GOLD_SETS)
    parser.add_argument("--n", type=int, default=0, help="print at most so many (default: all)")
    parser.add_argument("--kind", choices=KINDS, help="only this kind")
    parser.add_argument("--id", help="only this article")
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[2] / "shared")
    parser.add_argument("--json", action="store_true", help="a line of JSON each")
    given = parser.parse_args()
    found = [
        fault
        for fault in faults(given.shared, given.set)
        if given.kind in (None, fault.kind) and given.id in (None, fault.document)
    ]
    for fault in found[: given.n or None]:
        if given.json:
            row = {"kind": fault.kind, "document": fault.document, "what": fault.what, "words": fault.words}
            print(json.dumps(row, ensure_ascii=False))
        else:
            print(f"{fault.kind:8} {fault.document}\n    {fault.what}\n    “{fault.words}”")
    counts = {kind: sum(fault.kind == kind for fault in found) for kind in KINDS}
    print("  ".join(f"{kind} {count}" for kind, count in counts.items() if count) or "nothing wrong", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
