"""`bilat extract`: articles → JSON Lines on standard output, no record needed."""

from collections.abc import Iterator

import click

from bilat.cli.errors import FAILED
from bilat.cli.options import input_options
from bilat.cli.progress import Progress
from bilat.cli.terminal import write_lines


@click.command("extract")
@input_options
def command(
    paths: tuple[str, ...], form: str | None, workers: int | None, engine: str, engine_address: str | None
) -> None:
    """Read articles and print what is found, a JSON object each.

    PATH is a file, a folder, a pattern such as 'news/*.html', or - for standard input. The lines are in the order of
    the files' names, the same for any number of workers. An input that cannot be read is named on standard error and
    the rest is done; the exit code is then 1.
    """
    from bilat.build import extract_lines
    from bilat.engines.base import collect_never, collect_seldom
    from bilat.model import Failure

    collect_seldom()
    with Progress(over_output=False) as progress:

        def lines() -> Iterator[bytes]:
            for found in extract_lines(paths, form, workers, progress, engine=engine, engine_address=engine_address):
                if isinstance(found, Failure):
                    progress.failed(found)
                else:
                    yield found

        write_lines(lines())
    collect_never()
    if progress.failures:
        raise click.exceptions.Exit(FAILED)
