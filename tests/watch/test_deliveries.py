"""What a watch tells reaches its reader once: webhooks, commands, files."""

import json
from pathlib import Path
from typing import Any

import feedparser
import pytest

from bilat.watch import deliver
from bilat.watch.settings import load
from tests.watch.desk import Desk
from tests.watch.news import QUERIES, VISIT, built, serve
from tests.watch.server import FakeClock, Handler, Site


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
