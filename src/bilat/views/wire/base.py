"""What all shapes share: quotations, and the reports that they stand in."""

from typing import Annotated

from msgspec import Meta, Struct

Id = Annotated[str, Meta(description="An id of the record.")]
DateText = Annotated[str, Meta(description="A day, month or year: YYYY-MM-DD, YYYY-MM or YYYY.")]
Code = Annotated[str, Meta(description="An ISO 3166 code of two letters, or the code of an organisation.")]
Count = Annotated[int, Meta(ge=0)]


class Wire(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An object whose keys are all known."""


class Quotation(Wire, frozen=True):
    """Words of a document: `text[start:end]`, counted in Unicode code points."""

    start: Count
    end: Count
    quote: str


class Report(Wire, frozen=True):
    """One document's report, with the words that say so. `how` is `reported` (news of it), `announced` (ahead of it) or
    `mentioned` (background); `inferred` when it names an office or a country only; `copy_of` the document whose wording
    it repeats."""

    document: Id
    publisher: str | None
    published: DateText | None
    title: str
    url: str | None
    how: str
    evidence: tuple[Quotation, ...]
    inferred: bool = False
    copy_of: Id | None = None


class Source(Wire, frozen=True):
    """Where a document was found; `fetched` is when a crawler fetched it, in UTC, null where that is not known."""

    path: str
    form: str
    index: int
    fetched: str | None = None


class DocumentHead(Wire, frozen=True):
    """A document without its text. `superseded_by` is the newer version of the same article that counts instead;
    `sources` are the files it was found in, where these are told."""

    id: Id
    title: str
    url: str | None
    publisher: str | None
    published: DateText | None
    published_how: str | None
    language: str
    script: str | None
    characters: Count
    superseded_by: Id | None
    sources: tuple[Source, ...] = ()


class SearchFound(DocumentHead, frozen=True, kw_only=True):
    """A document that holds all words: `snippet` is `text[start:end]`, around the first of them; `hits` are the spans
    of all."""

    snippet: str
    start: Count
    end: Count
    hits: tuple[tuple[int, ...], ...]
