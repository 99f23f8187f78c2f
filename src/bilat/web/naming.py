"""Names of countries and organisations in the language of a page, from the packs."""

from collections.abc import Mapping
from functools import cache


def country_name(code: str, language: str) -> str:
    """The usual name; the code itself for one that no pack knows, or has no name in the language."""
    return _names(language).get(code, code)


@cache
def countries(language: str) -> tuple[tuple[str, str], ...]:
    """The codes and names of all countries and organisations, in the order of the codes."""
    return tuple(sorted(_names(language).items()))


@cache
def _names(language: str) -> Mapping[str, str]:
    from bilat.packs import load  # noqa: PLC0415 -- loaded with the first page
    from bilat.packs.naming import actor_names  # noqa: PLC0415

    return actor_names(load(), language)
