"""Claims: who said what, in which words, through whom."""

from typing import Final

from bilat.model.claim import Mode, SpeakerKind
from bilat.web.asked import Asked
from bilat.web.listing import filtered, sheet, start_of
from bilat.web.page import Page, Paths

SHOWN: Final = 50
"""Claims on one sheet."""


def claims(asked: Asked) -> Page:
    """The claims that fit, by the day of their report."""
    same = {
        "mode": asked.choice("mode", list(Mode)),
        "speaker_kind": asked.choice("speaker_kind", list(SpeakerKind)),
    }
    within = {name: asked.word(name) for name in ("speaker", "verb", "via")}
    fitting = filtered(asked, same=same, within=within)
    rows = asked.record.items("claims", fitting, start_of(asked, SHOWN) + SHOWN + 1)
    values = {"sheet": sheet(asked, rows, SHOWN), "modes": list(Mode), "kinds": list(SpeakerKind)}
    return Page("claims.html", values)


PATHS: Final[Paths] = (("/claims", claims),)
