"""The tables of docs/dates-and-numbers.md say what the readers do."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bilat.lang.zh.dates import find_dates
from bilat.lang.zh.fold import fold
from bilat.lang.zh.numbers import find_numbers

PUBLISHED = date(2023, 12, 7)


def rows(root: Path, columns: int) -> Iterator[list[str]]:
    """Rows of the page's tables with so many columns, without their heads."""
    for line in (root / "docs" / "dates-and-numbers.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) == columns and cells[0] not in {"text", "---"}:
            yield cells


def test_each_date_on_the_page_reads_as_the_page_says(root: Path) -> None:
    seen = 0
    for text, kind, first, last, ahead in rows(root, 5):
        folded = fold(text)
        (mention,) = find_dates(folded, 0, len(folded), PUBLISHED)
        said = mention.first or "-", mention.last or "-", mention.next_first or "-"
        assert (mention.end, str(mention.kind)) == (len(text), kind), text
        assert said == (first, last, first if ahead == "=" else ahead), text
        seen += 1
    assert seen > 25


def test_each_number_on_the_page_reads_as_the_page_says(root: Path) -> None:
    seen = 0
    for text, kind, value, about in rows(root, 4):
        folded = fold(text)
        (mention,) = find_numbers(folded, 0, len(folded))
        said = "-" if mention.value is None else str(mention.value)
        assert (str(mention.kind), said, " ".join(mention.about)) == (kind, value, about), text
        seen += 1
    assert seen > 10
