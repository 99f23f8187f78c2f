"""Any text → text that can be kept and shown: no control codes, no lone surrogates, whitespace as one would type it."""

import re
from html import unescape

_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
"""Control codes, marks without width or that turn the direction of writing, halves of characters."""

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""What can neither be shown on a terminal nor stored; carriage return counts, it overwrites a line."""

_CJK = "\u2e80-\u2fff\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_WRAP = re.compile(rf"(?<=[{_CJK}])[^\S\n]*\n\s*(?=[{_CJK}])")
"""A line end between two Chinese characters: the text was wrapped there, no space belongs."""


def strip_controls(text: str) -> str:
    """The text without control codes, marks of no width and lone surrogates. Tabs and line ends stay."""
    return _UNWANTED.sub("", text) if _UNWANTED.search(text) else text


def is_clean(text: str) -> bool:
    """Whether strip_controls would leave the text as it is."""
    return text.isprintable() or _UNWANTED.search(text) is None  # the search takes three times as long


def mask_unsafe(text: str) -> str:
    """The text with each unsafe character replaced by U+FFFD: as long as before, so that offsets hold."""
    return _UNSAFE.sub("\ufffd", text) if _UNSAFE.search(text) else text


def tidy(text: str) -> str:
    """One paragraph on one line: wraps between Chinese characters closed, other white space one space, ends bare."""
    if "\n" in text:
        text = _WRAP.sub("", text)
    return " ".join(text.split())


def plain(text: str) -> str:
    """A one-line field (title, publisher) of structured input: entities decoded, controls gone, white space tidied."""
    return tidy(strip_controls(unescape(text)))
