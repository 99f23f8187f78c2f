"""Turns of phrase around promises in English."""

import re
from typing import Final

from bilat.lang.alternation import NEVER
from bilat.lang.spaced.turns import Turns

_WORD: Final = r"[^\W\d_]+(?:-(?!including\b|such\b)[^\W\d_]+)*"
TURNS: Final = Turns(
    firm=re.compile(
        r"(?i:\b(?:compan(?:y|ies)|corporation|university|universities|airlines?|banks?|firms?|inc|ltd|museum|institutes?"
        r"|businesses)\b)"
    ),
    field=re.compile(
        rf" (?:in|on|against|over|about)\b (?:the )?(?:(?:fields?|areas?) )?(?:of )?(?=\w\w){_WORD}"
        r"(?: (?!(?:with|to|between|as|at|during|by|that|in|on|such|based|leading|including|through)\b)"
        rf"{_WORD}){{0,8}}"
    ),
    no_field=re.compile(r"(?i:\b(?:following|coming|all|this|these|areas (?:of|such)|lead-up)\b)"),
    being=re.compile(r"(?i:\b(?:was|were|is|are|be|been|being|has|have|will|would|could)\b)"),
    that=re.compile(r"(?i: (?:that|which|who|whose|because|as)\b)"),
    nominal=re.compile(r"(?i:(?:\b(?:the|an?|its|their|his|this|any)|'s) )\Z"),
    known=re.compile(r"(?i:\b(?:the|this|that|any|these|such|said) )\Z"),
    known_behind=re.compile(NEVER),
    compound=re.compile(
        r" (?:security|authorit(?:y|ies)|city|workers?|visits?|calls?|operations|infrastructure|technolog(?:y|ies)"
        r"|industry|sector|capacity|safety|control|management|companies|makers?|exports?|officials?|attacks?|strikes?|sales|embargo(?:es)?|transfers?)\b"
    ),
    of=re.compile(r" of\b"),
    blamed=re.compile(r" (?:accountable|responsible)\b.* and\b"),
    led=re.compile(r"(?i:\b(?:under|pursuant to|at|consistent with) (?:(?:the|our|its|their|an?|this) )?)\Z"),
    kept=re.compile(r"(?i:\b(?:implement(?:ing|ed)?|implementation of|honou?r(?:ing)?) (?:(?:the|our|all|their) )?)\Z"),
    serves=re.compile(r"(?i:\b(?:bringing|giving|granting|aimed at|designed to|intended to|that)\b)"),
    foes=re.compile(r"(?i:\b(?:hostages?|ceasefire|cease-fire|truce)\b)"),
)
