"""Scoring as the gate does it, with the scorer that lies beside the annotations."""

import json
from pathlib import Path
from typing import Any

import pytest

from quality import errors, measure


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def as_if_read(gold: dict[str, Any], item: dict[str, Any]) -> dict[str, Any]:
    """What `bilat extract` would print if it read as the annotator did."""
    text: str = item["title"] + "\n" + item["text"]
    evidence = [{"start": 0, "end": 2, "quote": text[:2]}]
    people = [
        {**person, "start": text.find(person["name"]), "end": text.find(person["name"]) + len(person["name"])}
        for person in gold["people"]
        if person["name"] in text
    ]
    return {
        "id": gold["id"],
        "text": text,
        "people": people,
        "events": [{**event, "evidence": evidence} for event in gold["events"]],
    }


@pytest.fixture
def reading(shared: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The seeds, read as the annotator did; a test may spoil it before scoring."""
    gold, items = (lines(path) for path in measure.gold_files(shared, "seeds"))
    read = [as_if_read(mine, item) for mine, item in zip(gold, items, strict=True)]

    def extract(_paths: list[Path], output: Path) -> None:
        output.write_text("".join(json.dumps(doc, ensure_ascii=False) + "\n" for doc in read), "utf-8")

    monkeypatch.setattr(measure, "extract", extract)
    monkeypatch.setattr(errors, "extract", extract)
    return read


@pytest.mark.usefixtures("reading")
def test_a_reading_that_agrees_with_the_annotator_scores_one(shared: Path, tmp_path: Path) -> None:
    measured = measure.measure_gold(shared, "seeds", tmp_path)
    assert measured.breaches == ()
    assert measured.values["events_core_f1"] == 1.0
    assert measured.values["events_strict_f1"] == 1.0
    assert measured.values["people_f1"] == 1.0
    assert measured.values["title_accuracy"] == 1.0


@pytest.mark.usefixtures("reading")
def test_there_is_nothing_to_list_when_nothing_is_wrong(shared: Path) -> None:
    assert list(errors.faults(shared, "seeds")) == []


def test_each_kind_of_fault_is_listed(shared: Path, reading: list[dict[str, Any]]) -> None:
    del reading[0]["events"][0]
    reading[0]["people"][0]["title"] = "船长"
    reading[1]["people"][0]["name"] = "某人"
    event = next(each for each in reading[2]["events"] if not each.get("background"))
    event["status"] = "cancelled"
    found = {fault.kind for fault in errors.faults(shared, "seeds")}
    assert {"missed", "title", "person-", "person+", "inexact"} <= found


def test_a_quotation_off_its_offsets_is_a_breach(shared: Path, tmp_path: Path, reading: list[dict[str, Any]]) -> None:
    reading[0]["people"][0]["start"] += 1
    (breach,) = measure.measure_gold(shared, "seeds", tmp_path).breaches
    assert breach.startswith("1 of ")


def test_an_article_left_out_is_a_breach(shared: Path, tmp_path: Path, reading: list[dict[str, Any]]) -> None:
    del reading[-1]
    assert measure.measure_gold(shared, "seeds", tmp_path).breaches == ("1 of 5 articles missing from the output",)


def test_a_command_that_fails_says_what_it_said() -> None:
    with pytest.raises(measure.MeasureError, match="exit code 3"):
        measure.run(["/bin/sh", "-c", "echo no such thing >&2; exit 3"])
