"""What visitors do on the site, in a real browser."""

import re

from playwright.sync_api import expect

from tests.web.browser.conftest import Tab


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
    page.get_by_role("button", name="Menu").click()
    link.click()
    expect(page).to_have_url(re.compile("/timeline"))
