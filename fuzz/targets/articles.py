"""One article read closely in each language: any text → a reading whose every quotation stands at its offsets, twice
the same."""

from collections.abc import Iterator
from functools import cache, partial

import bilat
from bilat import samples
from bilat.lang.base import Language
from bilat.lang.zh.language import Chinese
from bilat.model import DateSource, Document, Part, Passage, Published, Span
from bilat.packs import load
from bilat.plugins import languages
from fuzz.promises import sound_reading
from fuzz.target import Target
from fuzz.words import text

_DAYS = ("2023-12-12", None, "2024-02-29", "0001-01-01", "9999-12-31")


@cache
def _language(code: str) -> Language:
    return languages(load())[code]


def document(data: bytes, code: str) -> Document:
    """The first byte picks the day, and the script of Chinese; the first line is the headline, each other one a paragraph."""
    way = data[0] if data else 0
    whole = data[1:].decode("utf-8", "replace").strip() or "A"
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
        language=code,
        script="Latn" if code != "zh" else "Hant" if way & 16 else "Hans",
        published=Published(day, DateSource.FIELD) if day else None,
    )


def check(data: bytes, code: str) -> None:
    """Read twice."""
    doc = document(data, code)
    language = _language(code)
    found = language.read(doc)
    sound_reading(doc, found)
    for figure in found.figures:
        for value in (figure.value, figure.value_max, figure.change_pct, figure.rank):
            assert value is None or -(2**63) <= value < 2**63
    if isinstance(language, Chinese):
        assert language.read_all([doc, doc]) == [found, found]
    else:
        assert language.read(doc) == found


def seeds(code: str) -> Iterator[bytes]:
    """The bundled articles of a language, a paragraph or three at a time."""
    for doc in bilat.read([samples.folder(), samples.folder().parent / "languages"]):
        if doc.language == code:
            lines = doc.text.split("\n")
            for at in range(1, len(lines), 3):
                yield ("\x00" + "\n".join([lines[0], *lines[at : at + 3]])).encode()


TARGETS = [
    Target(name, partial(check, code=code), partial(seeds, code), text, longest=3000, times=3)
    for name, code in (("chinese", "zh"), ("english", "en"), ("vietnamese", "vi"))
]
