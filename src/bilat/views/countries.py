"""A word for a country or organisation, as people type it → its code."""

from difflib import get_close_matches
from functools import cache

from bilat.errors import UsageError


def country_code(word: str) -> str:
    """The code of a country or organisation: from its code in any case, or any of its names or short forms in a pack.

    Raises UsageError for a word that names none, or several, with what comes near.
    """
    names, codes = _codes_by_name(), codes_called(word)
    if len(codes) == 1:
        return codes[0]
    if codes:
        msg = f"'{word}' may be any of {', '.join(codes)}: give one of these codes"
        raise UsageError(msg)
    near = sorted(
        {names[name][0] + f" ({name})" for name in get_close_matches(word.strip().casefold(), names, n=3, cutoff=0.75)}
    )
    hint = f"did you mean {' or '.join(near)}?" if near else "give a code such as CN, or a name such as 中国 or China"
    msg = f"no country or organisation is called '{word}': {hint}"
    raise UsageError(msg)


def codes_called(word: str) -> tuple[str, ...]:
    """The codes that a word may mean; none for a word that names no country or organisation."""
    return _codes_by_name().get(word.strip().casefold(), ())


@cache
def names_of(code: str) -> tuple[str, ...]:
    """Every name of a country or organisation in the packs, English first; the code alone for one they do not know."""
    from bilat.packs import load  # noqa: PLC0415  # only those who name a country pay for the packs

    packs = load()
    for row in (*packs.countries, *packs.organisations):
        if row.code == code:
            return tuple(dict.fromkeys(name for name in (row.en, row.vi, *row.zh) if name))
    return (code,)


@cache
def _codes_by_name() -> dict[str, tuple[str, ...]]:
    from bilat.packs import load  # noqa: PLC0415  # only those who name a country pay for the packs

    packs = load()
    names: dict[str, list[str]] = {}
    for row in (*packs.countries, *packs.organisations):
        for name in (*row.zh, *row.short, row.en, row.vi):
            codes = names.setdefault(name.casefold(), [])
            if name and row.code not in codes:
                codes.append(row.code)
    for row in (*packs.countries, *packs.organisations):
        names[row.code.casefold()] = [row.code]
    return {name: tuple(codes) for name, codes in names.items() if codes}
