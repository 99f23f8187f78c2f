"""`bilat verify`: whether a record keeps what it promises."""

import click

from bilat.cli.errors import FAILED
from bilat.cli.options import record_option
from bilat.cli.terminal import complain, say, write_json_lines
from bilat.views.lines import plain


@click.command("verify")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@record_option
def command(as_json: bool, record_path: str) -> None:
    """Check that every quotation stands at its offsets.

    Also that every link leads somewhere and that search finds what is there. Prints how much was checked, and the
    digest of the record's content: the same articles give the same digest on any machine. Exit code 1 when anything is
    damaged.
    """
    import bilat
    from bilat.model.flat import NOUNS

    with bilat.open(record_path) as record:
        report = record.verify()
    if as_json:
        write_json_lines([report.to_dict()])
    else:
        for name in ("documents", "people", "mentions", "events", *NOUNS, "quotations"):
            say([plain(f"{getattr(report, name):>10,} {name}")])
        say([plain(f"{report.problems:>10,} fields of documents left unread")])
        if report.ok:
            say([plain(f"{'no':>10} damage: every quotation stands at its place")])
        say([plain(f"{'digest':>10} {report.digest}")])
    for damage in report.damage:
        complain(f"{damage.table} {damage.id}: {damage.reason}", record_path)
    if not report.ok:
        complain(f"damaged; make it anew with: bilat build PATH... --rehash -o {record_path}", record_path)
        raise click.exceptions.Exit(FAILED)
