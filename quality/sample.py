"""A random handful of documents from a corpus, as bilat reads them, for a person to read by eye.

    python -m quality.sample ../shared/corpus/press --n 5 --seed 7

The same seed over the same files gives the same documents. Read the whole article beside the list: what is missing
does not show here.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quality.errors import brief, words_of
from quality.measure import extract


def choose(folders: Sequence[Path], count: int, seed: int) -> list[Path]:
    """`count` files below the folders, chosen by `seed`, in sorted order."""
    files = sorted(
        path for folder in folders for path in (folder.rglob("*") if folder.is_dir() else [folder]) if path.is_file()
    )
    return sorted(random.Random(seed).sample(files, min(count, len(files))))  # noqa: S311  # no secret


def shown(doc: dict[str, Any], *, text: bool) -> str:
    """One document, its people and events, each with its words."""
    lines = [f"── {doc['title']}", f"   {doc.get('published')}  {doc.get('publisher') or '?'}  {doc['id']}"]
    if text:
        lines += ["", *(f"   | {line}" for line in doc["text"].splitlines()), ""]
    for person in doc["people"]:
        aliases = f" = {', '.join(person['aliases'])}" if person.get("aliases") else ""
        lines.append(f"   {person['name']}{aliases}  {person.get('country')}  {person.get('title') or '-'}")
    lines += [f"   * {brief(event)}\n     “{words_of(event)}”" for event in doc["events"]]
    return "\n".join(lines)


def main() -> int:
    """Print the sample."""
    parser = argparse.ArgumentParser(prog="python -m quality.sample", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--n", type=int, default=5, help="how many documents (default: 5)")
    parser.add_argument("--seed", type=int, default=1, help="another number, other documents (default: 1)")
    parser.add_argument("--events", action="store_true", help="only documents with an event in them")
    parser.add_argument("--text", action="store_true", help="the whole text too")
    given = parser.parse_args()
    files = choose(given.paths, given.n * (6 if given.events else 1), given.seed)
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "sample.jsonl"
        extract(files, output)
        docs: list[dict[str, Any]] = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    docs = [doc for doc in docs if doc["events"] or not given.events]
    random.Random(given.seed).shuffle(docs)  # noqa: S311  # no secret
    for doc in docs[: given.n]:
        print(shown(doc, text=given.text), end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
