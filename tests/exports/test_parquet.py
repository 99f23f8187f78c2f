"""Parquet: read by duckdb and pandas; types, nesting and meanings are there."""

from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest

from bilat.exports.columns import NOUNS
from bilat.exports.parquet import whole_text
from bilat.record import Record
from tests.exports.write import written


@pytest.fixture(scope="module")
def whole(record: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(record, "parquet", tmp_path_factory.mktemp("parquet") / "out")


def ask(statement: str) -> list[tuple[Any, ...]]:
    with duckdb.connect() as db:
        return db.execute(statement).fetchall()


def test_duckdb_finds_every_event_with_its_reports_and_quotations(whole: Path, record: Record):
    found = ask(f"SELECT id, type, start, participants, reports FROM '{whole}/events.parquet'")
    events = list(record.events())
    assert [row[:3] for row in found] == [(event.id, event.type, event.start) for event in events]
    for (*_, participants, reports), event in zip(found, events, strict=True):
        assert [(p["actor"], p["name"], p["country"]) for p in participants] == [
            (p.actor, p.name, p.country) for p in event.participants
        ]
        assert [[(ev["start"], ev["end"], ev["quote"]) for ev in r["evidence"]] for r in reports] == [
            [(ev.span.start, ev.span.end, ev.quote) for ev in r.evidence] for r in event.reports
        ]


def test_days_numbers_and_lists_have_their_types(whole: Path):
    def kinds(noun: str) -> dict[str, str]:
        return {row[0]: row[1] for row in ask(f"DESCRIBE SELECT * FROM '{whole}/{noun}.parquet'")}

    events, figures = kinds("events"), kinds("figures")
    assert (events["first_day"], events["countries"], events["background"]) == ("DATE", "VARCHAR[]", "BOOLEAN")
    assert (figures["value"], figures["rank"], figures["published"]) == ("DOUBLE", "BIGINT", "DATE")
    assert kinds("people")["names"] == "VARCHAR[]"
    assert kinds("people")["tenures"].startswith("STRUCT(")


def test_pandas_reads_every_noun(whole: Path, record: Record):
    read = pd.read_parquet
    frames = {noun.name: read(whole / f"{noun.name}.parquet") for noun in NOUNS}
    assert len(frames["events"]) == record.count("events")
    assert len(frames["people"]) == record.count("people")
    assert len(frames["claims"]) == len(list(record.items("claims")))
    assert frames["figures"]["value"].max() > 1e11


def test_every_field_carries_its_meaning(whole: Path, record: Record):
    for noun in NOUNS:
        schema = pq.read_schema(str(whole / f"{noun.name}.parquet"))
        metadata = schema.metadata or {}
        assert metadata[b"description"].decode() == noun.about
        assert metadata[b"bilat_record_digest"].decode() == record.digest
        for column in noun.columns:
            assert (schema.field(column.name).metadata or {})[b"description"].decode() == column.meaning


def test_a_lone_surrogate_is_replaced_one_for_one():
    assert whole_text("a\ud800\ndc\udc00b中") == "a\ufffd\ndc\ufffdb中"
