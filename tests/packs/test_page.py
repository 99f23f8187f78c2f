"""docs/packs.md tells what the schema is."""

import re
from pathlib import Path

import pytest

from bilat.packs import check
from bilat.packs.manifest import FIELDS
from bilat.packs.schema import TABLES
from tests.packs.packs import write_pack


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "packs.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(TABLES))
def test_the_page_has_every_column_of_a_table_with_what_it_may_hold(page: str, name: str) -> None:
    section = page.split(f"\n### {name}\n")[1].split("\n### ", maxsplit=1)[0].split("\n## ", maxsplit=1)[0]
    told = {row[0]: row[1] for row in re.findall(r"(?m)^\| `(\w+)` \| (.+) \|$", section)}
    table = TABLES[name]
    assert list(told) == [column.name for column in table.columns]
    for column in table.columns:
        assert column.about in told[column.name]
        assert all(f"`{word}`" in told[column.name] for word in column.allowed)


def test_the_page_has_every_field_of_the_manifest(page: str) -> None:
    example = page.split("## The tables", maxsplit=1)[0]
    assert all(re.search(rf"(?m)^    \[?{field}\]?( =|$)", example) for field in FIELDS)


def test_the_problems_shown_on_the_page_are_those_that_bilat_finds(page: str, tmp_path: Path) -> None:
    shown = re.findall(r"(?m)^    packs/\w+/(\w+)\.tsv:\d+: (.*?)(?:, \.\.\.)?$", page)
    broken = {
        "offices": ["部长\t\tyes"],
        "places": ["永珍\tLA\tcity\t\t\t", "万象\tLA\tcity\t\t\t"],
        "bodies": ["国防部\tXX\tministry\t"],
    }
    assert {table for table, _ in shown} == set(broken)
    for table, message in shown:
        found = check([write_pack(tmp_path / table, {table: broken[table]})])
        assert [problem.message.startswith(message) for problem in found] == [True], (message, found)
