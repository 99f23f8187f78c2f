"""A pack of somebody else's: words and nothing but words, none too many."""

import os
import re
from pathlib import Path

import pytest

from bilat.errors import PackError
from bilat.lang.alternation import alternation
from bilat.lang.zh.figures.parties import Shorts
from bilat.lang.zh.language import Chinese
from bilat.packs import load, manifest
from bilat.packs.load import LARGEST, read_pack
from tests.packs.packs import write_pack, write_table
from tests.record.made import document


def test_code_in_a_pack_is_never_run(tmp_path: Path):
    folder = write_pack(tmp_path / "sample")
    ran = tmp_path / "ran"
    for name in ("__init__.py", "plugin.py", "setup.py", "sitecustomize.py"):
        _ = (folder / name).write_text(f"open({str(ran)!r}, 'w')", "utf-8")
    _ = (folder / "words.py").write_text(f"open({str(ran)!r}, 'w')", "utf-8")
    assert load([folder]).words
    assert not ran.exists()


@pytest.mark.parametrize("line", ['plugins = ["os"]', 'path = "../../etc"', "[tool.bilat]", '"__class__" = "x"'])
def test_a_manifest_says_nothing_but_what_it_is_asked(tmp_path: Path, line: str):
    folder = write_pack(tmp_path / "sample", manifest=f"{line}\n" + 'name = "n"\n' * (line[0] != "["))
    with pytest.raises(PackError, match=r"unknown field|no name"):
        _ = load([folder])


@pytest.mark.parametrize("name", ["words.tsv", "pack.toml"])
def test_a_file_of_a_pack_that_is_too_long_is_not_read(tmp_path: Path, name: str):
    folder = write_pack(tmp_path / "sample")
    with (folder / name).open("ab") as file:
        _ = file.truncate((LARGEST if name == "words.tsv" else manifest.LARGEST) + 1)
    [problem] = read_pack(folder).problems
    assert problem.path.endswith(name)
    assert "longer than" in problem.message


def test_a_table_that_is_a_pipe_or_a_device_is_not_read(tmp_path: Path):
    folder = write_pack(tmp_path / "sample", {"words": ["今天\ttime"]})
    (folder / "words.tsv").unlink()
    os.mkfifo(folder / "words.tsv")
    assert "no file" in read_pack(folder).problems[0].message
    (folder / "words.tsv").unlink()
    (folder / "words.tsv").symlink_to("/dev/zero")
    assert "no file" in read_pack(folder).problems[0].message


def test_no_path_in_a_table_is_opened(tmp_path: Path):
    folder = write_pack(tmp_path / "sample", {"words": ["../../../etc/passwd\ttime", "file:///etc/passwd\ttime"]})
    assert {word.word for word in load([folder]).words} >= {"../../../etc/passwd", "file:///etc/passwd"}


@pytest.mark.parametrize("word", ["a*", "[甲-乙]", "a{1,9}", "甲?", "^甲", "甲\\d"])
def test_a_table_holds_words_and_no_patterns(tmp_path: Path, word: str):
    folder = write_pack(tmp_path / "sample", {"words": [f"{word}\ttime"]})
    [problem, *_] = read_pack(folder).problems
    assert (problem.line, "sign of patterns" in problem.message) == (2, True)


def test_words_that_could_be_patterns_stand_for_their_own_letters(tmp_path: Path):
    """Signs that names in the news do have ("10+3", "刚果(金)", "US$"), put where they would be slow as a pattern."""
    text = "x" + "a" * 60 + "!与" + "x" + "a" * 60 + "1719亿元。"
    slow = "x(a+)+$"
    rows = {
        "countries": [f"ZZ\t{slow}国\t{slow}|+|(|)|$\tZ\tZ\t"],
        "places": [f"{slow}城\t\tcity\t\t\t"],
        "words": [f"{slow}\ttime"],
    }
    packs = load([write_pack(tmp_path / "sample", rows)]).only("zh")
    assert Chinese(packs).read(document(text)).figures is not None
    assert list(Shorts(packs).find(text, 0, len(text))) == []


def test_a_word_is_no_pattern(tmp_path: Path):
    """What would be slow or wide as a regular expression stands for its own letters."""
    words = ["(a+)+$", ".*", "[甲-乙]", "x|y", "\\d{1,9}"]
    made = re.compile(alternation(words))
    assert made.groups == 0
    assert all(made.fullmatch(word) for word in words)
    assert not made.search("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!甲乙x12345")
    assert write_table(write_pack(tmp_path / "sample"), "words", [f"{word}\ttime" for word in sorted(words)])
