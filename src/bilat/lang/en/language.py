"""English behind the interface of `lang/base.py`."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from bilat.lang.en.dates import Dates
from bilat.lang.en.names import cut
from bilat.lang.spaced.language import Spaced
from bilat.lang.spaced.sentences import LOWER, UPPER
from bilat.lang.spaced.speech import Speech

if TYPE_CHECKING:
    from bilat.packs import Packs


_HEAD = (
    "Ministry|Department|Administration|General Administration|Agency|Commission|Bureau|Authority|Office|Central Bank"
    "|Council|Committee|Institute|Foreign Ministry|Defen[cs]e Ministry|Commerce Ministry|Finance Ministry"
)
_BODY = re.compile(
    rf"(?:'s?)? ((?:{_HEAD})(?:,?(?: (?:of|for|and|on|the|&))*"
    rf" (?!(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)[{UPPER}][{UPPER}{LOWER}-]*)*)(?![{LOWER}])"
)
"""Behind a country: `'s Ministry of Food and Drug Safety`."""


class English(Spaced):
    """Reads English documents with the words of some packs."""

    code = "en"

    def __init__(self, packs: Packs) -> None:
        super().__init__(
            Speech(
                code="en",
                packs=packs,
                cut=cut,
                title_gap=re.compile(
                    r"(?:,? and |, ?| |'s? | - )?(?:of |for |to |on |in |and |at )?(?:the |his |her )?(?:H\.E\. ?)?"
                ),
                side_gap=re.compile(r" |'s? |-"),
                body=_BODY,
                family_first=frozenset({"CN", "KP", "KR", "TW", "HK"}),
            )
        )

    @cached_property
    def dates(self) -> Dates:
        """How English writes days."""
        return Dates(self.speech)
