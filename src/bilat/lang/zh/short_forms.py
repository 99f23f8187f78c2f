"""Short forms of countries and organisations (中, 越, 美): packs → folded form → the codes that share it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bilat.lang.zh.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilat.packs import Packs
    from bilat.packs.rows import Country, Organisation

Codes = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ShortForms:
    """`countries` has the forms of countries alone, `actors` those of organisations too, each with its codes in the
    order of the packs; `singles` are the forms of one character of `actors`, sorted."""

    countries: Codes
    actors: Codes
    singles: str


@lru_cache(maxsize=4)
def short_forms(packs: "Packs") -> ShortForms:
    """The short forms of a set of packs, made once per process."""
    countries = _codes(packs.countries)
    actors = _codes((*packs.countries, *packs.organisations))
    return ShortForms(countries, actors, "".join(sorted(form for form in actors if len(form) == 1)))


def _codes(rows: "Iterable[Country | Organisation]") -> Codes:
    codes: dict[str, dict[str, None]] = {}
    for row in rows:
        for form in row.short:
            codes.setdefault(fold(form), {})[row.code] = None
    return {form: tuple(several) for form, several in codes.items()}
