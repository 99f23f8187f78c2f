"""What linking joined or kept apart, drawn for a person to judge."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import bilat
from quality.pairs import Drawer, alike, shares

TOLD = (
    ("越南总理范明政21日在北京会见老挝总理宋赛。", "甲社"),
    ("老挝总理宋赛21日在北京会见越南总理范明政。", "乙社"),
    ("越南总理范明政23日在北京会见泰国总理赛塔。", "甲社"),
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Three articles on two meetings."""
    lines = (
        f'{{"id": "{n}", "date": "2023-12-24", "title": "消息", "text": "{text}", "publisher": "{who}"}}\n'
        for n, (text, who) in enumerate(TOLD)
    )
    _ = (tmp_path / "a.jsonl").write_text("".join(lines), "utf-8")
    _ = bilat.build([tmp_path / "a.jsonl"], tmp_path / "a.bilat", workers=1)
    with closing(sqlite3.connect(tmp_path / "a.bilat")) as connection:
        yield connection


def test_a_merge_shows_two_documents_of_one_event(record: sqlite3.Connection) -> None:
    """Each with its quotation."""
    (shown,) = Drawer(record, 1, 5, 1).merges()
    assert shown.count("●") == 1
    assert "【越南总理范明政21日在北京会见老挝总理宋赛】" in shown
    assert "【老挝总理宋赛21日在北京会见越南总理范明政】" in shown


def test_events_near_each_other_are_drawn_as_a_pair(record: sqlite3.Connection) -> None:
    """Both share a person, two days apart."""
    assert len(alike(record)) == 1
    (shown,) = Drawer(record, 1, 5, 1).near()
    assert shown.count("●") == 2


def test_the_same_seed_draws_the_same(record: sqlite3.Connection) -> None:
    """Another time too."""
    assert Drawer(record, 3, 1, 1).near() == Drawer(record, 3, 1, 1).near()


def test_rare_types_are_drawn_as_often_as_asked_for() -> None:
    """In proportion otherwise."""
    assert shares({"meeting": 90, "call": 8, "visit": 2}, 20, 3) == {"meeting": 15, "call": 3, "visit": 2}
