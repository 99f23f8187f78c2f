"""Turns of phrase around promises in English."""

import re
from typing import Final

from bilat.lang.alternation import NEVER
from bilat.lang.spaced.turns import Turns

TURNS: Final = Turns(
    firm=re.compile(
        r"(?i:\b(?:compan(?:y|ies)|corporation|university|universities|airlines?|banks?|firms?|inc|ltd|museum|institutes?"
        r"|businesses)\b)"
    ),
    field=re.compile(
        r" (?:in|on|against|over|about)\b (?:the )?(?:(?:fields?|areas?) )?(?:of )?[^\W\d_]{2,}"
        r"(?: (?!(?:with|to|between|as|at|during|by|that|in|on|such|based|leading|including)\b)[^\W\d_]+){0,5}"
    ),
    no_field=re.compile(r"(?i:\b(?:following|coming|all|this|these|areas of)\b)"),
    being=re.compile(r"(?i:\b(?:was|were|is|are|be|been|being|has|have|will|would|could)\b)"),
    that=re.compile(r"(?i: (?:that|which|who|whose|because|as)\b)"),
    nominal=re.compile(r"(?i:(?:\b(?:the|an?|its|their|his|this|any)|'s) )\Z"),
    known=re.compile(r"(?i:\b(?:the|this|that|any|these|such|said) )\Z"),
    known_behind=re.compile(NEVER),
    compound=re.compile(
        r" (?:security|authorit(?:y|ies)|city|workers?|visits?|calls?|operations|infrastructure|technolog(?:y|ies)"
        r"|industry|sector|capacity|safety|control|management|companies|makers?|exports?|officials?|attacks?|strikes?)\b"
    ),
    of=re.compile(r" of\b"),
    blamed=re.compile(r" (?:accountable|responsible)\b.* and\b"),
    foes=re.compile(r"(?i:\b(?:hostages?|ceasefire|cease-fire|truce)\b)"),
)
