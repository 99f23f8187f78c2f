"""`bilat pack`: the knowledge that bilat reads with."""

import click

from bilat.cli.errors import FAILED
from bilat.cli.spoken import Group, gettext, ngettext
from bilat.cli.terminal import say, tell
from bilat.views.lines import plain


@click.group("pack", cls=Group)
def command() -> None:
    """Look after packs: the tables that bilat reads with."""


@command.command("check")
@click.argument("path", nargs=-1, type=click.Path(exists=True, file_okay=False))
def check_command(path: tuple[str, ...]) -> None:
    """Check packs against their schema: each problem with its file and line.

    PATH is the folder of a pack, checked on top of the built-in ones; without it the built-in ones are checked. Exit
    code 1 when there is any problem.
    """
    from bilat.packs import check

    problems = check(path or None)
    say(plain(str(problem)) for problem in problems)
    if problems:
        tell(ngettext("{count} problem", "{count} problems", len(problems)).format(count=len(problems)))
        raise click.exceptions.Exit(FAILED)
    tell(gettext("no problems"))
