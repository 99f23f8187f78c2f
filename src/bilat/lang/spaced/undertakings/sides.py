"""Who undertakes it: giver and receiver of what is given, parties of what is done together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from bilat.lang.spaced.undertakings.scene import WORD, Actor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilat.lang.spaced.speech import Speech

PAIR: Final = 2
NEAR: Final = 9
"""Words between a subject and its verb."""


LEAD: Final = 25
"""Characters of a name in which it says whose it is: `the U.S.-Thailand … Agreement`."""


class Sides(Struct, frozen=True, gc=False):
    """Codes of those who take part, sorted, and who gives to whom; where the first of them stands."""

    parties: tuple[str, ...]
    start: int
    end: int
    giver: str | None = None
    receiver: str | None = None


class Clause(Struct, frozen=True, gc=False):
    """What is looked at for one verb and its thing: the text, the actors of the sentence, where the verb's clause
    begins, where verb and thing stand, where the clause ends; `both` is the pair that `the two sides` means, empty for
    none, and `spoken` where these words stand."""

    text: str
    actors: Sequence[Actor]
    start: int
    verb: tuple[int, int]
    thing: tuple[int, int]
    end: int
    both: tuple[str, ...] = ()
    spoken: tuple[int, int] | None = None


def subjects(clause: Clause, speech: Speech) -> list[Actor]:
    """Who acts: the actors nearest before the verb that no preposition governs, joined ones too."""
    roles = ("with", "to", "of", "in", "from", "between", "amid", "by")
    led = frozenset(word for role in roles for word in speech.of_role(role))
    blamed = speech.turns.blamed
    before = [
        a for a in clause.actors if a.end <= clause.verb[0] and not blamed.match(clause.text, a.end, clause.verb[0])
    ]
    own = [actor for actor in before if actor.start >= clause.start]
    for pool in (own, before):
        free = [a for a in pool if a.led not in led]
        if free:
            last = free[-1]
            group = [a for a in free if a.start == last.start]
            alone = len(group)
            for actor in reversed([a for a in before if a.end <= last.start]):
                gap = _untitled(clause.text[actor.end : group[-1].start], speech)
                if len(WORD.findall(gap)) > PAIR + 1 and "," not in gap:
                    break
                if not joins(gap, speech) or (actor not in pool and len(group) == alone):
                    break
                group.append(actor)
            if len(WORD.findall(clause.text[last.end : clause.verb[0]])) <= NEAR or pool is own:
                return group
    return []


def _untitled(gap: str, speech: Speech) -> str:
    """What stands between two names without a title right before the second: `cùng với các nhà lãnh đạo`."""
    words = gap.split()
    for first in range(len(words)):
        if " ".join(words[first:]).lower() in speech.titles:
            kept = words[: first - 1] if first and words[first - 1] in speech.of_role("any") else words[:first]
            return f" {' '.join(kept)} "
    return gap


def joins(gap: str, speech: Speech) -> bool:
    """Whether what stands between two names makes them two that act as one."""
    words = [word for word in re.findall(r"\w+", gap.lower()) if word != "the"]
    return (not words and ("," in gap or "-" in gap)) or " ".join(words) in speech.of_role("and")


def together(clause: Clause, speech: Speech) -> Sides | None:
    """What is done together: the subject and its partners; a pair meant by `the two sides`."""
    partners = speech.of_role("with") | speech.of_role("between") | speech.of_role("and") | speech.of_role("to")
    acting = subjects(clause, speech)
    inside = [a for a in clause.actors if clause.verb[0] <= a.start < _served(clause, speech)]
    taking = [a for a in inside if a.led in partners or a.led in _LINKS or a.start <= clause.thing[0] + LEAD]
    taking += [a for a in clause.actors if clause.start <= a.start < clause.verb[0] and a.led in partners]
    found = sorted({*acting, *taking}, key=lambda a: (a.start, a.code)) if acting or taking else []
    codes = tuple(sorted({a.code for a in found}))
    if len(codes) >= PAIR:
        return Sides(codes, found[0].start, found[-1].end)
    if clause.both and set(codes) <= set(clause.both) and clause.spoken is not None:
        return Sides(tuple(sorted(clause.both)), clause.spoken[0], clause.spoken[1])
    return None


def _served(clause: Clause, speech: Speech) -> int:
    """Where the part of a clause begins that only tells what a thing is for; else its end."""
    found = speech.turns.serves.search(clause.text, max(clause.thing[1], clause.verb[1]), clause.end)
    return clause.end if found is None else found.start()


_LINKS: Final = frozenset({"linking", "connecting", "joining", "nối"})
_TO: Final = frozenset({"to", "for", "cho", "tới", "đến", "sang"})
_FROM: Final = frozenset({"from", "từ", "của", "by", "bởi", "do"})


def _those(clause: Clause) -> list[Actor]:
    """The two that the words right before a verb mean: `the two countries agreed to give`, `their efforts to give`."""
    if clause.spoken is None or clause.spoken[0] < clause.start:
        return []
    if any(clause.spoken[1] <= actor.start < clause.verb[0] for actor in clause.actors):
        return []
    return [Actor(*clause.spoken, code, "") for code in clause.both]


def given(clause: Clause, speech: Speech, *, received: bool) -> Sides | None:
    """What one gives another: the subject and whom the words behind it lead to; for who receives the other way."""
    acting = _those(clause) or subjects(clause, speech)
    codes = {a.code for a in acting}
    ways = _FROM if received else _TO
    behind = [a for a in clause.actors if clause.verb[1] <= a.start < clause.end and a.code not in codes]
    other = next((a for a in behind if a.led in ways), None)
    if other is None and not received:
        direct = [a for a in behind if a.end <= clause.thing[0] and not clause.text[clause.verb[1] : a.start].strip()]
        other = next(iter(direct), None)
    if other is None or not acting:
        return None
    parties = tuple(sorted({*codes, other.code}))
    span = min(a.start for a in (*acting, other)), max(a.end for a in (*acting, other))
    giver, receiver = acting[0].code if len(codes) == 1 else None, other.code
    if received:
        giver, receiver = receiver, giver
    return Sides(parties, *span, giver, receiver)


def handed(clause: Clause) -> Sides | None:
    """What was given, told in the passive: to whom, by whom."""
    near = [a for a in clause.actors if clause.start <= a.start < clause.end]
    to = next((a for a in near if a.led in _TO and a.start >= clause.thing[1]), None)
    by = next((a for a in near if a.led in _FROM and (to is None or a.code != to.code)), None)
    if to is None or by is None:
        return None
    return Sides(tuple(sorted({to.code, by.code})), min(to.start, by.start), max(to.end, by.end), by.code, to.code)
