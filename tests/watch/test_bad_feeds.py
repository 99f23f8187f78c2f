"""Feeds that are none, are made to harm, or come broken."""

import pytest

from tests.watch.desk import Desk
from tests.watch.pages import NEWS, publish
from tests.watch.server import Handler, Site, item, rss


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
