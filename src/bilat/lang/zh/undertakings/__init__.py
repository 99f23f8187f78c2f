"""Undertakings of one document: analysis, people and claims → Undertakings.

A noun of the packs (铁路, 贷款, 协定), a verb that tells how far it has come, and two sides; docs/undertakings.md has
the rules.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bilat.lang.zh.undertakings.find import candidates
from bilat.lang.zh.undertakings.gather import Gathered
from bilat.lang.zh.undertakings.rules import ALONE, WORK, Rules, rules
from bilat.lang.zh.undertakings.scene import Scene, Story

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilat.lang.stages import Noun
    from bilat.lang.zh.analysis import Analysis, Sentence
    from bilat.lang.zh.people import People
    from bilat.lang.zh.undertakings.rules import Head
    from bilat.model import Claim, Undertaking

__all__ = ["LONGEST_SENTENCE", "Rules", "find_undertakings", "rules"]

PAIR = 2
"""Sides of an undertaking, at least."""
LONGEST_SENTENCE = 500
"""Characters of the longest sentence that is read: a longer one is a list, or text without its marks."""


def find_undertakings(analysis: Analysis, people: People, claims: Sequence[Claim], rules: Rules) -> list[Undertaking]:
    """The undertakings of one document, in order."""
    sides = analysis.named.sides
    if len(sides) < PAIR or not rules.apart(sides):
        return []
    heads = rules.heads(analysis.text)
    if not heads:
        return []
    story: Story | None = None
    gathered: Gathered | None = None
    for sentence, found, roles in _by_sentence(analysis, heads, rules):
        fields = rules.fields(analysis.text, sentence.start, sentence.end) if roles & WORK else []
        if roles == WORK and not fields:
            continue
        verbs = rules.verbs(analysis.text, sentence.start, sentence.end, found)
        if not verbs:
            continue
        story = story or Story(analysis, people, rules, Counter(sides))
        nouns = sorted([*map(rules.head, found), *fields], key=_place)
        scene = Scene(story, sentence, nouns, verbs)
        for told in candidates(scene):
            gathered = gathered or Gathered(story, claims)
            gathered.add(scene, told)
    return gathered.all() if gathered is not None else []


def _place(noun: Noun) -> tuple[int, int]:
    return noun.start, noun.end


_SIDES = re.compile("[方两双三](?:(?<=方)|国|边|军|党)")


def _has_sides(text: str, sentence: Sentence) -> bool:
    """Whether a sentence names anybody who may take part."""
    for _, _, entry in sentence.hits:
        if entry.country is not None or entry.org is not None or entry.body is not None:
            return True
    return _SIDES.search(text, sentence.start, sentence.end) is not None


def _by_sentence(analysis: Analysis, heads: list[Head], rules: Rules) -> Iterator[tuple[Sentence, list[Head], int]]:
    """The sentences that may tell an undertaking, with their nouns and the roles of these: no lists, and none without
    a side."""
    at, last = 0, len(heads)
    bits, text = rules.head_roles, analysis.text
    for sentence in analysis.sentences:
        end = sentence.end
        while heads[at][0] < sentence.start:
            at += 1
            if at == last:
                return
        if heads[at][1] > end:
            continue
        first, roles = at, 0
        while at < last and heads[at][1] <= end:
            roles |= bits[heads[at][2]]
            at += 1
        if end - sentence.start <= LONGEST_SENTENCE and (roles & ALONE or _has_sides(text, sentence)):
            yield sentence, heads[first:at], roles
        if at == last:
            return
