"""The city of a contact, from the words around its trigger."""

import re
from typing import Final

from bilat.lang.spaced.events.row import Item, Kind
from bilat.lang.spaced.speech import Speech
from bilat.packs.tables.spaced import Side

_WORD: Final = re.compile(r"\w+")
_NAME: Final = re.compile(r" (?!Bay\b|Area\b)[A-Z]")
"""`the Paris Agreement`: a city in the name of something else."""


def place(text: str, row: list[Item], at: int, speech: Speech) -> str | None:
    """The city named nearest with the trigger; a venue stands for its city."""
    cities = [i for i in row if i.kind is Kind.CITY and i.word is not None and i.word.city is not None]
    said = [i.start for i in row[:at] if i.has("say")]
    cities = [i for i in cities if not any(i.end <= start for start in said) or i.start > row[at].start]
    near = [i for i in cities if _is_where(text, i, speech) and not _is_topic(text, row[at], i, speech)]
    if not near:
        return None
    best = min(near, key=lambda i: abs(i.start - row[at].start))
    city = best.word.city if best.word is not None else None
    if city is not None and city.kind == "venue":
        return city.city or None
    return text[best.start : best.end]


def _is_where(text: str, item: Item, speech: Speech) -> bool:
    behind = text[item.end : item.end + 10].lower().split()
    if behind and behind[0].strip(".,") in ("talks", "meeting", "summit"):
        return True
    ahead = text[max(item.start - 14, 0) : item.start].lower().split()
    if ahead and ahead[-1] == "the" and _NAME.match(text, item.end):
        return False
    return bool(ahead) and (ahead[-1].strip("(,") in speech.of_role("in") or ahead[-1] in ("the", "thủ", "phố"))


def _is_topic(text: str, trigger: Item, city: Item, speech: Speech) -> bool:
    """Whether a city is in what they talk about: `met to discuss the war in Gaza`."""
    between = _WORD.findall(text[trigger.end : city.start].lower())
    return not speech.of_role("topic").isdisjoint(between)


def usual_name(code: str, speech: Speech) -> str:
    """What a language usually calls a country."""
    return next((side.names[0] for side in speech.packs.of(Side) if side.code == code), code)


def place_name(text: str, place: Item, speech: Speech) -> str:
    """A place as written; a country by its usual name, where the text has that too."""
    usual = usual_name(place.side or "", speech) if place.kind is Kind.SIDE else ""
    return usual if usual and usual in text else text[place.start : place.end]
