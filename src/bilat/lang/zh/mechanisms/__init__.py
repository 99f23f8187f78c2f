"""Mechanisms of one document: analysis and events → uses of mechanisms.

Names stand in the packs or are made of two countries and a kind; docs/mechanisms.md has the rules.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bilat.lang.zh.fold import fold
from bilat.lang.zh.mechanisms.find import KINDS, namings
from bilat.lang.zh.mechanisms.names import ORDINAL, canonical, names
from bilat.model import MechanismUse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilat.lang.zh.analysis import Analysis
    from bilat.lang.zh.mechanisms.find import Naming
    from bilat.model import Event, Evidence
    from bilat.packs import Packs

__all__ = ["KINDS", "MAX_EVIDENCE", "Rules", "canonical", "find_mechanisms", "rules"]

MAX_EVIDENCE = 5
"""Quotations kept for one mechanism of one document: the first ones."""


class Rules:
    """The names of the packs, ready to be looked for."""

    def __init__(self, packs: Packs) -> None:
        self.packs = packs
        self.names = names(packs)


@lru_cache(maxsize=4)
def rules(packs: Packs) -> Rules:
    """The rules for a set of packs, made once per process."""
    return Rules(packs)


_VAGUE = re.compile(r"相关|系列|机制性|本届|这届|以及|国际会议$|国际峰会$|[都该将是这]")
HEAD = 4
"""Characters of a name by which it is found where a number parts it."""
NAME_LENGTH = 6
"""Characters of the shortest numbered name that names no country: 第28届气候峰会 is no name, 第八届亚洲文明论坛 is."""


def _is_name(name: str, members: tuple[str, ...], ordinal: int | None) -> bool:
    """Whether the name of a session that the packs do not know says which mechanism it is."""
    if _VAGUE.search(name):
        return False
    return bool(members) or (ordinal is not None and len(name) >= NAME_LENGTH)


class _Uses:
    """Uses under way: one for each mechanism and session, in order of the first quotation."""

    def __init__(self, analysis: Analysis, rules: Rules, named: frozenset[str]) -> None:
        self._doc = analysis.doc
        self._rules = rules
        self._text = analysis.text
        self._named = named
        self._found: dict[tuple[str, int | None], tuple[str, bool, tuple[str, ...], list[Evidence]]] = {}

    def add(self, naming: Naming) -> None:
        """Keeps a place that names a mechanism."""
        start, end = naming.name
        written = self._doc.text[start:end]
        inner = ORDINAL.search(self._text, start, end)
        if inner is not None:
            written = self._doc.text[start : inner.start()] + self._doc.text[inner.end() : end]
        row = naming.row
        known = canonical(written, self._rules.packs, self._named) if row is None else (row.name, row.members, True)
        self._keep(known, written, naming.ordinal, self._doc.quote(naming.start, naming.end))

    def add_event(self, event: Event) -> None:
        """Keeps the mechanism of a session that no word of the packs and no rule has told of."""
        if event.mechanism is None:
            return
        name, members, known = canonical(event.mechanism, self._rules.packs, self._named)
        if (name, event.ordinal) in self._found or not (known or _is_name(name, members, event.ordinal)):
            return
        ev = event.evidence[0]
        if not known and any(ordinal == event.ordinal and self._within(key, ev) for key, ordinal in self._found):
            return
        self._keep((name, members, known), event.mechanism, event.ordinal, self._shown(fold(event.mechanism), ev))

    def _shown(self, name: str, ev: Evidence) -> Evidence:
        """The part of a session's quotation that holds its name: it ends there, or there with a number inside."""
        at = self._text.find(name, ev.span.start, ev.span.end)
        if at >= 0:
            return self._doc.quote(at, at + len(name))
        at = self._text.find(name[:HEAD], ev.span.start, ev.span.end)
        return ev if at < 0 else self._doc.quote(at, ev.span.end)

    def _within(self, name: str, outer: Evidence) -> bool:
        """Whether a quotation of a mechanism found already lies inside another."""
        return any(
            ev.span in outer.span
            for (found, _), (_, _, _, quotations) in self._found.items()
            if found == name
            for ev in quotations
        )

    def _keep(self, meant: tuple[str, tuple[str, ...], bool], written: str, ordinal: int | None, ev: Evidence) -> None:
        name, members, known = meant
        quotations = self._found.setdefault((name, ordinal), (written, known, members, []))[3]
        if len(quotations) < MAX_EVIDENCE and ev not in quotations:
            quotations.append(ev)

    def all(self) -> list[MechanismUse]:
        """The uses, each with its quotations."""
        made = [
            MechanismUse(name, written, known, tuple(quotations), tuple(sorted(members)), ordinal)
            for (name, ordinal), (written, known, members, quotations) in self._found.items()
        ]
        return sorted(made, key=lambda use: (use.evidence[0].span, use.mechanism, use.ordinal or 0))


def find_mechanisms(analysis: Analysis, events: Sequence[Event], rules: Rules) -> list[MechanismUse]:
    """The mechanisms of one document, in order of first mention."""
    named = frozenset(analysis.named.countries)
    found = namings(analysis, rules.names, named)
    sessions = [event for event in events if event.mechanism is not None]
    if not found and not sessions:
        return []
    uses = _Uses(analysis, rules, named)
    for naming in found:
        uses.add(naming)
    for event in sessions:
        uses.add_event(event)
    return uses.all()
