"""The pack loader: any manifest and table → rows, or problems that name file and line."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from bilat.packs.load import BUILT_IN, read_packs
from bilat.packs.schema import TABLES
from bilat.packs.table import parse
from fuzz.target import Target
from fuzz.words import of_packs
from tests.packs.packs import MANIFEST, ROWS, header

_MORE = (
    "\t",
    "|",
    "yes",
    "no",
    "\n",
    "\r\n",
    "#",
    " ",
    "\u200b",
    "\u3000",
    "CN",
    "VN",
    "ZZ",
    "\ufeff",
    "[sources]\n",
    '"""',
)


@cache
def _folder() -> Path:
    return Path(mkdtemp(prefix="bilat-fuzz-"))


def check(data: bytes) -> None:
    """Table name, manifest and table stand behind each other, divided by lines of `===`; a table is also given to every
    other schema."""
    name, _, rest = data.partition(b"\n===\n")
    manifest, _, table = rest.partition(b"\n===\n")
    chosen = name.decode("utf-8", "replace").strip()
    stem = chosen if chosen in TABLES else "words"
    _ = (_folder() / "pack.toml").write_bytes(manifest)
    path = _folder() / f"{stem}.tsv"
    _ = path.write_bytes(table)
    try:
        packs, problems = read_packs([_folder()])
        again, same = read_packs([_folder()])
    finally:
        path.unlink()
    assert (packs, problems) == (again, same)
    lines = table.count(b"\n") + 1
    for problem in problems:
        assert "\n" not in str(problem)
        assert problem.line <= lines
    for schema in TABLES.values():
        parsed = parse(table, path, schema)
        assert not parsed.rows or not parsed.problems
        assert len(parsed.rows) == len(parsed.lines)


def seeds() -> Iterator[bytes]:
    """A sound table of each kind, and the first rows of every built-in one."""
    made = {name: "\n".join([header(name), *rows, ""]) for name, rows in ROWS.items()}
    for path in sorted(BUILT_IN.rglob("*.tsv")):
        made[path.stem] = "".join(path.read_text("utf-8").splitlines(keepends=True)[:12])
    for name, table in made.items():
        manifest = MANIFEST.replace("{sources}", f'{name} = "made up"')
        yield f"{name}\n===\n{manifest}\n===\n{table}".encode()


TARGETS = [Target("packs", check, seeds, lambda: (*_MORE, *of_packs()), longest=3000, times=8)]
