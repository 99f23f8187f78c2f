"""One article read closely: any text → a reading whose every quotation stands at its offsets, twice the same."""

from collections.abc import Iterator
from functools import cache

import bilat
from bilat import samples
from bilat.lang.zh.language import Chinese
from bilat.model import DateSource, Document, Part, Passage, Published, Span
from bilat.packs import load
from fuzz.promises import sound_reading
from fuzz.target import Target
from fuzz.words import text

_DAYS = ("2023-12-12", None, "2024-02-29", "0001-01-01", "9999-12-31")


@cache
def _language() -> Chinese:
    return Chinese(load().only("zh"))


def document(data: bytes) -> Document:
    """The first byte picks day and script; the first line is the headline, each other one a paragraph."""
    way = data[0] if data else 0
    whole = data[1:].decode("utf-8", "replace").strip() or "题"
    day = _DAYS[way % len(_DAYS)]
    at, passages = 0, list[Passage]()
    for number, line in enumerate(whole.split("\n")):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            part = Part.HEADLINE if number == 0 else Part.BODY
            passages.append(Passage(part, Span(start, start + len(line.strip()))))
        at += len(line) + 1
    return Document(
        id="any",
        text=whole,
        title=whole.partition("\n")[0],
        passages=tuple(passages),
        language="zh",
        script="Hant" if way & 16 else "Hans",
        published=Published(day, DateSource.FIELD) if day else None,
    )


def check(data: bytes) -> None:
    """Read twice: alone, and with another."""
    doc = document(data)
    found = _language().read(doc)
    sound_reading(doc, found)
    for figure in found.figures:
        for value in (figure.value, figure.value_max, figure.change_pct, figure.rank):
            assert value is None or -(2**63) <= value < 2**63
    assert _language().read_all([doc, doc]) == [found, found]


def seeds() -> Iterator[bytes]:
    """The bundled articles, a paragraph or three at a time."""
    for doc in bilat.read(samples.folder()):
        if doc.language == "zh":
            lines = doc.text.split("\n")
            for at in range(1, len(lines), 3):
                yield ("\x00" + "\n".join([lines[0], *lines[at : at + 3]])).encode()


TARGETS = [Target("chinese", check, seeds, text, longest=3000, times=3)]
