"""docs/figures.md says what the rules do: its sentences are read, its constants compared."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import bilat.lang.figures
import bilat.lang.zh.figures
from tests.lang.zh.figures.test_figures import read


@pytest.fixture
def page(root: Path) -> str:
    """The text of the page."""
    return (root / "docs" / "figures.md").read_text("utf-8")


def rows(page: str, columns: int) -> Iterator[list[str]]:
    """Rows of the page's tables with so many columns, without their heads."""
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
        if (
            line.startswith("|")
            and len(cells) == columns
            and cells[0] not in {"text", "constant", "step", "set", "---"}
        ):
            yield cells


def test_each_sentence_is_read_as_the_page_says(page: str) -> None:
    told = list(rows(page.split("\n## English and Vietnamese\n", maxsplit=1)[0], 8))
    assert told
    for text, *expected in told:
        (figure,) = read(text)
        fields = figure.measure, figure.of, figure.partner, figure.value, figure.unit, figure.period, figure.change_pct
        assert ["-" if field is None else str(field) for field in fields] == expected, text


def test_constants_are_those_of_the_code(page: str) -> None:
    modules = [
        import_module(f"{package.__name__}.{m.name}")
        for package in (bilat.lang.figures, bilat.lang.zh.figures)
        for m in iter_modules(package.__path__)
    ]
    told = [(name.strip("`"), value) for name, value, _ in rows(page, 3) if value.isdigit()]
    assert told
    for name, value in told:
        assert {str(vars(m)[name]) for m in modules if name in vars(m)} == {value}, name


def test_each_file_of_the_way_exists(page: str) -> None:
    paths = [*bilat.lang.figures.__path__, *bilat.lang.zh.figures.__path__]
    files = {m.name for m in iter_modules(paths)}
    named = {word.strip("`").removesuffix(".py") for _, cell, _ in rows(page, 3) for word in cell.split(", ")}
    assert files - named <= {"draft", "made", "scope", "sentence"}
