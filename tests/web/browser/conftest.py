"""A real browser: the Chromium that the system has, without a window. Without one these tests skip."""

import shutil
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright
from starlette.testclient import TestClient

from tests.web.crawl import crawl, kinds

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync")


@pytest.fixture(scope="module")
def browser() -> Generator[Browser]:
    """One for each file: while it is open its loop runs in this thread, and other files may need their own."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("no Chromium here (Debian: apt install chromium): pages were not looked at in a browser")
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=path, args=list(FLAGS))
        yield opened
        opened.close()


@dataclass
class Tab:
    """A page in the browser, with all that went wrong in it: console errors, exceptions, requests that leave here."""

    page: Page
    site: str
    wrong: list[str] = field(default_factory=list[str])

    def open(self, path: str) -> Page:
        """Opens an address of the site, and waits until it is there."""
        answer = self.page.goto(f"{self.site}{path}", wait_until="load")
        assert answer is not None, path
        assert answer.status == 200, f"{path}: {answer.status}"
        return self.page

    def heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.wrong.append(f"{self.page.url}: {message.text}")

    def asked(self, request: Request) -> None:
        if not request.url.startswith((self.site, "data:")):
            self.wrong.append(f"{self.page.url}: asks {request.url}")


@contextmanager
def a_tab(browser: Browser, site: str, **looks: object) -> Generator[Tab]:
    context: BrowserContext = browser.new_context(**looks)  # pyright: ignore[reportArgumentType] -- any of its options
    tab = Tab(context.new_page(), site)
    tab.page.on("console", tab.heard)
    tab.page.on("pageerror", lambda error: tab.wrong.append(f"{tab.page.url}: {error}"))
    tab.page.on("request", tab.asked)
    yield tab
    context.close()
    assert tab.wrong == []


@pytest.fixture
def tab(browser: Browser, site: str) -> Iterator[Tab]:
    """A tab of a usual screen; whatever went wrong in it fails the test."""
    with a_tab(browser, site, viewport={"width": 1280, "height": 900}, locale="en-US") as made:
        yield made


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Tab]:
    """The same on a phone."""
    with a_tab(browser, site, viewport={"width": 390, "height": 800}, locale="en-US", is_mobile=True) as made:
        yield made


@pytest.fixture(scope="session")
def walked(client: TestClient) -> dict[str, str]:
    """An address of each kind of page."""
    return kinds(crawl(client))
