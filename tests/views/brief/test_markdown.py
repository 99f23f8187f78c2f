"""A reader of Markdown sees the words as they are, and every footnote leads somewhere."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import bilat
from bilat.views.brief.markdown import _first, plain, to_markdown
from bilat.views.clean import clean


@pytest.mark.parametrize("path", ["made", "sampled"])
def test_every_footnote_is_told_once_and_every_one_is_pointed_to(path: str, request: pytest.FixtureRequest):
    with bilat.open(request.getfixturevalue(path)) as record:
        brief = bilat.brief(record, "CN", "VN")
    text = to_markdown(brief)
    told = re.findall(r"(?m)^\[\^(\d+)\]: ", text)
    pointed = re.findall(r"\[\^(\d+)\](?!:)", text)
    assert told == [str(number) for number in brief.numbers.values()]
    assert list(dict.fromkeys(pointed)) == told


def test_a_reader_finds_the_sections_and_their_points(made: Path):
    with bilat.open(made) as record:
        brief = bilat.brief(record, "CN", "VN", since="2023-02")
    tokens = MarkdownIt().parse(str(brief))
    headings = [tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"]
    assert headings[0] == "China and Vietnam"
    assert [name for name in headings if name in {each.title for each in brief.sections}] == [
        s.title for s in brief.sections
    ]
    points = sum(token.type == "list_item_open" for token in tokens)
    assert points == sum(1 for s in brief.sections for g in s.groups for entry in g.entries for _ in entry.walk())


@given(st.text(alphabet=st.sampled_from("ab中 *_`#<>[]()!|\\~&;$^+-=:.0123456789\n\t"), min_size=1))
def test_markdown_shows_a_text_as_it_is(text: str):
    written = f"- x {plain(text)}"
    shown = MarkdownIt().render(written)
    assert unescape(re.sub(r"</?(ul|li)>\n?", "", shown)).split() == ["x", *clean(text).split()]


@given(st.text(alphabet=st.sampled_from("ab中1 2.)+-=:#*>"), min_size=1))
def test_a_point_never_begins_another_list(text: str):
    shown = MarkdownIt().render(f"- {_first(plain(text.strip() or 'x'))}")
    assert shown.count("<li>") == 1
    assert "<ol" not in shown
    assert "<h" not in shown


def test_an_address_that_no_browser_opens_is_no_link(made: Path):
    from msgspec.structs import replace

    from bilat.views.brief.markdown import _note

    with bilat.open(made) as record:
        brief = bilat.brief(record, "CN", "VN")
    hostile = replace(brief.notes[0], url="javascript:alert(1)", title="[x](http://a)")
    shown = MarkdownIt().render(_note(hostile, brief.labels))
    assert "<a" not in shown
