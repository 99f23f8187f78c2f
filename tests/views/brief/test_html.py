"""The page stands alone: no scripts, nothing from elsewhere, every note pointed to and leading back."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

import bilat
from bilat.views.brief.html import fragment, to_html
from bilat.views.brief.model import Brief, Clause, Entry, Group, Section, Sentence

HOSTILE = '<script>alert("1")</script>&\x1b[31m\u202e"\'><img src=x onerror=y>'


@pytest.fixture(scope="module")
def brief(sampled: Path) -> Brief:
    with bilat.open(sampled) as record:
        return bilat.brief(record, "CN", "VN")


def attribute(page: LexborHTMLParser, selector: str, name: str) -> list[str]:
    return [node.attributes[name] or "" for node in page.css(selector)]


def test_each_note_is_pointed_to_and_leads_back(brief: Brief):
    page = LexborHTMLParser(to_html(brief))
    ids = attribute(page, "[id]", "id")
    assert len(ids) == len(set(ids))
    notes = [f"note-{number}" for number in brief.numbers.values()]
    assert attribute(page, ".notes > li", "id") == notes
    pointers = attribute(page, "sup a", "href")
    assert list(dict.fromkeys(pointers)) == [f"#{note}" for note in notes]
    backs = attribute(page, '.notes a[role="doc-backlink"]', "href")
    assert len(backs) == len(notes)
    assert {back.removeprefix("#") for back in backs} <= set(ids)


def test_every_sentence_is_shown_before_its_notes(brief: Brief):
    page = LexborHTMLParser(to_html(brief))
    words = [" ".join(node.text(deep=False).split()) for node in page.css("main section:not(#sources) li")]
    assert len(words) == sum(1 for s in brief.sections for g in s.groups for e in g.entries for _ in e.walk())
    shown = "".join(node.text() for node in page.css("main"))
    assert [
        clause.text for sentence in brief.sentences for clause in sentence.clauses if clause.text not in shown
    ] == []


def test_the_page_loads_nothing_and_runs_nothing(brief: Brief):
    page = LexborHTMLParser(to_html(brief))
    assert page.css("script, link, img, iframe, object, base, form, [src], [onclick]") == []
    assert "url(" not in to_html(brief)
    assert "default-src 'none'" in attribute(page, 'meta[http-equiv="Content-Security-Policy"]', "content")[0]


def test_what_an_article_says_is_never_markup(brief: Brief):
    note = replace(brief.notes[0], publisher=HOSTILE, title=HOSTILE, url="javascript:alert(1)")
    entry = Entry((Sentence((Clause(HOSTILE, (note,)),)),))
    section = Section("short", HOSTILE, (Group(HOSTILE, (entry,), 1, HOSTILE),), 1, HOSTILE)
    page = LexborHTMLParser(to_html(Brief(HOSTILE, (HOSTILE,), (section,), brief.labels)))
    assert page.css("script, img") == []
    assert not any(href.startswith("javascript") for href in attribute(page, "a", "href"))
    assert "\x1b" not in to_html(brief)


def test_a_notebook_gets_the_brief_without_the_page(brief: Brief):
    assert brief._repr_html_() == fragment(brief)
    assert "<html" not in fragment(brief)
    assert brief._repr_markdown_() == str(brief)


def test_its_contents_lead_to_every_section(brief: Brief):
    page = LexborHTMLParser(to_html(brief))
    assert attribute(page, "nav a", "href") == [f"#{each}" for each in attribute(page, "main > section", "id")]
    assert len(page.css("nav a")) == len(brief.sections) + 1


def test_an_address_with_blanks_is_a_link_all_the_same(brief: Brief):
    note = replace(brief.notes[0], url='https://a.example/会谈 "x" > y')
    section = Section("short", "a", (Group("", (Entry((Sentence((Clause("b", (note,)),)),)),)),))
    page = LexborHTMLParser(to_html(Brief("a", (), (section,), brief.labels)))
    assert attribute(page, '.notes a[rel="noopener noreferrer"]', "href") == ['https://a.example/会谈%20"x"%20>%20y']
