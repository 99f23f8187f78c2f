"""`bilat demo`: everything on the bundled sample articles."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shlex import quote

import click

from bilat.cli.errors import FAILED
from bilat.cli.progress import Progress
from bilat.cli.spoken import N_, gettext
from bilat.cli.terminal import Shape, say, show, tell
from bilat.views.lines import Line, Piece, Style, pad, plain

ARTICLES = "sample-articles"
RECORD = "demo.bilat"

_WIDTH = 34
_STEPS = (
    ("timeline CN VN --since 2023-12", N_("between two countries, from a month on")),
    ("timeline --person 阮富仲 --csv", N_("one person, for a spreadsheet")),
    ("people --country VN", N_("who was seen, with which titles")),
    ("figures CN VN --series", N_("what is given for each year, by whom")),
    ("claims VN", N_("who said what, taken from whom")),
    ("phrases", N_("set phrases, and which side uses them")),
    ("mechanisms", N_("committees with their sessions")),
    ("undertakings", N_("what was promised, and how far it came")),
    ("search 全面战略伙伴", N_("in simplified or traditional characters")),
    ("show {example}", N_("an event (a person, an article) with all its evidence")),
    ("serve", N_("all of it as pages, with an API")),
    ("verify", N_("every quotation at its place")),
    ("build FOLDER -o mine.bilat", N_("the same on your own articles")),
)


@click.command("demo")
@click.argument("folder", required=False, type=click.Path(file_okay=False))
@click.option("--serve/--no-serve", "served", default=True, show_default=True, help="End with a site over the record.")
def command(folder: str | None, served: bool) -> None:
    """Try all of it on the bundled sample articles.

    Builds a record from them, prints its timeline with the words that show each event, and ends with a site over it:
    until Ctrl-C on a terminal; elsewhere it is asked for its first page once, and ends.

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
    tell(gettext("{count} articles in {folder}").format(count=report.documents, folder=articles))
    with bilat.open(kept) as record:
        show(find_events(record), TIMELINE, Shape.TEXT)
        example = next((event.id for event in find_events(record, ("CN", "VN"))), "ID")
    say(_next_steps(kept, example))
    if served:
        _site(kept)
    if report.failures:
        raise click.exceptions.Exit(FAILED)


def _site(record: Path) -> None:
    """The site over the demo's record, on the usual port or, where that is taken, on any."""
    from urllib.request import urlopen

    from bilat.cli.extras import needing

    with needing("web", "the demo's site"):
        from bilat.web.serve import USUAL_PORT, Wish, free, serve, served

    wish = Wish(str(record), port=USUAL_PORT if free(USUAL_PORT) else 0)
    if sys.stdin.isatty() and sys.stdout.isatty():
        serve(wish, tell)
        return
    with served(wish) as address, urlopen(address, timeout=60) as answer:  # noqa: S310 -- our own
        size = len(answer.read())
    stopped = gettext(
        "a site over the record answered at {address} ({size} bytes) and was stopped: there is no terminal here"
    )
    tell(stopped.format(address=address, size=f"{size:,}"))
    tell(gettext("to keep it: {command}").format(command=f"{_program()} serve -r {quote(str(record))}"))


def _next_steps(record: Path, example: str) -> Iterator[Line]:
    """Commands to try, as they can be typed here."""
    name = _program()
    yield (Piece(gettext("To go on:"), Style.HEADING),)
    yield plain(f"  export BILAT_RECORD={quote(str(record))}")
    for words, about in _STEPS:
        yield (
            Piece(f"  {name} {pad(words.format(example=example), _WIDTH)}"),
            Piece(f"  # {gettext(about)}", Style.FAINT),
        )


def _program() -> str:
    """What to type for `bilat`: the bare name where the shell finds it, else the way to it."""
    script = Path(sys.executable).with_name("bilat")
    if shutil.which("bilat"):
        return "bilat"
    if not script.exists():
        return f"{quote(sys.executable)} -m bilat"
    return quote(str(script.relative_to(Path.cwd()) if script.is_relative_to(Path.cwd()) else script))
