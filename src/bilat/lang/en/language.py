"""English behind the interface of `lang/base.py`."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from bilat.lang.alternation import NEVER, alternation
from bilat.lang.en.dates import Dates
from bilat.lang.en.documents import DOCUMENTS
from bilat.lang.en.figures import FORMS
from bilat.lang.en.kin import EnglishKin
from bilat.lang.en.mechanisms import SHAPE, find_mechanisms
from bilat.lang.en.names import cut
from bilat.lang.en.sayings import SAYINGS
from bilat.lang.en.undertakings import TURNS
from bilat.lang.spaced.language import Spaced
from bilat.lang.spaced.sentences import LOWER, UPPER
from bilat.lang.spaced.speech import Speech
from bilat.packs.tables.spaced import DayWord

if TYPE_CHECKING:
    from bilat.lang.spaced.figures.forms import Forms
    from bilat.packs import Packs


_HEAD = (
    "Ministry|Department|Administration|General Administration|Agency|Commission|Bureau|Authority|Office|Central Bank"
    "|Council|Committee|Institute|Foreign Ministry|Defen[cs]e Ministry|Commerce Ministry|Finance Ministry"
)


def _body(packs: Packs) -> re.Pattern[str]:
    """Behind a country: `'s Ministry of Food and Drug Safety`, without the day that may follow."""
    days = alternation(row.word.capitalize() for row in packs.of(DayWord) if row.kind == "weekday") or NEVER
    return re.compile(
        rf"(?:'s?)? ((?:{_HEAD})(?:,?(?: (?:of|for|and|on|the|&))*"
        rf" (?!(?:{days})\b)[{UPPER}][{UPPER}{LOWER}-]*)*)(?![{LOWER}])"
    )


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
                mechanisms=find_mechanisms,
                shape=SHAPE,
                documents=DOCUMENTS,
                turns=TURNS,
                sayings=SAYINGS,
                side_gap=re.compile(r" |'s? |-"),
                body=_body(packs),
                takes_office=re.compile(
                    r" (?:up)?on (?:(?:his|her|being|assuming|taking|becoming|winning|the) )?(?:[\w-]+ ){0,4}"
                    r"(?:as |to )?(?:the )?(?:new |next )?"
                ),
            )
        )

    @cached_property
    def kin(self) -> EnglishKin:
        """What linking asks of English."""
        return EnglishKin(self.speech)

    @cached_property
    def dates(self) -> Dates:
        """How English writes days."""
        return Dates(self.speech)

    @property
    def forms(self) -> Forms:
        """How the language writes numbers and what stands around them."""
        return FORMS
