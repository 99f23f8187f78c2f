"""`bilat timeline`: events in order of time, with the words that say so."""

import click

from bilat.cli.options import (
    as_countries,
    as_date,
    as_level,
    as_status,
    as_types,
    completed,
    event_types,
    levels,
    record_option,
    shape_options,
    statuses,
)
from bilat.cli.terminal import Shape, show


@click.command("timeline")
@click.argument("countries", metavar="[COUNTRY]...", nargs=-1, callback=as_countries)
@click.option("--since", metavar="DATE", callback=as_date, help="Only what happened on or after this day.")
@click.option("--until", metavar="DATE", callback=as_date, help="Only what happened on or before this day.")
@click.option(
    "--type",
    "types",
    metavar="TYPE",
    multiple=True,
    callback=as_types,
    shell_complete=completed(event_types),
    help="Only events of this type: visit, meeting, call, message, signing or session. May be given again.",
)
@click.option(
    "--status",
    metavar="STATUS",
    callback=as_status,
    shell_complete=completed(statuses),
    help="Only events of this status: held, planned or cancelled.",
)
@click.option(
    "--level",
    metavar="LEVEL",
    callback=as_level,
    shell_complete=completed(levels),
    help="Only contacts of this level: leaders, ministers, officials or unknown.",
)
@click.option("--publisher", metavar="NAME", help="Only events that a publisher whose name holds this reports.")
@click.option("--overdue", is_flag=True, help="Only what was announced and never told of as held since.")
@click.option("--person", metavar="NAME", help="Only events that this person took part in.")
@click.option(
    "--background/--no-background",
    default=False,
    show_default=True,
    help="With events that are only told as history or context.",
)
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="Only the first N events.")
@shape_options
@record_option
def command(
    *,
    countries: tuple[str, ...],
    since: str | None,
    until: str | None,
    types: tuple[str, ...],
    status: str | None,
    level: str | None,
    publisher: str | None,
    person: str | None,
    background: bool,
    overdue: bool,
    limit: int | None,
    shape: Shape,
    record_path: str,
) -> None:
    """Print who met whom, when and where, in order of time.

    COUNTRY is a code or a name (CN, vn, 越南, China). One gives all events it takes part in, two the events between
    them, none all. DATE is 2022, 2022-09 or 2022-09-03. Under each event stands the quotation that shows it, with its
    publisher, day and document, and who else tells of it.
    """
    import bilat
    from bilat.views.timeline import TIMELINE, find_events

    with bilat.open(record_path) as record:
        events = find_events(
            record,
            countries,
            since=since,
            until=until,
            types=types,
            status=status,
            person=person,
            background=background,
            overdue=overdue,
            level=level,
            publisher=publisher,
            limit=limit,
        )
        show(events, TIMELINE, shape)
