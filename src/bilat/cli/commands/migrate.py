"""`bilat migrate`: a record of an older bilat → one of this."""

import click

from bilat.cli.commands.build import tell_of
from bilat.cli.errors import FAILED
from bilat.cli.progress import Progress


@click.command("migrate")
@click.argument("record", metavar="RECORD", type=click.Path(dir_okay=False))
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    show_default="in its place",
    help="Make the new record there and leave the old one.",
)
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(min=1),
    show_default="all cores",
    help="Processes that read at the same time.",
)
def command(record: str, output: str | None, workers: int | None) -> None:
    """Bring a record of an older bilat up to date.

    A record keeps every document whole. Each is read closely again by today's rules: from its file where that is still
    there, else as the record kept it. What could not be read, where everything came from and the decisions of people go
    along. The old record stays in its place until the new one is whole.
    """
    from bilat.build import migrate

    with Progress() as progress:
        report = migrate(record, output, workers=workers, progress=progress)
        for failure in report.failures:
            progress.failed(failure)
    tell_of(report, output or record, progress.failures)
    if progress.failures:
        raise click.exceptions.Exit(FAILED)
