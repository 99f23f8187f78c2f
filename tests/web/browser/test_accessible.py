"""Every kind of page by the rules of axe-core, each look in another language: colours do not hang on words."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.web.browser.conftest import a_tab

WITHIN = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize(("language", "scheme"), [("vi-VN", "light"), ("zh-CN", "dark")])
def test_every_kind_of_page_is_accessible(
    browser: Browser, site: str, walked: dict[str, str], language: str, scheme: str
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
