"""The copy of the site, opened from a folder in a real browser."""

from pathlib import Path

from playwright.sync_api import Browser, Request, expect

import bilat
from bilat.exports import Asked
from bilat.plugins import exports


def missing(request: Request) -> bool:
    """Whether a file was not there; a request that the next page cut short says nothing of the file."""
    return request.failure != "net::ERR_ABORTED"


def test_a_copy_is_read_without_a_server(browser: Browser, sample_record: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.mkdir()
    with bilat.open(sample_record) as record:
        exports()["site"].write(record, Asked(countries=("CN", "VN")), target)
    page = browser.new_page(locale="en-US")
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: wrong.append(request.url) if missing(request) else None)
    page.goto((target / "index.html").as_uri())
    page.goto((target / "relation/CN/VN.html").as_uri())
    page.locator("q.quote a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert "/document/" in page.url
    assert page.url.partition("#")[2].startswith("c")
    assert page.locator(".at").count() > 0 or page.locator(":target").count() == 1
    page.close()
    assert wrong == []
