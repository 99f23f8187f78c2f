"""`bilat people`: who was seen, with which titles, from when to when."""

import click

from bilat.cli.options import as_countries, as_date, record_option, shape_options
from bilat.cli.terminal import Shape, show


@click.command("people")
@click.option(
    "--country",
    "countries",
    metavar="COUNTRY",
    multiple=True,
    callback=as_countries,
    help="Only those who speak for this country; given again, for one of these.",
)
@click.option("--office", metavar="WORDS", help="Only those seen with a title that holds these words.")
@click.option("--on", metavar="DATE", callback=as_date, help="Only those seen in office before and after this day.")
@click.option("--query", metavar="NAME", help="Only those with a name that holds this, in any script it was seen in.")
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="Only the first N people.")
@shape_options
@record_option
def command(
    *,
    countries: tuple[str, ...],
    office: str | None,
    on: str | None,
    query: str | None,
    limit: int | None,
    shape: Shape,
    record_path: str,
) -> None:
    """Print people with their countries, titles and documents.

    Those in most documents come first. Behind the title seen last stands how many others there are. First and last are
    the days of the first and last article that names the person. Who held an office on a day is answered from what
    articles say: those who were seen in it before and after that day, all of them where several were.
    """
    import bilat
    from bilat.views.people import PEOPLE

    with bilat.open(record_path) as record:
        show(record.people(query=query, country=countries, office=office, limit=limit, on=on), PEOPLE, shape)
