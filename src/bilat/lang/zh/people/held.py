"""Whether an office word means somebody who holds the office: 总统, but not 总统府."""

from bilat.lang.zh.lexicon import Hit

_NOT_HELD = frozenset("府师办选团国制级职") | {
    *("任期", "候选", "参选", "大选", "宝座", "辩论", "会议", "席位", "竞选", "选举", "专机", "机场", "大学"),
}
"""What follows an office that nobody is meant to hold: 总统府, 部长级, 主席国."""
_DEGREES = frozenset("广最")
"""广大公安, 最大公约: what a degree stands before is no office."""
_BOARDS = frozenset(("委员", "理事", "董事", "常委", "代表", "监事", "司令"))
_BODIES = frozenset("会部")
"""With one of these after them the boards are a body: 委员会, 司令部."""


def held(text: str, hit: Hit) -> bool:
    """Whether the office word can mean a person who holds it (not 总统府, 部长级)."""
    start, end, entry = hit
    if text[start - 1] in _DEGREES:
        return False
    follows = text[end : end + 1]
    if follows in _NOT_HELD or text[end : end + 2] in _NOT_HELD:
        return False
    return not (follows in _BODIES and entry.text[-2:] in _BOARDS)
