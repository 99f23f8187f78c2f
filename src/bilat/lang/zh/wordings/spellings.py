"""One wording of a pack → every way it may be spelt in folded text: marks between its parts, quotation marks or none.

相互尊重、合作共赢 is also 相互尊重,合作共赢 and 相互尊重和合作共赢; 共建“一带一路” is also 共建一带一路. A pack
lists such a wording once.
"""

from collections.abc import Iterator

from bilat.lang.zh.fold import fold

_JOINERS = ("和", "与", "及", "以及")
"""What may stand for the last mark of a list."""
_DASHES = ("—", "-", "–", "——", "、", "")
"""What may stand between two countries that one phrase joins."""


def spellings(wording: str) -> Iterator[str]:
    """The folded spellings of a wording, its own first; each once."""
    own = fold(wording)
    seen: dict[str, None] = {}
    for listed in _lists(own):
        for dashed in _dashed(listed):
            for quoted in _quoted(dashed):
                seen.setdefault(quoted)
    yield from seen


def _lists(text: str) -> Iterator[str]:
    yield text
    if "、" not in text:
        return
    yield text.replace("、", ",")
    yield text.replace("、", "")
    head, _, last = text.rpartition("、")
    for joiner in _JOINERS:
        yield f"{head}{joiner}{last}"


def _dashed(text: str) -> Iterator[str]:
    yield text
    if "—" in text:
        for dash in _DASHES:
            yield text.replace("—", dash)


def _quoted(text: str) -> Iterator[str]:
    yield text
    if "“" in text:
        plain = text.replace("“", "").replace("”", "")
        yield plain
        yield text.replace("“", '"').replace("”", '"')
        yield text.replace("“", "‘").replace("”", "’")
