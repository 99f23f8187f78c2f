"""A record that is built anew while the site is open."""

import shutil
import threading
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import bilat
from bilat import samples
from bilat.web.app import create_app
from bilat.web.settings import Settings
from bilat.web.shelf import Shelf
from tests.web.conftest import HERE

ARTICLE = (
    '{"id": "new-1", "date": "2024-09-01", "title": "王毅会见裴青山", "text": "王毅9月1日在河内会见越南外长裴青山。"}\n'
)


@pytest.fixture
def kept(sample_record: Path, tmp_path: Path) -> Path:
    """A record of its own, to be replaced."""
    return Path(shutil.copy(sample_record, tmp_path / "relations.bilat"))


def client(record: Path) -> TestClient:
    return TestClient(create_app(Settings(record)), base_url=HERE)


def built_anew(record: Path) -> None:
    more = record.with_name("more.jsonl")
    more.write_text(ARTICLE, "utf-8")
    bilat.build([samples.folder(), more], record, workers=1)


def test_the_next_page_is_of_the_new_record(kept: Path) -> None:
    with client(kept) as site:
        before = site.get("/timeline?country=CN&country=VN")
        assert "new-1" not in before.text
        built_anew(kept)
        after = site.get("/timeline?country=CN&country=VN", headers={"if-none-match": before.headers["etag"]})
        assert after.status_code == 200
        assert after.headers["etag"] != before.headers["etag"]
        assert "2024-09-01" in after.text


def test_who_reads_the_old_record_goes_on(kept: Path) -> None:
    shelf = Shelf(kept)
    old = shelf.current()
    events = old.record.events()
    first = next(events)
    built_anew(kept)
    assert shelf.current() is not old
    assert first.id in {event.id for event in old.record.events()}
    assert [event.id for event in events]


@pytest.mark.parametrize("spoiled", [b"", b"no record at all" * 1000], ids=["empty", "something else"])
def test_a_file_that_is_no_record_leaves_the_old_one_shown(kept: Path, spoiled: bytes) -> None:
    with client(kept) as site:
        before = site.get("/").text
        other = kept.with_name("other")
        other.write_bytes(spoiled)
        other.replace(kept)
        assert site.get("/").text == before
        assert site.get("/people").status_code == 200


def test_a_record_that_is_gone_leaves_the_old_one_shown(kept: Path) -> None:
    with client(kept) as site:
        before = site.get("/").text
        kept.unlink()
        assert site.get("/").text == before
        assert site.get("/offices").status_code == 200


def test_pages_are_answered_while_a_build_runs(kept: Path) -> None:
    building = threading.Thread(target=built_anew, args=(kept,))
    statuses: set[int] = set()
    with client(kept) as site:
        building.start()
        number = 0
        while building.is_alive():
            statuses.add(site.get(f"/timeline?since={2020 + number % 5}").status_code)
            number += 1
        building.join()
    assert statuses == {200}
    assert number > 0


def test_a_page_names_the_record_it_was_made_from(kept: Path) -> None:
    with client(kept) as site, bilat.open(kept) as record:
        assert record.digest in site.get("/").text
