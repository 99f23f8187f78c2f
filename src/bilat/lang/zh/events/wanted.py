"""Whether a rule of events may read a document, and which of its sentences: sure tests that make nothing.

Most documents end here, so what is cheap and refuses most comes first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilat.lang.zh.events.items import TALK_TAIL

if TYPE_CHECKING:
    from bilat.lang.zh.analysis import Analysis, Sentence
    from bilat.lang.zh.events.rules import Rules
    from bilat.lang.zh.people import People

TRIGGERS = frozenset(
    {"meet", "talk", "ceremony", "call", "message", "sign", "visit", "arrive", "travel", "leave", "attend", "session"}
)
LONGEST = 1200
"""Characters of a sentence; what goes on longer without a stop is a list or a broken page, and no rule reads it."""
_EXTRA = re.compile(r"访|赴|抵|晤|峰会|论坛|受到")
"""What a rule reads without a verb of the lexicon: verbs of one character, sessions by name."""


def wanted(analysis: Analysis, people: People, rules: Rules) -> dict[int, set[str]]:
    """The sentences that a rule may read, by number, with the senses of their verbs; none where the document names
    one country alone."""
    out = _with_trigger(analysis)
    if out and not _several(analysis, people) and not rules.short_contact.search(analysis.text):
        return {}
    return out


def _with_trigger(analysis: Analysis) -> dict[int, set[str]]:
    """The sentences with a verb of a contact or with what else a rule reads."""
    text = analysis.text
    extra = _EXTRA.search(text) is not None
    out: dict[int, set[str]] = {}
    for order, sentence in enumerate(analysis.sentences):
        if sentence.end - sentence.start > LONGEST:
            continue
        for hit in sentence.hits:
            verb = hit[2].verb
            if verb is not None and verb.sense in TRIGGERS:
                out[order] = _senses(sentence)
                break
        else:
            if extra and _EXTRA.search(text, sentence.start, sentence.end):
                out[order] = _senses(sentence)
    return out


def _senses(sentence: Sentence) -> set[str]:
    """The senses of the verbs that may become items of a sentence."""
    out: set[str] = set()
    for _, _, entry in sentence.hits:
        if entry.verb is not None:
            out.add(entry.verb.sense)
        elif entry.mechanism is not None and TALK_TAIL.search(entry.text):
            out.add("talk")
    return out


def _several(analysis: Analysis, people: People) -> bool:
    """Whether two countries or organisations occur at all; contacts need two."""
    codes = set(analysis.named.countries)
    if len(codes) > 1:
        return True
    codes.update(person.country for person in people.persons if person.country)
    if len(codes) > 1:
        return True
    for sentence in analysis.sentences:
        for _, _, entry in sentence.hits:
            if entry.place is not None and entry.place.country:
                codes.add(entry.place.country)
            elif entry.org is not None:
                codes.add(entry.org.code)
            elif entry.body is not None and entry.body.country:
                codes.add(entry.body.country)
            elif entry.mechanism is not None:
                codes.update(entry.mechanism.members)
        if len(codes) > 1:
            return True
    return False
