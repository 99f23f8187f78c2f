"""The nouns of a brief: a brief of sections, of groups, of entries, of sentences, of clauses with their notes."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from bilat.errors import EvidenceError
from bilat.model.fields import Json
from bilat.model.flat import evidence_to_list
from bilat.model.rows import ReportRow
from bilat.model.span import Evidence


class Note(Struct, frozen=True):
    """What a footnote holds: a quotation, and the document it stands in. Two notes of one quotation are one."""

    evidence: Evidence
    publisher: str | None
    published: str | None
    title: str
    url: str | None

    @classmethod
    def of(cls, report: ReportRow, ev: Evidence) -> "Note":
        """The note of a quotation of a report."""
        return cls(ev, report.publisher, report.published, report.title, report.url)

    def to_dict(self) -> Json:
        return {
            **evidence_to_list((self.evidence,))[0],
            "document": self.evidence.document,
            "publisher": self.publisher,
            "published": self.published,
            "title": self.title,
            "url": self.url,
        }


class Clause(Struct, frozen=True):
    """A stretch of a sentence, its punctuation included, and the notes that show it. Raises EvidenceError for one
    without a note, or without words: nothing is said that nobody said."""

    text: str
    notes: tuple[Note, ...]

    def __post_init__(self) -> None:
        if not self.notes:
            msg = f"no note shows {self.text!r}: a brief says nothing without evidence"
            raise EvidenceError(msg)
        if not self.text.strip():
            msg = "a clause of no words needs no notes"
            raise EvidenceError(msg)


class Sentence(Struct, frozen=True):
    """Clauses in order. Raises EvidenceError when there are none."""

    clauses: tuple[Clause, ...]

    def __post_init__(self) -> None:
        if not self.clauses:
            msg = "a sentence of no clauses says nothing"
            raise EvidenceError(msg)

    @classmethod
    def of(cls, text: str, notes: Iterable[Note]) -> "Sentence":
        """A sentence of one clause."""
        return cls((Clause(text, tuple(dict.fromkeys(notes))),))

    @property
    def text(self) -> str:
        """Its words, without notes."""
        return " ".join(clause.text for clause in self.clauses)

    @property
    def notes(self) -> tuple[Note, ...]:
        """Its notes in order, each once."""
        return tuple(dict.fromkeys(note for clause in self.clauses for note in clause.notes))


class Entry(Struct, frozen=True):
    """A point of a list: sentences that belong together, and `parts`, the points under it. `id` is that of what it
    tells of in the record, for `bilat show`; None when that is no one thing."""

    sentences: tuple[Sentence, ...]
    parts: tuple["Entry", ...] = ()
    id: str | None = None

    def walk(self) -> Iterator["Entry"]:
        """The entry itself and all under it."""
        yield self
        for part in self.parts:
            yield from part.walk()


class Group(Struct, frozen=True):
    """Entries under a heading of their own; the heading is empty where there is one group only. `more` counts what
    was left out of it; `see` is the command that shows it where the section's does not."""

    heading: str
    entries: tuple[Entry, ...]
    more: int = 0
    see: str = ""


class Section(Struct, frozen=True):
    """One part of the brief. `key` is the same in every language; `more` counts what was left out, and `see` is the
    command that shows all of it."""

    key: str
    title: str
    groups: tuple[Group, ...]
    more: int = 0
    see: str = ""

    @property
    def left_out(self) -> int:
        """How much is not shown that the section's own command shows."""
        return self.more + sum(group.more for group in self.groups if not group.see)


class Labels(Struct, frozen=True):
    """Words of the frame around the sentences, in the brief's language."""

    language: str
    sources: str
    more: str
    """With `{count}` and `{command}`."""
    nothing: str
    back: str
    unknown: str
    place: str
    """Where a quotation stands, with `{document}`, `{start}` and `{end}`."""
    open_quote: str
    close_quote: str
    space: str
    """What stands between two clauses or sentences."""


class Brief(Struct, frozen=True):
    """What a record tells of two countries, with everything it cites. `about` are lines under the title: the period,
    and what it was made from."""

    title: str
    about: tuple[str, ...]
    sections: tuple[Section, ...]
    labels: Labels

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All sentences, in the order in which they are read."""
        for section in self.sections:
            for group in section.groups:
                for entry in group.entries:
                    for each in entry.walk():
                        yield from each.sentences

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes in the order of their first use: the first is number 1."""
        return tuple(dict.fromkeys(note for sentence in self.sentences for note in sentence.notes))

    @property
    def numbers(self) -> dict[Note, int]:
        """The number of each note."""
        return {note: number for number, note in enumerate(self.notes, 1)}

    def __str__(self) -> str:
        from bilat.views.brief.markdown import to_markdown  # noqa: PLC0415 -- it is made of these nouns

        return to_markdown(self)

    def _repr_markdown_(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        from bilat.views.brief.html import fragment  # noqa: PLC0415 -- it is made of these nouns

        return fragment(self)

    def to_dict(self) -> Json:
        numbers = self.numbers
        return {
            "title": self.title,
            "about": list(self.about),
            "sections": [_section(section, numbers) for section in self.sections],
            "notes": [{"number": number, **note.to_dict()} for note, number in numbers.items()],
        }


def _section(section: Section, numbers: dict[Note, int]) -> Json:
    return {
        "key": section.key,
        "title": section.title,
        "groups": [
            {
                "heading": group.heading,
                "entries": [_entry(entry, numbers) for entry in group.entries],
                "more": group.more,
                "see": group.see,
            }
            for group in section.groups
        ],
        "more": section.more,
        "see": section.see,
    }


def _entry(entry: Entry, numbers: dict[Note, int]) -> Json:
    return {
        "id": entry.id,
        "sentences": [
            [{"text": clause.text, "notes": [numbers[note] for note in clause.notes]} for clause in sentence.clauses]
            for sentence in entry.sentences
        ],
        "parts": [_entry(part, numbers) for part in entry.parts],
    }
