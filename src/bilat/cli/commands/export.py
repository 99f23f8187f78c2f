"""`bilat export`: the record in a form that other programs read."""

import click

from bilat.cli.options import (
    as_countries,
    as_date,
    as_export,
    as_level,
    as_status,
    as_types,
    completed,
    event_types,
    export_names,
    levels,
    record_option,
    statuses,
)
from bilat.cli.terminal import binary_output, tell


@click.command("export")
@click.argument("countries", metavar="[COUNTRY]...", nargs=-1, callback=as_countries)
@click.option(
    "--format",
    "name",
    metavar="FORMAT",
    required=True,
    callback=as_export,
    shell_complete=completed(export_names),
    help="csv, jsonl, parquet, lake, sqlite, plover, graphml, gexf, ics, atom, or one that a plugin adds.",
)
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    required=True,
    type=click.Path(),
    help="The file or folder to write, or an address (s3://bucket/name); - for standard output, where the "
    "format is one text.",
)
@click.option(
    "--since", metavar="DATE", callback=as_date, help="Only what happened, or was told, on or after this day."
)
@click.option(
    "--until", metavar="DATE", callback=as_date, help="Only what happened, or was told, on or before this day."
)
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
@click.option("--publisher", metavar="NAME", help="Only what a publisher whose name holds this reports.")
@click.option("--overdue", is_flag=True, help="Only what was announced and never told of as held since.")
@click.option("--person", metavar="NAME", help="Only events that this person took part in.")
@click.option(
    "--background/--no-background",
    default=None,
    show_default="with them; in ics and atom without",
    help="With events that are only told as history or context.",
)
@click.option(
    "--only",
    metavar="TABLE",
    multiple=True,
    help="Of csv, jsonl and parquet: only this table, such as events. May be given again.",
)
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="Of atom: the newest N events instead of 100.")
@click.option("--base-url", metavar="URL", help="Of atom and ics: where the pages of this record are served.")
@click.option("--force", is_flag=True, help="Replace what is there.")
@record_option
def command(
    *,
    countries: tuple[str, ...],
    name: str,
    output: str,
    since: str | None,
    until: str | None,
    types: tuple[str, ...],
    status: str | None,
    level: str | None,
    publisher: str | None,
    overdue: bool,
    person: str | None,
    background: bool | None,
    only: tuple[str, ...],
    limit: int | None,
    base_url: str | None,
    force: bool,
    record_path: str,
) -> None:
    """Write the record for other programs.

    All of it, or what is asked for. csv, jsonl and parquet write a folder with a table for each noun; csv also a .zip,
    and one table (--only) into one .csv, jsonl likewise. lake writes Parquet by month. sqlite writes a folder with a
    copy of the whole record. All others write one file. COUNTRY is a code or a name (CN, vn, 越南, China), as in `bilat
    timeline`. The same record gives the same bytes.
    """
    import bilat
    from bilat.exports import Asked, save, stream
    from bilat.plugins import exports

    export = exports()[name]
    asked = Asked(
        countries=countries,
        since=since,
        until=until,
        publisher=publisher,
        types=types,
        status=status,
        level=level,
        person=person,
        overdue=overdue,
        background=background,
        only=only,
        limit=limit,
        base_url=base_url,
    )
    with bilat.open(record_path) as record:
        if output == "-":
            stream(export, record, asked, binary_output())
        else:
            save(export, record, asked, output, force=force)
            tell(f"{name}: {output}")
