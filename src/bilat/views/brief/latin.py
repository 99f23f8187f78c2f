"""Names in Latin letters for a brief in a language that writes with them."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from bilat.model.rows import PersonRow
from bilat.packs import Packs
from bilat.packs.tables.linking import Romanisation
from bilat.record.terms import fold

PINYIN: Final = "pinyin"
"""The rule of the packs by which names are written by the sounds of their characters."""


_VIETNAMESE: Final = frozenset("ăâđêôơưạảãẹẻẽịỉĩọỏõụủũỵỷỹấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự")
"""Letters that hardly any other language has; those with one mark alone (à, é, ì, ó, ú, ý) stand in many."""


def latin(person: PersonRow, packs: Packs, *, vietnamese: bool = False) -> str | None:
    """The name in Latin letters: the one that most articles give, else in pinyin where that is how the person's country
    writes it; None where neither is known. `vietnamese`: with the marks of Vietnamese, where articles give it so."""
    marked = (name for name in person.names if " " in name and not _VIETNAMESE.isdisjoint(name.lower()))
    if vietnamese and (found := next(marked, None)) is not None:
        return found
    given = next((name for name in person.names if name[:1].isupper() and " " in name and fold(name).isascii()), None)
    if given is not None:
        return given
    if person.country is None or _rules(packs).get(person.country) != PINYIN:
        return None
    surnames = _surnames(packs, person.country)
    size = next((size for size in (2, 1) if fold(person.name)[:size] in surnames), 0)
    if not size or not size < len(person.name) <= size + 2:
        return None
    return _pinyin(person.name, size, surnames[fold(person.name)[:size]])


@cache
def _rules(packs: Packs) -> Mapping[str, str]:
    """Countries with the rule by which they write names in Latin letters."""
    return {row.country: row.rule for row in packs.of(Romanisation)}


@cache
def _surnames(packs: Packs, culture: str) -> Mapping[str, str]:
    """The surnames of a culture with the reading that the packs give, empty for the usual one of its characters."""
    return {row.word: row.reading for row in packs.surnames if culture in row.cultures}


def _pinyin(name: str, size: int, reading: str) -> str | None:
    from pypinyin import lazy_pinyin  # noqa: PLC0415  its dictionary takes 0.3 s

    syllables = lazy_pinyin(name, v_to_u=True)
    if len(syllables) != len(name) or not all(syllable.isalpha() for syllable in syllables):
        return None
    surname = reading or "".join(syllables[:size])
    return f"{surname.capitalize()} {''.join(syllables[size:]).capitalize()}"
