"""What ends a command, and with which exit code: 0 done, 1 some input failed or damage was found, 2 usage, 130 Ctrl-C,
141 whoever was reading the output has gone (as a shell reports it for any tool)."""

import errno
import io
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from traceback import format_exception
from types import TracebackType
from typing import BinaryIO, cast

import click

from bilat.cli.terminal import complain, tell
from bilat.errors import BilatError, UsageError
from bilat.views.clean import clean

FAILED = 1
USAGE = 2
INTERRUPTED = 130
PIPE_CLOSED = 141


@contextmanager
def exit_codes() -> Generator[None]:
    """Turns what a command raises into one line on standard error and an exit code."""
    _never_fail_on_characters()
    sys.excepthook = _tell_defect
    try:
        yield
        sys.stdout.flush()
    except click.ClickException as error:
        vars(error)["message"] = clean(error.message)  # it quotes what was asked for; final in click's types
        raise
    except UsageError as error:
        complain(str(error))
        raise click.exceptions.Exit(USAGE) from error
    except BilatError as error:
        complain(str(error))
        raise click.exceptions.Exit(FAILED) from error
    except KeyboardInterrupt as error:
        complain("interrupted")
        raise click.exceptions.Exit(INTERRUPTED) from error
    except OSError as error:
        _let_go_of_output()
        if error.errno == errno.EPIPE:
            raise click.exceptions.Exit(PIPE_CLOSED) from error
        complain(error.strerror or str(error), _name_of(error))
        raise click.exceptions.Exit(FAILED) from error


def _tell_defect(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Prints what nobody foresaw in full, but for what could act on the terminal: it may quote an article."""
    for line in "".join(format_exception(kind, error, trace)).splitlines():
        tell(line)


def _never_fail_on_characters() -> None:
    """A terminal that cannot show a character gets an escape instead of ending the command."""
    stream: object = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        cast("io.TextIOWrapper[BinaryIO]", stream).reconfigure(errors="backslashreplace")


def _name_of(error: OSError) -> str:
    return os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else "output"


def _let_go_of_output() -> None:
    """Sends the rest of standard output nowhere, so that closing it at exit cannot fail once more."""
    try:
        sys.stdout.flush()
    except OSError:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), 1)
