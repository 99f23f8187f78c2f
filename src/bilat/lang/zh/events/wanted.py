"""Whether a rule of events may read a document, and which of its sentences: sure tests that make nothing.

Most documents end here, so what is cheap and refuses most comes first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilat.lang.zh.events.items import Known, known_words

if TYPE_CHECKING:
    from bilat.lang.zh.analysis import Analysis
    from bilat.lang.zh.events.rules import Rules
    from bilat.lang.zh.people import People

TRIGGERS = frozenset(
    {"meet", "talk", "ceremony", "call", "message", "sign", "visit", "arrive", "travel", "leave", "attend", "session"}
)
LONGEST = 1200
"""Characters of a sentence; what goes on longer without a stop is a list or a broken page, and no rule reads it."""
_EXTRA = re.compile(r"访|赴|抵|晤|峰会|论坛|受到|(?:发表|发布|通过|达成)了?《")
"""What a rule reads without a verb of the lexicon: verbs of one character, sessions by name, papers by title."""


def wanted(analysis: Analysis, people: People, rules: Rules) -> dict[int, list[Known]]:
    """The sentences that a rule may read, by number, with the words in them that may be items; none where the document
    names one country alone."""
    if not _several(analysis, people) and not rules.short_contact.search(analysis.text):
        return {}
    sentences, sorts = analysis.sentences, rules.sorts
    return {order: known_words(sentences[order], sorts) for order in _with_trigger(analysis)}


def _with_trigger(analysis: Analysis) -> list[int]:
    """The sentences with a verb of a contact or with what else a rule reads."""
    extra = [found.start() for found in _EXTRA.finditer(analysis.text)]
    extra.append(len(analysis.text))
    out: list[int] = []
    at = 0
    for order, sentence in enumerate(analysis.sentences):
        end = sentence.end
        while extra[at] < sentence.start:
            at += 1
        if extra[at] < end:
            triggered = True
        else:
            triggered = False
            for hit in sentence.hits:
                verb = hit[2].verb
                if verb is not None and verb.sense in TRIGGERS:
                    triggered = True
                    break
        if triggered and end - sentence.start <= LONGEST:
            out.append(order)
    return out


def _several(analysis: Analysis, people: People) -> bool:
    """Whether two countries or organisations occur at all; contacts need two."""
    codes = set(analysis.named.countries)
    if len(codes) > 1:
        return True
    codes.update([person.country for person in people.persons if person.country])
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
