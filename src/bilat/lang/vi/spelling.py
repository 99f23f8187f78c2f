"""Two ways to set tone marks (hoà, hòa) → one."""

from typing import Final

_OLD: Final = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_NEW: Final = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_PAIRS: Final = tuple(zip(_OLD, _NEW, strict=True))
"""The newer placing of the mark on the main vowel, and the older one, of Vietnamese orthography."""


def respell(text: str) -> str:
    """Small letters with the mark where the older spelling has it; as long as the text."""
    for one, other in _PAIRS:
        if one in text:
            text = text.replace(one, other)
    return text
