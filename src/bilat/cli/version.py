"""`bilat --version`: what a person has to name so that another can make the same record."""

import platform
from importlib.metadata import version
from typing import TypedDict

import click

_JSON = "bilat.version.json"


class PackVersion(TypedDict):
    """A built-in pack; `hash` is that of its tables, byte by byte."""

    name: str
    version: str
    hash: str


class About(TypedDict):
    """`schema` is the version of the tables of a record, `packs` the hash of all built-in packs together."""

    bilat: str
    schema: int
    packs: str
    pack: list[PackVersion]
    python: str


def about() -> About:
    """The versions of this installation."""
    from bilat.packs import load
    from bilat.record.schema import SCHEMA_VERSION

    packs = load()
    return About(
        bilat=version("bilat"),
        schema=SCHEMA_VERSION,
        packs=packs.digest,
        pack=[PackVersion(name=m.name, version=m.version, hash=digest) for m, digest in packs.hashes],
        python=platform.python_version(),
    )


def as_json(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    """Remembers that JSON was asked for: it is taken before `--version`, wherever it stands."""
    ctx.meta[_JSON] = value


def tell_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    """Prints the versions, and ends."""
    from bilat.cli.terminal import say, write_json_lines
    from bilat.views.lines import plain

    if not value:
        if ctx.meta.get(_JSON):
            raise click.UsageError("--json stands behind the command: bilat timeline --json", ctx)
        return
    known = about()
    if ctx.meta.get(_JSON):
        write_json_lines([dict(known)])
    else:
        say(plain(line) for line in _lines(known))
    ctx.exit()


def _lines(known: About) -> list[str]:
    packs = (f"pack {pack['name']} {pack['version']} ({pack['hash']})" for pack in known["pack"])
    return [f"bilat {known['bilat']}", f"record schema {known['schema']}", *packs, f"Python {known['python']}"]
