"""docs/record.md says what is in the file."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bilat.record.indexes import INDEXES, LINKED_INDEXES
from bilat.record.schema import TABLES
from bilat.record.views import VIEWS


@pytest.fixture(scope="module")
def schema() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as db:
        _ = db.executescript(TABLES + VIEWS + ";".join((*INDEXES.values(), *LINKED_INDEXES.values())))
        yield db


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "record.md").read_text(encoding="utf-8")


def in_the_file(db: sqlite3.Connection) -> dict[str, list[str]]:
    names = [
        str(name)
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name")
        if not re.fullmatch(r"search_.*|sqlite_.*", name)
    ]
    return {name: [row[1] for row in db.execute(f"PRAGMA table_info({name})")] for name in names}


def in_the_page(page: str) -> dict[str, list[str]]:
    sections = re.split(r"^### `(\w+)`$", page, flags=re.MULTILINE)[1:]
    texts = [re.split(r"^## ", text, flags=re.MULTILINE)[0] for text in sections[1::2]]
    return {
        name: re.findall(r"^\| `(\w+)` \|", text, flags=re.MULTILINE)
        for name, text in zip(sections[0::2], texts, strict=True)
    }


def test_every_table_and_view_is_documented_column_by_column(schema: sqlite3.Connection, page: str):
    documented, real = in_the_page(page), in_the_file(schema)
    assert documented.pop("current_documents") == []
    assert real.pop("current_documents") == real["documents"]
    assert documented == real


def test_the_statements_of_the_page_run(schema: sqlite3.Connection, page: str):
    statements = re.findall(r"```sql\n(.*?)```", page, flags=re.DOTALL)
    assert len(statements) == 2
    for statement in statements:
        assert schema.execute(statement).fetchall() == []
