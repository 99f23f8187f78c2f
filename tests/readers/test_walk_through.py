"""The plugin that docs/readers.md walks through does what the page says."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import cast

from bilat.model import Document, Failure, Part
from bilat.readers import Reader, builtin_readers, read_paths
from tests.readers.made_up import parts


def plugin(root: Path) -> list[Reader]:
    page = (root / "docs" / "readers.md").read_text(encoding="utf-8")
    code = re.search(r"<!-- walk-through: begin -->\n```python\n(.*?)```\n<!-- walk-through: end -->", page, re.DOTALL)
    assert code is not None
    assert len(code[1].splitlines()) <= 40
    names: dict[str, object] = {}
    exec(compile(code[1], "docs/readers.md", "exec"), names)
    made = cast("Callable[[], list[Reader]]", names["bilat_readers"])
    return [*builtin_readers(), *made()]


def test_the_plugin_of_the_page_reads_its_form(root: Path, tmp_path: Path) -> None:
    text = "RELEASE\n2023-06-27\n林海会见白桦\n\n外交部长林海会见了松国外长白桦。\n更多\n竹国总理访问梅国\n"
    _ = (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    _ = (tmp_path / "b.txt").write_text("RELEASE\n", encoding="utf-8")
    doc, failure = read_paths([tmp_path], readers=plugin(root))
    assert isinstance(doc, Document)
    assert doc.source is not None
    assert (doc.source.form, doc.title, doc.publisher) == ("release", "林海会见白桦", "MFA")
    assert parts(doc, Part.TEASER) == ["更多", "竹国总理访问梅国"]
    assert failure == Failure(str(tmp_path / "b.txt"), "a release has a day, a headline and a text")


def test_the_page_names_every_form(root: Path) -> None:
    page = (root / "docs" / "readers.md").read_text(encoding="utf-8")
    for reader in builtin_readers():
        assert f"| `{reader.form}` |" in page
