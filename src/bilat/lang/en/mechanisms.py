"""Names of standing mechanisms in English: the 9th China-African Union Strategic Dialogue, the G20 Summit."""

import re
from functools import lru_cache
from typing import Final

from bilat.lang.alternation import NEVER, alternation
from bilat.lang.spaced.sentences import LOWER, UPPER
from bilat.lang.spaced.speech import Mechanism, Shape, Speech
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


_TOPIC: Final = (
    r"(?!(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August"
    rf"|September|October|November|December)\b)[{UPPER}][{UPPER}{LOWER}]*(?:[-'][{UPPER}{LOWER}]+)*"
)
_TAIL: Final = re.compile(
    rf"(?:(?<=Committee)|(?<=Commission)|(?<=Dialogue)|(?<=Forum)|(?<=Council)|(?<=Group))"
    rf" (?:for|on) {_TOPIC}(?: (?:(?:and|of|the) ){{0,2}}{_TOPIC}){{0,6}}"
)
"""What a body or a dialogue is for: `Committee for Bilateral Cooperation`."""


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
        tail = _TAIL.match(text, found.end(), end)
        name = f"{found[3]}{tail[0] if tail is not None else ''}".removeprefix("The ")
        if len(name.split()) > 1:
            out.append(Mechanism(found.start(), found.end() if tail is None else tail.end(), name, number))
    return out


_BEFORE: Final = re.compile(
    rf"(?<!\w)(?i:{_ORDINAL})(?: (?i:annual|plenary|ministerial|high-level|regular|general))*"
    rf"(?: (?:session|meeting|round|edition|conference|plenary|summit) of)?(?: the)?"
    rf"(?: [{UPPER}][\w.]*-[{UPPER}][\w.]*)? $"
)
_FAR: Final = 64
"""Characters before a name in which the number of its session stands."""


def numbered(text: str, start: int, end: int) -> tuple[int, int, int | None]:
    """A name with the number of its session before it: `the fourth round of the …`."""
    low = max(start - _FAR, 0)
    for at in (low, *(low + found.end() for found in re.finditer(" ", text[low:start]))):
        found = _BEFORE.match(text, at, start)
        if found is not None:
            return at, end, int(found[1]) if found[1] else _ONES.index(found[2].lower()) + 1
    return start, end, None


SHAPE: Final = Shape(
    small=frozenset({"the", "of", "for", "between", "and", "on", "in", "annual", "s"}),
    numbered=numbered,
    sessions=re.compile(r"(?:(?<=committee)|(?<=commission)|(?<=dialogue)|(?<=council))(?:meeting|session)$"),
    talks=re.compile(r"(?:Summit|Meeting|Conference|Assembly|Consultations?|summit|ministerial)$"),
    no_name=re.compile(
        r"(?i:readout|statement|remarks|president|minister|secretary|before|after|following|from|\bby\b|participation"
        r"|director|chair|\bhead\b|launch|federal|senate|house|with"
        r"|\band the\b|^and\b|government|department|members|'s|\b(?:on|in|for|of)$)"
    ),
)
