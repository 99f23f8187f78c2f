"""Deciding and reviewing from the command line."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bilat.cli import main
from tests.cli.run import bilat, lines

NAMES = ("王庭惠", "武文赏")


def article(at: int, day: str, text: str) -> str:
    head = {"id": f"n{at}", "date": day, "title": "会见", "text": text, "publisher": "甲社" if at % 2 else "乙报"}
    return json.dumps(head, ensure_ascii=False)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A record of two meetings of one pair on neighbouring days, each told by both publishers, and of another."""
    told = [
        article(1, "2023-12-13", "中国国家主席习近平12月12日在河内会见越南国家主席武文赏。"),
        article(2, "2023-12-13", "中国国家主席习近平12月12日在河内同越南国家主席武文赏举行会谈。"),
        article(3, "2023-12-14", "中国国家主席习近平12月13日在河内会见越南国家主席武文赏。"),
        article(4, "2023-12-14", "中国国家主席习近平12月13日在河内同越南国家主席武文赏会见。"),
        article(5, "2023-12-14", "中国国家主席习近平12月13日在河内会见越南国会主席王庭惠。"),
    ]
    _ = (tmp_path / "news.jsonl").write_text("\n".join(told) + "\n", "utf-8")
    assert rebuild(tmp_path / "r.bilat").exit_code == 0
    return tmp_path / "r.bilat"


def rebuild(record: Path) -> Result:
    return bilat("build", record.with_name("news.jsonl"), "-o", record, "--workers", 1)


def id_of(record: Path, name: str) -> str:
    return str(lines(bilat("people", "--query", name, "--jsonl", "-r", record))[0]["id"])


def decide(record: Path, *words: object) -> Result:
    return bilat("decide", *words, "--author", "李明", "--date", "2024-01-31", "--reason", "查过", "-r", record)


def test_a_decision_is_written_with_full_ids_and_words_for_the_reader(built: Path):
    one, other = (id_of(built, name) for name in NAMES)
    done = decide(built, "split", one[:9], "from", other)
    assert done.stdout == f"split {one}(王庭惠 VN) from {other}(武文赏 VN) | 李明 | 2024-01-31 | 查过\n"
    text = built.with_name("r.bilat.decisions").read_text("utf-8")
    assert text.startswith("# bilat decisions: ")
    assert text.endswith(done.stdout)


def test_a_decision_is_listed_applied_and_shown(built: Path):
    assert decide(built, "rename", id_of(built, "武文赏"), "Vo", "Van", "Thuong").exit_code == 0
    (row,) = lines(bilat("decide", "--list", "--jsonl", "-r", built))
    assert (row["verb"], row["value"], row["outcome"]) == ("rename", "Vo Van Thuong", None)
    assert rebuild(built).exit_code == 0
    (row,) = lines(bilat("decide", "--list", "--jsonl", "-r", built))
    assert row["outcome"] == "applied"
    assert "not built" not in bilat("decide", "--list", "-r", built).stdout
    shown = bilat("show", id_of(built, "武文赏"), "-r", built).stdout
    assert shown.startswith("Vo Van Thuong VN")
    assert "decided: rename Vo Van Thuong · 李明, 2024-01-31: 查过" in shown


def test_the_author_is_never_guessed(built: Path):
    words = ("decide", "rename", id_of(built, "武文赏"), "x", "-r", built, "--reason", "y")
    assert bilat(*words).exit_code == 2
    assert "--author" in bilat(*words).stderr
    assert bilat(*words, BILAT_AUTHOR="李明").exit_code == 0


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "say what is decided"),
        (("join", "a", "b"), "no decision is called 'join'"),
        (("merge", "zzz", "yyy"), "begins with 'zzz'"),
        (("rename", "ID"), "write: rename"),
        (("rename", "ID", "a|b"), "holds no |"),
        (("set", "ID", "status", "gone"), "no status is called 'gone'"),
        (("merge", "", ""), "may be any of these"),
    ],
)
def test_what_makes_no_sense_is_a_usage_error_and_writes_nothing(built: Path, words: tuple[str, ...], why: str):
    given = [id_of(built, "武文赏") if word == "ID" else word for word in words]
    done = decide(built, *given)
    assert (done.exit_code, why in done.stderr) == (2, True), done.stderr
    assert not built.with_name("r.bilat.decisions").exists()


def test_bad_lines_are_named_by_list_and_build(built: Path):
    _ = built.with_name("r.bilat.decisions").write_text("nonsense\n", "utf-8")
    for done in (bilat("decide", "--list", "-r", built), rebuild(built)):
        assert done.exit_code == 1
        assert "r.bilat.decisions:1: write: verb what" in done.stderr


def test_a_decision_that_matches_nothing_is_told_and_the_build_is_done(built: Path):
    _ = built.with_name("r.bilat.decisions").write_text(f"reject {'0' * 16} | x | 2024-01-31 | y\n", "utf-8")
    done = rebuild(built)
    assert done.exit_code == 0
    assert "r.bilat.decisions:1: reject is unmatched" in done.stderr


def review(record: Path, answers: str) -> Result:
    words = ["review", "-r", str(record), "--author", "李明", "--date", "2024-01-31"]
    return CliRunner().invoke(main, words, input=answers, prog_name="bilat")


def test_review_asks_about_doubts_until_they_are_decided(built: Path):
    rows = lines(bilat("review", "--jsonl", "-r", built))
    assert [(row["kind"], row["joined"], row["why"]) for row in rows] == [("event", False, "near")]
    assert all(row[side]["evidence"][0]["quote"] for row in rows for side in ("one", "other"))
    assert "0 decisions written" in review(built, "x\ns\n").stderr
    assert "0 decisions written" in review(built, "q\n").stderr
    assert "0 decisions written" in review(built, "").stderr
    done = review(built, "a 同一次会见\n")
    assert "1 decision written" in done.stderr
    assert "merge" in built.with_name("r.bilat.decisions").read_text("utf-8")
    assert lines(bilat("review", "--jsonl", "-r", built)) == []
    before = len(lines(bilat("timeline", "--jsonl", "-r", built)))
    assert rebuild(built).exit_code == 0
    assert len(lines(bilat("timeline", "--jsonl", "-r", built))) == before - 1
    assert lines(bilat("review", "--jsonl", "-r", built)) == []


def test_what_is_refused_is_kept_apart_and_not_asked_again(built: Path):
    assert "1 decision written" in review(built, "r\n").stderr
    assert "split" in built.with_name("r.bilat.decisions").read_text("utf-8")
    assert rebuild(built).exit_code == 0
    assert lines(bilat("review", "--jsonl", "-r", built)) == []
    assert "kind" in bilat("review", "--csv", "-r", built).stdout


def test_review_without_an_author_asks_nothing(built: Path):
    assert bilat("review", "-r", built).exit_code == 2


def test_a_strangers_record_cannot_choose_the_file_that_is_written_to_or_read(built: Path):
    """A record names the decisions file of its last build: that of a stranger may name any file of this machine."""
    secret = built.with_name("profile")
    _ = secret.write_text("export PATH\nsecret-word\n", "utf-8")
    one, two = (id_of(built, name) for name in NAMES)
    for named in (secret, built.with_name("new-file"), built.parent):
        with closing(sqlite3.connect(built)) as db:
            _ = db.execute("INSERT OR REPLACE INTO meta VALUES ('decisions', ?)", (json.dumps([str(named), ""]),))
            db.commit()
        done = decide(built, "merge", one, two)
        assert (done.exit_code, "--decisions" in done.stderr) == (2, True)
        assert bilat("review", "--author", "李明", "-r", built).exit_code == 2
    assert secret.read_text("utf-8") == "export PATH\nsecret-word\n"
    assert not built.with_name("new-file").exists()
    with closing(sqlite3.connect(built)) as db:
        _ = db.execute("INSERT OR REPLACE INTO meta VALUES ('decisions', ?)", (json.dumps([str(secret), ""]),))
        db.commit()
    with built.with_name("news.jsonl").open("a") as more:
        _ = more.write("\n")
    rebuilt = rebuild(built)
    assert "secret-word" not in rebuilt.output
    assert "no file of decisions" in rebuilt.output
