"""Every kind of page in a real browser, with the record of the bundled articles."""

from pathlib import Path
from typing import Any, cast

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from starlette.testclient import TestClient

from tests.web.browser.conftest import Tab, a_tab
from tests.web.crawl import crawl, kinds

WITHIN = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="session")
def walked(client: TestClient) -> dict[str, str]:
    """An address of each kind of page."""
    return kinds(crawl(client))


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en-US", "zh-CN"])
def test_every_kind_of_page_is_accessible(
    browser: Browser, site: str, walked: dict[str, str], scheme: str, language: str
) -> None:
    found: list[str] = []
    with a_tab(browser, site, color_scheme=scheme, locale=language, reduced_motion="reduce") as tab:
        for path in walked.values():
            result = Axe().run(tab.open(path), options=WITHIN).response
            found += [f"{path}: {_told(violation)}" for violation in result["violations"]]
    assert found == []


def _told(violation: dict[str, Any]) -> str:
    nodes = [f"{node['target']} {node['html'][:120]}" for node in violation["nodes"][:3]]
    return f"{violation['id']}: {violation['help']} {nodes}"


def test_without_scripts_pages_still_tell(browser: Browser, site: str, walked: dict[str, str]) -> None:
    with a_tab(browser, site, java_script_enabled=False) as tab:
        for path in walked.values():
            assert len(tab.open(path).locator("main").inner_text()) > 40, path


def test_a_page_prints(tab: Tab, walked: dict[str, str], tmp_path: Path) -> None:
    page = tab.open(walked["timeline"])
    page.pdf(path=tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").stat().st_size > 10_000
