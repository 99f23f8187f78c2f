"""What a crawl brings twice counts once: views of one page, fetches on several days, reprints on other sites."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bilat.build import build
from bilat.link import is_article, settle
from bilat.model.rows import Version
from bilat.record.compact import text_of
from tests.readers.crawl.made import answer, html, packed, record
from tests.readers.crawl.stories import Story, story

ONE = story(1, "zh-Hans", paragraphs=8)


_open: list[sqlite3.Connection] = []


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    while _open:
        _open.pop().close()


def built(folder: Path, *records: bytes, name: str = "a.warc.gz") -> sqlite3.Connection:
    """A record of an archive with these pages."""
    archive = folder / name
    _ = archive.write_bytes(packed(records))
    report = build([archive], folder / "r.bilat", workers=1)
    assert [f for f in report.failures if not f.aside] == []
    _open.append(sqlite3.connect(folder / "r.bilat"))
    return _open[-1]


def counting(db: sqlite3.Connection) -> list[tuple[str, str | None]]:
    """Headline and address of the documents that count: no older version, no copy."""
    return db.execute(
        "SELECT title, url FROM documents d WHERE superseded_by IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM copies c WHERE c.document = d.document) ORDER BY title, url"
    ).fetchall()


def with_canonical(s: Story, body: bytes) -> bytes:
    return body.replace(b"</head>", f'<link rel="canonical" href="{s.url}"></head>'.encode())


def test_views_of_one_page_are_one_document(tmp_path: Path) -> None:
    """AMP, mobile and print views and links with trackers; some say where the page is, some do not."""
    page = html(ONE)
    mobile = with_canonical(ONE, page.replace(b"</article>", "<p>手机版正在试用。</p></article>".encode()))
    db = built(
        tmp_path,
        answer(ONE.url, page),
        answer(ONE.url + "?utm_source=mail&fbclid=1", page),
        answer(ONE.url + "#comments", page),
        answer(ONE.url.replace("www.", "m."), mobile, date="2024-05-01T11:00:00Z"),
        answer(ONE.url.replace(".html", "") + "/amp", with_canonical(ONE, page)),
    )
    assert counting(db) == [(ONE.headline, ONE.url)]
    assert db.execute("SELECT count(*) FROM documents").fetchone() == (2,)
    assert db.execute("SELECT count(*) FROM sources").fetchone() == (5,)


def test_of_fetches_on_several_days_the_last_counts_however_they_come(tmp_path: Path) -> None:
    first, second, third = (
        replace(ONE, paragraphs=(*ONE.paragraphs, f"更新第{n}次：会谈改在{n}点举行。")) for n in (1, 2, 3)
    )
    pages = [
        answer(ONE.url, html(second), date="2024-05-02T08:00:00Z"),
        answer(ONE.url, html(third), date="2024-05-03T08:00:00Z"),
        answer(ONE.url, html(first), date="2024-05-01T08:00:00Z"),
    ]
    for at, order in enumerate((pages, pages[::-1])):
        folder = tmp_path / str(at)
        folder.mkdir()
        db = built(folder, *order)
        texts = db.execute("SELECT text FROM documents WHERE superseded_by IS NULL").fetchall()
        assert ["更新第3次" in text_of(text) for (text,) in texts] == [True]
        assert db.execute("SELECT count(*) FROM documents").fetchone() == (3,)


def test_a_later_build_brings_the_later_fetch(tmp_path: Path) -> None:
    old, new = (replace(ONE, paragraphs=(*ONE.paragraphs, f"更新第{n}次：会谈改在{n}点举行。")) for n in (1, 2))
    _ = built(tmp_path, answer(ONE.url, html(new), date="2024-05-02T08:00:00Z"), name="b.warc.gz")
    db = built(tmp_path, answer(ONE.url, html(old), date="2024-05-01T08:00:00Z"), name="a.warc.gz")
    ((text,),) = db.execute("SELECT text FROM documents WHERE superseded_by IS NULL").fetchall()
    assert "更新第2次" in text_of(text)


def test_the_last_fetched_counts_only_among_those_published_at_one_time() -> None:
    older = Version(1, "a", "https://a.example/1", "2024-05-01", "x", "k1", "2024-06-01T00:00:00Z")
    newer = Version(2, "b", "https://a.example/1", "2024-05-02", "y", "k2", "2024-05-02T00:00:00Z")
    assert {s.number: s.superseded_by for s in settle([older, newer])} == {1: 2, 2: None}
    assert is_article("https://a.example/1")


def test_reprints_under_other_headlines_a_paragraph_longer_or_in_the_other_script_are_copies(tmp_path: Path) -> None:
    import opencc

    other = replace(ONE, headline="两国谈判有进展", host="www.reprint.example", day="2024-04-30")
    longer = replace(
        ONE, host="www.longer.example", paragraphs=(*ONE.paragraphs, "另据本网了解，下一轮会谈的地点尚未确定。")
    )
    to_other = opencc.OpenCC("s2t").convert
    script = replace(
        ONE, headline=to_other(ONE.headline), paragraphs=tuple(map(to_other, ONE.paragraphs)), host="www.script.example"
    )
    unlike = story(99, "zh-Hans", paragraphs=8)
    db = built(tmp_path, *(answer(s.url, html(s)) for s in (ONE, other, longer, script, unlike)))
    found = counting(db)
    assert len(found) == 2
    assert unlike.headline in [title for title, _ in found]


def test_a_page_cut_in_pages_is_no_version_of_itself(tmp_path: Path) -> None:
    first, second = (replace(ONE, paragraphs=ONE.paragraphs[part]) for part in (slice(0, 4), slice(4, 8)))
    db = built(tmp_path, answer(ONE.url, html(first)), answer(ONE.url + "?page=2", html(second)))
    assert len(counting(db)) == 2


def test_the_record_tells_when_a_page_was_fetched_and_what_was_left_out(tmp_path: Path) -> None:
    db = built(tmp_path, answer(ONE.url, html(ONE)), record("revisit", ONE.url, b"HTTP/1.1 200 OK\r\n\r\n"))
    assert db.execute("SELECT form, fetched FROM sources").fetchall() == [("warc", "2024-05-01T10:00:00Z")]
    assert db.execute("SELECT reason, aside FROM failures").fetchall() == [
        ("left out: 1 unchanged since an earlier capture", 1)
    ]
