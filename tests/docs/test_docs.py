"""The pages tell the truth: what the code has stands in them, and what they point to is there."""

import inspect
import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import cast
from xml.etree import ElementTree as ET

import click
import pytest

from bilat import errors, hookspecs, samples
from bilat.cli import main
from bilat.model import DateSource, DisputeKind, EventType, Mode, Part, SpeakerKind, Stage, Status
from bilat.model.codec import reading_from_dict, reading_to_dict
from bilat.plugins import readers
from tests.docs import source
from tests.docs.source import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def page(name: str) -> str:
    """The text of a page, by its path from the root."""
    return (ROOT / name).read_text("utf-8")


def links(path: Path) -> Iterator[tuple[str, str]]:
    """Every link of a page outside code: the file it goes to, and the heading."""
    plain = re.sub(r"(?m)^(?: {4}|```[\s\S]*?^```).*$", "", path.read_text("utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", plain)):
        if "://" not in target:
            file, _, heading = target.partition("#")
            yield file, heading


def anchors(path: Path) -> set[str]:
    """The headings of a page, as links name them."""
    headings = re.findall(r"(?m)^#+ (.+)$", path.read_text("utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_of_a_page_leads_somewhere(path: Path) -> None:
    for file, heading in links(path):
        target = (path.parent / file).resolve() if file else path
        assert target.exists(), f"{path.name} links to {file}, which is not there"
        assert not heading or heading in anchors(target), f"{file} has no heading #{heading}"


def test_every_page_can_be_reached_from_the_index() -> None:
    index = ROOT / "docs" / "README.md"
    linked = {(index.parent / file).resolve() for file, _ in links(index)}
    assert [p.name for p in PAGES if p.parent == index.parent and p != index and p not in linked] == []


def test_every_page_that_the_source_points_to_is_there() -> None:
    assert [name for name in sorted(source.pages_mentioned()) if not (ROOT / name).exists()] == []


def commands(group: click.Group = main, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command with its words, such as `pack check`."""
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        if isinstance(command, click.Group):
            yield from commands(command, f"{path}{name} ")
        elif command is not None:
            yield f"{path}{name}", command


def test_every_command_and_option_stands_in_the_docs() -> None:
    text = page("docs/cli.md")
    for name, command in commands():
        assert f"bilat {name}" in text, f"docs/cli.md has no `bilat {name}`"
        for option in (o for param in command.params for o in [*param.opts, *param.secondary_opts]):
            if option.startswith("-"):
                assert option in text, f"docs/cli.md has no {option} of `bilat {name}`"


def test_every_command_line_of_the_readme_names_real_options() -> None:
    known = dict(commands())
    lines = re.findall(r"^ {4}bilat ([^#\n]+)", page("README.md"), re.MULTILINE)
    assert len(lines) >= 4
    for line in lines:
        words = line.split()
        command = known[next(name for name in (" ".join(words[:2]), words[0]) if name in known)]
        options = {option for param in command.params for option in param.opts}
        assert {word for word in words if word.startswith("-")} <= options, line


def test_the_python_example_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _ = shutil.copytree(samples.folder() / "beidu", tmp_path / "news")
    monkeypatch.chdir(tmp_path)
    examples = re.findall(r"(?m)^```python\n([\s\S]*?)^```", page("README.md"))
    assert examples
    for example in examples:
        exec(compile(example, "README.md", "exec"), {})
    assert "meeting" in capsys.readouterr().out


def test_every_error_stands_in_the_docs_and_in_the_tree() -> None:
    kinds = [v for v in vars(errors).values() if isinstance(v, type) and issubclass(v, errors.BilatError)]
    documented = set(re.findall(r"(?m)^\| `(\w+)`", page("docs/errors.md")))
    assert documented == {kind.__name__ for kind in kinds}
    for kind in kinds:
        assert kind.__name__ in (errors.__doc__ or "")


def test_every_kind_of_problem_stands_in_the_docs() -> None:
    documented = set(re.findall(r"(?m)^\| `(\w+)`", page("docs/problems.md")))
    assert documented == source.problem_kinds()


def test_every_reason_of_a_failure_stands_in_the_docs() -> None:
    text = page("docs/problems.md")
    assert [reason for reason in sorted(source.reasons()) if f"`{reason}`" not in text] == []


QUOTED = {"start": 3, "end": 7, "quote": "甲会见乙"}
LINE = {
    "id": "a",
    "text": "会见\n甲会见乙",
    "title": "会见",
    "language": "zh",
    "passages": [["headline", 0, 2], ["body", 3, 7]],
    "published": "2023-12-12",
    "published_how": "field",
    "people": [{"name": "甲", "aliases": [], "country": "CN", "title": None, "mentions": [[3, 4]]}],
    "events": [
        {
            "type": "meeting",
            "status": "held",
            "participants": [{"name": "甲", "country": "CN", "role": "both"}],
            "documents": [],
            "evidence": [QUOTED],
        }
    ],
    "figures": [{"measure": "exports", "evidence": [QUOTED]}],
    "claims": [
        {"speaker": "甲", "speaker_kind": "person", "verb": "说", "mode": "indirect", "evidence": [QUOTED]},
    ],
    "phrases": [{"phrase": "会见", "evidence": [QUOTED]}],
    "mechanisms": [{"mechanism": "会", "written": "会", "known": False, "evidence": [QUOTED]}],
    "undertakings": [{"what": "会", "kind": "loan", "stage": "agreed", "evidence": [QUOTED]}],
    "disputes": [{"written": "会", "kind": "name", "evidence": [QUOTED]}],
    "problems": [{"kind": "no_date", "detail": "none", "start": 0, "end": 1, "stage": "read"}],
    "source": {"path": "a", "form": "f", "index": 0},
}


def keys(value: object) -> Iterator[str]:
    """Every key of a JSON value, at any depth."""
    if isinstance(value, dict):
        for key, inside in cast("dict[str, object]", value).items():
            yield key
            yield from keys(inside)
    elif isinstance(value, list):
        for inside in cast("list[object]", value):
            yield from keys(inside)


def test_every_field_of_a_line_stands_in_the_docs_and_no_other() -> None:
    line = reading_to_dict(*reading_from_dict(LINE))
    rows = re.findall(r"(?m)^\| (`.+?) \|", page("docs/formats.md"))
    documented = {word for row in rows for word in re.findall(r"`(\w+)`", row)}
    inline = {"name", "country", "role", "path", "form", "index", "start", "end", "quote"}
    assert set(line) | set(keys(line)) == documented | inline
    for word in inline:
        assert f"`{word}`" in page("docs/formats.md")


@pytest.mark.parametrize(
    "kind", [EventType, Status, DateSource, SpeakerKind, Mode, Stage, DisputeKind], ids=lambda kind: kind.__name__
)
def test_every_value_of_a_field_stands_in_the_docs(kind: type[StrEnum]) -> None:
    for value in kind:
        assert f"`{value}`" in page("docs/formats.md")


def test_every_part_and_every_type_of_event_is_defined() -> None:
    for part in Part:
        assert part in page("docs/glossary.md")
    for kind in EventType:
        assert f"### {kind}\n" in page("docs/codebook.md")


def test_every_hook_stands_in_the_docs_with_its_arguments() -> None:
    hooks = [f for name, f in vars(hookspecs).items() if name.startswith("bilat_") and callable(f)]
    assert hooks
    for hook in hooks:
        assert f"`{hook.__name__}({', '.join(inspect.signature(hook).parameters)})`" in page("docs/plugins.md")


def test_every_form_stands_in_the_docs() -> None:
    for reader in readers():
        assert f"`{reader.form}`" in page("docs/readers.md")


def test_every_make_target_stands_in_the_docs_and_no_other() -> None:
    documented = set(re.findall(r"(?m)^\| `make ([a-z-]+)`", page("docs/development.md")))
    offered, all_of_them = source.make_targets()
    assert offered <= documented <= all_of_them


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(page("pyproject.toml"))
    groups = cast("dict[str, list[str]]", project["dependency-groups"])
    wanted = [*project["project"]["dependencies"], *(name for group in groups.values() for name in group)]
    text = page("docs/decisions.md").lower()
    for requirement in wanted:
        name = re.split(r"[<>=\[ ;]", requirement)[0].lower()
        assert name in text, f"docs/decisions.md has no line for {name}"


def pictures() -> list[str]:
    return re.findall(r"!\[.*\]\((.+?)\)", page("README.md"))


def test_screenshots_are_small_pictures() -> None:
    shots = [name for name in pictures() if name.endswith(".png")]
    assert len(shots) == 3
    for name in shots:
        shot = (ROOT / name).read_bytes()
        assert shot.startswith(b"\x89PNG\r\n")
        assert len(shot) < 200_000


def test_the_drawing_is_small_and_asks_nothing_of_the_network() -> None:
    drawings = [name for name in pictures() if name.endswith(".svg")]
    assert drawings
    for name in drawings:
        drawn = page(name)
        assert len(drawn) < 100_000
        assert ET.fromstring(drawn).tag.endswith("svg")
        assert re.findall(r"(?:url\(|href=)[\"']?https?:", drawn) == []


def test_the_changelog_speaks_of_what_users_see() -> None:
    headings = re.findall(r"(?m)^### (.+)$", page("CHANGELOG.md"))
    assert set(headings) <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert re.search(r"(?m)^## \[(Unreleased|\d+\.\d+\.\d+)\]", page("CHANGELOG.md"))


FOREIGN = {
    "an address of a package registry": r"(pypi|pythonhosted|npmjs|debian)\.(org|com|net)",
    "a path of somebody's machine": r"(?<![\w.~*/])/(work|root|home|Users|tmp/bash)/",
    "a tool of a workplace": "|".join(
        ["issues" + " show", r"\.lib" + "rary/", "bin/" + "fresh", "PLAN" + r"\.md", "clau" + "de", "anth" + "ropic"]
    ),
}
"""What must not stand in any file of the repository."""


def tracked() -> list[Path]:
    """The files under version control; all files of a source archive that has none."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: which files belong to the repository is not known")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / os.fsdecode(name) for name in listed.split(b"\0") if name]


@pytest.mark.parametrize("what", FOREIGN)
def test_no_file_names_what_belongs_to_somebodys_machine(what: str) -> None:
    found: list[str] = []
    for path in tracked():
        if path.is_file():
            text = path.read_bytes().decode("utf-8", "replace")
            found += [
                f"{path.relative_to(ROOT)}: {hit.group()}" for hit in re.finditer(FOREIGN[what], text, re.IGNORECASE)
            ]
    assert found == []
