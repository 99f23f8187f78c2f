"""`bilat build`: articles → a record file."""

from typing import TYPE_CHECKING

import click

from bilat.cli.errors import FAILED
from bilat.cli.extras import needing
from bilat.cli.options import DEFAULT_RECORD, decisions_option, input_options
from bilat.cli.progress import Progress
from bilat.cli.spoken import ngettext
from bilat.cli.terminal import complain, say, tell
from bilat.views.lines import counted, plain

if TYPE_CHECKING:
    from bilat.build import BuildReport


@click.command("build")
@input_options
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    default=DEFAULT_RECORD,
    show_default=True,
    help="The record to make or bring up to date.",
)
@decisions_option
@click.option(
    "--lake",
    metavar="PLACE",
    help="Also bring a lake of Parquet up to date, a file a month: a folder, or an address such as s3://bucket/lake.",
)
@click.option("--rehash", is_flag=True, help="Trust nothing: look into every file, and verify the record.")
def command(
    *,
    paths: tuple[str, ...],
    output: str,
    form: str | None,
    workers: int | None,
    engine: str,
    engine_address: str | None,
    rehash: bool,
    decisions: str | None,
    lake: str | None,
) -> None:
    """Make a record from articles, or bring it up to date.

    PATH is a file, a folder, a pattern such as 'news/*.html', or - for standard input. Only new or changed files are
    read; a file that is gone from a folder given here leaves the record; what earlier builds took from elsewhere stays.
    A build that was stopped goes on where it was. A record that is damaged, or of an older bilat, is made anew: of what
    is still there, else of the documents it kept; a damaged one stays as FILE.damaged. An input that cannot be read is
    named on standard error and the rest is done; the exit code is then 1. Decisions that are not applied (they speak
    of nothing in the record, or a later one says otherwise) are named there too.
    """
    from bilat.build import build

    with Progress() as progress:
        report = build(
            paths,
            output,
            form=form,
            workers=workers,
            engine=engine,
            engine_address=engine_address,
            rehash=rehash,
            decisions=decisions,
            progress=progress,
        )
        for failure in report.failures:
            progress.failed(failure)
    tell_of(report, output, progress.failures)
    if lake is not None:
        _lake(output, lake)
    if progress.failures:
        raise click.exceptions.Exit(FAILED)


def tell_of(report: "BuildReport", output: str, failed: int) -> None:
    """Tells what a build came to; `failed` inputs were told of already."""
    for notice in report.notices:
        complain(notice)
    told = ngettext(
        "{documents} document: {new} new, {unchanged} unchanged, {removed} removed",
        "{documents} documents: {new} new, {unchanged} unchanged, {removed} removed",
        report.documents,
    ).format(documents=report.documents, new=report.new, unchanged=report.unchanged, removed=report.removed)
    if failed:
        told += ngettext("; {count} input failed", "; {count} inputs failed", failed).format(count=failed)
    tell(told)
    say([plain(f"{output} {report.digest}")])


def _lake(output: str, lake: str) -> None:
    with needing("export", "a lake"):
        import pyarrow as pa
    import bilat
    from bilat.exports import write_lake

    del pa
    with bilat.open(output) as record:
        change = write_lake(record, lake)
    tell(f"{lake}: {counted(change.written, 'file')} written, {change.removed} removed, {change.same} as before")
