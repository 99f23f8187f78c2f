"""The frame around all commands: help, exit codes, pipes, colour."""

import errno
import io
import json
import os
import subprocess
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from bilat.cli import main
from bilat.cli.app import COMMANDS
from bilat.cli.errors import exit_codes
from bilat.cli.progress import Progress
from bilat.cli.terminal import Shape, say, show
from bilat.errors import StoreError, UsageError
from bilat.model import Failure
from bilat.packs import load
from bilat.packs.load import built_in, read_pack
from bilat.record.schema import SCHEMA_VERSION
from bilat.views.lines import Piece, Style, View, columns, plain

VIEW: View[str] = View(
    columns=("name", "size"),
    to_dict=lambda name: {"name": name, "size": len(name)},
    to_cells=lambda name: (name, len(name)),
    to_lines=lambda names, width: columns([[name, str(len(name))] for name in names], ("name", "size"), width),
)


def run(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bilat", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONWARNINGS": "error", **env},
        check=False,
        timeout=60,
    )


def test_help_names_every_command():
    shown = CliRunner().invoke(main, ["--help"]).output
    assert [name for name in COMMANDS if f"  {name} " not in shown] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_name_and_a_first_sentence_that_fits_the_list(name: str):
    command = import_module(f"bilat.cli.commands.{name}").command
    assert command.name == name
    assert not command.get_short_help_str(limit=60).endswith("...")


def test_help_loads_nothing_heavy():
    code = (
        "import sys\n"
        "from bilat.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'rich', 'sqlite3', 'msgspec', 'pluggy', 'bilat.packs', 'bilat.model', 'bilat.record', 'bilat.build', 'bilat.readers'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_the_module_is_the_command():
    done = run("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("bilat 0.")


@pytest.mark.parametrize("words", [["--version", "--json"], ["--json", "--version"]])
def test_the_version_names_the_tables_and_every_pack_with_the_hash_of_its_bytes(words: list[str]):
    known = json.loads(CliRunner().invoke(main, words).stdout)
    assert (known["bilat"], known["schema"]) == (version("bilat"), SCHEMA_VERSION)
    assert known["packs"] == load().digest
    hashes = {folder.name: read_pack(folder).digest for folder in built_in()}
    assert {pack["name"]: pack["hash"] for pack in known["pack"]} == hashes
    said = CliRunner().invoke(main, ["--version"]).stdout
    assert all(word in said for word in (*hashes.values(), f"record schema {SCHEMA_VERSION}"))


def test_json_before_a_command_is_told_where_it_belongs():
    done = CliRunner().invoke(main, ["--json", "timeline"])
    assert (done.exit_code, "behind the command" in done.stderr) == (2, True)


@pytest.mark.parametrize("words", [["nonsense"], ["--nonsense"], ["build"], ["timeline", "--limit", "0"], ["show"]])
def test_a_command_line_that_makes_no_sense_ends_with_two(words: list[str]):
    assert CliRunner().invoke(main, words).exit_code == 2


@pytest.mark.parametrize(
    ("raised", "code", "told"),
    [
        (UsageError("no such id"), 2, "bilat: no such id\n"),
        (StoreError("a.bilat: damaged"), 1, "bilat: a.bilat: damaged\n"),
        (KeyboardInterrupt(), 130, "bilat: interrupted\n"),
        (OSError(errno.ENOSPC, "No space left on device"), 1, "bilat: output: No space left on device\n"),
        (FileNotFoundError(errno.ENOENT, "No such file", "a\x1b.md"), 1, "bilat: a␛.md: No such file\n"),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 141, ""),
    ],
)
def test_what_ends_a_command_is_one_line_and_an_exit_code(
    raised: BaseException, code: int, told: str, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(click.exceptions.Exit) as ended, exit_codes():
        raise raised
    assert ended.value.exit_code == code
    assert capsys.readouterr().err == told


def test_a_defect_is_not_hidden():
    with pytest.raises(ZeroDivisionError), exit_codes():
        _ = 1 / 0


WILD = "\x1b]8;;http://evil.example\x07x\x1b[2J\u202e\x9b31m"


@pytest.mark.parametrize(
    "words",
    [
        [WILD],
        ["--" + WILD],
        ["timeline", WILD],
        ["timeline", "--since", WILD],
        ["timeline", "-r", WILD],
        ["timeline", "--limit", WILD],
        ["build", WILD, "-o", "r.bilat"],
        ["build", "--as", WILD, "x"],
        ["extract", WILD],
        ["export", "--format", WILD],
        ["pack", "check", WILD],
        ["watch", WILD],
    ],
)
def test_no_complaint_acts_on_the_terminal(words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, words, color=True)
    assert done.exit_code in (1, 2)
    assert [char for char in done.output if char in "\x1b\x07\x9b\u202e"] == []


def test_the_report_of_a_defect_does_not_act_on_the_terminal_either():
    code = (
        "from bilat.cli.errors import exit_codes\n"
        "with exit_codes(): raise RuntimeError('\\x1b[2J\\x9b31m\\u202e told')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "RuntimeError: ␛[2J\ufffd31m told" in done.stderr
    assert "line 2" in done.stderr


def test_colour_is_for_terminals_only(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    line = (Piece("河内", Style.STRONG),)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    say([line])
    assert capsys.readouterr().out == "河内\n"
    monkeypatch.setenv("FORCE_COLOR", "1")
    say([line])
    assert capsys.readouterr().out == "\x1b[1m河内\x1b[0m\n"
    monkeypatch.setenv("NO_COLOR", "1")
    say([line])
    assert capsys.readouterr().out == "河内\n"


def test_no_piece_of_a_line_reaches_the_terminal_unclean(capsys: pytest.CaptureFixture[str]):
    say([plain("\x1b[2J“清屏”\u202e")])
    assert capsys.readouterr().out == "␛[2J“清屏”\n"


@pytest.mark.parametrize("names", [[], ["苏林"], ["苏林", '=A1"\x1b\n', "\ud83d"]], ids=len)
def test_json_lines_and_the_array_hold_the_same(names: list[str], capsysbinary: pytest.CaptureFixture[bytes]):
    show(names, VIEW, Shape.JSONL)
    lines = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    show(names, VIEW, Shape.JSON)
    assert json.loads(capsysbinary.readouterr().out) == lines == [{"name": n, "size": len(n)} for n in names]


def test_csv_is_flat_clean_and_has_a_header_even_without_rows(capsysbinary: pytest.CaptureFixture[bytes]):
    show([], VIEW, Shape.CSV)
    assert capsysbinary.readouterr().out == b"name,size\n"
    show(['说"好"', "=1\n"], VIEW, Shape.CSV)
    assert capsysbinary.readouterr().out.decode() == 'name,size\n"说""好""",4\n\'=1 ,3\n'


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path):
    code = """
import sys, click
from bilat.cli.errors import exit_codes
from bilat.cli.progress import Progress
from bilat.cli.terminal import say
from bilat.views.lines import plain
try:
    with exit_codes():
        say(plain("x" * 100) for _ in range(100_000))
except click.exceptions.Exit as ended:
    sys.exit(ended.exit_code)
"""
    (tmp_path / "much.py").write_text(code)
    script = f"'{sys.executable}' '{tmp_path}/much.py' | head -n 1 > /dev/null; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_told_in_one_line():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bilat", "completion", "zsh"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "bilat: output: No space left on device\n"


def test_a_terminal_without_chinese_gets_escapes_not_a_crash():
    done = run("completion", "--help", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0


@pytest.mark.parametrize("shell", ["fish", "zsh"])
def test_completion_names_the_command(shell: str):
    done = CliRunner().invoke(main, ["completion", shell])
    assert done.exit_code == 0
    assert "_BILAT_COMPLETE" in done.output


class Screen(io.StringIO):
    """A terminal that remembers."""

    def isatty(self) -> bool:
        return True


def test_a_bar_is_drawn_on_a_terminal_and_failures_stand_above_it(monkeypatch: pytest.MonkeyPatch):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with Progress() as progress:
        progress("read", 1, 2)
        progress.failed(Failure("a\x1b[2J.md", "empty file"))
        progress("read", 2, 2)
    assert "2/2" in screen.getvalue()
    assert "bilat: a␛[2J.md: empty file\n" in screen.getvalue()
    assert progress.failures == 1


def test_no_bar_is_drawn_without_a_terminal(capsys: pytest.CaptureFixture[str]):
    with Progress() as progress:
        progress("read", 1, 2)
        progress.failed(Failure("a.md", "empty file"))
    assert capsys.readouterr().err == "bilat: a.md: empty file\n"


def test_no_bar_is_drawn_over_results_on_the_same_terminal(monkeypatch: pytest.MonkeyPatch):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(sys, "stdout", screen)
    with Progress(over_output=False) as progress:
        progress("read", 1, 2)
    assert screen.getvalue() == ""
