"""`bilat mcp`: the record for language models."""

from importlib.metadata import version
from pathlib import Path

import click

from bilat.cli.options import record_option


@click.command("mcp")
@record_option
def command(record_path: str) -> None:
    """Serve the record to language models, read-only.

    Speaks the Model Context Protocol on standard input and output: a program that works with a model (an assistant on
    the desk, an editor) starts this command itself; docs/mcp.md says how it is told to. Tools: about, search, timeline,
    event, compare, discrepancies, figures, claims, phrases, uses, mechanisms, undertakings, contested_names, people,
    person, find, document; every answer carries its quotations. Nothing is written and no network is used.
    """
    from bilat.cli.extras import needing

    with needing("mcp", "bilat mcp"):
        from bilat.agents.desk import Desk
        from bilat.agents.server import serve

    with Desk(Path(record_path)) as desk:
        desk.open()
        serve(desk, version("bilat")).run("stdio")
