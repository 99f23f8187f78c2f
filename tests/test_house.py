"""The rules of the house that no checker knows."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
LIBRARY = [path for path in SOURCES if "cli" not in path.relative_to(ROOT / "src/bilat").parts]
CLOCKS = {
    "datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time", "time.time_ns", "time.localtime",
    "time.gmtime", "os.urandom", "uuid.uuid1", "uuid.uuid4", "getpass.getuser",
}  # fmt: skip


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def called(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and dotted name (the last two parts) of every call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node.lineno, ".".join(ast.unparse(node.func).split(".")[-2:])


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def tracked() -> list[Path]:
    """Files under version control; skips where there is no git or no repository (an unpacked archive)."""
    try:
        done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git clone")
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines < 400, f"{name_of(path)} has {lines} lines; cut it where it speaks of two things"


@pytest.mark.parametrize("path", LIBRARY, ids=name_of)
def test_only_the_command_line_writes_to_the_terminal(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    writes = [line for line, name in called(tree) if name in {"print", "stdout.write", "stderr.write"}]
    assert not writes, f"{name_of(path)}:{writes[0]} prints; the library never does"


@pytest.mark.parametrize("path", LIBRARY, ids=name_of)
def test_the_library_knows_no_clock_and_no_chance(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    found = [f"line {line}: {name}" for line, name in called(tree) if name in CLOCKS]
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names])
    }
    assert not found, f"{name_of(path)}: {found}; the same input must give the same record"
    assert not imported & {"random", "secrets"}, f"{name_of(path)} draws lots; the same input must give the same record"


def test_every_public_name_of_the_package_is_there() -> None:
    import bilat

    assert [name for name in bilat.__all__ if not hasattr(bilat, name)] == []


def test_each_dependency_has_its_reason_in_the_decisions() -> None:
    said = (ROOT / "docs/decisions.md").read_text("utf-8")
    groups = cast("dict[str, list[str]]", project()["dependency-groups"])
    extras = cast("dict[str, list[str]]", project()["project"]["optional-dependencies"])
    grouped = (each for group in (*groups.values(), *extras.values()) for each in group)
    wanted = [each for each in (*project()["project"]["dependencies"], *grouped) if not each.startswith("bilat[")]
    names = [re.split(r"[<>=~!\[; ]", each, maxsplit=1)[0] for each in wanted]
    assert [name for name in names if f"| `{name}` |" not in said] == []


LOCKS = ["runtime", *sorted(project()["dependency-groups"])]


@pytest.mark.parametrize("group", LOCKS)
def test_locked_requirements_carry_hashes_and_no_address(group: str) -> None:
    text = (ROOT / f"requirements/{group}.txt").read_text("utf-8")
    pins = re.findall(r"^[A-Za-z0-9._-]+(?:\[[^\]]+\])?==.*?(?=^[A-Za-z]|\Z)", text, re.MULTILINE | re.DOTALL)
    named = re.findall(r"^[A-Za-z0-9].*", text, re.MULTILINE)
    bare = [pin.split()[0] for pin in pins if "--hash=sha256:" not in pin]
    assert pins, f"requirements/{group}.txt pins nothing"
    assert len(pins) == len(named), f"requirements/{group}.txt: a line that pins no version"
    assert not bare, f"requirements/{group}.txt: {bare[0]} has no hash"
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links|file:", text)


@pytest.mark.parametrize("group", LOCKS)
def test_every_dependency_is_locked(group: str) -> None:
    locked = (ROOT / f"requirements/{group}.txt").read_text("utf-8")
    described = project()["project"]
    extras = cast("dict[str, list[str]]", described["optional-dependencies"])
    here = (each for name, extra in extras.items() if name not in ("ray", "remote") for each in extra)  # in `engine`
    ours = [*described["dependencies"], *here]
    raw = ours if group == "runtime" else project()["dependency-groups"][group]
    wanted = [each for each in raw if not each.startswith("bilat[")]
    names = [re.split(r"[<>=~!\[; ]", each, maxsplit=1)[0].lower().replace("_", "-") for each in wanted]
    assert [name for name in names if not re.search(rf"^{re.escape(name)}(\[|==)", locked, re.MULTILINE)] == []


def test_make_installs_nothing_that_is_not_locked() -> None:
    made = (ROOT / "Makefile").read_text("utf-8")
    assert "LOCKED := $(PIP) --require-hashes" in made
    installs = re.findall(r"^\t@?\$\((PIP|LOCKED)\)(.*)", made, re.MULTILINE)
    assert {rest.strip() for how, rest in installs if how == "PIP"} == {"--no-build-isolation --editable ."}
    assert {name for _, rest in installs for name in re.findall(r"requirements/(\w+)\.txt", rest)} == set(LOCKS)


def test_the_extra_all_holds_every_other() -> None:
    extras = cast("dict[str, list[str]]", project()["project"]["optional-dependencies"])
    assert extras["all"] == [f"bilat[{','.join(sorted(extras.keys() - {'all'}))}]"]


def test_every_make_target_is_explained() -> None:
    targets = re.findall(r"^([a-z-]+):.*  ## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    page = (ROOT / "docs/development.md").read_text("utf-8")
    assert targets
    assert [target for target in targets if f"`make {target}`" not in page] == []


def test_no_path_of_one_machine_stands_in_the_repository() -> None:
    private = re.compile(rb"(?<![\w.])/(?:home|root|Users|work)/[\w.-]+/")
    found = [name_of(path) for path in tracked() if private.search(path.read_bytes())]
    assert found == []
