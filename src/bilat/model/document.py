"""One article as read."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from bilat.errors import EvidenceError
from bilat.model.problem import Problem
from bilat.model.span import Evidence, Span


class Part(StrEnum):
    """What a passage is to the article."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    CREDIT = "credit"
    TEASER = "teaser"
    FOOTER = "footer"


READ_FOR_FACTS = frozenset({Part.HEADLINE, Part.LEAD, Part.BODY, Part.HEADING, Part.CAPTION})


class DateSource(StrEnum):
    """How a published date was found, in order of trust (first is trusted most)."""

    FIELD = "field"
    """A date field of structured input: JSON Lines, feed entry, front matter."""
    COMMENT = "comment"
    """The milliseconds comment of a feed snapshot."""
    META = "meta"
    """A page's own metadata (article:published_time, JSON-LD, time element)."""
    DATELINE = "dateline"
    """A date printed on the page as its own line, or a wire dateline (共同社12月18日电)."""
    ADDRESS = "address"
    """The article's address."""
    FILE_NAME = "file_name"


class Published(Struct, frozen=True, gc=False):
    """When a document was published: `day` is an ISO date (YYYY-MM-DD), in China (UTC+8) where the time has a zone and
    as printed where it has none, `how` the way it was found, `stamp` the full time as given, when there was one."""

    day: str
    how: DateSource
    stamp: str | None = None


class Passage(Struct, frozen=True, gc=False):
    """A stretch of a document with a part. Passages do not overlap and are in order of their spans."""

    part: Part
    span: Span


class Source(Struct, frozen=True, gc=False):
    """Where a document was found: not part of what it is, so not part of its id. `index` counts documents in a file;
    `fetched` is when a crawler fetched it (ISO, UTC), None where that is not known: never a date of publication."""

    path: str
    form: str
    index: int = 0
    fetched: str | None = None

    def to_dict(self) -> dict[str, object]:
        """The keys of a line; `fetched` only where it is known."""
        plain: dict[str, object] = {"path": self.path, "form": self.form, "index": self.index}
        return plain if self.fetched is None else {**plain, "fetched": self.fetched}


class Document(Struct, frozen=True, gc=False):
    """One article as read.

    `id` is the input's own id (JSON Lines) or a hash of text and address; `text` is headline, newline, body; every
    passage is a span of it. `language` is a BCP 47 primary code (`zh`, `vi`, `en`) or `und`, `script` an ISO 15924
    code (`Hans`, `Hant`, `Latn`) or None. `published` is None when no date can be found.
    """

    id: str
    text: str
    title: str
    passages: tuple[Passage, ...]
    language: str
    script: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: Published | None = None
    source: Source | None = None
    problems: tuple[Problem, ...] = ()

    def quote(self, start: int, end: int) -> Evidence:
        """The evidence for a stretch of this document's text. Raises EvidenceError beyond the text."""
        if end > len(self.text):
            msg = f"span {start}:{end} ends beyond the text of {self.id} ({len(self.text)} characters)"
            raise EvidenceError(msg)
        return Evidence(self.id, Span(start, end), self.text[start:end])

    def read_for_facts(self) -> Iterator[Passage]:
        """The passages that facts are taken from: no teaser, credit or footer."""
        return (p for p in self.passages if p.part in READ_FOR_FACTS)
