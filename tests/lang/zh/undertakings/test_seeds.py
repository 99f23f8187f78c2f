"""What the five seeds promise, and what must not be asserted of them (seeds.facts.md)."""

import json
from pathlib import Path

import pytest

from bilat import extract, read


@pytest.fixture(scope="module")
def told(shared: Path) -> dict[str, list[tuple[str, str, str, str | None]]]:
    """Of each seed: what, kind, stage and giver of every undertaking."""
    docs = read([shared / "gold" / "seeds.items.jsonl"])
    return {doc.id: [(u.what, u.kind, u.stage.value, u.giver) for u in extract(doc).undertakings] for doc in docs}


@pytest.mark.parametrize(
    ("seed", "word", "kind", "stage"),
    [
        ("seed-000", "合作", "cooperation", "agreed"),
        ("seed-000", "双边关系", "ties", "proposed"),
        ("seed-001", "军事合作", "cooperation", "proposed"),
        ("seed-001", "军队", "cooperation", "proposed"),
        ("seed-002", "疫苗", "vaccine", "done"),
        ("seed-003", "海防铁路", "railway", "proposed"),
        ("seed-003", "交通联系", "project", "proposed"),
        ("seed-003", "赠款", "grant", "proposed"),
        ("seed-003", "不可退还", "grant", "proposed"),
        ("seed-003", "数字丝绸之路", "telecom", "proposed"),
        ("seed-003", "海底电缆", "cable", "proposed"),
        ("seed-004", "轻轨", "railway", "done"),
        ("seed-004", "疫苗", "vaccine", "done"),
    ],
)
def test_the_seeds_give_back_their_undertakings(
    told: dict[str, list[tuple[str, str, str, str | None]]], seed: str, word: str, kind: str, stage: str
) -> None:
    assert any(word in what and (k, s) == (kind, stage) for what, k, s, _ in told[seed]), told[seed]


def test_no_signing_is_asserted(told: dict[str, list[tuple[str, str, str, str | None]]]) -> None:
    assert all(stage != "signed" for found in told.values() for _, _, stage, _ in found)


def test_an_offer_is_no_gift(told: dict[str, list[tuple[str, str, str, str | None]]]) -> None:
    offers = {stage for _, kind, stage, _ in told["seed-003"] if kind in ("grant", "loan")}
    assert offers == {"proposed"}


def test_no_amount_stands_with_a_grant(told: dict[str, list[tuple[str, str, str, str | None]]]) -> None:
    assert not any(c.isdigit() for what, _, _, _ in told["seed-003"] for c in what)


def test_the_offer_keeps_its_condition(shared: Path) -> None:
    lines = (shared / "gold" / "seeds.items.jsonl").read_text("utf-8").splitlines()
    assert "seed-003" in {json.loads(line)["id"] for line in lines}
    docs = {doc.id: doc for doc in read([shared / "gold" / "seeds.items.jsonl"])}
    hedges = [u.hedge for u in extract(docs["seed-003"]).undertakings if "不可退还" in u.what]
    assert any(word.startswith("如果") for hedge in hedges for word in hedge)
