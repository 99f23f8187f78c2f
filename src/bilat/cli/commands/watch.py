"""`bilat watch`: feeds → the archive → the record → a word to those who asked."""

import sys
import time

import click

from bilat.cli.errors import FAILED
from bilat.cli.extras import needing
from bilat.cli.terminal import tell, write_json_lines


class WallClock:
    """The time of this machine."""

    def time(self) -> float:
        """Seconds since 1970-01-01 UTC."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Waits; Ctrl-C ends it."""
        time.sleep(seconds)


@click.command("watch")
@click.argument("feeds", metavar="FEEDS.TOML", type=click.Path(dir_okay=False))
@click.option("--once", is_flag=True, help="One round of all feeds that may be asked now, then end: for cron.")
@click.option(
    "-r",
    "--record",
    "record_path",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    show_default="the one that FEEDS.TOML names",
    help="The record to bring up to date.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what happens as JSON Lines on standard output.")
def command(feeds: str, once: bool, record_path: str | None, as_json: bool) -> None:
    """Follow feeds: keep what is new, build, tell who asked.

    Polls the RSS and Atom feeds that FEEDS.TOML names, politely, keeps each new article as it came, brings the
    record up to date, and tells a command, a webhook or an Atom file what matches a saved query: a visit announced,
    a new phrase, a new disagreement. Goes on until Ctrl-C; what happens is told on standard error, a line each. With
    --once the exit code is 1 when a feed or a notice failed. What FEEDS.TOML may hold stands in docs/watch.md.
    """
    from msgspec.structs import replace

    with needing("watch", "bilat watch"):
        from bilat.watch import Happening, load, watch

    settings = load(feeds)
    if record_path is not None:
        settings = replace(settings, watch=replace(settings.watch, record=record_path))

    def happened(happening: Happening) -> None:
        tell(happening.line())
        if as_json:
            write_json_lines([happening.to_dict()])
            sys.stdout.buffer.flush()

    if not watch(settings, WallClock(), happened, once=once):
        raise click.exceptions.Exit(FAILED)
