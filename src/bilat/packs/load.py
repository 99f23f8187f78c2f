"""Pack folders → Packs: every row of every table, checked on the way in.

A pack is a folder with `pack.toml` and tables. Built-in packs come first, the caller's on top: a later row with the
same key takes the place of an earlier one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from bilat.errors import PackError
from bilat.packs.columns import Table
from bilat.packs.manifest import Manifest, read_manifest
from bilat.packs.rows import (
    Body,
    Country,
    Mechanism,
    Office,
    Organisation,
    PersonName,
    Place,
    Surname,
    Transliteration,
    Verb,
    Word,
)
from bilat.packs.schema import TABLES
from bilat.packs.table import PackProblem, Parsed, parse, unknown_codes

R = TypeVar("R")

BUILT_IN = Path(__file__).parent / "data"
"""Folder of the packs that come with bilat."""
LARGEST = 16 * 2**20
"""Bytes of a table; the largest built-in one has a tenth of a megabyte."""


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack folder as read: its manifest, its tables, all its problems, and a digest of its bytes."""

    path: str
    manifest: Manifest
    tables: tuple[Parsed, ...]
    problems: tuple[PackProblem, ...]
    digest: str


class Packs:
    """Every row of some packs, in pack order, then file order. Never changes; equal only to itself."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self._packs = tuple(packs)
        self._only: dict[str, Packs] = {}

    def __repr__(self) -> str:
        return f"Packs({', '.join(pack.manifest.name for pack in self._packs)}; digest {self.digest})"

    @property
    def manifests(self) -> tuple[Manifest, ...]:
        """Name, language, version, owner and sources of each pack."""
        return tuple(pack.manifest for pack in self._packs)

    @cached_property
    def digest(self) -> str:
        """A hash of all bytes of all packs: what is read with other packs must be read again."""
        return blake2b("".join(pack.digest for pack in self._packs).encode(), digest_size=8).hexdigest()

    @property
    def hashes(self) -> tuple[tuple[Manifest, str], ...]:
        """Each pack with the hash of its tables."""
        return tuple((pack.manifest, pack.digest) for pack in self._packs)

    def only(self, language: str) -> "Packs":
        """The packs of one language and those of all (`mul`); the same object each time."""
        if language not in self._only:
            own = [pack for pack in self._packs if pack.manifest.language in (language, "mul")]
            self._only[language] = Packs(own)
        return self._only[language]

    @cached_property
    def countries(self) -> tuple[Country, ...]:
        """States and territories, by code."""
        return self._rows("countries")

    @cached_property
    def organisations(self) -> tuple[Organisation, ...]:
        """International organisations, by code."""
        return self._rows("organisations")

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Cities, regions and venues."""
        return self._rows("places")

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """Parties, state organs and agencies."""
        return self._rows("bodies")

    @cached_property
    def mechanisms(self) -> tuple[Mechanism, ...]:
        """Committees, forums and summits."""
        return self._rows("mechanisms")

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """Titles."""
        return self._rows("offices")

    @cached_property
    def surnames(self) -> tuple[Surname, ...]:
        """Surnames in characters."""
        return self._rows("surnames")

    @cached_property
    def transliteration(self) -> tuple[Transliteration, ...]:
        """Characters of transliterated names."""
        return self._rows("transliteration")

    @cached_property
    def persons(self) -> tuple[PersonName, ...]:
        """Names that rules alone would miss."""
        return self._rows("persons")

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Words that help to find names."""
        return self._rows("words")

    @cached_property
    def verbs(self) -> tuple[Verb, ...]:
        """Verbs of contact."""
        return self._rows("verbs")

    def of(self, row: type[R]) -> tuple[R, ...]:
        """The rows of one type: of the table that is made of them."""
        name = next(table.name for table in TABLES.values() if table.row is row)
        return self._rows(name)

    @cached_property
    def _country_by_code(self) -> dict[str, Country]:
        return {country.code: country for country in self.countries}

    @cached_property
    def _organisation_by_code(self) -> dict[str, Organisation]:
        return {organisation.code: organisation for organisation in self.organisations}

    def country(self, code: str) -> Country | None:
        """The country with an ISO code, None when there is none."""
        return self._country_by_code.get(code)

    def organisation(self, code: str) -> Organisation | None:
        """The organisation with a code, None when there is none."""
        return self._organisation_by_code.get(code)

    def _rows(self, name: str) -> tuple[Any, ...]:
        tables = [table for pack in self._packs for table in pack.tables if table.table.name == name]
        if len(tables) == 1:
            return tables[0].rows
        merged = {_key(row, table.table): row for table in tables for row in table.rows}
        return tuple(merged.values())


def _key(row: Any, table: Table) -> tuple[Any, ...]:
    return tuple(getattr(row, column.name) for column in table.columns[: table.key])


def built_in() -> list[Path]:
    """Folders of the packs that come with bilat, in order of name."""
    return sorted(path for path in BUILT_IN.iterdir() if path.is_dir())


def read_pack(folder: Path) -> Pack:
    """Read one pack folder with all its problems; nothing is raised for what stands in it."""
    where = str(folder)
    hashed = blake2b(digest_size=16)
    problems: list[PackProblem] = []
    tables: list[Parsed] = []
    try:
        files = sorted(folder.glob("*.tsv"))
        manifest, found = read_manifest(folder, [path.stem for path in files])
        problems += found
        for path in files:
            if path.stem not in TABLES:
                message = f"no such table; the tables are: {', '.join(sorted(TABLES))}"
                problems.append(PackProblem(str(path), 0, message))
                continue
            if not path.is_file() or path.stat().st_size > LARGEST:
                problems.append(PackProblem(str(path), 0, f"no file, or longer than {LARGEST // 2**20} MB"))
                continue
            raw = path.read_bytes()
            hashed.update(path.name.encode() + b"\0" + raw)
            tables.append(parse(raw, path, TABLES[path.stem]))
    except OSError as error:
        problems.append(PackProblem(str(error.filename or where), 0, f"cannot be read: {error.strerror}"))
        manifest = Manifest(where)
    problems += chain.from_iterable(table.problems for table in tables)
    return Pack(where, manifest, tuple(tables), tuple(problems), hashed.hexdigest())


def read_packs(folders: Iterable[Path]) -> tuple[list[Pack], list[PackProblem]]:
    """Packs read one on top of the other, and every problem of each and between them."""
    packs = [read_pack(folder) for folder in folders]
    problems = [problem for pack in packs for problem in pack.problems]
    tables = [table for pack in packs for table in pack.tables]
    countries = frozenset(row.code for table in tables if table.table.name == "countries" for row in table.rows)
    actors = countries.union(row.code for table in tables if table.table.name == "organisations" for row in table.rows)
    broken = any(table.problems for table in tables if table.table.name in ("countries", "organisations"))
    if not broken:
        for table in tables:
            problems += unknown_codes(table, countries, actors)
    return packs, problems


def load(extra: Sequence[str | Path] = ()) -> Packs:
    """The built-in packs with the caller's pack folders on top; read once per process.

    Raises PackError with the first break of the schema; `bilat pack check` lists them all.
    """
    return _load(tuple(str(path) for path in extra))


@cache
def _load(extra: tuple[str, ...]) -> Packs:
    packs, problems = read_packs([*built_in(), *map(Path, extra)])
    if problems:
        more = f" (and {len(problems) - 1} more: bilat pack check)" if len(problems) > 1 else ""
        raise PackError(f"{problems[0]}{more}")
    return Packs(packs)
