"""Word finds real footnotes: each told once, pointed to, and repeated by its number."""

import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
import pytest
from msgspec.structs import replace

import bilat
from bilat.views.brief.model import Brief, Clause, Entry, Group, Section, Sentence
from bilat.views.brief.word import to_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@pytest.fixture(scope="module")
def brief(sampled: Path) -> Brief:
    with bilat.open(sampled) as record:
        return bilat.brief(record, "CN", "VN")


def part(content: bytes, name: str) -> ET.Element:
    with ZipFile(BytesIO(content)) as archive:
        return ET.fromstring(archive.read(name))


def test_the_same_brief_gives_the_same_bytes(brief: Brief):
    content = to_docx(brief)
    assert content == to_docx(brief)
    with ZipFile(BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_python_docx_reads_every_sentence_back(brief: Brief):
    document = docx.Document(BytesIO(to_docx(brief)))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert [sentence.text for sentence in brief.sentences if sentence.clauses[0].text not in text] == []
    titles = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert titles == [section.title for section in brief.sections]
    assert document.core_properties.title == brief.title


def test_each_note_is_one_footnote_that_is_pointed_to_once(brief: Brief):
    content = to_docx(brief)
    told = [e.get(f"{W}id") for e in part(content, "word/footnotes.xml") if e.get(f"{W}type") is None]
    pointed = [e.get(f"{W}id") for e in part(content, "word/document.xml").iter(f"{W}footnoteReference")]
    assert told == pointed == [str(number) for number in brief.numbers.values()]


def test_a_note_cited_again_is_a_field_that_finds_its_bookmark(brief: Brief):
    body = part(to_docx(brief), "word/document.xml")
    marks = {e.get(f"{W}name") for e in body.iter(f"{W}bookmarkStart")}
    fields = [re.findall(r"NOTEREF (\S+)", e.text or "")[0] for e in body.iter(f"{W}instrText")]
    cited = [note for sentence in brief.sentences for clause in sentence.clauses for note in clause.notes]
    assert len(fields) == len(cited) - len(set(cited)) > 0
    assert set(fields) <= marks
    kinds = [e.get(f"{W}fldCharType") for e in body.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"] * len(fields)


def test_a_footnote_holds_the_quotation_and_where_it_stands(brief: Brief):
    notes = [e for e in part(to_docx(brief), "word/footnotes.xml") if e.get(f"{W}type") is None]
    for element, note in zip(notes, brief.notes, strict=True):
        text = "".join(t.text or "" for t in element.iter(f"{W}t"))
        assert note.evidence.quote in text
        assert f"{note.evidence.span.start}–{note.evidence.span.end}" in text


def test_every_link_of_a_footnote_has_its_address(brief: Brief):
    content = to_docx(brief)
    used = [e.get(f"{R}id") for e in part(content, "word/footnotes.xml").iter(f"{W}hyperlink")]
    targets = {e.get("Id"): e.get("Target") for e in part(content, "word/_rels/footnotes.xml.rels")}
    assert [targets[each] for each in used] == [note.url for note in brief.notes if note.url]


def test_the_package_names_the_footnotes_and_the_lines_above_them(brief: Brief):
    content = to_docx(brief)
    types = part(content, "[Content_Types].xml")
    assert any((e.get("ContentType") or "").endswith("footnotes+xml") for e in types)
    settings = [e.tag.removeprefix(W) for e in part(content, "word/settings.xml")]
    assert settings.index("footnotePr") < settings.index("compat")
    lines = [e.get(f"{W}type") for e in part(content, "word/footnotes.xml")][:2]
    assert lines == ["separator", "continuationSeparator"]


def test_characters_that_xml_cannot_hold_do_not_break_the_document(brief: Brief):
    odd = "a\x00b\ufffe\udfff<&>"
    note = replace(brief.notes[0], publisher=odd, title=odd, url=f"https://a.example/{odd}")
    section = Section("short", odd, (Group(odd, (Entry((Sentence((Clause(odd, (note,)),)),)),)),))
    document = docx.Document(BytesIO(to_docx(Brief(odd, (odd,), (section,), brief.labels))))
    assert "<&>" in document.paragraphs[0].text
