"""What fuzzing once found stays found: every kept input, and every input that fuzzing begins with, keeps the promises."""

from pathlib import Path

import pytest

from fuzz.targets import every

FOUND = Path(__file__).parent / "found"
KEPT = sorted(path for path in FOUND.rglob("*") if path.is_file() and path.name != "README.md")


def name_of(path: Path) -> str:
    return str(path.relative_to(FOUND))


@pytest.mark.parametrize("path", KEPT, ids=name_of)
def test_what_was_found_once_is_not_found_again(path: Path) -> None:
    every()[path.parent.name].check(path.read_bytes())


def test_every_kept_input_belongs_to_a_target() -> None:
    assert {path.parent.name for path in KEPT} <= set(every())


@pytest.mark.parametrize("name", every())
def test_what_fuzzing_begins_with_keeps_the_promises(name: str) -> None:
    target = every()[name]
    seeds = list(target.seeds())
    assert seeds
    for data in seeds[:6]:
        target.check(data)
