"""Bytes that say what they are, say nothing, or lie."""

import zlib
from pathlib import Path

import pytest

from bilat.errors import ReadError
from bilat.model import Document, Failure
from bilat.readers.decode import declared_encoding, decode
from tests.readers.made_up import MARKDOWN_POST, PAGE, PAGE_TEXT, SAMPLES, read_bytes

TEXT = PAGE_TEXT * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"])
def test_simplified_text_is_read_in_any_encoding_it_may_come_in(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).text == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "big5"])
def test_traditional_text_is_read_in_any_encoding_it_may_come_in(encoding: str) -> None:
    assert decode(MARKDOWN_POST.encode(encoding)).text == MARKDOWN_POST


def page(declared: str, encoding: str) -> bytes:
    return PAGE.replace('charset="utf-8"', f'charset="{declared}"').encode(encoding)


@pytest.mark.parametrize(("declared", "encoding"), [("gb2312", "gb18030"), ("gbk", "gbk"), ("utf-8", "utf-8")])
def test_a_declared_encoding_is_believed_when_the_text_reads_well(declared: str, encoding: str) -> None:
    found = decode(page(declared, encoding))
    assert "外交部长林海" in found.text
    assert found.note is None


@pytest.mark.parametrize(("declared", "encoding"), [("gb2312", "utf-8"), ("big5", "gb18030"), ("utf-8", "gb18030")])
def test_a_declaration_that_lies_is_seen_through_and_noted(declared: str, encoding: str) -> None:
    found = decode(page(declared, encoding))
    assert "外交部长林海" in found.text
    assert found.note is not None
    assert encoding in found.note


@pytest.mark.parametrize(
    "name", ["uu", "hex", "base64", "rot13", "quopri", "zlib", "bz2", "undefined", "idna", "punycode", "unicode_escape"]
)
def test_what_is_no_encoding_of_text_is_not_believed(name: str) -> None:
    data = f'<meta charset="{name}">{TEXT}'.encode("gb18030") + rb"\ud800"
    assert declared_encoding(data) is None
    for named in (None, name):
        read = decode(data, named=named)
        assert (read.encoding, read.note) == ("gb18030", "declares no encoding, read as gb18030")
        assert read.text.endswith("\\ud800")


def test_packed_bytes_are_not_unpacked_because_a_server_calls_it_their_encoding() -> None:
    with pytest.raises(ReadError):
        _ = decode(zlib.compress(TEXT.encode("gb18030"), level=0), named="zlib")


def test_the_document_says_that_its_page_lied(tmp_path: Path) -> None:
    (doc,) = read_bytes(tmp_path, page("big5", "gb18030"))
    assert isinstance(doc, Document)
    assert [p.kind for p in doc.problems] == ["encoding"]


def test_a_character_cut_off_at_the_end_costs_only_itself() -> None:
    assert decode("林海会见白桦".encode()[:-1]).text.startswith("林海会见白")
    assert decode(("林海会见白桦。" * 20).encode("gb18030")[:-1]).text.startswith("林海会见白桦。林海")


def test_a_few_broken_bytes_do_not_turn_utf8_into_something_else() -> None:
    data = TEXT.encode()
    found = decode(data[:300] + b"\xff" + data[300:] + TEXT.encode() * 3)
    assert found.encoding == "utf-8"
    assert found.note == "holds bytes that are no utf-8"


def test_nul_characters_are_left_out_and_noted() -> None:
    found = decode(("林海会见\x00白桦。" + TEXT).encode())
    assert found.text.startswith("林海会见白桦。")
    assert found.note == "holds NUL characters, left out"


@pytest.mark.parametrize(
    ("what", "start"),
    [("a PDF", "%PDF-1.7 ..."), ("a ZIP archive", "PK\x03\x04...."), ("a PNG image", "\x89PNG\r\n\x1a\n")],
)
def test_a_known_kind_of_file_that_is_no_text_is_named(what: str, start: str) -> None:
    with pytest.raises(ReadError, match=f"not text: {what}"):
        _ = decode(start.encode("latin-1"))


def test_binary_data_is_refused_with_one_line(tmp_path: Path) -> None:
    (failure,) = read_bytes(tmp_path, bytes(range(256)) * 64)
    assert isinstance(failure, Failure)
    assert failure.reason == "not text: binary data"


@pytest.mark.parametrize("form", sorted(SAMPLES))
def test_no_control_code_of_an_article_reaches_its_document(tmp_path: Path, form: str) -> None:
    sample = SAMPLES[form].replace("贸易", "贸\x1b[31m易\x07\u202e").replace("貿易", "貿\x1b[31m易\x9b")
    if form in ("html", "post", "feed-snapshot"):
        sample = sample.replace("</p>", "&#27;]0;x&#7;</p>", 1)
    if form == "jsonl":
        sample = sample.replace("第一段", "\\u001b[2J\\u0000\\ud800第一段")
    for doc in read_bytes(tmp_path, sample.encode()):
        assert isinstance(doc, Document)
        shown = doc.text + doc.title + (doc.url or "") + (doc.publisher or "")
        assert not [c for c in shown if (c < " " and c != "\n") or "\x7f" <= c <= "\x9f" or "\ud800" <= c <= "\udfff"]


def test_in_json_lines_an_unsafe_character_keeps_its_place(tmp_path: Path) -> None:
    line = '{"id": "1", "date": "2023-01-01", "title": "标题", "text": "一\\u001b二\\ud800三。"}'
    (doc,) = read_bytes(tmp_path, line.encode())
    assert isinstance(doc, Document)
    assert doc.text == "标题\n一\ufffd二\ufffd三。"


def test_json_lines_in_utf16_or_gb18030_are_read(tmp_path: Path) -> None:
    for encoding in ("utf-16", "gb18030"):
        (doc,) = read_bytes(tmp_path, SAMPLES["jsonl"].encode(encoding))
        assert isinstance(doc, Document)
        assert doc.title == "两国外长会谈"
