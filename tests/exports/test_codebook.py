"""Every column says what it means, and the page says it too."""

from pathlib import Path

import pytest

from bilat.exports.columns import NOUNS, flat_tables
from bilat.exports.columns.items import MEANINGS
from bilat.exports.fields import Table
from bilat.exports.network import EDGE_MEANINGS, NODE_MEANINGS
from bilat.exports.plover import COLUMNS
from bilat.model.flat import NOUNS as FLAT
from bilat.model.flat import slots_of
from bilat.plugins import exports


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs/exports.md").read_text("utf-8")


@pytest.mark.parametrize("table", flat_tables(), ids=lambda table: table.name)
def test_every_column_says_what_it_means_here_and_in_the_page(table: Table, page: str):
    assert table.about.endswith(".")
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    for column in table.columns:
        assert len(column.meaning) > 3, f"{table.name}.{column.name} says nothing"
        assert f"| `{column.name}` | {column.kind.value} | {column.meaning} |" in page


def test_every_field_of_a_flat_noun_is_a_column_and_no_other_is_explained():
    for noun, kind in FLAT.items():
        plain = {slot.key for slot in slots_of(kind) if slot.kind not in ("evidence", "span")}
        assert set(MEANINGS[noun]) == plain


def test_no_two_tables_have_one_name():
    names = [table.name for table in flat_tables()]
    assert len(set(names)) == len(names)
    assert {noun.name for noun in NOUNS} < set(names)


def test_every_format_and_every_other_column_stands_in_the_page(page: str):
    for export in exports().values():
        assert f"| `{export.name}` | {export.about} |" in page
    for name, (meaning, _) in COLUMNS.items():
        assert f"| `{name}` | {meaning} |" in page
    for name, meaning in (*NODE_MEANINGS.items(), *EDGE_MEANINGS.items()):
        assert f"| `{name}` | {meaning} |" in page
