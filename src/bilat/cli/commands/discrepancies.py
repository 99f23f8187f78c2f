"""`bilat discrepancies`: what reports do not agree on."""

import click

from bilat.cli.options import as_countries, as_date, as_kind, completed, kinds, record_option, shape_options
from bilat.cli.terminal import Shape, show


@click.command("discrepancies")
@click.argument("countries", metavar="[COUNTRY]...", nargs=-1, callback=as_countries)
@click.option("--since", metavar="DATE", callback=as_date, help="Only events, and reports of figures, since this day.")
@click.option("--until", metavar="DATE", callback=as_date, help="Only events, and reports of figures, until this day.")
@click.option(
    "--kind",
    metavar="KIND",
    callback=as_kind,
    shell_complete=completed(kinds),
    help="Only of this kind: contradiction, rounding or moved.",
)
@shape_options
@record_option
def command(
    *,
    countries: tuple[str, ...],
    since: str | None,
    until: str | None,
    kind: str | None,
    shape: Shape,
    record_path: str,
) -> None:
    """Print what reports do not agree on.

    Days, places, numbers, status and speakers of one event, what kind of visit it was and how many documents were
    signed; figures of one measure, parties and period. Each value stands with those who give it and their words. A
    value with fewer digits is told from a contradiction; nothing is averaged.
    COUNTRY is a code or a name: each must take part.
    """
    import bilat
    from bilat.views.discrepancies import DISCREPANCIES

    with bilat.open(record_path) as record:
        rows = record.discrepancies(countries, since, until)
        show((row for row in rows if kind is None or row.kind == kind), DISCREPANCIES, shape)
