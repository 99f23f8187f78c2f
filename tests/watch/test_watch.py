"""From a feed to a word: pages are kept, a record is built, and what is new in it is told once."""

from pathlib import Path
from typing import Any

import feedparser
import pytest

import bilat
from bilat.build import build
from bilat.errors import StoreError
from bilat.watch import archive, notices
from tests.watch.desk import Desk
from tests.watch.news import MEETING, OTHER, QUERIES, VISIT, built, serve, to_file, told
from tests.watch.server import Site, item, rss


def test_what_is_new_is_told_once_with_its_words(real: Desk, site: Site, tmp_path: Path):
    out = tmp_path / "out.jsonl"
    real.write(more=QUERIES + to_file(out) + '[[notify]]\natom = "news.xml"\n', watch="delay = 0")
    serve(site, visit=VISIT)
    assert built(real)
    first = told(out)
    assert [match["quote"] for match in first["visits"]] == ["中国外交部长林海将于12月12日至13日访问越南"]
    assert first["visits"][0]["url"] == site.url("/visit")
    assert first["visits"][0]["found"]["reports"][0]["publisher"] == "远山通讯社"
    assert "visit, planned: 林海 CN" in first["visits"][0]["summary"]

    serve(site, visit=VISIT, meeting=MEETING)
    assert built(real, 3600)
    second = told(out)
    assert len(second["visits"]) == 1
    assert [m["found"]["type"] for m in second["everything"]] == ["visit", "meeting"]
    assert [m["found"]["value"] for m in second["figures"]] == [175_600_000_000]
    assert "政治互信" in [m["found"]["phrase"] for m in second["words"]]
    assert "quarrels" not in second

    serve(site, visit=VISIT, meeting=MEETING, other=OTHER)
    assert built(real, 3600)
    third = told(out)
    assert [m["found"]["field"] for m in third["quarrels"]] == ["value"]
    assert len([m for m in third["words"] if m["found"]["phrase"] == "政治互信"]) == 1
    atom = feedparser.parse((tmp_path / "news.xml").read_bytes())
    assert not atom.bozo
    assert len(atom.entries) == sum(len(matches) for matches in third.values())
    assert len({entry["id"] for entry in atom.entries}) == len(atom.entries)
    with bilat.open(tmp_path / "relations.bilat") as record:
        assert record.verify().ok
        assert {doc.publisher for doc in record.documents()} == {"远山通讯社"}
        assert {doc.url for doc in record.documents()} == {
            site.url(f"/{name}") for name in ("visit", "meeting", "other")
        }

    before = out.read_bytes()
    assert built(real, 3600)
    assert out.read_bytes() == before


def test_one_more_value_of_a_known_disagreement_is_news_one_more_report_is_not(real: Desk, site: Site, tmp_path: Path):
    out = tmp_path / "out.jsonl"
    real.write(more=QUERIES + to_file(out), watch="delay = 0")
    pages = {"meeting": MEETING, "other": OTHER}
    serve(site, **pages)
    assert built(real)
    assert len(told(out)["quarrels"]) == 1
    pages["again"] = OTHER.replace("陈山谈贸易", "贸易数字").replace("两国将", "双方将")
    serve(site, **pages)
    assert built(real, 3600)
    assert len(told(out)["quarrels"]) == 1
    pages["third"] = OTHER.replace("陈山谈贸易", "又一数字").replace("2300", "1900")
    serve(site, **pages)
    assert built(real, 3600)
    assert "1900" in told(out)["quarrels"][1]["summary"]


def test_the_past_is_no_news(real: Desk, site: Site, tmp_path: Path):
    """A record that is there when watching begins, and one query more later."""
    out = tmp_path / "out.jsonl"
    (tmp_path / "old.html").write_text(VISIT, "utf-8")
    _ = build([tmp_path / "old.html"], tmp_path / "relations.bilat", workers=1)
    first, *others = QUERIES.split("[[query]]")[1:]
    real.write(more="[[query]]" + first + to_file(out), watch="delay = 0")
    serve(site, meeting=MEETING)
    assert built(real)
    assert told(out) == {}
    real.write(more="[[query]]" + "[[query]]".join([first, *others]) + to_file(out), watch="delay = 0")
    serve(site, meeting=MEETING, other=OTHER)
    assert built(real, 3600)
    assert set(told(out)) <= {"figures", "claims", "quarrels"}
    assert [m["found"]["value"] for m in told(out)["figures"]] == [230_000_000_000]


def test_a_correction_of_an_article_is_no_second_event(real: Desk, site: Site, tmp_path: Path):
    out = tmp_path / "out.jsonl"
    real.write(more=QUERIES + to_file(out), watch="delay = 0")
    serve(site, meeting=MEETING)
    assert built(real)
    before = {query: len(matches) for query, matches in told(out).items()}
    site.put("/feed.xml", rss(item(site.url("/meeting"), title="更正")))
    site.put("/meeting", MEETING.replace("</article>", "<p>本文已更正一处标点。</p></article>"))
    assert built(real, 3600)
    assert {query: len(matches) for query, matches in told(out).items()} == before
    with bilat.open(tmp_path / "relations.bilat") as record:
        assert [doc.superseded_by is None for doc in record.documents()].count(True) == 1
        assert len(record) == 2


def test_an_earlier_report_of_a_known_event_is_no_second_event(real: Desk, site: Site, tmp_path: Path):
    out = tmp_path / "out.jsonl"
    real.write(more=QUERIES + to_file(out), watch="delay = 0")
    site.put("/meeting", MEETING)
    site.put("/early", MEETING.replace("远山通讯社", "北渡社").replace("12日在河内会见", "12日于河内会见了"))
    late = item(site.url("/meeting")).replace("01 Dec 2023", "13 Dec 2023")
    site.put("/feed.xml", rss(late))
    assert built(real)
    events = len(told(out)["everything"])
    site.put("/feed.xml", rss(late, item(site.url("/early")).replace("01 Dec 2023", "12 Dec 2023")))
    assert built(real, 3600)
    with bilat.open(tmp_path / "relations.bilat") as record:
        meetings = list(record.events(types=("meeting",)))
        assert [len(event.reports) for event in meetings] == [2]
    assert len(told(out)["everything"]) == events


CRASHES = ["kept", "built", "found", "told", "crossed out"]


@pytest.mark.parametrize("at", CRASHES)
def test_a_crash_at_any_moment_loses_nothing_and_repeats_nothing(
    real: Desk, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
):
    class Crash(BaseException):
        """The power goes out."""

    out = tmp_path / "out.jsonl"
    real.write(more=QUERIES + to_file(out), watch="delay = 0")
    serve(site, visit=VISIT, meeting=MEETING)

    def after(where: Any, name: str, moment: str) -> None:
        does = getattr(where, name)

        def and_crash(*args: Any, **more: Any) -> Any:
            result = does(*args, **more)
            if at == moment:
                raise Crash
            return result

        monkeypatch.setattr(where, name, and_crash)

    with monkeypatch.context() as patch:
        monkeypatch = patch
        after(archive.Archive, "keep", "kept")
        after(notices.Notices, "after", "found")
        after(notices, "deliver", "told")
        after(notices.Notices, "_drop", "crossed out")

        def build_and_crash(paths: list[str], record: str) -> Any:
            report = build(paths, record)
            if at == "built":
                raise Crash
            return report

        with pytest.raises(Crash):
            _ = real.round(build=build_and_crash)
    assert built(real, 3600)
    assert built(real, 3600)
    found = told(out)
    ids = [match["id"] for matches in found.values() for match in matches]
    repeated = len(ids) - len(set(ids))
    assert repeated == (1 if at == "told" else 0), "only a crash between telling and crossing out repeats one notice"
    assert {query: len({match["id"] for match in matches}) for query, matches in found.items()} == {
        "visits": 1, "everything": 2, "figures": 1, "claims": 1, "words": 1,
    }  # fmt: skip
    assert len(real.pages()) == 2
    assert site.paths().count("/visit") <= 2
    assert site.paths().count("/meeting") == (2 if at == "kept" else 1)


def test_a_record_that_another_build_holds_is_built_at_the_next_round(real: Desk, site: Site, tmp_path: Path):
    out = tmp_path / "out.jsonl"
    real.write(more=QUERIES + to_file(out), watch="delay = 0")
    serve(site, visit=VISIT)

    def held(_paths: list[str], record: str) -> Any:
        msg = f"{record}: another build of it is running"
        raise StoreError(msg)

    assert not real.round(build=held)
    assert built(real, 3600)
    assert len(told(out)["visits"]) == 1


def test_a_page_without_an_article_is_told_of_once(real: Desk, site: Site):
    real.write(watch="delay = 0")
    serve(site, visit=VISIT, menu="<!doctype html><html><body><a href='/'>首页</a></body></html>")
    assert built(real)
    serve(site, visit=VISIT, meeting=MEETING)
    assert built(real, 3600)
    assert [line.rpartition(": ")[2] for line in real.heard.of("skipped")] == ["a page without running text"]


def test_an_archived_page_that_was_changed_is_refused(real: Desk, site: Site, tmp_path: Path):
    real.write(watch="delay = 0")
    serve(site, visit=VISIT)
    assert built(real)
    page = real.pages()[0]
    page.write_text(VISIT.replace("12日", "22日"), "utf-8")
    report = build([tmp_path / "archive"], tmp_path / "again.bilat", workers=1)
    assert [failure.reason for failure in report.failures] == [
        "not as it was fetched: its bytes have another hash than its name"
    ]


def test_a_copy_without_its_side_file_is_a_page_like_another(real: Desk, site: Site, tmp_path: Path):
    real.write(watch="delay = 0")
    serve(site, visit=VISIT)
    assert built(real)
    copy = tmp_path / real.pages()[0].name
    copy.write_bytes(real.pages()[0].read_bytes())
    doc = next(iter(bilat.read(copy)))
    assert (doc.title, doc.url, doc.source and doc.source.form) == ("林海将访问越南", None, "html")


@pytest.mark.parametrize(
    "own, taken",
    [("/own?id=1", True), ("/", False), ("https://elsewhere.example/a", False), ("http://[", False)],
)
def test_a_pages_own_address_counts_on_its_own_host(real: Desk, site: Site, own: str, taken: bool):
    real.write(watch="delay = 0")
    own = site.url(own) if own.startswith("/") else own
    serve(site, visit=VISIT.replace("</head>", f'<link rel="canonical" href="{own}"></head>'))
    assert real.round(build=build)
    doc = next(iter(bilat.read(real.pages()[0])))
    assert doc.url == (own if taken else site.url("/visit"))


def test_what_newer_rules_find_in_old_articles_is_no_news(
    real: Desk, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    out = tmp_path / "out.jsonl"
    real.write(more=QUERIES + to_file(out), watch="delay = 0")
    serve(site, visit=VISIT)
    assert built(real)
    before = out.read_bytes()
    monkeypatch.setattr(notices, "_rules", lambda: "newer")
    (tmp_path / "archive/more").mkdir()
    (tmp_path / "archive/more/old.html").write_text(MEETING, "utf-8")  # stands for what newer rules find
    assert built(real, 3600)
    assert out.read_bytes() == before
    serve(site, visit=VISIT, other=OTHER)
    assert built(real, 3600)
    assert [m["found"]["value"] for m in told(out)["figures"]] == [230_000_000_000]


# --- telling ------------------------------------------------------------------------------------------------------------
