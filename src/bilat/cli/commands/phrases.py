"""`bilat phrases`: set phrases, since when and by whom."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from bilat.cli.options import Asked, as_country, item_options, record_option, shape_options
from bilat.cli.progress import Progress
from bilat.cli.terminal import Shape, say, screen_width, show

if TYPE_CHECKING:
    from bilat.model import Document
    from bilat.model.wording import Wording
    from bilat.record import Record

DISCOVERED = 100
"""Wordings that `--discover` prints without `--limit`."""


@click.command("phrases")
@item_options
@click.option("--phrase", metavar="PHRASE", help="Only this phrase, in its canonical form: first, last, and by month.")
@click.option("--side", metavar="COUNTRY", callback=as_country, help="Only uses by speakers of this country.")
@click.option("--uses", is_flag=True, help="Print every use with its words instead of counts.")
@click.option(
    "--discover",
    is_flag=True,
    help="Look for wordings that recur and stand in no pack; takes about a minute for 25,000 articles.",
)
@shape_options
@record_option
def command(
    *,
    asked: Asked,
    phrase: str | None,
    side: str | None,
    uses: bool,
    discover: bool,
    shape: Shape,
    record_path: str,
) -> None:
    """Print the set phrases of diplomacy, and who uses them.

    How often, first and last use, and by which side.
    COUNTRY is a code or a name: only uses by it or about it. Where a longer phrase holds a shorter one, only the
    longer counts. `--discover` ranks wordings of no pack by how many documents hold them, how closely their words
    belong together, and how freely they stand; accept one by a row in the table `phrases` of a pack of your own.
    """
    import bilat
    from bilat.views.phrases import PHRASES, USES, one_phrase_lines, with_packs
    from bilat.views.renderings import rendering_lines, renderings
    from bilat.views.wordings import WORDINGS

    wanted = asked.filter(same={"phrase": phrase, "side": side})
    with bilat.open(record_path) as record:
        if discover:
            show(_discovered(record, asked.limit or DISCOVERED), WORDINGS, shape)
            return
        if uses:
            show(record.items("phrases", wanted, asked.limit), USES, shape)
            return
        rows = list(with_packs(record.phrases(wanted)[: asked.limit]))
        if phrase and rows and shape is Shape.TEXT:
            say(one_phrase_lines(rows[0], screen_width()))
            say(rendering_lines(renderings(record.items("phrases", wanted)), screen_width()))
        else:
            show(rows, PHRASES, shape)


def _discovered(record: "Record", limit: int) -> "list[Wording]":
    """The best wordings of all languages, by score."""
    from bilat.lang.base import Discovers
    from bilat.plugins import languages

    found: list[Wording] = []
    with Progress() as progress:
        for code, language in languages().items():
            if isinstance(language, Discovers):
                found.extend(language.discover(_documents(record, code, progress), limit))
    return sorted(found, key=lambda wording: (-wording.score, wording.wording))[:limit]


def _documents(record: "Record", language: str, progress: Progress) -> "Iterator[Document]":
    total = len(record)
    for done, (doc, _) in enumerate(record.readings(), 1):
        progress("read", done, total)
        if doc.language == language:
            yield doc
