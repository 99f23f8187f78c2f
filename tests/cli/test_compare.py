"""`bilat compare`, and visits as trees."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.run import bilat, lines


@pytest.fixture(scope="module")
def visit(record: Path) -> Any:
    """The visit of the samples that holds most."""
    events = lines(bilat("timeline", "--jsonl", "-r", record))
    held = [event["part_of"] for event in events if event["part_of"]]
    return next(event for event in events if event["id"] == max(held, key=lambda id_: (held.count(id_), id_)))


@pytest.mark.parametrize("by", ["publisher", "side"])
def test_a_comparison_is_one_object_with_all_its_quotations(by: str, record: Path, visit: Any):
    (compared,) = lines(bilat("compare", visit["id"], "--by", by, "--json", "-r", record))
    assert compared["by"] == by
    assert compared["event"]["id"] == visit["id"]
    assert compared["entries"]
    for entry in compared["entries"]:
        for items in entry["columns"].values():
            assert all(item["evidence"] for item in items)


def test_any_report_of_an_event_leads_to_its_comparison(record: Path, visit: Any):
    whole = bilat("compare", visit["id"], "-r", record)
    assert whole.exit_code == 0
    assert "coverage" in whole.stdout
    assert bilat("compare", visit["id"][:12], "-r", record).stdout == whole.stdout


def test_what_is_no_event_is_refused_in_one_line(record: Path, visit: Any):
    refused = bilat("compare", visit["reports"][0]["document"], "-r", record)
    assert refused.exit_code == 2
    assert "is no event" in refused.stderr
    assert bilat("compare", "nothing", "-r", record).exit_code == 2
    assert bilat("compare", visit["id"], "--by", "colour", "-r", record).exit_code == 2


def test_a_visit_is_shown_with_its_parts_and_its_coverage(record: Path, visit: Any):
    shown = json.loads(bilat("show", visit["id"], "--json", "-r", record).stdout)
    assert shown["parts"]
    assert {part["part_of"] for part in shown["parts"]} == {visit["id"]}
    assert shown["coverage"]["documents"] == len(shown["reports"])
    printed = bilat("show", visit["id"], "-r", record).stdout
    assert all(part["id"] in printed for part in shown["parts"])
