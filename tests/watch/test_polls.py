"""What is fetched, when, and what never twice."""

import hashlib
import json

import pytest

from bilat.watch.client import Client
from tests.watch.desk import Desk
from tests.watch.pages import NEWS, publish
from tests.watch.server import Site, item, rss


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
