"""JSON Lines: what the commands print."""

import json
from pathlib import Path
from typing import Any

from bilat.exports import Asked
from bilat.record import Record
from tests.exports.write import written


def objects(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_a_line_is_what_the_command_prints(record: Record, tmp_path: Path):
    folder = written(record, "jsonl", tmp_path / "out")
    read = {path.stem: objects(path) for path in folder.iterdir()}
    assert read["events"] == [event.to_dict() for event in record.events()]
    assert read["figures"] == [figure.to_dict() for figure in record.items("figures")]
    assert read["discrepancies"] == [found.to_dict() for found in record.discrepancies()]
    assert read["people"] == [person.to_dict() for person in record.people()]
    assert set(read) == {
        *("events", "figures", "claims", "phrases", "mechanisms", "undertakings", "disputes"),
        *("discrepancies", "people", "documents"),
    }


def test_one_noun_is_one_file_and_types_choose_events(record: Record, tmp_path: Path):
    asked = Asked(countries=("VN",), types=("visit",), until="2023-12", only=("events",))
    path = written(record, "jsonl", tmp_path / "visits.jsonl", asked)
    read = objects(path)
    assert read == [event.to_dict() for event in record.events(("VN",), until="2023-12", types=("visit",))]
    assert read


def test_what_means_harm_reads_back_as_it_was(hostile: Record, tmp_path: Path):
    path = written(hostile, "jsonl", tmp_path / "d.jsonl", Asked(only=("documents",)))
    assert [row["id"] for row in objects(path)] == ["=cmd|' /C calc'!A0", "b"]
    assert b"\x1b" not in path.read_bytes()
