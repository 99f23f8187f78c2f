"""Which decisions hold where they contradict each other."""

import random
from itertools import pairwise

import pytest

from bilat.link import rule, unite
from bilat.link.decisions import parse
from bilat.link.rulings import Kind, Rulings, outcomes
from bilat.model.decision import Outcome
from tests.link.made import Kin, naming

A, B, C, D, E = (letter * 16 for letter in "abcde")
BY = "| x | 2024-01-31 | y"
LOCALS: dict[str, Kind] = dict.fromkeys((A, B, C, D, E), "local")
TELLINGS: dict[str, Kind] = dict.fromkeys((A, B, C, D, E), "telling")


def ruled(*lines: str, kinds: dict[str, Kind] | None = None) -> Rulings:
    ledger = parse("\n".join(f"{line} {BY}" for line in lines).encode())
    assert ledger.faults == ()
    return rule(ledger.decisions, LOCALS if kinds is None else kinds)


def told(rulings: Rulings) -> list[tuple[str, str | None]]:
    return [(each.outcome.value, each.because) for each in rulings.ruled]


APPLIED = ("applied", None)


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        ([f"merge {A} {B}", f"split {A} from {B}"], ["overruled", "applied"]),
        ([f"split {A} from {B}", f"merge {B} {A}"], ["overruled", "applied"]),
        ([f"merge {A} {B}", f"merge {B} {C}", f"split {A} from {C}"], ["overruled", "applied", "applied"]),
        ([f"split {A} from {C}", f"merge {A} {B}", f"merge {B} {C}"], ["overruled", "applied", "applied"]),
        ([f"merge {A} {B}", f"split {B} from {C}", f"merge {A} {C}"], ["overruled", "applied", "applied"]),
        ([f"merge {A} {B}", f"merge {B} {C}", f"merge {C} {A}"], ["repeated", "applied", "applied"]),
        ([f"merge {A} {B}", f"merge {B} {A}"], ["repeated", "applied"]),
        ([f"split {A} from {B}", f"split {B} from {A}"], ["repeated", "applied"]),
        ([f"merge {A} {B} {C}", f"split {C} from {A}", f"merge {D} {E}"], ["overruled", "applied", "applied"]),
    ],
)
def test_the_later_line_counts(lines: list[str], outcome: list[str]):
    assert [each.outcome for each in ruled(*lines).ruled] == outcome


def test_a_contradiction_names_the_lines_that_say_otherwise():
    rulings = ruled(f"split {A} from {C}", f"merge {A} {B}", f"merge {B} {C}")
    assert told(rulings)[0] == ("overruled", "lines 2 and 3 say otherwise, and the later line counts")


def test_rejected_and_merged_contradict_each_other():
    first = ruled(f"reject {A}", f"merge {A} {B}", kinds=TELLINGS)
    assert [each.outcome for each in first.ruled] == ["overruled", "applied"]
    last = ruled(f"merge {A} {B}", f"reject {A}", kinds=TELLINGS)
    assert [each.outcome for each in last.ruled] == ["overruled", "applied"]
    assert last.rejected == {A}
    parted = ruled(f"split {A} from {B}", f"reject {A} from {B}", kinds=TELLINGS)
    assert [each.outcome for each in parted.ruled] == ["overruled", "applied"]


@pytest.mark.parametrize(
    ("line", "kinds", "why"),
    [
        (f"merge {A} {B}", {A: "local"}, f"has the id {B}"),
        (f"split {A} from {B}", {A: "local"}, f"has the id {B}"),
        (f"merge {A} {B}", {A: "local", B: "telling"}, "cannot be one"),
        (f"rename {A} x", {A: "telling"}, "name of an actor"),
        (f"set {A} place x", {A: "local"}, "fields of an event"),
        (f"reject {A}", {A: "local"}, "split them"),
    ],
)
def test_what_the_record_has_nothing_of_is_unmatched(line: str, kinds: dict[str, Kind], why: str):
    ((outcome, because),) = told(ruled(line, kinds=kinds))
    assert outcome == "unmatched"
    assert why in (because or "")


def test_of_three_merged_two_that_are_left_are_still_one():
    rulings = ruled(f"merge {A} {B} {C}", kinds={A: "local", C: "local"})
    assert told(rulings) == [APPLIED]
    assert [(joint.one, joint.other) for joint in rulings.joints] == [(C, A)]


def test_without_contradictions_the_order_of_lines_makes_no_difference():
    lines = [f"merge {A} {B}", f"split {C} from {A}", f"rename {A} x", f"merge {C} {D}", f"split {E} from {D}"]
    once = ruled(*lines)
    for seed in range(5):
        again = ruled(*random.Random(seed).sample(lines, len(lines)))
        assert (again.joints, again.apart) == (once.joints, once.apart)


def test_of_two_names_for_one_actor_the_later_counts():
    rulings = ruled(f"rename {A} 甲", f"rename {B} 乙", f"merge {A} {B}")
    found = outcomes(rulings, {B: A}, {})
    assert [each.outcome for each in found] == ["overruled", "applied", "applied"]
    assert [each.touched for each in found] == [(), (A,), (A,)]


def test_of_two_values_for_one_field_of_an_event_the_later_counts():
    rulings = ruled(f"set {A} place 河内", f"set {B} place 北京", f"set {C} place 北京", kinds=TELLINGS)
    found = outcomes(rulings, {}, {A: D, B: D, C: D})
    assert [each.outcome for each in found] == ["overruled", "repeated", "applied"]


def test_what_is_decided_is_not_asked_again():
    settled = ruled(f"merge {A} {B}", f"split {B} from {C}").settles()
    assert settled(A, B)
    assert settled(C, A)
    assert not settled(A, D)


def test_an_actor_with_a_thousand_names_is_split_and_merged():
    namings = [naming(f"甲{at}", "VN", aliases=("nguyen van hai",), document=at) for at in range(1000)]
    kinds: dict[str, Kind] = {}
    ids = [f"{at:016x}" for at in range(1000)]
    namings = [each._replace(local=id_) for each, id_ in zip(namings, ids, strict=True)]
    kinds.update(dict.fromkeys(ids, "local"))
    merged = ruled(f"merge {' '.join(ids)}", f"rename {ids[7]} 阮文海", kinds=kinds)
    actors = unite(namings, Kin(), merged.joints, merged.apart)
    assert {actors[id_] for id_ in ids} == {ids[0]}
    chain = [f"merge {a} {b}" for a, b in pairwise(ids)]
    rulings = ruled(*chain, f"split {ids[0]} from {ids[999]}", kinds=kinds)
    assert [each.outcome for each in rulings.ruled].count(Outcome.OVERRULED) == 1
    actors = unite(namings, Kin(), rulings.joints, rulings.apart)
    assert len({actors[id_] for id_ in ids}) == 2
