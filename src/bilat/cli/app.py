"""`bilat`: the group of commands. A command's module is loaded when that command is used."""

from importlib import import_module

import click

from bilat.cli.errors import exit_codes
from bilat.cli.spoken import Group, speaking
from bilat.cli.version import as_json, tell_version

COMMANDS = (
    "brief",
    "build",
    "claims",
    "compare",
    "completion",
    "decide",
    "demo",
    "discrepancies",
    "disputes",
    "export",
    "extract",
    "figures",
    "mcp",
    "mechanisms",
    "migrate",
    "pack",
    "people",
    "phrases",
    "review",
    "search",
    "serve",
    "show",
    "timeline",
    "undertakings",
    "verify",
    "watch",
)
"""Each stands in `bilat.cli.commands.<name>` as an object named `command`."""


class LazyGroup(Group):
    """Commands by name, loaded when asked for; errors of any of them become one line and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names, sorted."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        loaded = import_module(f"bilat.cli.commands.{cmd_name}").command
        return speaking(loaded) if isinstance(loaded, click.Command) else None

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command named on the command line."""
        with exit_codes():
            return super().invoke(ctx)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    callback=tell_version,
    help="Print the versions of bilat, of its record's tables and of its packs; --json for programs.",
)
@click.option("--json", is_flag=True, expose_value=False, is_eager=True, callback=as_json, hidden=True)
def main() -> None:
    """From a pile of news to the record of relations between countries: who met whom, when and where, with the words
    that say so.

    Start with `bilat demo`, or `bilat build FOLDER` and then `bilat timeline`.
    """
