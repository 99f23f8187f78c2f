"""Footnotes of a Word document: the part that holds them, and the marks in the text that point to them.

python-docx writes no footnotes (1.2), so that part is made here, as ECMA-376 part 1, 17.11 has it. A note is one
footnote where it is cited first; later marks are fields that repeat its number and lead to it.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import etree

from bilat.views.brief.model import Labels, Note
from bilat.views.clean import clean

_NAME: Final = PackURI("/word/footnotes.xml")
_TEXT: Final = "footnote text"
_MARK: Final = "footnote reference"
_FIRST: Final = 1
"""Ids of notes begin here; the two below are the lines above them."""
_LINES: Final = ((-1, "separator"), (0, "continuationSeparator"))
_AFTER: Final = frozenset(qn(tag) for tag in ("w:endnotePr", "w:compat", "w:docVars", "w:rsids", "w:themeFontLang"))
"""Settings that stand behind those of footnotes, in the order of the schema."""
_NO_XML: Final = re.compile("[\ufffe\uffff]")


def safe(text: str) -> str:
    """The text as XML can hold it."""
    return _NO_XML.sub("\ufffd", clean(text))


class _FootnotesPart(Part):
    """The part of the package, written when the document is saved."""

    def __init__(self, document: Document, root: BaseOxmlElement) -> None:
        super().__init__(_NAME, CONTENT_TYPE.WML_FOOTNOTES, b"", document.part.package)
        self._root = root

    @property
    def blob(self) -> bytes:
        """The bytes of the part."""
        return etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)


class Footnotes:
    """The notes of one document, numbered as they are cited."""

    def __init__(self, document: Document, labels: Labels) -> None:
        self._labels = labels
        self._numbers: dict[Note, int] = {}
        self._root: BaseOxmlElement = _made("w:footnotes", {}, *(_line(id_, kind) for id_, kind in _LINES))
        self._part = _FootnotesPart(document, self._root)
        document.part.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
        _add_styles(document)
        _add_settings(document.settings.element)

    def cite(self, paragraph: Paragraph, note: Note) -> None:
        """Puts the note's mark at the end of a paragraph."""
        number, end = self._numbers.get(note), paragraph.add_run().element
        if number is not None:
            for element in _repeated(number):
                end.addprevious(element)
            return
        self._numbers[note] = number = len(self._numbers) + _FIRST
        for element in _first(number):
            end.addprevious(element)
        self._root.append(self._footnote(note, number))

    def _footnote(self, note: Note, number: int) -> BaseOxmlElement:
        """Publisher, day, headline as a link, the quotation, and where it stands."""
        footnote = _made("w:footnote", {"w:id": str(number)})
        paragraph = _made("w:p", {}, _made("w:pPr", {}, _made("w:pStyle", {"w:val": _style_id(_TEXT)})))
        paragraph.append(_marked(_made("w:footnoteRef", {})))
        labels, ev = self._labels, note.evidence
        who = ", ".join(part for part in (note.publisher or labels.unknown, note.published) if part)
        place = labels.place.format(document=ev.document, start=ev.span.start, end=ev.span.end)
        paragraph.append(_run(f" {who}, "))
        paragraph.append(self._headline(note))
        paragraph.append(_run(f": {labels.open_quote}{ev.quote}{labels.close_quote} ({place})"))
        footnote.append(paragraph)
        return footnote

    def _headline(self, note: Note) -> BaseOxmlElement:
        if note.url is None or not re.fullmatch(r"https?://\S+", note.url):
            return _run(note.title + (f" ({note.url})" if note.url else ""))
        rel = self._part.relate_to(safe(note.url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return _made("w:hyperlink", {"r:id": rel}, _run(note.title, underlined=True))


def _add_styles(document: Document) -> None:
    styles: Any = document.styles  # python-docx leaves its parameters without types
    text = styles.add_style(_TEXT, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.base_style = styles["Normal"]
    text.font.size = Pt(8.5)
    text.paragraph_format.space_after = Pt(2)
    mark = styles.add_style(_MARK, WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.font.superscript = True


def _add_settings(settings: BaseOxmlElement) -> None:
    """Says which notes are lines, where the schema wants it."""
    lines = _made("w:footnotePr", {}, *(_made("w:footnote", {"w:id": str(id_)}) for id_, _ in _LINES))
    after = next((child for child in settings if child.tag in _AFTER), None)
    if after is None:
        settings.append(lines)
    else:
        after.addprevious(lines)


def _style_id(name: str) -> str:
    """The id that python-docx gives a style of that name."""
    return name.replace(" ", "")


def _made(tag: str, attributes: dict[str, str], *children: BaseOxmlElement) -> BaseOxmlElement:
    element = parse_xml(f"<{tag} {nsdecls('w', 'r')}/>")
    for name, value in attributes.items():
        element.set(qn(name), value)
    element.extend(children)
    return element


def _run(text: str, *, underlined: bool = False) -> BaseOxmlElement:
    look = (_made("w:rPr", {}, _made("w:u", {"w:val": "single"})),) if underlined else ()
    return _made("w:r", {}, *look, _text("w:t", text))


def _text(tag: str, text: str) -> BaseOxmlElement:
    element = _made(tag, {"xml:space": "preserve"})
    element.text = safe(text)
    return element


def _marked(*children: BaseOxmlElement) -> BaseOxmlElement:
    """A run in the style of marks."""
    properties = _made("w:rPr", {}, _made("w:rStyle", {"w:val": _style_id(_MARK)}))
    return _made("w:r", {}, properties, *children)


def _bookmark(number: int) -> str:
    return f"_RefNote{number}"


def _first(number: int) -> Iterator[BaseOxmlElement]:
    """The mark of a footnote, with a bookmark around it for later ones."""
    yield _made("w:bookmarkStart", {"w:id": str(number), "w:name": _bookmark(number)})
    yield _marked(_made("w:footnoteReference", {"w:id": str(number)}))
    yield _made("w:bookmarkEnd", {"w:id": str(number)})


def _repeated(number: int) -> Iterator[BaseOxmlElement]:
    """A field that shows the number of a footnote once more and leads to it."""
    code = _text("w:instrText", f" NOTEREF {_bookmark(number)} \\f \\h ")
    shown = _text("w:t", str(number))
    yield _marked(_made("w:fldChar", {"w:fldCharType": "begin"}))
    yield _marked(code)
    yield _marked(_made("w:fldChar", {"w:fldCharType": "separate"}))
    yield _marked(shown)
    yield _marked(_made("w:fldChar", {"w:fldCharType": "end"}))


def _line(id_: int, kind: str) -> BaseOxmlElement:
    """The line above the footnotes of a page, or above those that go on from the page before."""
    return _made(
        "w:footnote", {"w:id": str(id_), "w:type": kind}, _made("w:p", {}, _made("w:r", {}, _made(f"w:{kind}", {})))
    )
