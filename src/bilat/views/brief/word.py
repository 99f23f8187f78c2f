"""A brief → a Word document with footnotes; the same brief gives the same bytes. Needs python-docx (`bilat[brief]`)."""

from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from bilat.views.brief.footnotes import Footnotes, safe
from bilat.views.brief.model import Brief, Entry, Group, Labels

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the archive: the earliest that the format can say."""
_BULLETS: Final = ("List Bullet", "List Bullet 2", "List Bullet 3")
_FONT: Final = "SimSun"
"""The font of Chinese words."""


def to_docx(brief: Brief) -> bytes:
    """The whole document."""
    document = docx.Document()
    _prepare(document, brief)
    notes = Footnotes(document, brief.labels)
    document.add_heading(safe(brief.title), level=0)
    for line in brief.about:
        document.add_paragraph(safe(line))
    for section in brief.sections:
        document.add_heading(safe(section.title), level=1)
        if not section.groups:
            _aside(document, brief.labels.nothing)
        for group in section.groups:
            _group(document, group, notes, brief.labels)
        if section.left_out and section.see:
            _aside(document, brief.labels.more.format(count=section.left_out, command=section.see))
    made = BytesIO()
    document.save(made)
    return _undated(made)


def _prepare(document: Document, brief: Brief) -> None:
    """Title and language; no name of the library that wrote it, no time."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments = safe(brief.title), "bilat", ""
    properties.language = brief.labels.language
    normal: Any = document.styles["Normal"]
    normal.font.size = Pt(10.5)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), _FONT)


def _group(document: Document, group: Group, notes: Footnotes, labels: Labels) -> None:
    if group.heading:
        document.add_heading(safe(group.heading), level=2)
    for entry in group.entries:
        _entry(document, entry, notes, labels, 0)
    if group.more and group.see:
        _aside(document, labels.more.format(count=group.more, command=group.see))


def _entry(document: Document, entry: Entry, notes: Footnotes, labels: Labels, depth: int) -> None:
    paragraph = document.add_paragraph(style=_BULLETS[min(depth, len(_BULLETS) - 1)])
    before = ""
    for sentence in entry.sentences:
        for clause in sentence.clauses:
            paragraph.add_run(before + safe(clause.text))
            before = labels.space
            for note in clause.notes:
                notes.cite(paragraph, note)
    for part in entry.parts:
        _entry(document, part, notes, labels, depth + 1)


def _aside(document: Document, text: str) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.add_run(safe(text)).italic = True
    return paragraph


def _undated(made: BytesIO) -> bytes:
    """The archive with the same time on every file."""
    fixed = BytesIO()
    with ZipFile(made) as before, ZipFile(fixed, "w", ZIP_DEFLATED) as after:
        for info in before.infolist():
            entry = ZipInfo(info.filename, _EPOCH)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
            after.writestr(entry, before.read(info))
    return fixed.getvalue()
