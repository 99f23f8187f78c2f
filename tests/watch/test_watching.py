"""A watch that runs: until it is interrupted, alone, from the command line."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bilat.cli import main
from bilat.errors import StoreError
from bilat.watch.happening import Happening
from bilat.watch.settings import load
from tests.cli.run import bilat as run
from tests.watch.desk import Desk
from tests.watch.news import QUERIES, VISIT, serve
from tests.watch.server import Site, rss


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
