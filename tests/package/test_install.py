"""The wheel alone, with what its core needs and no extra: as `pipx install bilat` leaves it."""

import json
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from tests.package.conftest import Package
from tests.package.plain import Plain


@pytest.fixture(scope="module")
def plain(package: Package, tmp_path_factory: pytest.TempPathFactory) -> Plain:
    with zipfile.ZipFile(package.wheel) as packed:
        [name] = [name for name in packed.namelist() if name.endswith(".dist-info/METADATA")]
        asked = Parser().parsestr(packed.read(name).decode()).get_all("Requires-Dist") or []
    core = [each for each in asked if "extra ==" not in each]
    return Plain(tmp_path_factory.mktemp("plain"), package.wheel, core)


@pytest.fixture(scope="module")
def record(plain: Plain) -> Path:
    done = plain.run("demo", "--no-serve", "folder")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    [made] = plain.folder.glob("folder/*.bilat")
    return made


def test_no_extra_came_along(plain: Plain):
    extras = (
        "fastapi",
        "uvicorn",
        "jinja2",
        "plotly",
        "docx",
        "pyarrow",
        "networkx",
        "icalendar",
        "mcp",
        "httpx2",
        "protego",
    )
    assert [name for name in extras if plain.has(name)] == []


def test_help_and_version_need_nothing_more(plain: Plain):
    assert "timeline" in plain.run("--help").stdout
    done = plain.run("--version", "--json")
    assert done.returncode == 0, done.stderr
    assert {pack["name"] for pack in json.loads(done.stdout)["pack"]} >= {"world", "zh"}


def test_the_core_reads_links_and_shows(plain: Plain, record: Path):
    timeline = plain.run("timeline", "CN", "VN", "-r", str(record))
    assert timeline.returncode == 0, timeline.stderr
    assert "●" in timeline.stdout or "held" in timeline.stdout
    assert plain.run("verify", "-r", str(record)).returncode == 0
    for form, suffix in (("csv", ""), ("jsonl", ""), ("sqlite", ""), ("atom", ".atom")):
        done = plain.run("export", "--format", form, "-r", str(record), "-o", f"out-{form}{suffix}")
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "words, extra",
    [
        (("serve", "-r"), "web"),
        (("export", "--format", "site", "-o", "site", "-r"), "web"),
        (("export", "--format", "parquet", "-o", "lake", "-r"), "export"),
        (("export", "--format", "graphml", "-o", "g.graphml", "-r"), "export"),
        (("export", "--format", "ics", "-o", "c.ics", "-r"), "export"),
        (("brief", "CN", "VN", "--format", "docx", "-o", "b.docx", "-r"), "brief"),
        (("mcp", "-r"), "mcp"),
        (("watch", "feeds.toml", "--once", "-r"), "watch"),
    ],
)
def test_what_an_extra_is_needed_for_says_so_in_one_line(
    plain: Plain, record: Path, words: tuple[str, ...], extra: str
):
    done = plain.run(*words, str(record))
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    [line] = done.stderr.splitlines()
    assert line.startswith("bilat: ")
    assert line.endswith(f'pip install "bilat[{extra}]"')
