"""From a feed to a word: pages are kept, a record is built, and what is new in it is told once."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import feedparser
import pytest
from click.testing import CliRunner

import bilat
from bilat.build import build
from bilat.cli import main
from bilat.errors import StoreError
from bilat.watch import archive, deliver, notices
from bilat.watch.happening import Happening
from bilat.watch.settings import load
from tests.cli.run import bilat as run
from tests.watch.desk import Desk
from tests.watch.server import FakeClock, Handler, Site, article, item, rss

VISIT = article(
    "林海将访问越南",
    "【远山通讯社北京12月1日电】外交部发言人1日宣布：应越南外交部长陈山邀请，中国外交部长林海将于12月12日至13日访问越南。",
)
MEETING = article(
    "林海会见陈山",
    "【远山通讯社河内12月12日电】中国外交部长林海12日在河内会见越南外交部长陈山。",
    "林海表示，中方愿同越方深化政治互信。2022年中越双边贸易额达1756亿美元。",
)
OTHER = article("陈山谈贸易", "越南外交部长陈山说，2022年中越双边贸易额达2300亿美元，两国将巩固政治互信。")
QUERIES = """
[[query]]
name = "visits"
when = "visit_announced"
countries = ["CN", "VN"]
[[query]]
name = "everything"
when = "event"
[[query]]
name = "figures"
when = "figure"
countries = ["CN", "VN"]
[[query]]
name = "claims"
when = "claim"
countries = ["CN", "VN"]
[[query]]
name = "words"
when = "phrase"
[[query]]
name = "quarrels"
when = "discrepancy"
countries = ["CN", "VN"]
"""
WRITE = "import sys, pathlib; p = pathlib.Path(sys.argv[1]); p.write_bytes((p.read_bytes() if p.exists() else b'') + sys.stdin.buffer.read())"


def to_file(path: Path) -> str:
    """A notify table whose command appends to a file."""
    return f"[[notify]]\ncommand = [{json.dumps(sys.executable)}, '-c', {json.dumps(WRITE)}, {json.dumps(str(path))}]\n"


def serve(site: Site, **pages: str) -> None:
    """A feed of these pages, the newest first."""
    site.put("/feed.xml", rss(*(item(site.url(f"/{name}"), title=name) for name in reversed(pages))))
    for name, page in pages.items():
        site.put(f"/{name}", page)


def told(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Every notice that a command was given: its matches by query."""
    found: dict[str, list[dict[str, Any]]] = {}
    for line in path.read_text("utf-8").splitlines() if path.exists() else ():
        notice = json.loads(line)
        found.setdefault(notice["query"], []).extend(notice["matches"])
    return found


def built(real: Desk, after: float = 0) -> bool:
    return real.round(after=after, build=build)


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


def test_a_webhook_that_fails_first_gets_it_in_the_end_once(real: Desk, site: Site):
    got: list[bytes] = []
    statuses = iter([500, 429, 200])

    def hook(handler: Handler) -> None:
        status = next(statuses)
        got.append(site.asked[-1][2])
        handler.answer(status, b"")

    site.pages["/hook"] = hook
    hooks = f'[[notify]]\nwebhook = "{site.url("/hook")}"\nallow_private = true\nqueries = ["visits"]\n'
    real.write(more=QUERIES + hooks, watch="delay = 0")
    serve(site, visit=VISIT)
    assert built(real)
    assert len(got) == 3
    assert len(set(got)) == 1
    headers = site.asked[-1][1]
    assert headers["content-type"] == "application/json"
    assert headers["idempotency-key"] == json.loads(got[0])["id"]
    assert built(real, 3600)
    assert len(got) == 3


def test_a_webhook_at_a_private_address_is_not_called_unless_allowed(real: Desk, site: Site):
    site.put("/hook", "")
    hooks = f'[[notify]]\nwebhook = "{site.url("/hook")}?token=secret"\nqueries = ["visits"]\n'
    real.write(more=QUERIES + hooks, watch="delay = 0")
    serve(site, visit=VISIT)
    assert not built(real)
    assert not any(path.startswith("/hook") for path in site.paths())
    assert "no public address" in real.heard.of("told")[0]
    assert "secret" not in str(real.heard.all)


def test_a_command_that_keeps_failing_is_given_up_at_last(real: Desk, site: Site):
    real.write(more=QUERIES + "[[notify]]\ncommand = ['false']\nqueries = ['visits']\n", watch="delay = 0")
    serve(site, visit=VISIT)
    for _ in range(10):
        _ = built(real, 20_000)
    lines = real.heard.of("told")
    assert lines[0] == "visits: not yet: command false ended with 1"
    assert lines[-1] == "visits: given up after 8 tries: command false ended with 1"
    assert len(lines) == 8


def notice(**more: Any) -> dict[str, Any]:
    match = {"id": "m", "summary": "a\x1b[2J\u202e & <b>", "url": "http://a/?b&c", "quote": "话\x00\ufffe"}
    return {
        "id": "n",
        "query": "q",
        "when": "event",
        "at": "2023-12-02T00:00:00Z",
        "matches": [match],
        "more": 0,
    } | more


def given(to: str, tmp_path: Path) -> Any:
    (tmp_path / "feeds.toml").write_text(f'[[feed]]\nurl = "http://a/"\n[[notify]]\n{to}\n', "utf-8")
    return load(tmp_path / "feeds.toml").notify[0]


def test_no_shell_sees_a_command(tmp_path: Path, clock: FakeClock):
    touched = tmp_path / "touched"
    to = given(f"command = ['echo', '$(touch {touched})', '; touch {touched}']", tmp_path)
    assert deliver.deliver(notice(), to, None, clock, {}) == ""  # type: ignore[arg-type]
    assert not touched.exists()


@pytest.mark.parametrize(
    "to, reason",
    [
        ("command = ['/no/such/program']", "cannot be run"),
        ("command = ['sleep', '5']\ntimeout = 0.1", "not done within 0.1 s"),
        ("command = ['false']", "ended with 1"),
        ("command = ['true']", ""),
        ("atom = 'feeds.toml/news.xml'", "cannot be written"),
    ],
)
def test_what_a_command_does_wrong_is_told(tmp_path: Path, clock: FakeClock, to: str, reason: str):
    big = notice(matches=[{"id": str(n), "summary": "x" * 1000, "url": "", "quote": ""} for n in range(500)])
    found = deliver.deliver(big, given(to, tmp_path), None, clock, {})  # type: ignore[arg-type]
    assert found.startswith(reason)
    assert bool(found) == bool(reason)


def test_an_atom_file_tells_each_match_once_and_is_the_same_for_the_same(tmp_path: Path, clock: FakeClock):
    history: dict[str, list[Any]] = {}
    to = given("atom = 'news.xml'", tmp_path)
    assert deliver.deliver(notice(), to, None, clock, history) == ""  # type: ignore[arg-type]
    first = (tmp_path / "news.xml").read_bytes()
    assert deliver.deliver(notice(), to, None, clock, history) == ""  # type: ignore[arg-type]
    assert (tmp_path / "news.xml").read_bytes() == first
    parsed = feedparser.parse(first)
    assert not parsed.bozo
    assert [(e["title"], e["link"]) for e in parsed.entries] == [("q: a␛[2J & <b>", "http://a/?b&c")]
    acts = [{"id": "1", "summary": "s", "url": "javascript:alert(1)", "quote": "q"}]
    assert deliver.deliver(notice(matches=acts), to, None, clock, {}) == ""  # type: ignore[arg-type]
    assert b"javascript" not in (tmp_path / "news.xml").read_bytes()
    many = notice(matches=[{"id": str(n), "summary": "s", "url": "", "quote": ""} for n in range(300)])
    assert deliver.deliver(many, to, None, clock, history) == ""  # type: ignore[arg-type]
    assert len(feedparser.parse((tmp_path / "news.xml").read_bytes()).entries) == 200


# --- the loop -----------------------------------------------------------------------------------------------------------


def test_watching_goes_on_until_it_is_interrupted(desk: Desk, site: Site, monkeypatch: pytest.MonkeyPatch):
    from bilat.watch import watch

    desk.write(watch="interval = 600")
    serve(site, visit=VISIT)
    sleep, naps = desk.clock.sleep, list[float]()

    def nap(seconds: float) -> None:
        sleep(seconds)
        naps.append(seconds)
        if seconds > 500 and len([n for n in naps if n > 500]) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(desk.clock, "sleep", nap)
    with pytest.raises(KeyboardInterrupt):
        _ = watch(load(desk.file), desk.clock, desk.heard, builder=desk._build)
    assert site.paths() == ["/feed.xml", "/visit", "/feed.xml", "/feed.xml"]
    assert desk.round(after=600), "the archive is free again"


def test_two_watches_of_one_archive_are_one_too_many(desk: Desk, site: Site):
    from bilat.build.lock import building

    desk.write()
    serve(site, visit=VISIT)
    own = desk.folder / "archive/.watch"
    own.mkdir(parents=True)
    with building(own / "watch"), pytest.raises(StoreError, match="another bilat watch"):
        _ = desk.round()
    assert site.asked == []


def test_a_log_that_a_crash_cut_short_goes_on_in_a_new_line(desk: Desk, site: Site):
    desk.write()
    serve(site, visit=VISIT)
    log = desk.folder / "archive/.watch/log.jsonl"
    log.parent.mkdir(parents=True)
    log.write_bytes(b'{"at": "20')
    assert desk.round()
    first, *others = log.read_text("utf-8").splitlines()
    assert first == '{"at": "20'
    assert all(json.loads(line)["kind"] for line in others)


# --- the command --------------------------------------------------------------------------------------------------------


def test_the_command_tells_on_standard_error_and_in_json(real: Desk, site: Site, tmp_path: Path):
    real.write(more=QUERIES + '[[notify]]\natom = "news.xml"\n', watch="delay = 0")
    serve(site, visit=VISIT)
    done = run("watch", real.file, "--once", "--json", "-r", tmp_path / "mine.bilat")
    assert done.exit_code == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["what"] for line in lines][:3] == ["kept", "feed", "built"]
    assert len(done.stderr.splitlines()) == len(lines)
    assert (tmp_path / "mine.bilat").exists()
    assert not (tmp_path / "relations.bilat").exists()


def test_the_commands_exit_code_tells_how_it_went(real: Desk, site: Site):
    real.write()
    site.put("/feed.xml", "", status=404)
    assert run("watch", real.file, "--once").exit_code == 1
    real.file.write_text("[[feeds]]\n")
    wrong = run("watch", real.file, "--once")
    assert (wrong.exit_code, wrong.stderr) == (2, f"bilat: {real.file}:1: unknown key 'feeds'\n")


def test_ctrl_c_ends_it_in_a_line(real: Desk, site: Site):
    real.write(watch="delay = 0")
    site.put("/feed.xml", rss())
    command = [sys.executable, "-m", "bilat", "watch", str(real.file)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as running:
        assert running.stderr is not None
        assert " feed " in running.stderr.readline()
        running.send_signal(signal.SIGINT)
        assert running.stderr.read() == "bilat: interrupted\n"
    assert running.returncode == 130


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in [name for name in sys.modules if name.startswith("bilat.watch")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "httpx2", None)
    done = CliRunner().invoke(main, ["watch", str(tmp_path / "feeds.toml")])
    assert done.exit_code == 2
    assert done.stderr == 'bilat: bilat watch needs httpx2: pip install "bilat[watch]"\n'


def test_a_happening_is_one_line_and_one_object():
    happened = Happening("2023-12-02T00:00:00Z", "kept", "http://a/", "题", more={"file": "f"})
    assert happened.line() == "2023-12-02T00:00:00Z kept http://a/: 题"
    assert happened.to_dict() == {
        "at": "2023-12-02T00:00:00Z", "what": "kept", "about": "http://a/", "detail": "题", "bad": False, "file": "f",
    }  # fmt: skip
