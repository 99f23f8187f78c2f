"""Pages that are asked for as their hosts want: robots, redirects, patience, failures."""

import json
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest

from bilat.watch.client import Client
from tests.watch.desk import Desk
from tests.watch.pages import NEWS, publish
from tests.watch.server import Site, item, rss


def test_robots_are_obeyed_and_asked_once_a_day(desk: Desk, site: Site):
    desk.write()
    publish(site, "/a", "/private/b")
    site.put("/robots.txt", "User-agent: bilat\nDisallow: /private\nCrawl-delay: 11\n")
    _ = desk.round(), desk.round(after=3600)
    assert "/private/b" not in site.paths()
    assert "/a" in site.paths()
    assert [path for path, _, _ in site.asked].count("/robots.txt") == 1
    assert max(desk.clock.slept) == 11
    assert desk.heard.of("skipped") == [f"{site.url('/private/b')}: robots.txt does not allow it"]
    _ = desk.round(after=90_000)
    assert [path for path, _, _ in site.asked].count("/robots.txt") == 2


def test_a_host_whose_robots_cannot_be_read_is_left_alone(desk: Desk, site: Site):
    desk.write()
    publish(site, "/a")
    site.put("/robots.txt", "", status=500)
    assert not desk.round()
    assert site.paths() == []
    assert "robots.txt: answered 500" in desk.heard.of("failed")[0]
    site.put("/robots.txt", "")
    assert desk.round(after=4000)
    assert site.paths() == ["/feed.xml", "/a"]


def test_a_whole_page_as_robots_allows_what_it_does_not_forbid(desk: Desk, site: Site):
    desk.write()
    publish(site, "/a")
    site.put("/robots.txt", b"\xff\xfe<html>" + b"x" * 600_000)
    assert desk.round()
    assert "/a" in site.paths()


def test_robots_that_lead_round_and_round_allow_all(desk: Desk, site: Site):
    desk.write()
    publish(site, "/a")
    site.put("/robots.txt", "", status=301, Location="/robots.txt")
    assert desk.round()
    assert [path for path, _, _ in site.asked].count("/robots.txt") == 1


# --- redirects ----------------------------------------------------------------------------------------------------------


def test_a_redirect_is_followed_to_the_page_and_its_address_kept(desk: Desk, site: Site):
    desk.write()
    publish(site, "/a")
    site.put("/a", "", status=302, Location="/real/a?b=1")
    site.put("/real/a?b=1", NEWS)
    assert desk.round()
    side = next(desk.folder.rglob("archive/127*/*/.*.json"))
    assert json.loads(side.read_text("utf-8"))["url"] == site.url("/real/a?b=1")


@pytest.mark.parametrize(
    "location, reason",
    [
        ("/a", "more than 5 redirects"),
        ("file:///etc/passwd", "only http and https"),
        ("http://me:secret@127.0.0.1/", "a name or password"),
        ("http://10.255.255.1/", "no public address"),
        ("http://169.254.169.254/latest/meta-data/", "no public address"),
        ("http://[::ffff:10.0.0.1]/", "no public address"),
        ("", "more than 5 redirects"),
        ("http://a\x01b/", "redirects to what is not fetched"),
    ],
)
def test_a_redirect_to_where_nobody_goes_is_not_followed(desk: Desk, site: Site, location: str, reason: str):
    """The site is private as well, but its name stands for a public one here."""
    desk.write(watch="allow_private = false\n")
    text = desk.file.read_text().replace("allow_private = true\n", "").replace("127.0.0.1", "news.example")
    desk.file.write_text(text)
    site.put("/feed.xml", rss(item(site.url("/a", "news.example"))))
    site.pages["/a"] = lambda handler: handler.answer(302, b"", Location=location)
    _ = desk.round(client=as_if_public())
    assert reason in desk.heard.of("skipped")[0]
    assert desk.pages() == []


def as_if_public() -> Client:
    """A client that takes this machine, under the name news.example alone, for a public one."""
    from bilat.watch.address import resolve
    from bilat.watch.client import Answer, Hop, Missed

    class Lenient(Client):
        def send(self, hop: Hop) -> Answer | Missed:
            from msgspec.structs import replace

            return super().send(replace(hop, private="//news.example" in hop.url))

    return Lenient("bilat/test", lambda h, p, s: ["127.0.0.1"] if h == "news.example" else resolve(h, p, s))


@pytest.mark.parametrize(
    "link",
    ["file:///etc/passwd", "http://user:pw@127.0.0.1/", "javascript:alert(1)", "ftp://a/b", "http://[::1", "&#xD800;:"],
)
def test_a_link_that_is_no_page_costs_its_entry_only(desk: Desk, site: Site, link: str):
    desk.write()
    publish(site, "/a")
    site.put("/feed.xml", rss(item(link, guid="bad"), item(site.url("/a"))))
    _ = desk.round(), desk.round(after=3600)
    assert site.paths() == ["/feed.xml", "/a", "/feed.xml"]


# --- failures -----------------------------------------------------------------------------------------------------------


def test_too_many_requests_are_answered_with_patience(desk: Desk, site: Site):
    desk.write()
    publish(site, "/a")
    site.put("/feed.xml", "", status=429, Retry_After="86400")
    assert not desk.round()
    site.asked.clear()
    assert desk.round(after=80_000)
    assert site.asked == []
    publish(site, "/a")
    assert desk.round(after=7000)
    assert "/a" in site.paths()


def test_a_page_that_asks_for_patience_stops_its_host_for_this_poll(desk: Desk, site: Site):
    desk.write()
    publish(site, "/a", "/b", ETag='"1"')
    later = format_datetime(datetime.fromtimestamp(desk.clock.now + 3000, UTC), usegmt=True)
    site.put("/a", "", status=503, Retry_After=later)
    assert not desk.round()
    assert site.paths() == ["/feed.xml", "/a"]
    site.put("/a", NEWS)
    assert desk.round(after=3600)
    assert len(desk.pages()) == 2


def test_a_server_that_fails_and_is_well_again_loses_nothing(desk: Desk, site: Site):
    desk.write()
    publish(site, "/a")
    site.put("/a", "", status=500)
    assert not desk.round()
    assert not desk.round(after=3600)
    site.put("/a", NEWS)
    assert desk.round(after=3600)
    assert len(desk.pages()) == 1


def test_a_page_that_keeps_failing_is_left_at_last(desk: Desk, site: Site):
    desk.write()
    publish(site, "/a", ETag='"1"')
    site.put("/a", "", status=500)
    for _ in range(8):
        _ = desk.round(after=3600)
    assert site.paths().count("/a") == 5
    assert desk.round(after=3600)


@pytest.mark.parametrize("status", [401, 403, 404, 410, 418, 451])
def test_a_page_that_is_not_there_is_not_asked_again(desk: Desk, site: Site, status: int):
    desk.write()
    publish(site, "/a")
    site.put("/a", "", status=status)
    assert desk.round()
    assert desk.round(after=3600)
    assert site.paths().count("/a") == 1


def test_a_feed_that_fails_is_asked_ever_more_seldom(desk: Desk, site: Site):
    desk.write(watch="interval = 600")
    waits: list[float] = []
    for _ in range(12):
        before = desk.clock.now
        assert not desk.round()
        until = desk.heard.of("failed")[-1].rpartition("next try ")[2]
        due = datetime.fromisoformat(until).timestamp()
        waits.append(due - before)
        desk.clock.now = due + 1
    assert waits[0] < waits[3] < waits[6] < waits[-1]
    assert max(waits) <= 86_400 + 60
    assert site.paths() == ["/feed.xml"] * 12
