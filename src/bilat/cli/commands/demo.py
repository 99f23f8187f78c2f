"""`bilat demo`: everything on the bundled sample articles."""

import shutil
import tempfile
from pathlib import Path

import click

from bilat.cli.errors import FAILED
from bilat.cli.progress import Progress
from bilat.cli.terminal import Shape, say, show, tell
from bilat.views.lines import Piece, Style, plain

ARTICLES = "sample-articles"
RECORD = "demo.bilat"


@click.command("demo")
@click.argument("folder", required=False, type=click.Path(file_okay=False))
def command(folder: str | None) -> None:
    """Try all of it on the bundled sample articles.

    Builds a record from them and prints its timeline, with the words that show each event.

    FOLDER gets a copy of the articles and the record; without it a new temporary folder does. Nothing else in it is
    touched.
    """
    import bilat
    from bilat import samples
    from bilat.build import build
    from bilat.views.timeline import TIMELINE, find_events

    home = Path(folder or tempfile.mkdtemp(prefix="bilat-demo-"))
    articles, kept = home / ARTICLES, home / RECORD
    shutil.copytree(samples.folder(), articles, dirs_exist_ok=True)
    with Progress() as progress:
        report = build([articles], kept, progress=progress)
        for failure in report.failures:
            progress.failed(failure)
    tell(f"{report.documents} articles in {articles}")
    with bilat.open(kept) as record:
        show(find_events(record), TIMELINE, Shape.TEXT)
    say([(Piece("To go on:", Style.HEADING),)])
    say(
        plain(f"  {words}")
        for words in (
            f"export BILAT_RECORD={_quoted(kept)}",
            "bilat timeline CN VN --since 2023-12        # between two countries, from a month on",
            "bilat timeline --person 阮富仲 --csv        # one person, for a spreadsheet",
            "bilat people --country VN                   # who was seen, with which titles",
            "bilat search 全面战略伙伴                   # in simplified or traditional characters",
            "bilat show ID                               # an event, a person or an article with all evidence",
            "bilat verify                                # every quotation at its place",
            "bilat build FOLDER && bilat timeline        # the same on your own articles",
        )
    )
    if report.failures:
        raise click.exceptions.Exit(FAILED)


def _quoted(path: Path) -> str:
    from shlex import quote

    return quote(str(path))
