"""Help in the language of the interface; what is looked for in error lines stays as it is."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bilat.cli import main
from bilat.cli.app import COMMANDS
from bilat.messages import of_environment
from bilat.views.lines import width_of
from tests.cli.run import bilat

OTHERS = ("vi", "zh")


def helped(*words: str, language: str, width: int = 80) -> str:
    asked = [*words, "--help"]
    run = CliRunner(env={"BILAT_LANG": language}).invoke(main, asked, prog_name="bilat", terminal_width=width)
    assert run.exit_code == 0
    return run.output


@pytest.mark.parametrize(
    ("given", "language"),
    [
        ({}, "en"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "vi_VN.UTF-8"}, "zh"),
        ({"LC_MESSAGES": "zh_TW", "LANG": "vi_VN"}, "zh"),
        ({"LANGUAGE": "fr:vi:en", "LANG": "zh_CN.UTF-8"}, "vi"),
        ({"LANGUAGE": "vi", "LANG": "C"}, "en"),
        ({"BILAT_LANG": "zh", "LANGUAGE": "vi", "LC_ALL": "C"}, "zh"),
        ({"BILAT_LANG": "en", "LANG": "vi_VN.UTF-8"}, "en"),
        ({"BILAT_LANG": "xx", "LANG": "vi_VN.UTF-8"}, "vi"),
    ],
)
def test_the_environment_decides_as_for_any_program(given: dict[str, str], language: str) -> None:
    assert of_environment(given) == language


@pytest.mark.parametrize("language", OTHERS)
def test_no_help_holds_a_sentence_of_english(language: str) -> None:
    lists = ("bilat completion", "jsonl, parquet", "event, compare")
    english = {line.strip() for name in ("", *COMMANDS) for line in _lines(name, "en") if len(line.split()) > 3}
    left = {line for name in ("", *COMMANDS) for line in _lines(name, language) if line.strip() in english}
    assert {line.strip() for line in left if not any(words in line for words in lists)} == set()


def _lines(name: str, language: str) -> list[str]:
    return helped(*name.split(), language=language).splitlines()


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("language", OTHERS)
def test_help_fits_the_screen_by_the_columns_its_characters_take(language: str, width: int) -> None:
    wide = [line for line in helped("timeline", language=language, width=width).splitlines() if width_of(line) > width]
    assert wide == []


def test_help_says_the_same_in_each_language() -> None:
    assert "Options:\n  --since DATE " in helped("timeline", language="en")
    assert "Tùy chọn:\n  --since DATE " in helped("timeline", language="vi")
    chinese = helped("build", language="zh")
    assert chinese.startswith("用法: bilat build [OPTIONS] PATH...\n\n  用文章建立记录，或更新记录。\n")
    assert "[默认：(全部核); x>=1]" in "".join(chinese.split()).replace(";x", "; x")
    assert "\n  merge ID ID...               đây là một nhân vật" in helped("decide", language="vi")


@pytest.mark.parametrize("language", OTHERS)
def test_error_lines_can_be_looked_for(language: str, tmp_path: Path) -> None:
    gone = bilat("timeline", "-r", tmp_path / "gone.bilat", BILAT_LANG=language)
    assert gone.stderr.startswith(f"bilat: {tmp_path / 'gone.bilat'}: no such record")
    assert "Error: No such option" in bilat("timeline", "--nix", BILAT_LANG=language).stderr


def test_what_a_build_came_to_is_told_in_the_language(tmp_path: Path) -> None:
    from bilat import samples

    done = bilat("build", samples.folder() / "desk", "-o", tmp_path / "a.bilat", BILAT_LANG="vi")
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (0, "6 tài liệu: 6 mới, 0 không đổi, 0 bị bỏ")


def test_a_brief_speaks_the_language_of_the_interface(record: Path) -> None:
    assert bilat("brief", "CN", "VN", "-r", record, BILAT_LANG="vi").stdout.startswith("# Trung Quốc và Việt Nam\n")
    asked = bilat("brief", "CN", "VN", "-r", record, "--language", "en", BILAT_LANG="vi")
    assert asked.stdout.startswith("# China and Vietnam\n")
