"""Packs made for tests: a folder with one small sound pack, and a way to spoil it."""

from pathlib import Path

from bilat.packs.schema import TABLES

MANIFEST = """\
name = "sample"
language = "zh"
version = "1"
owner = "tests"

[sources]
{sources}
"""

ROWS = {
    "countries": ["AU\t澳大利亚\t澳\tAustralia\tÚc\t堪培拉", "KE\t肯尼亚|肯亞\t肯\tKenya\tKenya\t内罗毕"],
    "places": ["内罗毕\tKE\tcity\t\t奈洛比\tNairobi", "国会大厦\t\tvenue\t\t\t"],
    "bodies": ["外交部\t\tministry\t", "肯尼亚国民议会\tKE\tparliament\t"],
    "offices": ["外交部长\tminister\tyes", "总统府发言人\tgovernment\tno"],
    "words": ["今天\ttime", "同志\tafter_name"],
}
"""Sound rows in order, by table."""


def header(name: str) -> str:
    """The header row of a table."""
    return "\t".join(column.name for column in TABLES[name].columns)


def write_table(folder: Path, name: str, rows: list[str]) -> Path:
    """A table file with its header and these rows."""
    path = folder / f"{name}.tsv"
    path.write_bytes("\n".join([header(name), *rows, ""]).encode("utf-8"))
    return path


def write_pack(folder: Path, tables: dict[str, list[str]] | None = None, manifest: str = MANIFEST) -> Path:
    """A sound pack folder, or one with other tables or another manifest."""
    chosen = ROWS if tables is None else tables
    folder.mkdir(parents=True, exist_ok=True)
    sources = "\n".join(f'{name} = "made up"' for name in chosen)
    (folder / "pack.toml").write_text(manifest.replace("{sources}", sources), encoding="utf-8")
    for name, rows in chosen.items():
        write_table(folder, name, rows)
    return folder
