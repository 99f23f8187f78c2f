"""A brief → Markdown with footnotes, as GitHub, Pandoc and most editors read them."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from bilat.views.brief.model import Brief, Clause, Entry, Group, Labels, Note, Section
from bilat.views.clean import clean

_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>#|~&!$^]")
"""What Markdown could take for more than text wherever it stands."""
_FIRST: Final = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=:]))")
"""What it could take for a list or a line where a line begins: a backslash goes behind it."""


def to_markdown(brief: Brief) -> str:
    """The whole brief; ends with a line end."""
    return "\n".join(_lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    numbers, labels = brief.numbers, brief.labels
    yield f"# {plain(brief.title)}"
    for line in brief.about:
        yield ""
        yield _first(plain(line))
    for section in brief.sections:
        yield ""
        yield f"## {plain(section.title)}"
        yield ""
        yield from _section(section, numbers, labels)
    if numbers:
        yield ""
        yield f"## {plain(labels.sources)}"
        yield ""
        for note, number in numbers.items():
            yield f"[^{number}]: {_note(note, labels)}"


def _section(section: Section, numbers: Mapping[Note, int], labels: Labels) -> Iterator[str]:
    if not section.groups:
        yield f"*{plain(labels.nothing)}*"
    for at, group in enumerate(section.groups):
        if at:
            yield ""
        yield from _group(group, numbers, labels)
    if section.left_out and section.see:
        yield from ("", _more(section.left_out, section.see, labels))


def _group(group: Group, numbers: Mapping[Note, int], labels: Labels) -> Iterator[str]:
    if group.heading:
        yield f"### {plain(group.heading)}"
        yield ""
    for entry in group.entries:
        yield from _entry(entry, numbers, labels, 0)
    if group.more and group.see:
        yield from ("", _more(group.more, group.see, labels))


def _more(count: int, command: str, labels: Labels) -> str:
    """How many are left out, and the command that shows them."""
    return f"*{labels.more.format(count=count, command=f'`{command}`')}*"


def _entry(entry: Entry, numbers: Mapping[Note, int], labels: Labels, depth: int) -> Iterator[str]:
    sentences = (
        labels.space.join(_clause(clause, numbers) for clause in sentence.clauses) for sentence in entry.sentences
    )
    yield f"{'  ' * depth}- {_first(labels.space.join(sentences))}"
    for part in entry.parts:
        yield from _entry(part, numbers, labels, depth + 1)


def _clause(clause: Clause, numbers: Mapping[Note, int]) -> str:
    return plain(clause.text) + "".join(f"[^{numbers[note]}]" for note in clause.notes)


def _note(note: Note, labels: Labels) -> str:
    """Publisher, day, headline, address, quotation, and where it stands."""
    ev = note.evidence
    place = labels.place.format(document=ev.document, start=ev.span.start, end=ev.span.end)
    head = ", ".join(plain(part) for part in (note.publisher or labels.unknown, note.published, note.title) if part)
    link = f" {_address(note.url)}" if note.url else ""
    return f"{head}.{link} {labels.open_quote}{plain(ev.quote)}{labels.close_quote} ({plain(place)})"


def _address(url: str) -> str:
    """An address that readers may follow, as a link; any other as text."""
    if re.fullmatch(r"https?://[^\s<>\\]+", url):
        return f"<{url}>"
    return plain(url)


def _first(line: str) -> str:
    """A line that does not begin like a list."""
    return _FIRST.sub(lambda match: f"{match[0]}\\", line)


def plain(text: str) -> str:
    """The text so that Markdown shows it as it is, on one line."""
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", clean(text))
