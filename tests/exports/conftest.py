"""What the tests of exports share: a record of the bundled articles, and one of articles that mean harm."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import bilat
from bilat import samples
from bilat.record import Record
from tests.record.made import document, keep, meeting


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of the bundled articles."""
    made = tmp_path_factory.mktemp("exports") / "relations.bilat"
    _ = bilat.build([samples.folder()], made, workers=1)
    with bilat.open(made) as opened:
        yield opened


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Record]:
    """Names, headlines and addresses that a spreadsheet would calculate, a terminal obey or XML refuse."""
    path = tmp_path / "hostile.bilat"
    first = document(
        "=1+1\x1b[2J\n@甲\x01会见+乙</content>\n\ufffe<script>",
        id_="=cmd|' /C calc'!A0",
        url="javascript:alert(1)//\x07",
        publisher="-2+3\tP",
    )
    second = document("一\n丙会见丁", None, id_="b")
    _ = keep(
        path,
        {
            "a.note": [(first, meeting(first, "@甲\x01/CN", "+乙/VN", start="2023-06-27"))],
            "b.note": [(second, meeting(second, "丙/CN", "丁/VN"))],
        },
    )
    with bilat.open(path) as opened:
        yield opened
