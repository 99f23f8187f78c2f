"""Names of signed documents in English: the Memorandum of Understanding on X, a joint statement, an agreement on Y."""

import re
from typing import Final

from bilat.lang.alternation import NEVER
from bilat.lang.spaced.documents import Documents
from bilat.lang.spaced.sentences import LOWER, UPPER

_LETTER: Final = f"{UPPER}{LOWER}0-9"
_CAPITAL: Final = (
    "Memorandum of (?:Understanding|Cooperation|Intent|Agreement)|MO[UC]|MoU|Agreement|Treaty|Protocol|Declaration"
    "|Communiqu[eé]|Joint Statement|Statement of Intent|Convention|Charter|Accords?|Pact|Arrangement|Letter of Intent"
    "|Action Plan|Plan of Action|Compact|Partnership Framework|Cooperation Framework|Roadmap"
    "|Cooperation (?:Plan|Program(?:me)?)"
)
_SMALL: Final = (
    "memorandum of (?:understanding|cooperation|intent)|memorandum|agreement|treaty|protocol|declaration"
    "|communiqu[eé]|(?:joint|leaders'|vision) statement|statement of intent|letter of intent|convention|pact|accord"
    "|deal|arrangement|action plan"
)
_NOT_ON: Final = (
    "with|between|during|after|before|at|by|following|when|while|as|that|which|who|whose|under|aimed|aiming|worth"
    "|valued|since|last|this|here|from|through|via|witnessed|signed|issued|inked|will|would|has|have|had|was|were|is"
    "|are|and|or|said|says|saying|but|amid|among|designed|intended|if|calling|pledging|vowing|to|Monday|Tuesday|Wednesday"
    "|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November"
    "|December|[0-9]+"
)
_WORD: Final = rf"(?!(?:{_NOT_ON})\b)[{_LETTER}][{_LETTER}'.&/-]*(?<![.'])"
_JOINED: Final = (
    rf"(?:,? (?:and|or) (?![{LOWER}]+(?:ed|held|met|spoke)\b|the\b|an?\b|also\b|to\b)|, (?=[^.;:,]{{1,30}},? and )| )"
)
_NOT_FOR: Final = r"(?! (?:signature|ratification|approval|consideration|review)\b)"
_TOPIC: Final = rf"(?:on|for{_NOT_FOR}|concerning|regarding|relating to) {_WORD}(?:{_JOINED}{_WORD}){{0,11}}"
_RUN: Final = rf"[{UPPER}][{_LETTER}'./-]*(?<![.'])"
_OF: Final = "of|for|on|and|the|to|concerning|regarding|between|in|against"
_NOT_IN: Final = "an?|the|their|its|this|that|these|any|of|in|on|for|to|signing"
_NAME: Final = re.compile(
    rf"(?<=\")[^\"\n]{{4,120}}(?=\")"
    rf"|(?<![{_LETTER}])(?:(?!(?:The|A|An|Both)\b){_RUN} (?:(?:{_OF}) ){{0,2}}){{0,8}}(?:{_CAPITAL})(?![{_LETTER}])"
    rf"(?: \((?:the )?\"?[{UPPER}][{_LETTER} -]{{1,20}}\"?\))?"
    rf"(?:(?: (?:(?:{_OF}) ){{1,3}}{_RUN}|(?<=[{_LETTER}]) {_RUN}|,? and {_RUN}(?= {_RUN})){{1,14}}| {_TOPIC})?"
    rf"|(?:(?<=\b[Aa] )|(?<=\b[Aa]n )|(?<=\b[Tt]he )|(?<=ssue )|(?<=ssued )|(?<=igned )|(?<=eased )|(?<=opted ))"
    rf"(?:(?!(?:{_NOT_IN})\b)[{_LETTER}$][{_LETTER}.-]* ){{0,4}}?(?:{_SMALL})(?![{_LETTER}])(?: {_TOPIC})?"
)
_KIND: Final = re.compile(rf"(?:{_CAPITAL})\b")
_SMALL_KIND: Final = re.compile(rf"\b(?:{_SMALL})\b", re.IGNORECASE)
_STATEMENT: Final = re.compile(r"\b(?:statements?|communiqu[eé]s?|declarations?)\b(?! of intent)")
_VAGUE: Final = re.compile(
    r"(?:(?:new|historic|landmark|bilateral|long-awaited|major|first|separate|similar|formal|final|such|preliminary"
    r"|broader?|major|initial|draft|multi-?year|[0-9]+-year|key|own|said|wide-ranging|sweeping|recent|trilateral"
    r"|binding|legally|non-binding|joint|written|so-called|same|comprehensive|official|tentative|[a-z]+-(?:billion|million)"
    r"|controversial|related|proposed|important|significant|current|existing|international|framework|two|three|few"
    r"|one|more|expanded|updated|revised|ceremonial|special|respective|several|number|of|series) )+"
)
_ABOUT: Final = re.compile(r" (?:on|for|concerning|regarding|relating to) ")


def _is_name(name: str) -> bool:
    """Whether a stretch tells which document it is."""
    small = _SMALL_KIND.search(name)
    if small is None:
        return _KIND.search(name) is not None and len(name.split()) > 1
    if _ABOUT.search(name, small.end()) or _STATEMENT.search(name.lower()):
        return True
    if name[: small.start()][:1].isupper() or name[small.start()].isupper():
        return len(name.split()) > len(small[0].split())
    left = _VAGUE.sub("", name[: small.start()])
    return bool(left.strip()) and left.split()[-1].isalpha() and not left.split()[-1].endswith("ed")


DOCUMENTS: Final = Documents(
    _NAME, re.compile(NEVER), _is_name, _STATEMENT, frozenset({"in", "at", "on", "by", "this"})
)
