"""`bilat brief`: two countries in a period, as a page with footnotes."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from bilat.cli.options import as_country, as_date, record_option
from bilat.cli.spoken import language as language_of_interface
from bilat.messages import LANGUAGES

if TYPE_CHECKING:
    from bilat.views.brief.model import Brief

_FORMATS: Final = {".md": "md", ".html": "html", ".htm": "html", ".docx": "docx"}
"""The format by the end of a file's name."""


@click.command("brief")
@click.argument("one", metavar="COUNTRY", callback=as_country)
@click.argument("other", metavar="COUNTRY", callback=as_country)
@click.option("--since", metavar="DATE", callback=as_date, help="Only what happened on or after this day.")
@click.option("--until", metavar="DATE", callback=as_date, help="Only what happened on or before this day.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["md", "html", "docx"]),
    show_default="by the end of FILE, else md",
    help="Markdown, one HTML file, or a Word document.",
)
@click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False), help="Write it there.")
@click.option(
    "--language",
    type=click.Choice(list(LANGUAGES)),
    default=language_of_interface,
    show_default="that of the interface",
    help="Language of the sentences.",
)
@record_option
def command(
    *,
    one: str,
    other: str,
    since: str | None,
    until: str | None,
    form: str | None,
    output: str | None,
    language: str,
    record_path: str,
) -> None:
    """Write a brief on two countries, with footnotes.

    COUNTRY is a code or a name (CN, vn, 越南, China). What happened by month, who travelled, what was signed and
    promised, figures, who said what, new phrases, contested names, what to watch, and what publishers disagree on or
    leave out. Footnotes name publisher, day, headline, address and the quotation with its place. Without -o it is
    printed; a Word document needs -o.
    """
    import bilat

    chosen = form or _FORMATS.get(Path(output or "").suffix.lower(), "md")
    if chosen == "docx" and output is None:
        raise click.UsageError("a Word document is no text to print: give -o FILE")
    write = _writer(chosen)
    with bilat.open(record_path) as record:
        content = write(bilat.brief(record, one, other, since=since, until=until, language=language))
    if output is None:
        click.echo(content.decode(), nl=False)
    else:
        _save(Path(output), content)


def _save(path: Path, content: bytes) -> None:
    """What was there stays until the new one is whole."""
    from bilat.build.copy_file import write_whole

    if path.exists() and not path.is_file():  # /dev/stdout, a pipe
        _ = path.write_bytes(content)
    else:
        write_whole(path.resolve(), content)


def _writer(form: str) -> "Callable[[Brief], bytes]":
    """What makes the bytes of a format; python-docx is only needed for its own."""
    if form == "docx":
        from bilat.cli.extras import needing

        with needing("brief", "bilat brief --format docx"):
            from bilat.views.brief.word import to_docx

        return to_docx
    if form == "html":
        from bilat.views.brief.html import to_html

        return lambda brief: to_html(brief).encode()
    from bilat.views.brief.markdown import to_markdown

    return lambda brief: to_markdown(brief).encode()
