"""Words of the record → what a page says for them in English; the catalogues translate that."""

from collections.abc import Mapping
from typing import Final


def _(message: str) -> str:
    """Marks a message for the catalogues."""
    return message


_LABELS: Final[Mapping[str, str]] = {
    # types of events
    "visit": _("visit"),
    "meeting": _("meeting"),
    "call": _("call"),
    "message": _("message"),
    "signing": _("signing"),
    "session": _("session"),
    # what became of them
    "planned": _("planned"),
    "held": _("held"),
    "cancelled": _("cancelled"),
    # how a document tells of them
    "reported": _("reported"),
    "announced": _("announced"),
    "mentioned": _("mentioned"),
    # levels
    "leaders": _("leaders"),
    "ministers": _("ministers"),
    "officials": _("officials"),
    "unknown": _("unknown"),
    # how values differ
    "contradiction": _("contradiction"),
    "rounding": _("rounding"),
    "moved": _("moved"),
}


def label(word: str, noun: str = "") -> str:
    """The label of a word, of one noun where two nouns use it differently; the word itself, with blanks for
    underscores, where there is none."""
    return _LABELS.get(f"{noun}.{word}") or _LABELS.get(word) or word.replace("_", " ")
