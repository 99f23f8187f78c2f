"""Packages that only one command needs: where they are missing, one line says what to install."""

from collections.abc import Generator
from contextlib import contextmanager

from bilat.errors import UsageError


@contextmanager
def needing(extra: str, what: str) -> Generator[None]:
    """Around the imports of an extra. Raises UsageError that names it when one of its packages is not there."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "bilat":
            raise
        raise UsageError(f'{what} needs {error.name}: pip install "bilat[{extra}]"') from error
