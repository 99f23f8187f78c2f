"""An export → object storage."""

import tempfile
from pathlib import Path

from bilat import remote
from bilat.errors import StoreError, UsageError
from bilat.exports.base import Asked, Export
from bilat.record import Record


def send(export: Export, record: Record, asked: Asked, address: str, *, force: bool) -> None:
    """Writes an export to an address. It is made whole on this machine first; then each of its files is put in its
    place, those that tell of others (`_manifest.json`) last, and what an export left there that this one has not goes.

    Raises UsageError where something is there already (unless `force`) that is no such export, StoreError when the
    storage does not answer: then each file is whole, as it was or as it is now.
    """
    address = address.rstrip("/")
    try:
        there = _there(address)
        if there:
            _refuse(export, address, there, force=force)
        with tempfile.TemporaryDirectory(prefix="bilat.") as folder:
            made = Path(folder, address.rpartition("/")[2])
            export.write(record, asked, made)
            files = [made] if made.is_file() else [path for path in made.rglob("*") if path.is_file()]
            places = {f"{address}{path.as_posix().removeprefix(made.as_posix())}": path for path in files}
            for place in sorted(places, key=lambda place: (places[place].name.startswith("_"), place)):
                remote.put(place, places[place])
            for left in sorted(there.difference(places)):
                remote.remove(left)
    except OSError as err:
        msg = f"{address}: {err.strerror or err}"
        raise StoreError(msg) from err


def _there(address: str) -> set[str]:
    try:
        return {state.path for state in remote.list_files(address)}
    except FileNotFoundError:
        return set()


def _refuse(export: Export, address: str, there: set[str], *, force: bool) -> None:
    if not force:
        msg = f"{address} is there already; give --force to replace it"
        raise UsageError(msg)
    inside = {path[len(address) + 1 :].partition("/")[0] for path in there if path != address}
    strangers = sorted(inside - export.files)
    if strangers:
        msg = f"{address} holds what no {export.name} export wrote ({strangers[0]}): give another name"
        raise UsageError(msg)
