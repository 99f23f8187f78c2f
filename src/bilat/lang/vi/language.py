"""Vietnamese behind the interface of `lang/base.py`."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from bilat.lang.alternation import NEVER, alternation
from bilat.lang.spaced.language import Spaced
from bilat.lang.spaced.sentences import LOWER
from bilat.lang.spaced.speech import Speech
from bilat.lang.vi.dates import Dates
from bilat.lang.vi.documents import DOCUMENTS
from bilat.lang.vi.figures import FORMS
from bilat.lang.vi.kin import VietnameseKin
from bilat.lang.vi.mechanisms import SHAPE, find_mechanisms
from bilat.lang.vi.names import can_be_whole, cut, native
from bilat.lang.vi.sayings import SAYINGS
from bilat.lang.vi.spelling import respell
from bilat.lang.vi.toneless import restored
from bilat.lang.vi.undertakings import TURNS
from bilat.packs.tables.spaced import Term

if TYPE_CHECKING:
    from bilat.lang.spaced.figures.forms import Forms
    from bilat.packs import Packs


_OFFICE = re.compile(
    r"\b(?:Bộ(?: Tổng tham mưu| [A-ZĐ]\w+(?: \w+){1,4}?| Y tế)|[Cc]hính phủ|Văn phòng (?:Tổng thống|Thủ tướng|Nội các)"
    r"|[Đđ]ại sứ quán|[Tt]ổng lãnh sự quán|(?:[Nn]hà )?[Ll]ãnh đạo|[Tt]hượng nghị sĩ|Cục \w+ \w+"
    r"|[Cc]ơ quan(?: \w+){1,3}|[Qq]uân đội|Quốc hội|Hải quân|Không quân|[Pp]hía|[Tt]ruyền thông(?: nhà nước)?"
    r"|Phái đoàn|[Cc]ảnh sát|Ngân hàng Trung ương|Hội đồng Nhà nước|Bộ) (?:của |nước )?$"
)
"""Right before a country: `Bộ Quốc phòng Nga`."""


class Vietnamese(Spaced):
    """Reads Vietnamese documents with the words of some packs."""

    code = "vi"

    def __init__(self, packs: Packs) -> None:
        bodies = alternation(row.word for row in packs.of(Term) if row.role == "before_name") or NEVER
        super().__init__(
            Speech(
                code="vi",
                packs=packs,
                cut=cut,
                native=native,
                can_be_whole=can_be_whole,
                title_gap=re.compile(
                    rf"[ ,]*(?:- )?(?:[{LOWER}]+[ ,]+){{0,6}}"
                    rf"(?:(?:[A-Z]{{2,6}}|[A-Z][a-zA-Z]{{3,}}|{bodies}) )?(?:\([^)]{{1,30}}\)[ ,]*)?(?:- )?"
                ),
                mechanisms=find_mechanisms,
                shape=SHAPE,
                documents=DOCUMENTS,
                turns=TURNS,
                sayings=SAYINGS,
                side_gap=re.compile(r" (?:nước )?"),
                side_after_title=True,
                office=_OFFICE,
                noun_takes_object=True,
                title_breaks=frozenset({"say", "plan", "with", "to", "between", "deny", "he", "she", "they", "cancel"}),
                takes_office=re.compile(
                    r"(?: (?:vừa|mới|đã))*(?: (?:về việc|nhân dịp|vì))?(?: tuyên thệ| tái| được)* "
                    r"(?:nhậm chức|đắc cử|trúng cử|tái cử|bầu lại|bầu|bổ nhiệm|tín nhiệm bầu|trở thành)"
                    r"(?: (?:làm|là|giữ chức vụ|giữ chức|chức))? "
                ),
                respell=respell,
                restored=restored,
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
