"""The pages of an archive are read by any process, and nobody sees by which."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from bilat.build import build, extract_lines, large, tasks, work
from bilat.build.plan import Input
from bilat.engines.base import Crew, Ready
from bilat.model import Document, Failure
from bilat.readers import InputFile, builtin_readers, read_input
from bilat.readers.crawl import archive as reading
from bilat.readers.crawl.captures import Capture
from bilat.readers.divided import Aside, Page, find_pages
from tests.build.notes import look
from tests.readers.crawl.made import answer, html, packed, record
from tests.readers.crawl.stories import LANGUAGES, story

STORIES = [story(at, LANGUAGES[at % len(LANGUAGES)], paragraphs=6) for at in range(9)]
PAGES = [answer(s.url, html(s)) for s in STORIES]
PICTURE = record("resource", "https://a.example/b.png", b"\x89PNG", type_="image/png")
FRONT = answer("https://www.site.example/", b"<!doctype html><html><body><a href='/1'>1</a></body></html>")


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    """Nine articles, and between them what is none; cut short at its end."""
    records = [*PAGES[:4], PICTURE, FRONT, *PAGES[4:7], PICTURE, *PAGES[7:]]
    path = tmp_path / "crawl.warc.gz"
    _ = path.write_bytes(packed(records) + packed([PAGES[0]])[:200])
    return path


def failures(found: Iterable[object]) -> list[tuple[str, bool]]:
    return [(item.reason, item.aside) for item in found if isinstance(item, Failure)]


@pytest.mark.parametrize("at_once", [1, 2, 4, 64])
def test_pages_are_handed_out_and_make_the_same_record(
    crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
):
    whole = build([crawl], tmp_path / "whole.bilat", workers=1)
    monkeypatch.setattr(large, "_AT_ONCE", at_once)
    monkeypatch.setattr(work, "_ALONE", 0)
    for workers in (1, 2):
        parts = build([crawl], tmp_path / f"{at_once}-{workers}.bilat", workers=workers)
        assert (parts.digest, parts.documents, parts.failures) == (whole.digest, 9, whole.failures)
    read = list(read_input(InputFile(str(crawl))))
    assert failures(whole.failures) == failures(read)
    last, aside = failures(read)[-1]
    assert aside
    assert last.startswith("left out: 2 not HTML, ") or ", 2 not HTML" in last


def test_the_record_of_parts_has_the_documents_in_their_places(
    crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(large, "_AT_ONCE", 2)
    _ = build([crawl], tmp_path / "r.bilat", workers=1)
    places = look(tmp_path / "r.bilat", lambda r: {d.title: [s.index for s in d.sources] for d in r.documents()})
    assert places == {s.headline: [at] for at, s in enumerate(STORIES)}


@pytest.mark.parametrize("at_once", [1, 2, 4, 64])
def test_lines_of_pages_are_numbered_from_the_beginning_of_their_file(
    crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
):
    second = tmp_path / "second.warc.gz"
    _ = second.write_bytes(packed(PAGES[:3]))
    monkeypatch.setattr(large, "_AT_ONCE", at_once)
    lines = [json.loads(line) for line in extract_lines([crawl, second], workers=1) if isinstance(line, bytes)]
    assert [line["source"]["index"] for line in lines] == [*range(9), *range(3)]
    documents = [d for path in (crawl, second) for d in read_input(InputFile(str(path))) if isinstance(d, Document)]
    assert [line["source"] for line in lines] == [d.source.to_dict() for d in documents if d.source]


def test_a_page_that_breaks_its_reader_costs_itself(crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    true = reading.draft_of

    def breaking(capture: Capture) -> object:
        if capture.url == STORIES[5].url:
            msg = "one in a million"
            raise ZeroDivisionError(msg)
        return true(capture)

    monkeypatch.setattr(reading, "draft_of", breaking)
    monkeypatch.setattr(large, "_AT_ONCE", 4)
    report = build([crawl], tmp_path / "r.bilat", workers=1)
    reason = f"{STORIES[5].url}: the warc reader failed: ZeroDivisionError: one in a million"
    assert (report.documents, failures(report.failures)[0]) == (8, (reason, False))
    read = list(read_input(InputFile(str(crawl))))
    assert failures(read) == failures(report.failures)
    assert [d.source.index for d in read if isinstance(d, Document) and d.source] == [*range(8)]


def test_finding_pages_reads_none(crawl: Path, monkeypatch: pytest.MonkeyPatch):
    """What one process does for all others is to unpack."""
    monkeypatch.setattr(reading, "draft_of", None)
    found = list(find_pages(InputFile(str(crawl)), None, builtin_readers()))
    assert Counter(type(item) for item in found) == {Page: 10, Failure: 1, Aside: 2}, "one is a front page"


def test_a_task_holds_no_more_pages_than_it_should(crawl: Path, monkeypatch: pytest.MonkeyPatch):
    settings = tasks.Settings((), "", lambda _doc, _reading: None)
    monkeypatch.setattr(large, "_PAGE_BYTES", 1)
    items = list(large.large(Input(str(crawl), str(crawl), 1, 1), settings, builtin_readers()))
    given = [item for item in items if not isinstance(item, Ready)]
    assert [len(item.pages) for item in given if isinstance(item, tasks.PageTask)] == [1] * 10


def test_a_small_archive_holds_more_than_its_size():
    page, crawl = (Input(name, name, 2**20, 1) for name in ("a.html", "a.warc.gz"))
    assert large.weight(crawl) > 4 * large.weight(page) == 4 * 2**20
    assert not large.is_large(page)
    assert large.is_large(crawl)


def test_an_archive_on_standard_input_is_read_as_well(crawl: Path, monkeypatch: pytest.MonkeyPatch):
    with crawl.open("rb") as stream:
        monkeypatch.setattr("sys.stdin", type("Stdin", (), {"buffer": stream}))
        settings = tasks.Settings((), "", lambda doc, _reading: doc.title)
        found = work.results([Input("-", "-", -1, -1)], settings, Crew(1))
        titles = [item for part in found if isinstance(part, tasks.Part) for item in part.found]
    assert [title for title in titles if isinstance(title, str)] == [s.headline for s in STORIES]
