"""What is handed to strangers: everything bilat needs, nothing else, the same bytes from the same tree."""

import os
import tarfile
import tomllib
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pytest

from tests.package.built import ROOT, build, clean_tree
from tests.package.conftest import Package

STRANGE = (".pyc", ".bilat", ".orig", ".rej", ".log", "~")


def in_wheel(package: Package) -> set[str]:
    with zipfile.ZipFile(package.wheel) as packed:
        return {name for name in packed.namelist() if not name.endswith("/")}


def in_archive(package: Package) -> set[str]:
    with tarfile.open(package.archive) as packed:
        members = packed.getmembers()
        assert all(member.isfile() for member in members)
        return {member.name.partition("/")[2] for member in members}


def sources(tree: Path) -> set[str]:
    return {str(path.relative_to(tree / "src")) for path in (tree / "src").rglob("*") if path.is_file()}


def test_a_wheel_holds_the_source_with_its_data_and_nothing_else(package: Package, tmp_path: Path):
    held = in_wheel(package)
    ours = {name for name in held if not name.startswith("bilat-")}
    assert ours == sources(clean_tree(tmp_path))
    for needed in ("py.typed", "packs/data/zh/pack.toml", "web/templates/base.html", "web/static/style.css",
                   "locale/zh/LC_MESSAGES/bilat.mo", "samples/articles/chaosheng/feed.xml", "readers/data/marks.tsv"):  # fmt: skip
        assert f"bilat/{needed}" in ours
    described = {name.partition("/")[2] for name in held - ours}
    assert described == {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}


def test_a_source_archive_holds_what_a_wheel_is_made_of(package: Package, tmp_path: Path):
    held = in_archive(package)
    assert {name.removeprefix("src/") for name in held if name.startswith("src/")} == sources(clean_tree(tmp_path))
    others = {name for name in held if not name.startswith("src/")}
    assert others == {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "PKG-INFO", ".gitignore"}


def test_no_leftover_is_packed(package: Package):
    names = in_wheel(package) | in_archive(package)
    assert [name for name in names if name.endswith(STRANGE) or "__pycache__" in name or "tests/" in name] == []


def test_a_wheel_is_the_same_from_the_tree_from_the_archive_and_at_another_time(package: Package, tmp_path: Path):
    with tarfile.open(package.archive) as packed:
        packed.extractall(tmp_path, filter="data")
    [tree] = tmp_path.glob("bilat-*")
    cache = tree / "src/bilat/__pycache__"
    cache.mkdir()
    _ = (cache / "left.cpython-311.pyc").write_bytes(b"left over")
    for path in tree.rglob("*.py"):
        os.utime(path, (1_600_000_000, 1_600_000_000))
    build(tree, tmp_path / "again", "wheel")
    [again] = (tmp_path / "again").glob("*.whl")
    assert again.read_bytes() == package.wheel.read_bytes()


def test_a_source_archive_is_the_same_from_another_folder(package: Package, tmp_path: Path):
    tree = clean_tree(tmp_path / "elsewhere")
    for path in tree.rglob("*.py"):
        os.utime(path, (1_600_000_000, 1_600_000_000))
    build(tree, tmp_path / "again", "sdist")
    [again] = (tmp_path / "again").glob("*.tar.gz")
    assert again.read_bytes() == package.archive.read_bytes()


@pytest.fixture
def metadata(package: Package) -> Message:
    with zipfile.ZipFile(package.wheel) as packed:
        [name] = [name for name in packed.namelist() if name.endswith(".dist-info/METADATA")]
        return Parser().parsestr(packed.read(name).decode())


def test_a_package_says_what_it_is(metadata: Message, package: Package):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert (metadata["Name"], metadata["Version"]) == ("bilat", project["version"])
    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert set(metadata.get_all("Provides-Extra", [])) == set(project["optional-dependencies"])
    core = [each for each in metadata.get_all("Requires-Dist", []) if "extra ==" not in each]
    assert len(core) == len(project["dependencies"])
    with zipfile.ZipFile(package.wheel) as packed:
        [entry] = [name for name in packed.namelist() if name.endswith("entry_points.txt")]
        assert "bilat = bilat.cli:main" in packed.read(entry).decode()
