"""`bilat serve`: the record as pages and an API on this machine."""

import secrets
from pathlib import Path

import click

from bilat.cli.options import decisions_option, record_option
from bilat.cli.terminal import tell


@click.command("serve")
@click.option(
    "--port", metavar="N", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free."
)
@click.option("--host", metavar="NAME", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--token", metavar="WORD", envvar="BILAT_TOKEN", help="Ask every visitor for it. Or $BILAT_TOKEN.")
@click.option(
    "--allow-decisions", is_flag=True, help="Let the review page write decisions; makes a token if none is given."
)
@click.option(
    "--author", metavar="NAME", envvar="BILAT_AUTHOR", help="Who decides on the review page. Or $BILAT_AUTHOR."
)
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(1, 64),
    show_default="2 where there are cores",
    help="Processes that answer.",
)
@click.option("--open", "opened", is_flag=True, help="Open the first page in a browser.")
@decisions_option
@record_option
def command(
    *,
    port: int,
    host: str,
    token: str | None,
    allow_decisions: bool,
    author: str | None,
    workers: int | None,
    opened: bool,
    decisions: str | None,
    record_path: str,
) -> None:
    """Show the record as pages and an API, on this machine.

    Only this machine can reach it, unless --host says otherwise; that needs a token. A build that runs meanwhile does
    not disturb: pages show the new record once it is whole. Ctrl-C ends it.
    """
    from bilat.cli.extras import needing
    from bilat.cli.options import today

    with needing("web", "bilat serve"):
        from bilat.web.serve import Wish, serve

    if allow_decisions and not token:
        token = secrets.token_urlsafe(16)
    path = _decisions(record_path, decisions, author) if allow_decisions else None
    serve(Wish(record_path, host, port, token, path, author, today, workers), tell, opened=opened)


def _decisions(record_path: str, given: str | None, author: str | None) -> Path:
    """The file to write to. A usage error where nobody signs."""
    import bilat
    from bilat.cli.commands.decide import decisions_path, who

    who(author)
    with bilat.open(record_path) as record:
        return decisions_path(record_path, given, record)
