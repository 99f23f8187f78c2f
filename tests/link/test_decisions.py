"""What a line of a decisions file says, and what is wrong with it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bilat.errors import UsageError
from bilat.link.decisions import HEADER, append, compose, parse, parse_line, read_decisions
from bilat.model.decision import Decision, Verb

A, B, C = "a" * 16, "b" * 16, "c" * 16
BY = "| 李明 | 2024-01-31 | 同一个人"


@pytest.mark.parametrize(
    ("line", "ids", "others", "field", "value"),
    [
        (f"merge {A} {B}", (A, B), (), None, None),
        (f"merge {A}(武文赏 VN) {B} (武文上, VN) {C}", (A, B, C), (), None, None),
        (f"merge\t{A}\t{B}", (A, B), (), None, None),
        (f"confirm {A} {B}", (A, B), (), None, None),
        (f"split {A} from {B}", (A,), (B,), None, None),
        (f"split {A} {B}", (A,), (B,), None, None),
        (f"split {A}(甲) {B} from {C}(丙)", (A, B), (C,), None, None),
        (f"reject {A} {B}", (A, B), (), None, None),
        (f"reject {A} from {B}", (A,), (B,), None, None),
        (f"rename {A} Vo Van Thuong", (A,), (), None, "Vo Van Thuong"),
        (f"rename {A}(武文赏) 武文赏", (A,), (), None, "武文赏"),
        (f"set {A} status cancelled", (A,), (), "status", "cancelled"),
        (f"set {A} start 2023-12", (A,), (), "start", "2023-12"),
        (f"set {A} end unknown", (A,), (), "end", None),
        (f"set {A}(a visit) place Ho Chi Minh City", (A,), (), "place", "Ho Chi Minh City"),
    ],
)
def test_a_line_says_a_decision(
    line: str, ids: tuple[str, ...], others: tuple[str, ...], field: str | None, value: str | None
):
    found = parse_line(f"{line} {BY}")
    assert (found.ids, found.others, found.field, found.value) == (ids, others, field, value)
    assert (found.author, found.date, found.reason) == ("李明", "2024-01-31", "同一个人")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (f"merge {A} {B}", "write: verb what"),
        (f"merge {A} {B} | 李明 | 2024-01-31", "write: verb what"),
        (f"merge {A} {B} | | 2024-01-31 | x", "write: verb what"),
        (f"| 李明 | 2024-01-31 | {A}", "no decision is called ''"),
        (f"join {A} {B} {BY}", "no decision is called 'join'; there are: merge, split"),
        (f"merge {A} {BY}", "write: merge ID ID"),
        (f"merge {A} from {B} {BY}", "write: merge ID ID"),
        (f"split {A} {BY}", "write: split"),
        (f"split {A} {B} {C} {BY}", "write: split"),
        (f"split {A} from {BY}", "'from' is no id"),
        (f"reject {BY}", "write: reject"),
        (f"merge {A} {A} {BY}", f"{A} stands there twice"),
        (f"merge {A} bcd {BY}", "'bcd' is no id"),
        (f"merge {A} {A}b {BY}", "is no id"),
        (f"merge {A} {A.upper()} {BY}", "is no id"),
        (f"rename {A} {BY}", "write: rename"),
        (f"rename 武文赏 {BY}", "write: rename"),
        (f"set {A} host VN {BY}", "write: set"),
        (f"set {A} status {BY}", "write: set"),
        (f"set {A} status gone {BY}", "no status is called 'gone'"),
        (f"set {A} start 2023-13 {BY}", "'2023-13' is no date"),
        (f"set {A} start 20231212 {BY}", "is no date"),
        (f"merge {A} {B} | 李明 | 31.1.2024 | x", "'31.1.2024' is no day"),
        (f"merge {A} {B} | 李明 | 2024-02-30 | x", "'2024-02-30' is no day"),
        (f"merge {A} {B} | 李明 | 2024-02 | x", "'2024-02' is no day"),
        ("<<<<<<< HEAD", "unfinished merge"),
        ("=======", "unfinished merge"),
    ],
)
def test_a_line_that_says_no_decision_is_told_with_its_reason(line: str, why: str):
    with pytest.raises(UsageError, match=why.replace("(", r"\(")):
        _ = parse_line(line)


def test_bad_lines_are_faults_and_the_others_hold():
    lines = [b"\xef\xbb\xbf# a comment", b"", f"merge {A} {B} {BY}\r".encode(), b"nonsense", b"\xff\xfe", b"  # more"]
    ledger = parse(b"\n".join([*lines, f"split {A} from {C} {BY}".encode()]))
    assert [(d.verb, d.line) for d in ledger.decisions] == [("merge", 3), ("split", 7)]
    assert [(fault.line, fault.reason[:5]) for fault in ledger.faults] == [(4, "write"), (5, "not U")]


def test_a_reason_may_hold_what_divides_a_line():
    assert parse_line(f"merge {A} {B} | x | 2024-01-31 | a | b # c").reason == "a | b # c"


WORDS = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="|()"), min_size=1, max_size=9)


@given(WORDS, WORDS, WORDS, st.text(max_size=20))
def test_what_is_written_is_read_back(author: str, reason: str, name: str, label: str):
    decision = Decision(Verb.RENAME, (A,), (), None, name, author, "2024-01-31", reason)
    assert parse_line(compose(decision, {A: label})) == decision


@pytest.mark.parametrize("author", ["a|b", "", "a\nb", "\ud800"], ids=["bar", "empty", "line end", "half"])
def test_what_no_line_can_say_is_refused(author: str):
    with pytest.raises(UsageError):
        _ = compose(Decision(Verb.MERGE, (A, B), (), None, None, author, "2024-01-31", "x"))


def test_lines_are_added_behind_what_stands_there(tmp_path: Path):
    path = tmp_path / "r.decisions"
    assert read_decisions(path).decisions == ()
    line = f"merge {A} {B} {BY}"
    append(path, line)
    assert path.read_text("utf-8") == f"{HEADER}{line}\n"
    _ = path.write_text("# mine", "utf-8")
    append(path, line)
    assert path.read_text("utf-8") == f"# mine\n{line}\n"
    assert read_decisions(path).decisions == (replace(parse_line(line), line=2),)


def test_a_folder_is_no_decisions_file(tmp_path: Path):
    with pytest.raises(UsageError, match="cannot be read"):
        _ = read_decisions(tmp_path)
    with pytest.raises(UsageError, match="cannot be written"):
        append(tmp_path, "x")
