"""docs/cli.md says what the commands do."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from bilat.cli import main
from bilat.cli.errors import FAILED, INTERRUPTED, PIPE_CLOSED, USAGE
from bilat.cli.options import event_types, statuses


def commands(group: click.Group, *names: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    with click.Context(group) as ctx:
        for name in group.list_commands(ctx):
            command = group.get_command(ctx, name)
            assert command is not None
            yield (*names, name), command
            if isinstance(command, click.Group):
                yield from commands(command, *names, name)


ALL = list(commands(main))
IDS = [" ".join(names) for names, _ in ALL]


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs/cli.md").read_text("utf-8")


@pytest.mark.parametrize(("names", "command"), ALL, ids=IDS)
def test_the_help_of_every_command_stands_in_the_docs(names: tuple[str, ...], command: click.Command, page: str):  # noqa: ARG001
    shown = CliRunner().invoke(main, [*names, "--help"], prog_name="bilat", terminal_width=100).output
    assert f"### bilat {' '.join(names)}\n" in page
    assert shown.strip() in page, "the page is out of date: run `make format`"


@pytest.mark.parametrize(("names", "command"), ALL, ids=IDS)
def test_every_option_says_what_it_does(names: tuple[str, ...], command: click.Command, page: str):  # noqa: ARG001
    options = [param for param in command.params if isinstance(param, click.Option)]
    assert [option.name for option in options if not (option.help or "").endswith(".")] == []
    assert [word for option in options for word in option.opts if word not in page] == []


def test_every_exit_code_stands_in_the_docs(page: str):
    table = re.findall(r"^\| (\d+) \|", page, re.MULTILINE)
    assert table == [str(code) for code in (0, FAILED, USAGE, INTERRUPTED, PIPE_CLOSED)]


def test_the_timeline_names_every_type_and_status_it_takes():
    shown = " ".join(CliRunner().invoke(main, ["timeline", "--help"]).output.split())
    assert [word for word in (*event_types(), *statuses()) if word not in shown] == []
