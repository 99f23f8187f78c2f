"""The ratchet: a floor rises by itself and falls only with a reason."""

from pathlib import Path
from typing import Any

import pytest

from quality import floors as ratchet
from quality.measure import Measured, breaches, fingerprint, measures

DATA = {"dev.gold.jsonl": "aa", "dev.items.jsonl": "bb"}


def measured(value: float, *, data: dict[str, str] | None = None, breach: tuple[str, ...] = ()) -> Measured:
    return Measured("dev", data or DATA, {"events_core_f1": value}, breach)


def pinned(value: float) -> ratchet.Floors:
    floors = ratchet.Floors()
    assert ratchet.update(floors, measured(value), None) == []
    return floors


def test_a_floor_is_the_measure_rounded_down_to_three_decimals() -> None:
    assert ratchet.floor_of(0.93) == 0.93
    assert ratchet.floor_of(0.9319) == 0.931
    assert ratchet.floor_of(1.0) == 1.0
    assert ratchet.floor_of(0.29) == 0.29


def test_the_same_measure_again_holds() -> None:
    assert ratchet.faults(pinned(0.9319), measured(0.9319)) == []


def test_a_measure_below_its_floor_is_a_fault_that_names_both() -> None:
    (fault,) = ratchet.faults(pinned(0.931), measured(0.9302))
    assert "0.9302" in fault
    assert "0.931" in fault


def test_a_set_without_floors_is_a_fault() -> None:
    assert "no floors yet" in ratchet.faults(ratchet.Floors(), measured(1.0))[0]


def test_changed_annotations_void_the_floors() -> None:
    other = measured(0.99, data={**DATA, "dev.gold.jsonl": "cc"})
    (fault,) = ratchet.faults(pinned(0.9), other)
    assert "dev.gold.jsonl changed" in fault
    assert "--update" in fault


def test_a_measure_that_vanished_is_a_fault() -> None:
    gone = Measured("dev", DATA, {}, ())
    assert "no longer measured" in ratchet.faults(pinned(0.9), gone)[0]


def test_a_new_measure_asks_for_its_floor() -> None:
    more = Measured("dev", DATA, {"events_core_f1": 0.9, "people_f1": 0.8}, ())
    assert ratchet.faults(pinned(0.9), more) == ["dev: people_f1 has no floor yet; run: make quality ARGS=--update"]


def test_an_update_raises_a_floor() -> None:
    floors = pinned(0.9)
    assert ratchet.update(floors, measured(0.95), None) == []
    assert floors.sets["dev"]["floors"] == {"events_core_f1": 0.95}
    assert floors.history == []


def test_an_update_does_not_lower_a_floor_without_a_reason() -> None:
    floors = pinned(0.9)
    (refused,) = ratchet.update(floors, measured(0.85), None)
    assert "--allow-regression" in refused
    assert floors.sets["dev"]["floors"] == {"events_core_f1": 0.9}


def test_a_floor_lowered_with_a_reason_is_remembered() -> None:
    floors = pinned(0.9)
    assert ratchet.update(floors, measured(0.85), "the gold now counts calls") == []
    assert floors.sets["dev"]["floors"] == {"events_core_f1": 0.85}
    assert floors.history == [
        {
            "set": "dev",
            "measure": "events_core_f1",
            "before": 0.9,
            "after": 0.85,
            "reason": "the gold now counts calls",
        }
    ]


def test_a_floor_that_is_no_longer_measured_falls_only_with_a_reason() -> None:
    floors = pinned(0.9)
    gone = Measured("dev", DATA, {}, ())
    assert "to nothing" in ratchet.update(floors, gone, None)[0]
    assert ratchet.update(floors, gone, "measured elsewhere now") == []
    assert floors.history[0]["after"] is None


def test_no_reason_allows_a_quotation_off_its_offsets() -> None:
    floors = pinned(0.9)
    broken = measured(0.95, breach=("3 of 10 quotations do not stand at their offsets",))
    assert "no reason allows" in ratchet.update(floors, broken, "please")[0]
    assert ratchet.faults(floors, broken) == ["dev: 3 of 10 quotations do not stand at their offsets"]
    assert floors.sets["dev"]["floors"] == {"events_core_f1": 0.9}


def test_floors_survive_a_round_through_their_file(tmp_path: Path) -> None:
    floors = pinned(0.9)
    ratchet.update(floors, measured(0.8), "why")
    ratchet.save(floors, tmp_path / "floors.json")
    assert ratchet.load(tmp_path / "floors.json") == floors


def test_no_file_means_no_floors(tmp_path: Path) -> None:
    assert ratchet.load(tmp_path / "floors.json") == ratchet.Floors()


def test_the_fingerprint_changes_with_a_single_byte(tmp_path: Path) -> None:
    path = tmp_path / "dev.gold.jsonl"
    path.write_text("{}")
    before = fingerprint([path])
    path.write_text("{} ")
    assert list(before) == ["dev.gold.jsonl"]
    assert fingerprint([path]) != before


SAID: dict[str, Any] = {
    "documents": 5,
    "documents_missing": 0,
    "events_core": {"f1": 0.9},
    "events_strict": {"f1": 0.8},
    "fields": {"status": 1.0, "dates": 0.9, "place": 0.8, "countries": None, "background": 0.7},
    "people": {"f1": 0.97},
    "title_accuracy": 0.93,
    "person_country_accuracy": 0.99,
    "text_differs": 0,
    "quotes_not_at_their_offsets": "0 of 120",
}


def test_a_share_with_nothing_to_count_is_no_measure() -> None:
    assert "fields_countries" not in measures(SAID)
    assert measures(SAID)["events_strict_f1"] == 0.8
    assert breaches(SAID) == ()


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"quotes_not_at_their_offsets": "1 of 120"}, "offsets"),
        ({"text_differs": 2}, "verbatim"),
        ({"documents_missing": 1}, "missing"),
    ],
)
def test_what_must_never_happen_is_a_breach(change: dict[str, Any], word: str) -> None:
    (breach,) = breaches({**SAID, **change})
    assert word in breach
