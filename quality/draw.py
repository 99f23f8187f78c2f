"""A random handful of one noun from a corpus, each with its words around it, for a person to judge by eye.

    python -m quality.draw claims --seed 7 -n 60 ../shared/corpus/press ../shared/corpus/lianbo

Files are drawn first (`--files`), then items from all that was found in them. The same seed over the same files, read
with the same rules, gives the same items.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

from msgspec import Struct, structs

import bilat
from bilat.model import Document, Evidence, Span
from quality.sample import choose

NOUNS = ("claims", "disputes", "events", "figures", "mechanisms", "people", "phrases", "undertakings")
CONTEXT = 24
"""Characters shown on each side of a quotation."""


def found(paths: Sequence[Path], noun: str) -> Iterator[tuple[Document, Any]]:
    """Every item of a noun in some files, with its document."""
    for doc in bilat.read(paths):
        for item in getattr(bilat.extract(doc), noun):
            yield doc, item


def quoted(doc: Document, span: Span) -> str:
    """A stretch of a document between 【 and 】, with what stands around it, on one line."""
    start, end = span.start, span.end
    before, after = doc.text[max(0, start - CONTEXT) : start], doc.text[end : end + CONTEXT]
    return f"{before}【{doc.text[start:end]}】{after}".replace("\n", "⏎")


def shown(doc: Document, item: object) -> str:
    """An item: its fields in one line, then every stretch of text it points to."""
    plain: list[str] = []
    stretches: list[str] = []
    for column in structs.fields(cast("Struct", item)):
        value = getattr(item, column.name)
        spans = _spans(value)
        stretches += [f"   {column.name}: {quoted(doc, span)}" for span in spans]
        if not spans and value not in (None, (), False):
            plain.append(f"{column.name}={value}")
    return "\n".join(["  ".join(plain), *stretches, f"   {doc.published.day if doc.published else '?'}  {doc.title}"])


def _spans(value: object) -> list[Span]:
    if isinstance(value, Span):
        return [value]
    if isinstance(value, Evidence):
        return [value.span]
    if not isinstance(value, tuple):
        return []
    several = cast("tuple[object, ...]", value)
    return [span for one in several for span in _spans(one)]


def main() -> int:
    """Print the items."""
    parser = argparse.ArgumentParser(prog="python -m quality.draw", description=__doc__)
    parser.add_argument("noun", choices=NOUNS)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("-n", type=int, default=60, help="how many items (default: 60)")
    parser.add_argument("--files", type=int, default=400, help="out of how many files (default: 400)")
    parser.add_argument("--seed", type=int, default=1, help="another number, other items (default: 1)")
    given = parser.parse_args()
    items = list(found(choose(given.paths, given.files, given.seed), given.noun))
    drawn = random.Random(given.seed).sample(range(len(items)), min(given.n, len(items)))  # noqa: S311  # no secret
    print(f"{len(drawn)} of {len(items)} {given.noun}, seed {given.seed}")
    for number, index in enumerate(drawn, 1):
        print(f"\n{number}. {shown(*items[index])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
