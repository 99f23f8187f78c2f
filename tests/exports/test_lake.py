"""A lake of Parquet by month: DuckDB and pandas read it as it is; what did not change is not written again."""

import json
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from bilat.build import build
from bilat.errors import UsageError
from bilat.exports import write_lake
from bilat.exports.columns import NOUNS
from bilat.record import Record, open_record
from tests.build.notes import PLUGINS, archive, note
from tests.exports.write import bytes_of, written


@pytest.fixture(scope="module")
def lake(record: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("lake") / "lake"
    _ = write_lake(record, str(place))
    return place


def ask(statement: str) -> list[tuple[Any, ...]]:
    with duckdb.connect() as db:
        return db.execute(statement).fetchall()


@pytest.mark.parametrize("noun", [noun.name for noun in NOUNS])
def test_duckdb_finds_in_the_months_what_the_whole_table_has(lake: Path, record: Record, noun: str, tmp_path: Path):
    whole = written(record, "parquet", tmp_path / "whole")
    parts = f"read_parquet('{lake}/{noun}/**/*.parquet', hive_partitioning = true)"
    left = "" if noun == "people" else " EXCLUDE (month)"
    one, other = f"SELECT *{left} FROM {parts}", f"SELECT * FROM '{whole}/{noun}.parquet'"
    assert ask(f"SELECT count(*) FROM {parts}") == ask(f"SELECT count(*) FROM '{whole}/{noun}.parquet'")
    assert ask(f"({one}) EXCEPT ALL ({other})") == ask(f"({other}) EXCEPT ALL ({one})") == []


def test_events_lie_in_the_month_in_which_they_begin(lake: Path):
    found = ask(
        f"SELECT month, strftime(coalesce(first_day, first_reported), '%Y-%m')"
        f" FROM read_parquet('{lake}/events/*/*.parquet', hive_partitioning = true)"
    )
    assert len({month for month, _ in found}) > 1
    assert [row for row in found if row[0] != row[1]] == []


def test_pandas_reads_a_folder_as_one_table(lake: Path, record: Record):
    frame = pd.read_parquet(lake / "events")
    assert sorted(frame["id"]) == sorted(event.id for event in record.events())
    assert {str(m) for m in frame["month"]} == {p.name.removeprefix("month=") for p in (lake / "events").iterdir()}


def test_the_same_record_gives_the_same_bytes_and_is_not_written_twice(lake: Path, record: Record, tmp_path: Path):
    again = tmp_path / "again"
    first = write_lake(record, str(again))
    assert bytes_of(again) == bytes_of(lake)
    assert write_lake(record, str(again)) == (0, 0, first.written)
    assert json.loads((again / "_manifest.json").read_text())["made"]["record"] == record.digest


def test_only_months_that_changed_are_written(tmp_path: Path):
    folder, place = archive(tmp_path / "a", 3), str(tmp_path / "lake")
    _ = build([folder], tmp_path / "r.bilat", plugins=PLUGINS)
    with open_record(tmp_path / "r.bilat") as record:
        _ = write_lake(record, place)
    before = bytes_of(Path(place))
    _ = (folder / "9.note").write_text(note("标题9\n张三(CN 部长)会见李九(VN 主席)", published="2024-05-02"))
    _ = build([folder], tmp_path / "r.bilat", plugins=PLUGINS)
    with open_record(tmp_path / "r.bilat") as record:
        change = write_lake(record, place)
    after = bytes_of(Path(place))
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed == {
        "_manifest.json",
        "documents/month=2024-05/part-0.parquet",
        "events/month=2024-05/part-0.parquet",
        "people/part-0.parquet",
    }
    assert change == (3, 0, len(after) - 4)


def test_what_is_lost_or_was_left_half_done_is_put_in_order(lake: Path, record: Record, tmp_path: Path):
    place = tmp_path / "lake"
    first = write_lake(record, str(place))
    (place / "people" / "part-0.parquet").unlink()
    stray = place / "events" / "month=1999-01" / "part-0.parquet"
    stray.parent.mkdir()
    _ = stray.write_bytes(b"of a build that was stopped")
    _ = (place / "README.txt").write_text("mine")
    assert write_lake(record, str(place)) == (1, 1, first.written - 1)
    assert not stray.parent.exists()
    assert bytes_of(place) == bytes_of(lake) | {"README.txt": b"mine"}


def test_a_folder_with_other_things_is_refused(record: Record, tmp_path: Path):
    _ = (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(UsageError, match="holds what is no lake"):
        _ = write_lake(record, str(tmp_path))
