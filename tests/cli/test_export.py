"""`bilat export`."""

import csv
import json
from pathlib import Path

import pytest

from bilat.exports import bilat_exports
from tests.cli.run import bilat


@pytest.mark.parametrize("name", sorted(export.name for export in bilat_exports()))
def test_every_format_can_be_written(record: Path, tmp_path: Path, name: str):
    done = bilat("export", "--format", name, "-o", tmp_path / "out", "-r", record)
    assert done.exit_code == 0, done.output
    assert done.stdout == ""
    assert (tmp_path / "out").exists()


def test_options_choose_as_those_of_timeline_do(record: Path):
    words = ("越南", "cn", "--since", "2023", "--type", "meeting", "--status", "held", "-r", record)
    shown = bilat("timeline", *words, "--jsonl", "--background")
    written = bilat("export", *words, "--format", "jsonl", "--only", "events", "-o", "-")
    assert written.exit_code == 0, written.output
    assert written.stdout == shown.stdout
    assert json.loads(written.stdout.splitlines()[0])["type"] == "meeting"


def test_a_person_and_background_are_chosen(record: Path):
    words = ("export", "--format", "csv", "--only", "events", "-o", "-", "-r", record)
    rows = list(csv.DictReader(bilat(*words, "--person", "习近平").stdout.splitlines()))
    assert {row["background"] for row in rows} == {"yes", "no"}
    fewer = list(csv.DictReader(bilat(*words, "--person", "习近平", "--no-background").stdout.splitlines()))
    assert fewer == [row for row in rows if row["background"] == "no"]


def test_what_is_there_is_not_replaced_unasked(record: Path, tmp_path: Path):
    words = ("export", "--format", "atom", "-o", tmp_path / "feed.atom", "-r", record)
    assert bilat(*words).exit_code == 0
    refused = bilat(*words)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "is there already; give --force to replace it" in refused.stderr
    assert bilat(*words, "--force").exit_code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--format", "xlsx", "-o", "x"), "no format is called 'xlsx'; there are: atom, csv,"),
        (("--format", "sqlite", "-o", "-"), "sqlite cannot go to standard output"),
        (("VN", "--format", "sqlite", "-o", "x"), "--format sqlite does not take COUNTRY"),
        (("--format", "csv", "--only", "event", "-o", "x"), "no table is called 'event'; there are: events,"),
        (("--format", "csv"), "Missing option '-o'"),
    ],
)
def test_what_makes_no_sense_is_told_in_one_line(record: Path, tmp_path: Path, words: tuple[str, ...], told: str):
    given = [str(tmp_path / word) if word == "x" else word for word in words]
    done = bilat("export", *given, "-r", record)
    assert done.exit_code == 2
    assert told in done.stderr
    assert list(tmp_path.iterdir()) == []
