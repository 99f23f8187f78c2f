"""Names in Latin letters for a brief in a language that writes with them."""

from functools import cache
from typing import Final

from bilat.model.rows import PersonRow
from bilat.packs import Packs
from bilat.record.terms import fold

PINYIN: Final = "CN"
"""The culture of the table of surnames whose names are written in Latin letters by the sounds of their characters."""
_AS_SURNAME: Final = {
    "仇": "qiu", "任": "ren", "区": "ou", "单": "shan", "召": "shao", "尉": "yu", "曾": "zeng", "朴": "piao",
    "查": "zha", "盖": "ge", "翟": "zhai", "覃": "qin", "解": "xie", "繁": "po", "缪": "miao", "员": "yun",
    "冼": "xian",
}  # fmt: skip
"""Characters that sound otherwise when they are surnames (Xinhua dictionary)."""


def latin(person: PersonRow, packs: Packs) -> str | None:
    """The name in Latin letters: the one that most articles give, else in pinyin where that is how the person's country
    writes it; None where neither is known."""
    given = next((name for name in person.names if name[:1].isupper() and " " in name and fold(name).isascii()), None)
    if given is not None:
        return given
    if person.country != PINYIN:
        return None
    size = next((size for size in (2, 1) if fold(person.name)[:size] in _surnames(packs)), 0)
    return _pinyin(person.name, size) if size and size < len(person.name) <= size + 2 else None


@cache
def _surnames(packs: Packs) -> frozenset[str]:
    return frozenset(row.word for row in packs.surnames if PINYIN in row.cultures)


def _pinyin(name: str, size: int) -> str | None:
    from pypinyin import lazy_pinyin  # noqa: PLC0415  its dictionary takes 0.3 s

    syllables = lazy_pinyin(name, v_to_u=True)
    if len(syllables) != len(name) or not all(syllable.isalpha() for syllable in syllables):
        return None
    surname = _AS_SURNAME.get(fold(name[:size])) or "".join(syllables[:size])
    return f"{surname.capitalize()} {''.join(syllables[size:]).capitalize()}"
