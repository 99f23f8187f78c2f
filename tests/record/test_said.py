"""The digest is a sum: what comes and goes leaves no trace, what stays is in it, in whatever order."""

import sqlite3
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bilat.record import says
from bilat.record.said import Said
from tests.record.made import keep
from tests.record.test_record import articles

LINES = st.lists(st.text("ab山\n", max_size=3), max_size=6)


@given(LINES, LINES)
def test_lines_add_up_in_any_order_and_what_goes_leaves_no_trace(stay: list[str], go: list[str]):
    said = Said()
    said.add(go)
    said.add(stay)
    said.remove(reversed(go))
    assert said == Said.of(reversed(stay))
    assert said.digest == Said.of(sorted(stay)).digest


def test_a_line_said_twice_is_not_a_line_said_once():
    assert Said.of("aab").digest != Said.of("ab").digest != Said.of("").digest


@given(LINES)
def test_it_is_kept_as_a_text(lines: list[str]):
    said = Said.of(lines)
    assert Said.kept(str(said)) == said
    assert Said.kept(None) == Said()


def test_the_lines_of_each_row_are_those_of_all(tmp_path: Path):
    _ = keep(tmp_path / "r", {"a": articles()})
    db = sqlite3.connect(tmp_path / "r")
    for statement, lines in (
        ("SELECT document FROM documents", says.documents),
        ("SELECT event FROM events", says.events),
        ("SELECT document FROM documents", says.copies),
    ):
        numbers = [number for (number,) in db.execute(statement)]
        assert sorted(line for number in numbers for line in lines(db, [number])) == sorted(lines(db))
    locals_ = [local for (local,) in db.execute("SELECT DISTINCT local FROM people")]
    assert sorted(line for local in locals_ for line in says.actors(db, [local])) == sorted(says.actors(db))
    db.close()
