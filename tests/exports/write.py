"""Writes an export and gives its path, as `bilat export` would."""

from pathlib import Path

from bilat.exports import Asked, save
from bilat.plugins import exports
from bilat.record import Record


def written(record: Record, name: str, path: Path, asked: Asked | None = None) -> Path:
    save(exports()[name], record, asked or Asked(), path)
    return path


def bytes_of(path: Path) -> dict[str, bytes]:
    """Every file of an export, by its path in it."""
    if path.is_file():
        return {"": path.read_bytes()}
    return {f.relative_to(path).as_posix(): f.read_bytes() for f in sorted(path.rglob("*")) if f.is_file()}
