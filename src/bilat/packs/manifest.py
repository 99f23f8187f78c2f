"""pack.toml → Manifest: what a pack is, who keeps it, where its facts come from."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from bilat.packs.table import PackProblem

LARGEST = 256 * 1024
"""Bytes of a manifest: names, and a sentence for each table."""
FIELDS = ("name", "language", "version", "owner", "sources")


@dataclass(frozen=True, slots=True)
class Manifest:
    """`language` is a BCP 47 primary code, `mul` for all; `sources` says for each table where its facts come from."""

    name: str
    language: str = "mul"
    version: str = ""
    owner: str = ""
    sources: tuple[tuple[str, str], ...] = ()


def read_manifest(folder: Path, tables: Iterable[str]) -> tuple[Manifest, list[PackProblem]]:
    """The manifest of a pack folder and its problems; `tables` are the tables found there, each needs a source."""
    path = folder / "pack.toml"
    where = str(path)
    if not path.is_file():
        found = "" if folder.is_dir() else ": no such folder"
        return Manifest(folder.name), [PackProblem(where, 0, f"missing{found}; give one with: {', '.join(FIELDS)}")]
    if path.stat().st_size > LARGEST:
        return Manifest(folder.name), [PackProblem(where, 0, f"longer than {LARGEST // 1024} kB")]
    try:
        loaded = tomllib.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        return Manifest(folder.name), [PackProblem(where, 0, f"is not TOML in UTF-8: {_line(error)}")]
    problems = [
        PackProblem(where, 0, f"unknown field {name!r}; the fields are: {', '.join(FIELDS)}")
        for name in sorted(loaded)
        if name not in FIELDS
    ]
    texts: dict[str, str] = {}
    for name in FIELDS[:-1]:
        value: object = loaded.get(name)
        if isinstance(value, str) and value.strip():
            texts[name] = value
        else:
            problems.append(PackProblem(where, 0, f"no {name}; give it as text"))
    sources = _sources(loaded.get("sources"))
    here = set(tables)
    problems += [
        PackProblem(where, 0, f"table {table!r} has no source; say under [sources] where its facts come from")
        for table in sorted(here - set(sources))
    ]
    problems += [
        PackProblem(where, 0, f"a source for {table!r}, which is no table of this pack; remove it")
        for table in sorted(set(sources) - here)
    ]
    manifest = Manifest(
        texts.get("name", folder.name),
        texts.get("language", "mul"),
        texts.get("version", ""),
        texts.get("owner", ""),
        tuple(sorted(sources.items())),
    )
    return manifest, problems


def _sources(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    named = cast("dict[str, Any]", value)
    return {table: source for table, source in named.items() if isinstance(source, str) and source.strip()}


def _line(error: Exception) -> str:
    return str(error).replace("\n", " ")
