"""Writes known_misses.json anew: `.venv/bin/python -m tests.samples.update`.

Reasons are kept. A miss that was not known gets none, and the test asks for it: nothing is let through unseen.
"""

import json
from pathlib import Path
from typing import cast

import bilat
from bilat import samples
from tests.samples.compare import expectations, misses

KNOWN = Path(__file__).parent / "known_misses.json"


def main() -> None:
    """Reads every sample and writes what it misses."""
    before = cast("dict[str, dict[str, str]]", json.loads(KNOWN.read_text("utf-8")))
    after: dict[str, object] = {}
    for expected in expectations():
        docs = {doc.title: doc for doc in bilat.read(samples.folder() / expected["article"])}
        for wanted in expected["documents"]:
            name = f"{expected['article']}: {wanted['title']}"
            doc = docs[wanted["title"]]
            if found := misses(wanted, doc, bilat.extract(doc)):
                after[name] = {"reason": before.get(name, {}).get("reason", ""), "misses": found}
    _ = KNOWN.write_text(json.dumps(after, ensure_ascii=False, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
