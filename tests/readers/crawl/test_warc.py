"""A crawl is read page by page: addresses and dates as the archive has them, and nothing silently lost."""

import gzip
import io
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli  # pyright: ignore[reportMissingTypeStubs]
import pytest

from bilat.model import Document, Failure
from bilat.readers import InputFile, read_input
from bilat.readers.crawl import bodies, captures
from tests.readers.crawl.made import HTML, answer, html, packed, page, record
from tests.readers.crawl.stories import story
from tests.readers.made_up import read_bytes

ONE, TWO, THREE = story(1, "zh-Hans"), story(2, "en"), story(3, "vi")
INFO = record("warcinfo", "", b"software: made by hand\r\n", type_="application/warc-fields")


def documents(found: list[Document | Failure]) -> list[Document]:
    return [item for item in found if isinstance(item, Document)]


def reasons(found: list[Document | Failure]) -> list[str]:
    return [item.reason for item in found if isinstance(item, Failure)]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "one-member.gz", "named-otherwise"])
def test_plain_and_packed_archives_give_the_same_documents(tmp_path: Path, name: str) -> None:
    records = [INFO, page(ONE), page(TWO)]
    data = packed(records) if name == "a.warc.gz" else b"".join(records)
    data = gzip.compress(data) if name == "one-member.gz" else data
    found = read_bytes(tmp_path, data, name)
    assert [d.title for d in documents(found)] == [ONE.headline, TWO.headline]
    assert [d.url for d in documents(found)] == [ONE.url, TWO.url]
    assert reasons(found) == []
    assert documents(found)[0].text == "\n".join((ONE.headline, *ONE.paragraphs))


def test_a_page_keeps_when_it_was_fetched_and_that_is_no_date_of_publication(tmp_path: Path) -> None:
    undated = html(TWO).replace(TWO.day.encode(), b"")
    data = page(ONE, date="2024-05-01T10:00:00Z") + answer(
        "https://a.example/x", undated, date="2024-05-02T23:30:00.123456Z"
    )
    first, second = documents(read_bytes(tmp_path, data, "a.warc"))
    assert first.published is not None
    assert first.published.day == ONE.day
    assert second.published is None
    assert [d.source.fetched for d in (first, second) if d.source] == ["2024-05-01T10:00:00Z", "2024-05-02T23:30:00Z"]


def br(body: bytes) -> bytes:
    return brotli.compress(body)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]


def line_before(body: bytes) -> bytes:
    return b"\r\n" + body


def gzip_chunked(body: bytes) -> bytes:
    return chunked(gzip.compress(body))


def gzip_br(body: bytes) -> bytes:
    return br(gzip.compress(body))


def chunked(body: bytes, size: int = 700) -> bytes:
    pieces = (body[at : at + size] for at in range(0, len(body), size))
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    "headers, made",
    [
        ("Transfer-Encoding: chunked\r\n", chunked),
        ("Content-Encoding: gzip\r\n", gzip.compress),
        ("Content-Encoding: deflate\r\n", zlib.compress),
        ("Content-Encoding: br\r\n", br),
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", gzip_chunked),
        ("Content-Encoding: gzip, br\r\n", gzip_br),
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", bytes),  # decoded by the crawler, headers left
        ("Content-Encoding: br\r\n", bytes),
        ("Content-Encoding: gzip\r\n", line_before),
    ],
)
def test_bodies_are_read_however_they_were_sent(tmp_path: Path, headers: str, made: Callable[[bytes], bytes]) -> None:
    data = answer(ONE.url, made(html(ONE)), headers=headers) + page(TWO)
    found = read_bytes(tmp_path, data, "a.warc")
    assert [d.title for d in documents(found)] == [ONE.headline, TWO.headline]
    assert [d.problems for d in documents(found)] == [(), ()]


def test_a_body_that_breaks_off_is_read_so_far_and_says_so(tmp_path: Path) -> None:
    cut = gzip.compress(html(ONE))[:-60]
    (doc,) = documents(read_bytes(tmp_path, answer(ONE.url, cut, headers="Content-Encoding: gzip\r\n"), "a.warc"))
    assert doc.title == ONE.headline
    assert [p.kind for p in doc.problems] == ["cut_short"]


def test_the_charset_of_the_header_counts_where_the_page_names_none(tmp_path: Path) -> None:
    text = html(story(5, "vi")).decode().replace('<meta charset="utf-8">', "").encode("cp1258", "xmlcharrefreplace")
    data = answer(ONE.url, text, type_='text/html; charset="windows-1258"')
    (doc,) = documents(read_bytes(tmp_path, data, "a.warc"))
    assert "Ngày" in doc.text or "nước" in doc.text
    assert "�" not in doc.text


def test_what_is_no_page_is_counted_and_no_failure(tmp_path: Path) -> None:
    data = (
        answer("https://a.example/i.png", b"\x89PNG", type_="image/png")
        + answer("https://a.example/s.css", b"a{}", type_="text/css")
        + answer("https://a.example/404", html(ONE), status="404 Not Found")
        + answer("https://a.example/301", b"", status="301 Moved")
        + record("revisit", ONE.url, b"HTTP/1.1 200 OK\r\n\r\n")
        + record("request", ONE.url, b"GET / HTTP/1.1\r\n\r\n", type_="application/http; msgtype=request")
        + record("resource", "urn:pageinfo:x", b"{}", type_="application/json")
        + answer("https://a.example/empty", b"  ")
        + answer("https://a.example/bin", bytes(range(256)) * 40)
        + page(ONE)
    )
    found = read_bytes(tmp_path, data, "a.warc")
    assert [d.title for d in documents(found)] == [ONE.headline]
    (failure,) = [item for item in found if isinstance(item, Failure)]
    assert failure.aside
    assert failure.reason == (
        "left out: 2 an answer other than 200, 1 an empty page, 1 no page of the web, 2 not HTML, 1 not text,"
        " 1 unchanged since an earlier capture"
    )


def test_a_page_sent_under_a_wrong_type_is_a_page(tmp_path: Path) -> None:
    data = answer(ONE.url, html(ONE), type_="text/plain") + answer(TWO.url, html(TWO), type_="application/octet-stream")
    assert len(documents(read_bytes(tmp_path, data, "a.warc"))) == 2


def test_resources_and_texts_made_of_pages_are_read(tmp_path: Path) -> None:
    text = "\n".join((TWO.headline, *TWO.paragraphs)).encode()
    data = record("resource", ONE.url, html(ONE), type_=HTML) + record("conversion", TWO.url, text, type_="text/plain")
    first, second = documents(read_bytes(tmp_path, data, "a.warc"))
    assert (first.title, first.url) == (ONE.headline, ONE.url)
    assert (second.title, second.url) == (TWO.headline, TWO.url)
    assert second.text.split("\n")[1:] == list(TWO.paragraphs)


@pytest.mark.parametrize("cut", [3, 20, 200])
def test_an_archive_cut_short_keeps_what_came_before_and_names_the_byte(tmp_path: Path, cut: int) -> None:
    start = len(packed([INFO, page(ONE)]))
    data = packed([INFO, page(ONE), page(TWO)])[: start + cut]
    found = read_bytes(tmp_path, data, "a.warc.gz")
    assert [d.title for d in documents(found)] == [ONE.headline]
    before = len(packed([INFO]))
    assert reasons(found)[0] in {
        f"cut short in or after the record at byte {at}: what came before is kept" for at in (before, start)
    }


def test_a_plain_archive_cut_in_a_page_gives_its_beginning(tmp_path: Path) -> None:
    data = page(ONE) + page(TWO)[:-400]
    found = read_bytes(tmp_path, data, "a.warc")
    first, second = documents(found)
    assert (first.problems, [p.kind for p in second.problems]) == ((), ["cut_short"])
    assert reasons(found) == [f"cut short in or after the record at byte {len(page(ONE))}: what came before is kept"]


def test_damage_in_the_middle_keeps_what_came_before_and_names_the_byte(tmp_path: Path) -> None:
    data = bytearray(packed([INFO, page(ONE), page(TWO), page(THREE)]))
    data[len(packed([INFO, page(ONE)])) + 100] ^= 0xFF
    found = read_bytes(tmp_path, bytes(data), "a.warc.gz")
    assert ONE.headline in [d.title for d in documents(found)]
    assert any("at byte" in reason and "what came before is kept" in reason for reason in reasons(found))
    assert THREE.headline not in [d.title for d in documents(found)]


def test_gzip_that_grows_without_end_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(captures, "_FREE", 1 << 20)
    bomb = record("resource", "https://a.example/b", b" " * (40 << 20), type_="video/mp4")
    found = read_bytes(tmp_path, packed([page(ONE), bomb, page(TWO)]), "a.warc.gz")
    assert [d.title for d in documents(found)] == [ONE.headline]
    (reason,) = reasons(found)
    assert reason.startswith("grows to more than 250 times its size at byte ")


@pytest.mark.parametrize("name, pack", [("gzip", gzip.compress), ("br", br)])
def test_a_body_that_grows_without_end_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, pack: Callable[[bytes], bytes]
) -> None:
    monkeypatch.setattr(captures, "MAX_BYTES", 1 << 20)
    monkeypatch.setattr(bodies, "MAX_BYTES", 1 << 20)
    bomb = pack(b"<html>" + b"a" * (64 << 20))
    undone: list[int] = []
    true = bodies._unpacked

    def seen(how: str, data: bytes) -> tuple[bytes, bool]:
        got = true(how, data)
        undone.append(len(got[0]))
        return got

    monkeypatch.setattr(bodies, "_unpacked", seen)
    data = answer("https://a.example/b", bomb, headers=f"Content-Encoding: {name}\r\n") + page(TWO)
    found = read_bytes(tmp_path, data, "a.warc")
    assert [d.title for d in documents(found)] == [TWO.headline]
    assert reasons(found) == ["left out: 1 longer than 1 MB"]
    assert undone == [(1 << 20) + 1]


def test_headers_without_end_are_damage(tmp_path: Path) -> None:
    data = page(ONE) + b"WARC/1.1\r\nX: " + b"a" * (1 << 20) + b"\r\n\r\n" + page(TWO)
    found = read_bytes(tmp_path, data, "a.warc")
    assert [d.title for d in documents(found)] == [ONE.headline]
    assert reasons(found)[0].startswith("damaged after the record at byte 0: ")


def test_a_stream_is_read_as_a_file_is(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    class Stdin:
        buffer = Pipe(packed([INFO, page(ONE), page(TWO)]))

    monkeypatch.setattr(sys, "stdin", Stdin())
    found = list(read_input(InputFile("-")))
    assert [d.title for d in documents(found)] == [ONE.headline, TWO.headline]


def test_without_the_extra_one_line_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    assert reasons(read_bytes(tmp_path, page(ONE), "a.warc")) == [
        'reading WARC needs fastwarc: pip install "bilat[warc]"'
    ]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "https://a.example/" + "x" * 5000, "dns:a.example"]
)
def test_an_address_that_is_none_of_the_web_is_left_out(tmp_path: Path, url: str) -> None:
    found = read_bytes(tmp_path, answer(url, html(ONE)), "a.warc")
    assert documents(found) == []
    assert "left out: 1 no page of the web" in reasons(found)
