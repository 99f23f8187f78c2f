"""`bilat compare`: the reports of one event side by side."""

import click

from bilat.cli.options import record_option
from bilat.cli.terminal import say, screen_width, write_json_lines
from bilat.errors import UsageError


@click.command("compare")
@click.argument("event", metavar="EVENT")
@click.option(
    "--by",
    metavar="WHAT",
    type=click.Choice(["publisher", "side"]),
    default="publisher",
    show_default=True,
    help="Put side by side what publishers tell, or what the sides (publisher or side) are quoted with.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object with everything.")
@record_option
def command(event: str, by: str, as_json: bool, record_path: str) -> None:
    """Print the reports of one event side by side.

    What several of them say stands once, with the number of independent documents; then what only one has, what each
    leaves out, and what they tell differently: set phrases, figures, who is quoted, undertakings, contested names, each
    with its quotations. EVENT is the id of an event, or of any report of it, as `bilat timeline` prints it.
    """
    import bilat
    from bilat.cli.commands.show import find
    from bilat.model.rows import EventRow
    from bilat.views.compare import compare_lines
    from bilat.views.topics import with_topics

    with bilat.open(record_path) as record:
        found = find(record, event)
        if not isinstance(found, EventRow):
            msg = f"'{event}' is no event; `bilat timeline` prints the ids of events"
            raise UsageError(msg)
        compared = record.compare(found, by)
        if as_json:
            write_json_lines([with_topics(compared)])
        else:
            say(compare_lines(compared, screen_width()))
