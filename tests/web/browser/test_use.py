"""What visitors do on the site, in a real browser."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, expect

from tests.web.browser.conftest import Tab, a_tab


def test_the_look_can_be_changed_and_is_kept(tab: Tab) -> None:
    page = tab.open("/")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Dark or light").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    tab.open("/timeline")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_the_language_can_be_changed_and_is_kept(tab: Tab) -> None:
    page = tab.open("/timeline?country=CN&country=VN")
    page.get_by_role("link", name="简体中文").click()
    expect(page).to_have_url(re.compile(r"/timeline\?country=CN&country=VN$"))
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"
    tab.open("/")
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"


def test_by_keyboard_the_first_stop_leads_to_the_content(tab: Tab) -> None:
    page = tab.open("/timeline")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_slash_goes_to_the_search_box(tab: Tab) -> None:
    page = tab.open("/timeline")
    page.keyboard.press("/")
    expect(page.get_by_role("banner").get_by_label("Search")).to_be_focused()


def test_on_a_phone_the_pages_are_in_a_menu(phone: Tab) -> None:
    page = phone.open("/")
    link = page.get_by_role("navigation", name="Pages").get_by_role("link", name="Timeline")
    expect(link).to_be_hidden()
    page.get_by_text("Menu", exact=True).click()
    link.click()
    expect(page).to_have_url(re.compile("/timeline"))


def test_on_a_phone_the_boxes_above_a_list_are_folded(phone: Tab) -> None:
    page = phone.open("/timeline")
    box = page.get_by_label("Publisher")
    expect(box).to_be_hidden()
    page.get_by_role("button", name="Filters").click()
    expect(box).to_be_visible()


def test_what_is_printed_is_dark_on_white_and_leads_nowhere(browser: Browser, site: str) -> None:
    with a_tab(browser, site, color_scheme="dark", locale="en-US") as tab:
        page = tab.open("/relation/CN/VN")
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate("getComputedStyle(document.querySelector('.faint')).color") == "rgb(90, 98, 107)"
        expect(page.locator("header.top")).to_be_hidden()
        assert page.locator(".onward:visible").count() == 0
        assert page.locator(".onward").count() > 1


def test_without_scripts_the_menu_opens_too(browser: Browser, site: str) -> None:
    looks = {"viewport": {"width": 390, "height": 800}, "locale": "en-US", "java_script_enabled": False}
    with a_tab(browser, site, **looks) as tab:
        page = tab.open("/")
        page.get_by_text("Menu", exact=True).click()
        expect(page.get_by_role("link", name="Publishers")).to_be_visible()


@pytest.mark.parametrize("locale", ["en-US", "vi-VN"])
@pytest.mark.parametrize("width", [1280, 1060, 800])
def test_the_head_of_a_page_is_one_line(browser: Browser, site: str, locale: str, width: int) -> None:
    with a_tab(browser, site, viewport={"width": width, "height": 400}, locale=locale) as tab:
        page = tab.open("/timeline?country=CN&country=VN")
        parts = page.locator("header.top").locator("a:visible, summary, input, button").all()
        boxes = sorted((box["x"], box["x"] + box["width"], box["y"]) for each in parts if (box := each.bounding_box()))
        assert len(boxes) >= 6
        assert max(top for _left, _right, top in boxes) < 40
        assert all(right <= left for (_, right, _), (left, _, _) in pairwise(boxes))
        assert boxes[-1][1] <= width


def test_the_further_pages_fold_up_again(tab: Tab) -> None:
    page = tab.open("/timeline")
    further = page.get_by_role("link", name="Calendar")
    page.get_by_text("More", exact=True).click()
    expect(further).to_be_visible()
    page.keyboard.press("Escape")
    expect(further).to_be_hidden()
    page.get_by_text("More", exact=True).click()
    page.get_by_role("heading", level=1).click(position={"x": 2, "y": 2})
    expect(further).to_be_hidden()


def test_whoever_comes_with_two_countries_goes_on_with_them(tab: Tab) -> None:
    def leads() -> str | None:
        return tab.page.get_by_role("link", name="Timeline", exact=True).first.get_attribute("href")

    page = tab.open("/relation/CN/VN")
    tab.open("/publishers")
    assert leads() == "/timeline?country=CN&country=VN"
    page.get_by_role("link", name="CN – VN").click()
    expect(page).to_have_url(re.compile("/relation/CN/VN$"))
    tab.open("/timeline")
    tab.open("/publishers")
    assert leads() == "/timeline"
