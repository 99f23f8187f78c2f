"""Names of standing mechanisms in English: the 9th China-African Union Strategic Dialogue, the G20 Summit."""

import re
from functools import lru_cache
from typing import Final

from bilat.lang.alternation import NEVER, alternation
from bilat.lang.spaced.sentences import LOWER, UPPER
from bilat.lang.spaced.speech import Mechanism, Speech
from bilat.packs import Packs
from bilat.packs.tables.spaced import Side

_ONES: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_ORDINAL: Final = rf"(\d{{1,3}})(?:st|nd|rd|th)|({'|'.join(_ONES)})"
_HEAD: Final = (
    "Dialogue|Summit|Forum|Committee|Commission|Conference|Consultations?|Assembly|Mechanism|Meeting|Working Group"
)
_WORD: Final = rf"(?:(?<=of )\d{{1,3}} )?[{UPPER}][{UPPER}{LOWER}0-9.]*(?:[-+'][{UPPER}{LOWER}0-9]+)*'?"
_SMALL: Final = "of|for|and|on|the|in"


@lru_cache(maxsize=8)
def _pattern(packs: Packs) -> re.Pattern[str]:
    sides = (side for side in packs.of(Side) if packs.organisation(side.code))
    short = alternation(name for side in sides for name in side.names if " " not in name) or NEVER
    return re.compile(
        rf"(?<![{UPPER}{LOWER}0-9.])(?:(?i:{_ORDINAL})\s+(?:(?:session|meeting|round|edition) of (?:the )?)?)?"
        rf"((?:{_WORD}(?: \([{UPPER}]+\))? (?:(?:{_SMALL}) ){{0,2}}){{1,9}}"
        rf"(?:Ministerial )?(?:Leaders'? )?(?:{_HEAD})"
        rf"|(?:{short}) (?:leaders'? )?(?:summit|ministerial))(?![{LOWER}])"
    )


def find_mechanisms(speech: Speech, text: str, start: int, end: int) -> list[Mechanism]:
    """The mechanisms named between two offsets, with the number of their session where it is told."""
    out: list[Mechanism] = []
    for found in _pattern(speech.packs).finditer(text, start, end):
        number = int(found[1]) if found[1] else _ONES.index(found[2].lower()) + 1 if found[2] else None
        name = found[3].removeprefix("The ")
        if len(name.split()) > 1:
            out.append(Mechanism(*found.span(), name, number))
    return out
