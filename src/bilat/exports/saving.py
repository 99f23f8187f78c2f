"""An export → its place: whole or not at all, and never over what is no export."""

import os
import shutil
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO, Final

from bilat import remote
from bilat.errors import StoreError, UsageError
from bilat.exports.base import Asked, Export
from bilat.exports.sending import send
from bilat.record import Record

_OPTIONS: Final = {"types": "--type", "base_url": "--base-url", "countries": "COUNTRY"}
"""How a field of `Asked` is written on the command line where that is not `--` and its name."""

_EXTRAS: Final = {
    "export": frozenset({"icalendar", "networkx", "pyarrow"}),
    "web": frozenset({"fastapi", "jinja2", "plotly", "starlette"}),
}
"""Which extra holds which packages."""


def save(export: Export, record: Record, asked: Asked, path: Path | str, *, force: bool = False) -> None:
    """Writes an export to a path, or to an address on object storage (`sending`). It is made beside it under another
    name and put in its place when it is whole; when anything fails, nothing is left behind and what was there stays.

    Raises UsageError where something is there already (unless `force`), or stands in a folder that the export would
    not have written; where a package is missing, or something is asked that means nothing in this format.
    """
    check(export, asked)
    if remote.is_remote(str(path)):
        send(export, record, asked, str(path), force=force)
    else:
        _keep(export, record, asked, Path(path), force=force)


def _keep(export: Export, record: Record, asked: Asked, path: Path, *, force: bool) -> None:
    if path.exists() and not force:
        msg = f"{path} is there already; give --force to replace it"
        raise UsageError(msg)
    if path.is_dir():
        _refuse_strangers(export, path)
    with _storing(path), tempfile.TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as beside:
        made = Path(beside, path.name)
        export.write(record, asked, made)
        if made.is_dir() != path.is_dir() and path.exists():
            msg = f"{path} is {'a folder' if path.is_dir() else 'a file'}, and the export is not: give another name"
            raise UsageError(msg)
        if path.is_dir():
            _replace_folder(made, path, Path(beside, "before"))
        else:
            if made.is_file():
                with made.open("rb") as whole:
                    os.fsync(whole.fileno())
            _ = made.replace(path)


def stream(export: Export, record: Record, asked: Asked, out: BinaryIO) -> None:
    """Writes an export to an open file, once it is whole. Raises UsageError where it is no single text."""
    check(export, asked)
    if export.streams is None:
        msg = f"{export.name} cannot go to standard output; give a path"
        raise UsageError(msg)
    with tempfile.TemporaryDirectory(prefix="bilat.") as folder:
        made = Path(folder, f"export{export.streams}")
        export.write(record, asked, made)
        with made.open("rb") as written:
            shutil.copyfileobj(written, out)


def check(export: Export, asked: Asked) -> None:
    """Raises UsageError where a package is missing, or something is asked that means nothing in this format."""
    missing = [package for package in export.needs if find_spec(package) is None]
    if missing:
        msg = f"bilat export --format {export.name} needs {' and '.join(missing)}: pip install {_holding(missing)}"
        raise UsageError(msg)
    idle = [_OPTIONS.get(name, f"--{name}") for name in asked.given() if name not in export.takes]
    if idle:
        msg = f"--format {export.name} does not take {', '.join(idle)}"
        raise UsageError(msg)


def _holding(packages: Sequence[str]) -> str:
    """What to install to have them: the extra of bilat that has them all, else the packages themselves."""
    extras = [extra for extra, held in _EXTRAS.items() if held.issuperset(packages)]
    return f'"bilat[{extras[0]}]"' if extras else " ".join(packages)


def _replace_folder(made: Path, path: Path, before: Path) -> None:
    """Puts a folder in the place of another; when that fails, the other is back."""
    _ = path.rename(before)
    try:
        _ = made.rename(path)
    except BaseException:
        _ = before.rename(path)
        raise


def _refuse_strangers(export: Export, folder: Path) -> None:
    strangers = sorted(entry.name for entry in folder.iterdir() if entry.name not in export.files)
    if strangers:
        msg = f"{folder} holds what no {export.name} export wrote ({strangers[0]}): give another name"
        raise UsageError(msg)


@contextmanager
def _storing(path: Path) -> Generator[None]:
    try:
        yield
    except OSError as err:
        msg = f"{path}: {err.strerror or err}"
        raise StoreError(msg) from err
