"""What is fetched, when, and what never twice."""

import hashlib
import json
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest

from bilat.watch.client import Client
from tests.watch.desk import Desk
from tests.watch.server import Handler, Site, article, item, rss

NEWS = article("林海会见白桦", "外交部长林海今天在河内会见松国外长白桦，双方就贸易交换意见。")


def publish(site: Site, *paths: str, **headers: str) -> None:
    """A feed of pages, all there."""
    site.put("/feed.xml", rss(*(item(site.url(path)) for path in paths)), 200, **headers)
    for path in paths:
        site.put(path, NEWS + path)


def test_a_new_page_is_kept_as_it_came(desk: Desk, site: Site):
    desk.write()
    body = "<!doctype html><p>河内\r\n\x00".encode("gb18030") + b"\xff"
    site.put("/feed.xml", rss(item(site.url("/a"))))
    site.put("/a", body, Content_Type="text/html; charset=gb18030", Set_Cookie="secret=1")
    assert desk.round()
    page = desk.pages()[0]
    assert page.read_bytes() == body
    assert page.stem == hashlib.sha256(body).hexdigest()
    assert page.parent.name == "2023-12-02"
    known = json.loads((page.parent / f".{page.stem}.json").read_text("utf-8"))
    assert known["url"] == site.url("/a")
    assert (known["publisher"], known["published"]) == ("远山通讯社", "Fri, 01 Dec 2023 08:00:00 +0800")
    assert known["fetched"].startswith("2023-12-02T")
    assert "secret" not in json.dumps([known, desk.log()])
    assert desk.built == [[str(desk.folder / "archive")]]


def test_nothing_is_fetched_twice(desk: Desk, site: Site):
    desk.write()
    publish(site, "/a", "/b")
    _ = desk.round(), desk.round(after=3600), desk.round(after=3600)
    assert site.paths() == ["/feed.xml", "/a", "/b", "/feed.xml", "/feed.xml"]
    assert len(desk.pages()) == 2
    assert len(desk.built) == 1


def test_a_feed_is_asked_for_only_if_it_changed(desk: Desk, site: Site):
    desk.write('language = "zh-CN"')
    publish(site, "/a", ETag='W/"1"', Last_Modified="Fri, 01 Dec 2023 00:00:00 GMT")
    _ = desk.round()
    site.pages["/feed.xml"] = lambda handler: handler.answer(304, b"")
    assert desk.round(after=3600)
    headers = site.asked[-1][1]
    assert headers["if-none-match"] == 'W/"1"'
    assert headers["if-modified-since"] == "Fri, 01 Dec 2023 00:00:00 GMT"
    assert headers["accept-language"] == "zh-CN"
    assert "cookie" not in headers
    assert desk.heard.of("feed")[-1].endswith("unchanged")


@pytest.mark.parametrize("etag", ['"a\tb"', '"é"', '"' + "x" * 50], ids=["tab", "letter", "open"])
def test_a_strange_validator_does_no_harm(desk: Desk, site: Site, etag: str):
    desk.write()
    site.pages["/feed.xml"] = lambda handler: handler.raw(
        b"HTTP/1.1 200 OK\r\nConnection: close\r\nETag: " + etag.encode() + b"\r\n\r\n" + rss().encode()
    )
    assert desk.round()
    assert desk.round(after=3600)


def test_freshness_and_ttl_are_waited_for(desk: Desk, site: Site):
    desk.write()
    publish(site, "/a", Cache_Control="public, max-age=7200")
    _ = desk.round()
    assert desk.round(after=3600)
    assert site.paths() == ["/feed.xml", "/a"]
    assert desk.round(after=3600)
    assert site.paths()[-1] == "/feed.xml"
    site.put("/feed.xml", rss(ttl="<ttl>600</ttl>"))
    _ = desk.round(after=7200), desk.round(after=7200)
    assert site.paths().count("/feed.xml") == 3


def test_an_article_changed_under_its_address_is_kept_beside_the_first(desk: Desk, site: Site):
    desk.write()
    publish(site, "/a")
    _ = desk.round()
    site.put("/a", NEWS + "更正")
    site.put("/feed.xml", rss(item(site.url("/a"), title="更正：林海会见白桦")))
    assert desk.round(after=3600)
    assert len(desk.pages()) == 2
    site.put("/feed.xml", rss(item(site.url("/a"), title="再更正：林海会见白桦")))
    assert desk.round(after=3600)
    assert len(desk.pages()) == 2, "the page itself is the same"
    assert site.paths().count("/a") == 3


def test_a_changed_entry_asks_for_its_page_only_if_that_changed(desk: Desk, site: Site):
    desk.write()
    publish(site, "/a")
    site.put("/a", NEWS, ETag='"p1"')
    _ = desk.round()
    site.put("/feed.xml", rss(item(site.url("/a"), title="新标题")))
    site.pages["/a"] = lambda handler: handler.answer(304, b"")
    assert desk.round(after=3600)
    assert site.asked[-1][1]["if-none-match"] == '"p1"'
    assert len(desk.pages()) == 1


def test_one_article_in_two_feeds_or_twice_in_one_is_fetched_once(desk: Desk, site: Site):
    desk.write("", "")
    publish(site, "/a")
    twice = rss(item(site.url("/a"), guid="1"), item(site.url("/a"), guid="2"), item(site.url("/a"), guid="1"))
    site.put("/feed.xml", twice)
    site.put("/feed1.xml", rss(item(site.url("/a"), guid="x", title="同一篇")))
    assert desk.round()
    assert desk.round(after=3600)
    assert site.paths().count("/a") == 1


def test_what_is_more_than_the_limit_comes_at_the_next_polls(desk: Desk, site: Site):
    desk.write(watch="max_items = 2\ndelay = 0")
    publish(site, *(f"/{n}" for n in range(5)), ETag='"same"')
    _ = desk.round()
    assert desk.heard.of("feed")[-1].endswith("2 new of 5, 3 for later")
    _ = desk.round(after=3600), desk.round(after=3600), desk.round(after=3600)
    assert len(desk.pages()) == 5
    assert "if-none-match" not in [h for p, h, _ in site.asked if p == "/feed.xml"][2]
    assert "if-none-match" in [h for p, h, _ in site.asked if p == "/feed.xml"][3]


def test_a_feed_of_ten_thousand_is_no_burden(desk: Desk, site: Site):
    desk.write('fetch = "item"', watch="max_items = 20")
    site.put(
        "/feed.xml",
        rss(
            *(item(f"/{n}", title=f"第{n}条", more="<description>白桦抵达河内。</description>") for n in range(10_000))
        ),
    )
    assert desk.round()
    assert desk.round(after=3600)
    assert len(desk.pages()) == 40


def test_the_feeds_own_text_is_kept_as_a_feed_of_one_entry(desk: Desk, site: Site):
    desk.write('fetch = "item"\npublisher = "远山"')
    text = "<description><![CDATA[<p>外交部长林海今天在河内会见松国外长白桦。</p>]]></description>"
    site.put("/feed.xml", rss(item("/a", more=text), item("/b", title="另一篇", more=text)))
    assert desk.round()
    assert site.paths() == ["/feed.xml"]
    pages = desk.pages()
    assert [page.suffix for page in pages] == [".xml", ".xml"]
    assert all(page.read_text("utf-8").count("<item>") == 1 for page in pages)
    from bilat.readers import read_paths

    found = list(read_paths(pages))
    assert {(doc.url, doc.publisher, doc.published.day) for doc in found} == {  # type: ignore[union-attr]
        (site.url("/a"), "远山", "2023-12-01"),
        (site.url("/b"), "远山", "2023-12-01"),
    }


def test_a_host_has_its_pause_between_requests(desk: Desk, site: Site):
    desk.write(watch="delay = 7")
    publish(site, "/a", "/b")
    _ = desk.round()
    assert desk.clock.slept == [7.0] * 3


def test_two_hosts_do_not_wait_for_each_other(desk: Desk, site: Site):
    desk.write("", "", watch="delay = 10")
    publish(site, "/a", "/b")
    desk.file.write_text(
        desk.file.read_text().replace(f"127.0.0.1:{site.port}/feed1", f"other.example:{site.port}/feed1")
    )
    site.put("/feed1.xml", rss(item(site.url("/c", "other.example")), item(site.url("/d", "other.example"))))
    site.put("/c", NEWS)
    site.put("/d", NEWS + "d")
    assert desk.round(client=Client("bilat/test", lambda _host, _port, _seconds: ["127.0.0.1"]))
    assert sum(desk.clock.slept) == 30, "as long as for one host alone"


def test_a_changed_article_in_two_feeds_is_asked_for_once(desk: Desk, site: Site):
    desk.write("", "")
    publish(site, "/a")
    site.put("/feed1.xml", rss(item(site.url("/a"))))
    _ = desk.round()
    site.put("/a", NEWS + "更正")
    for feed in ("/feed.xml", "/feed1.xml"):
        site.put(feed, rss(item(site.url("/a"), title="更正")))
    assert desk.round(after=3600)
    assert site.paths().count("/a") == 2


def test_headers_of_a_page_take_no_more_room_than_they_deserve(desk: Desk, site: Site):
    desk.write()
    publish(site, "/a")
    site.put("/a", NEWS, 200, **{f"X-{n}": "y" * 900 for n in range(80)})
    assert desk.round()
    side = next(desk.folder.rglob("archive/127*/*/.*.json"))
    assert side.stat().st_size < 70_000


# --- robots.txt ---------------------------------------------------------------------------------------------------------


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


@pytest.mark.parametrize(
    "body, kind",
    [
        ("<!DOCTYPE html><html><body>新闻</body></html>", "an HTML page"),
        ("", "something else"),
        ('{"items": []}', "something else"),
        (
            "<rss><channel><title>" + "新" * 100_000 + "</title>" + item("/a") + "</channel></rss>",
            "before its first entry",
        ),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "not text"),
    ],
    ids=["html", "nothing", "json", "long", "png"],
)
def test_what_is_no_feed_is_told(desk: Desk, site: Site, body: str | bytes, kind: str):
    desk.write()
    site.put("/feed.xml", body)
    assert not desk.round()
    assert kind in desk.heard.of("failed")[0]


def test_an_entry_made_to_be_slow_is_passed_over(desk: Desk, site: Site):
    desk.write(watch="max_bytes = 9_000_000")
    slow = item("/slow", more="<description>" + "<b>" * 400_000 + "</description>")
    site.put("/feed.xml", rss(slow, item(site.url("/a"))))
    site.put("/a", NEWS)
    assert desk.round()
    assert desk.heard.of("skipped") == [
        f"{site.url('/feed.xml')}: an entry that cannot be read: {len(slow.encode())} bytes"
    ]
    assert len(desk.pages()) == 1
    assert desk.round(after=3600)
    assert len(desk.heard.of("skipped")) == 1


def test_more_than_twenty_thousand_entries_are_not_looked_at(desk: Desk, site: Site):
    desk.write('fetch = "item"', watch="max_items = 1")
    site.put("/feed.xml", rss(*(f"<item><title>{n}</title>" for n in range(30_000))))
    assert desk.round()
    assert desk.heard.of("feed") == [f"{site.url('/feed.xml')}: 1 new of 20000, 19999 for later"]


def test_an_entry_that_says_nothing_is_told_and_not_kept(desk: Desk, site: Site):
    desk.write('fetch = "item"')
    site.put("/feed.xml", rss("<item><category>新闻</category></item>"))
    assert desk.round()
    assert desk.pages() == []
    assert "cannot be read" in desk.heard.of("skipped")[0]


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {x} "{f"&{y};" * 10}">' for x, y in zip("bcdefghij", "abcdefghi", strict=True))
    + '<!ENTITY file SYSTEM "file:///etc/passwd">]>'
)


def test_entities_neither_explode_nor_read_files(desk: Desk, site: Site):
    desk.write('fetch = "item"')
    site.put(
        "/feed.xml",
        BOMB + rss(item("/a", title="&j;&file;林海", more="<description>&j;</description>")).partition("?>")[2],
    )
    _ = desk.round()
    assert sum(page.stat().st_size for page in desk.pages()) < 10_000
    from bilat.readers import read_paths

    assert "root:" not in str(list(read_paths(desk.pages())))


@pytest.mark.parametrize("cut", range(60, 600, 45))
def test_a_feed_cut_short_gives_what_it_has(desk: Desk, site: Site, cut: int):
    desk.write()
    whole = rss(item(site.url("/a")), item(site.url("/b"))).encode()
    site.put("/a", NEWS)
    site.put("/b", NEWS + "b")
    site.put("/feed.xml", whole[:cut])
    _ = desk.round()
    site.put("/feed.xml", whole)
    _ = desk.round(after=200_000)
    assert len(desk.pages()) == 2


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16", "utf-8-sig"])
def test_a_feed_in_any_encoding_is_followed(desk: Desk, site: Site, encoding: str):
    desk.write()
    text = rss(item(site.url("/a"), title="外交部長會見")).replace(
        "UTF-8", "gb2312" if encoding == "utf-16" else encoding
    )
    text = text.replace("远山通讯社", "新聞")
    site.put("/feed.xml", text.encode(encoding), Content_Type="text/xml; charset=iso-8859-1")
    site.put("/a", NEWS)
    assert desk.round()
    assert desk.heard.of("kept") == [f"{site.url('/a')}: 外交部長會見"]


def test_what_titles_do_to_a_terminal_is_for_the_printer_but_lines_stay_one(desk: Desk, site: Site):
    desk.write()
    site.put("/feed.xml", rss(item(site.url("/a"), title="a&#10;b\x9b31m\u202e<b>粗</b>")))
    site.put("/a", NEWS)
    assert desk.round()
    assert "\n" not in desk.heard.of("kept")[0]
    assert all(
        line.isprintable() for line in (desk.folder / "archive/.watch/log.jsonl").read_text("utf-8").splitlines()
    )


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "video/mp4"])
def test_what_is_no_page_is_not_kept(desk: Desk, site: Site, kind: str):
    desk.write()
    publish(site, "/a")
    site.put("/a", b"%PDF-1.7", Content_Type=kind)
    assert desk.round()
    assert desk.pages() == []
    assert desk.built == []


def test_a_reset_connection_is_a_failure_like_another(desk: Desk, site: Site):
    import socket
    import struct

    def reset(handler: Handler) -> None:
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.connection.close()

    desk.write()
    publish(site, "/a")
    site.pages["/a"] = reset
    assert not desk.round()
    publish(site, "/a")
    assert desk.round(after=3600)
    assert len(desk.pages()) == 1
