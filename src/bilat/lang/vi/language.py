"""Vietnamese behind the interface of `lang/base.py`."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from bilat.lang.spaced.language import Spaced
from bilat.lang.spaced.sentences import LOWER
from bilat.lang.spaced.speech import Speech
from bilat.lang.vi.dates import Dates
from bilat.lang.vi.figures import FORMS
from bilat.lang.vi.kin import VietnameseKin
from bilat.lang.vi.mechanisms import find_mechanisms
from bilat.lang.vi.names import can_be_whole, cut, native
from bilat.lang.vi.spelling import respell

if TYPE_CHECKING:
    from bilat.lang.spaced.figures.forms import Forms
    from bilat.packs import Packs


class Vietnamese(Spaced):
    """Reads Vietnamese documents with the words of some packs."""

    code = "vi"

    def __init__(self, packs: Packs) -> None:
        super().__init__(
            Speech(
                code="vi",
                packs=packs,
                cut=cut,
                native=native,
                can_be_whole=can_be_whole,
                title_gap=re.compile(
                    rf"[ ,]*(?:- )?(?:[{LOWER}]+[ ,]+){{0,6}}"
                    r"(?:[A-Z]{2,6} )?(?:\([^)]{1,30}\)[ ,]*)?(?:- )?"
                ),
                mechanisms=find_mechanisms,
                side_gap=re.compile(r" (?:nước )?"),
                side_after_title=True,
                noun_takes_object=True,
                title_breaks=frozenset({"say", "plan", "with", "to", "between", "deny", "he", "she", "they", "cancel"}),
                respell=respell,
            )
        )

    @cached_property
    def kin(self) -> VietnameseKin:
        """What linking asks of Vietnamese."""
        return VietnameseKin(self.speech)

    @cached_property
    def dates(self) -> Dates:
        """How Vietnamese writes days."""
        return Dates(self.speech)

    @property
    def forms(self) -> Forms:
        """How the language writes numbers and what stands around them."""
        return FORMS
