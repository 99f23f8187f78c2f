"""docs/events.md says what the rules do: its sentences are read, its constants compared, its example run."""

import re
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import bilat.lang.zh.events
from bilat import samples
from bilat.lang.zh.language import Chinese
from bilat.model import DateSource, Document, Event, EventType, Part, Passage, Published, Span
from bilat.packs import load

HEAD = "要闻"


@pytest.fixture
def page(root: Path) -> str:
    """The text of the page."""
    return (root / "docs" / "events.md").read_text("utf-8")


def rows(page: str, columns: int) -> Iterator[list[str]]:
    """Rows of the page's tables with so many columns, without their heads."""
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
        if line.startswith("|") and len(cells) == columns and cells[0] not in {"text", "constant", "---"}:
            yield cells


def read(text: str) -> list[Event]:
    """The events of an article with this body, published on Monday, 20 May 2024."""
    whole = f"{HEAD}\n{text}"
    start = len(HEAD) + 1
    passages = Passage(Part.HEADLINE, Span(0, len(HEAD))), Passage(Part.BODY, Span(start, len(whole)))
    published = Published("2024-05-20", DateSource.FIELD)
    return list(Chinese(load()).read(Document("d", whole, HEAD, passages, "zh", published=published)).events)


def told(event: Event) -> list[str]:
    """An event as a row of the page; participants and countries in any order."""
    where = event.place or "-"
    return [
        event.type.value,
        "、".join(sorted(p.name for p in event.participants)),
        event.status.value + (", background" if event.background else ""),
        event.start or "-",
        event.end or "-",
        f"{where} ({event.host})" if event.type is EventType.VISIT else where,
    ]


def test_each_sentence_on_the_page_reads_as_the_page_says(page: str) -> None:
    said: dict[str, list[list[str]]] = {}
    text = ""
    for first, kind, who, *rest in rows(page, 7):
        text = first or text
        events = said.setdefault(text, [])
        if kind != "-":
            events.append([kind, "、".join(sorted(who.split("、"))), *rest])
    assert len(said) > 15
    for sentence, events in said.items():
        assert [told(event) for event in read(sentence)] == events, sentence


def test_the_constants_of_the_rules_stand_on_the_page(page: str) -> None:
    package = bilat.lang.zh.events
    modules = {"__init__": package}
    for found in iter_modules(package.__path__):
        modules[found.name] = import_module(f"{package.__name__}.{found.name}")
    here = {
        (name, module): str(value)
        for module, code in modules.items()
        for name, value in vars(code).items()
        if name.isupper() and isinstance(value, int) and set_and_read(name, code.__file__)
    }
    said = {(name.strip("`"), module.strip("`")): value for name, module, value, _ in rows(page, 4)}
    off = sorted(set(said.items()) ^ set(here.items()))
    assert not off, f"docs/events.md, 'The numbers': a row to add, to take out or to correct: {off}"


def set_and_read(name: str, path: str | None) -> bool:
    """Whether a module sets a constant and reads it, or lets others read it."""
    assert path is not None
    source = Path(path).read_text("utf-8")
    return re.search(rf"(?m)^{name} = ", source) is not None and len(re.findall(rf"\b{name}\b", source)) > 1


def test_the_example_of_the_page_prints_rows(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _ = shutil.copytree(samples.folder() / "desk", tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    (example,) = re.findall(r"(?m)^```python\n([\s\S]*?)^```", page)
    exec(compile(example, "docs/events.md", "exec"), {})
    assert re.search(r"\('V', '会[见谈晤]', '(?:meet|talk)'\)", capsys.readouterr().out)
