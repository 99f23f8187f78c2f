"""The face of the package, and the page that explains it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bilat
from bilat import samples


def test_the_names_are_sorted_and_all_there():
    assert bilat.__all__ == sorted(bilat.__all__)
    assert [name for name in bilat.__all__ if not hasattr(bilat, name)] == []
    assert set(bilat.__all__) <= set(dir(bilat))


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = bilat.nonsense  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]


def test_the_functions_stay_functions_when_the_modules_of_their_names_are_loaded():
    code = "import bilat.build, bilat.extract, bilat; print(type(bilat.build).__name__, type(bilat.extract).__name__)"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("function function\n", "")


def test_import_loads_nothing_heavy():
    code = "import sys, bilat; print(sorted({m.split('.')[1] for m in sys.modules if m.startswith('bilat.')}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_every_name_stands_in_the_docs(root: Path):
    page = (root / "docs/python-api.md").read_text("utf-8")
    assert [name for name in bilat.__all__ if f"`{name}`" not in page and f"bilat.{name}" not in page] == []


def test_the_examples_of_the_docs_run(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    page = (root / "docs/python-api.md").read_text("utf-8")
    examples = re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert len(examples) >= 5
    _ = shutil.copytree(samples.folder(), tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    shared: dict[str, object] = {}
    for example in examples:
        exec(compile(example, "docs/python-api.md", "exec"), shared)


def test_an_input_that_cannot_be_read_raises_unless_it_is_taken(tmp_path: Path):
    (tmp_path / "empty.md").write_bytes(b"")
    with pytest.raises(bilat.ReadError, match=r"empty\.md: "):
        _ = list(bilat.read(tmp_path / "empty.md"))
    taken: list[bilat.Failure] = []
    assert list(bilat.read([tmp_path / "empty.md"], on_failure=taken.append)) == []
    assert len(taken) == 1


def test_a_notebook_shows_a_reading_without_the_markup_of_its_article():
    doc = next(iter(bilat.read(samples.folder())))
    html = getattr(bilat.extract(doc), "_repr_html_")()  # noqa: B009
    assert html.startswith("<h4>Reading of ")
