"""Headline, lines and dates → one Document, with its passages in place and its id."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from bilat.model import Document, Part, Passage, Problem, Source, Span
from bilat.readers.dates import Dates
from bilat.readers.decode import Decoded
from bilat.readers.language import language_and_script, mistagged
from bilat.readers.markup import Line
from bilat.readers.parts import Piece, settle


@dataclass(slots=True)
class Draft:
    """What a reader has found of one article; `compose` makes the document of it."""

    headline: str
    lines: list[Line]
    url: str | None = None
    publisher: str | None = None
    dates: Dates = field(default_factory=Dates)
    problems: list[Problem] = field(default_factory=list)
    marked_up: bool = True
    """Whether the parts come from markup; in plain text, teasers are also known by what lines look like."""
    source: Source | None = None
    tag: str = ""
    """The language that the input says it is in."""


def oddities(decoded: Decoded) -> list[Problem]:
    """What was odd about a file's encoding, as Problems of its documents."""
    return [Problem("encoding", decoded.note)] if decoded.note else []


def identity(url: str | None, text: str) -> str:
    """The id of a document that brings none: 16 hexadecimal digits over address and text, wherever its file lies."""
    return blake2b(f"{url or ''}\n{text}".encode(), digest_size=8).hexdigest()


def passages_of(headline: str, pieces: Sequence[Sequence[Piece]], starts: Sequence[int]) -> tuple[Passage, ...]:
    """The passages of a text: the headline at its beginning, each line's pieces at the line's start."""
    found: list[Passage] = []
    bare = headline.strip()
    if bare:
        at = headline.index(bare[0])
        found.append(Passage(Part.HEADLINE, Span(at, at + len(bare))))
    for line, start in zip(pieces, starts, strict=True):
        for part, begin, end in line:
            found.append(Passage(part, Span(start + begin, start + end)))
    return tuple(found)


def compose(draft: Draft) -> Document:
    """The document of a draft: text is the headline and the lines, one below the other."""
    pieces = settle(draft.lines, draft.headline, marked_up=draft.marked_up)
    starts: list[int] = []
    at = len(draft.headline) + 1
    texts = [line.text for line in draft.lines]
    for line in texts:
        starts.append(at)
        at += len(line) + 1
    text = "\n".join((draft.headline, *texts))
    published, problems = draft.dates.settle()
    language, script = language_and_script(text)
    tag = mistagged(draft.tag, language)
    return Document(
        id=identity(draft.url, text),
        text=text,
        title=draft.headline,
        passages=passages_of(draft.headline, pieces, starts),
        language=language,
        script=script,
        url=draft.url,
        publisher=draft.publisher,
        published=published,
        source=draft.source,
        problems=(*draft.problems, *problems, *((tag,) if tag else ())),
    )
