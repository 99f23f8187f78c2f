"""A record that several threads ask, and questions that take too long."""

import gc
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bilat.errors import LimitError, StoreError
from bilat.record import Record
from tests.record.made import document, keep, meeting


def build(path: Path, number: int) -> None:
    docs = [document(f"李明会见范文山，第{n}次", f"2023-06-{n + 1:02}") for n in range(number)]
    _ = keep(
        path,
        {"a": [(doc, meeting(doc, "李明/CN", "范文山/VN", start=doc.published.day)) for doc in docs if doc.published]},
    )


def test_threads_ask_one_record_at_the_same_time(tmp_path: Path):
    build(tmp_path / "r.bilat", 9)
    with Record(tmp_path / "r.bilat", shared=True) as record, ThreadPoolExecutor(12) as pool:
        whole = [event.id for event in record.events()]
        asked = [pool.submit(lambda: [event.id for event in record.events()]) for _ in range(60)]
        answers = [each.result() for each in asked]
        assert answers == [whole] * 60
        assert len(whole) == 9


def test_what_is_open_stays_when_a_build_replaces_the_file(tmp_path: Path):
    build(tmp_path / "r.bilat", 2)
    build(tmp_path / "new.bilat", 5)
    with Record(tmp_path / "r.bilat", shared=True) as record, ThreadPoolExecutor(6) as pool:
        _ = (tmp_path / "new.bilat").replace(tmp_path / "r.bilat")
        asked = [pool.submit(record.count, "events") for _ in range(24)]
        assert {each.result() for each in asked} == {2}
    with Record(tmp_path / "r.bilat", shared=True) as record:
        assert record.count("events") == 5


def test_a_record_that_is_not_there_cannot_be_shared(tmp_path: Path):
    with pytest.raises(StoreError, match="no such record"):
        _ = Record(tmp_path / "r.bilat", shared=True)


def endless(record: Record) -> list[tuple[int]]:
    return record._rows("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")


def test_a_question_that_takes_too_long_is_given_up(tmp_path: Path):
    build(tmp_path / "r.bilat", 2)
    with Record(tmp_path / "r.bilat") as record:
        began = time.monotonic()
        with pytest.raises(LimitError, match="fewer rows"), record.limited(0.05):
            _ = endless(record)
        assert time.monotonic() - began < 2
        assert record.count("events") == 2


def test_a_limit_within_a_limit_makes_none_longer_and_holds_for_its_thread_alone(tmp_path: Path):
    build(tmp_path / "r.bilat", 2)
    with Record(tmp_path / "r.bilat", shared=True) as record, ThreadPoolExecutor(8) as pool:
        with pytest.raises(LimitError), record.limited(0.05), record.limited(60):
            _ = endless(record)

        def asked(number: int) -> str:
            try:
                with record.limited(0.05 if number % 2 else 30):
                    return str(endless(record)) if number % 2 else str(record.count("events"))
            except LimitError:
                return "late"

        assert list(pool.map(asked, range(8))) == ["2", "late"] * 4


def test_a_record_that_is_let_go_is_closed(tmp_path: Path):
    build(tmp_path / "r.bilat", 2)
    record = Record(tmp_path / "r.bilat")
    connection = record._db
    rows = record.events()
    del record
    assert len(list(rows)) == 2
    del rows
    _ = gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        _ = connection.execute("SELECT 1")
