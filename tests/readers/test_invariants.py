"""What holds for every document of every reader, whatever the bytes."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bilat.model import Document, Failure
from bilat.readers import builtin_readers
from fuzz.promises import sound_document as check
from tests.readers.made_up import SAMPLES, read_bytes

FORMS = sorted(SAMPLES)
PIECES = st.sampled_from(
    [
        "林海会见白桦。", "更多", "（完）", "图自示例社", "06/09/2023 - 16:23", "标题", " ", "\n", "\n\n", "<p>", "</p>", "<a href=x>", "</a>",
        "<figcaption>", "</div>", "<div class=moreArticle>", "<!--", "-->", "&nbsp;", "&#27;", "&#xD800;", "\x00", "\x1b[2J", "\ufeff",
        "### 标题\n", "[查看原文](http://e.org/1)\n", '"', "\\", "{", "}", "---\n", "# 标题 (20230101)\n", "<item>", "</item>",
        "ảnh 1", "\u3000", "\u202e", "図", "—", "']]>", "作者：", "延伸閱讀", "相关图集：一", "2023/12/17 08:06",
    ]
)  # fmt: skip
MANGLED = st.tuples(st.sampled_from(FORMS), st.lists(st.tuples(st.integers(0, 2000), PIECES), max_size=8))


def mangle(form: str, changes: list[tuple[int, str]]) -> bytes:
    text = SAMPLES[form]
    for at, piece in changes:
        text = text[: at % (len(text) + 1)] + piece + text[at % (len(text) + 1) :]
    return text.encode("utf-8", "replace")


def read_all(data: bytes, form: str | None) -> list[Document | Failure]:
    with tempfile.TemporaryDirectory() as folder:
        return read_bytes(Path(folder), data, form=form)


@pytest.mark.parametrize("form", FORMS)
def test_the_samples_keep_the_invariants(tmp_path: Path, form: str) -> None:
    found = read_bytes(tmp_path, SAMPLES[form].encode())
    assert found
    for doc in found:
        assert isinstance(doc, Document)
        check(doc)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MANGLED)
@example(("feed", [(95, "&#xD800;")]))
@example(("feed", [(0, "&#xD800;"), (200, "&#xDFFF;")]))
def test_a_mangled_article_is_read_or_refused_and_never_breaks_a_reader(
    mangled: tuple[str, list[tuple[int, str]]],
) -> None:
    form, changes = mangled
    found = read_all(mangle(form, changes), form)
    assert found
    for item in found:
        if isinstance(item, Failure):
            assert "reader failed" not in item.reason
            assert "\n" not in item.reason
        else:
            check(item)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([None, *FORMS]))
@example(b"\xff\xfe\x00", "jsonl")
@example(b"<?xml version='1.0' encoding='utf-7'?><rss><item>", None)
@example(b"---\ntitle: \x80\n---\n", None)
@example(b"\x1b", None)
def test_no_reader_raises_on_arbitrary_bytes(data: bytes, form: str | None) -> None:
    for item in read_all(data, form):
        if isinstance(item, Failure):
            assert "reader failed" not in item.reason
        else:
            check(item)


@settings(max_examples=60, deadline=None)
@given(MANGLED)
def test_the_same_bytes_give_the_same_documents(mangled: tuple[str, list[tuple[int, str]]]) -> None:
    data = mangle(*mangled)
    first, second = read_all(data, mangled[0]), read_all(data, mangled[0])
    assert [(d.id, d.text, d.passages) for d in first if isinstance(d, Document)] == [
        (d.id, d.text, d.passages) for d in second if isinstance(d, Document)
    ]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=200))
def test_any_text_in_json_lines_comes_out_as_it_went_in_but_for_what_cannot_be_kept(title: str, body: str) -> None:
    line = json.dumps({"id": "1", "date": "2023-01-01", "title": title, "text": body})
    for doc in read_all(line.encode(), "jsonl"):
        if isinstance(doc, Document):
            assert len(doc.text) == len(title) + 1 + len(body)
            changed = [c for c, kept in zip(f"{title}\n{body}", doc.text, strict=True) if c != kept]
            assert all(c < " " or "\x7f" <= c <= "\x9f" for c in changed)
            check(doc)


def test_no_two_readers_have_one_form() -> None:
    forms = [reader.form for reader in builtin_readers()]
    assert len(set(forms)) == len(forms)
