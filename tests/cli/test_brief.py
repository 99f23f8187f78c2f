"""`bilat brief` writes what was asked for, where it was asked for."""

import re
import sys
from pathlib import Path
from zipfile import is_zipfile

import pytest

from bilat.messages import LANGUAGES
from tests.cli.run import bilat


def test_it_prints_markdown(record: Path):
    done = bilat("brief", "CN", "越南", "-r", record)
    assert done.exit_code == 0
    assert done.stdout.startswith("# China and Vietnam\n")
    assert "\n[^1]: " in done.stdout


@pytest.mark.parametrize(
    ("name", "begins"), [("a.md", "# China"), ("a.html", "<!DOCTYPE html>"), ("a.docx", "PK"), ("a.txt", "# China")]
)
def test_the_end_of_the_name_tells_the_format(record: Path, tmp_path: Path, name: str, begins: str):
    done = bilat("brief", "CN", "VN", "-r", record, "-o", tmp_path / name)
    assert (done.exit_code, done.stdout) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(begins.encode())


def test_the_format_can_be_said_outright(record: Path, tmp_path: Path):
    assert bilat("brief", "CN", "VN", "-r", record, "--format", "docx", "-o", tmp_path / "a.md").exit_code == 0
    assert is_zipfile(tmp_path / "a.md")
    assert bilat("brief", "CN", "VN", "-r", record, "--format", "html").stdout.startswith("<!DOCTYPE html>")


def test_a_word_document_is_not_printed(record: Path):
    done = bilat("brief", "CN", "VN", "-r", record, "--format", "docx")
    assert done.exit_code == 2
    assert "give -o FILE" in done.stderr


@pytest.mark.parametrize(
    "words", [("CN",), ("CN", "Nowhere"), ("CN", "VN", "--since", "June"), ("CN", "VN", "--language", "xx")]
)
def test_what_cannot_be_asked_is_a_usage_error(record: Path, words: tuple[str, ...]):
    assert bilat("brief", *words, "-r", record).exit_code == 2


def test_one_country_twice_is_a_usage_error(record: Path):
    done = bilat("brief", "CN", "中国", "-r", record)
    assert (done.exit_code, done.stderr) == (2, "bilat: 'CN' and 'CN' are one country: a brief is about two\n")


def test_without_python_docx_it_says_what_to_install(record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in [
        each for each in sys.modules if each.startswith(("docx", "bilat.views.brief.word", "bilat.views.brief.foot"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    done = bilat("brief", "CN", "VN", "-r", record, "-o", tmp_path / "a.docx")
    assert done.exit_code == 2
    assert done.stderr == 'bilat: bilat brief --format docx needs docx: pip install "bilat[brief]"\n'
    assert not (tmp_path / "a.docx").exists()


def test_the_brief_cites_the_same_quotations_in_any_language(record: Path):
    texts = [bilat("brief", "CN", "VN", "-r", record, "--language", language).stdout for language in LANGUAGES]
    cited = [sorted(re.findall(r"\((?:document|文档|tài liệu) (\S+?)[,，]", text)) for text in texts]
    assert cited[0]
    assert cited == [cited[0]] * len(LANGUAGES)
