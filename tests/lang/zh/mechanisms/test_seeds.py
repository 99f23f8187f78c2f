"""The mechanisms of the five seeds: one committee with its 13th and 14th session (seeds.facts.md)."""

from pathlib import Path

import pytest

from bilat import extract, read
from bilat.model import MechanismUse


@pytest.fixture(scope="module")
def uses(shared: Path) -> dict[str, list[MechanismUse]]:
    """The uses of each seed."""
    docs = read([shared / "gold" / "seeds.items.jsonl"])
    return {doc.id: list(extract(doc).mechanisms) for doc in docs}


@pytest.mark.parametrize(("seed", "ordinal"), [("seed-002", 14), ("seed-004", 13), ("seed-004", 14)])
def test_the_committee_has_its_sessions(uses: dict[str, list[MechanismUse]], seed: str, ordinal: int) -> None:
    found = [u for u in uses[seed] if u.ordinal == ordinal]
    assert [(u.mechanism, u.members, u.known) for u in found] == [("中越双边合作指导委员会", ("CN", "VN"), True)]


@pytest.mark.parametrize("name", ["中越两党理论研讨会", "中越人民论坛", "中越边民大联欢"])
def test_seminars_and_gatherings_are_found(uses: dict[str, list[MechanismUse]], name: str) -> None:
    assert name in {u.mechanism for u in uses["seed-002"]}


def test_nothing_of_other_articles_is_taken(uses: dict[str, list[MechanismUse]]) -> None:
    assert {u.mechanism for u in uses["seed-003"]} == {"“一带一路”国际合作高峰论坛"}
