"""`bilat search`: documents that hold words."""

import click

from bilat.cli.options import record_option, shape_options
from bilat.cli.terminal import Shape, show


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="Only the first N documents.")
@shape_options
@record_option
def command(words: tuple[str, ...], limit: int | None, shape: Shape, record_path: str) -> None:
    """Print the documents that hold all words.

    Words in quotation marks must stand side by side. Simplified and traditional characters, capitals and accents make
    no difference; a name of two characters is found as well as any other.
    """
    import bilat
    from bilat.views.search import SEARCH

    asked = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    with bilat.open(record_path) as record:
        show(record.search(asked, limit=limit), SEARCH, shape)
