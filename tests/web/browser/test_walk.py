"""Every kind of page in a real browser, with the record of the bundled articles."""

from pathlib import Path
from typing import cast

from playwright.sync_api import Browser

from tests.web.browser.conftest import Tab, a_tab


def test_there_is_a_page_of_every_kind(walked: dict[str, str]) -> None:
    missing = {"", "timeline", "relation/…", "event/…", "document/…", "person/…"} - set(walked)
    assert missing == set()


def test_every_kind_of_page_opens_without_a_complaint(tab: Tab, walked: dict[str, str]) -> None:
    for path in walked.values():
        page = tab.open(path)
        assert page.locator("h1").count() == 1, path
        for chart in page.locator("figure.chart").all():
            page.wait_for_function("each => each.dataset.drawn === 'true'", arg=chart.element_handle())


def test_no_page_is_wider_than_a_phone(phone: Tab, walked: dict[str, str]) -> None:
    wide: list[str] = []
    for path in walked.values():
        page = phone.open(path)
        width = cast("int", page.evaluate("document.scrollingElement.scrollWidth"))
        if width > 390:
            wide.append(f"{path}: {width}")
    assert wide == []


def test_without_scripts_pages_still_tell(browser: Browser, site: str, walked: dict[str, str]) -> None:
    with a_tab(browser, site, java_script_enabled=False) as tab:
        for path in walked.values():
            assert len(tab.open(path).locator("main").inner_text()) > 40, path


def test_a_page_prints(tab: Tab, walked: dict[str, str], tmp_path: Path) -> None:
    page = tab.open(walked["timeline"])
    page.pdf(path=tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").stat().st_size > 10_000
