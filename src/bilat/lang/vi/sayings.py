"""How Vietnamese leads in what is said."""

import re
from typing import Final

from bilat.lang.spaced.turns import Sayings

SAYINGS: Final = Sayings(
    lead=re.compile(r"[\s,:]*(?:\b(?:rằng|là)\b)?[\s,:]*", re.IGNORECASE),
    told=re.compile(r"[^,;:\"\n]{1,60}? (?=rằng )|[^,;:\"\n]{1,60}(?=: ?\")"),
    where=frozenset({"tại", "với", "trong", "trên", "trước", "hôm", "chỉ", "khai", "bế", "về"}),
    passive=frozenset({"do", "bởi", "được", "bị"}),
    places=frozenset({"tại", "ở", "đến", "tới", "sang"}),
    of_its=(" ", " của ", " nước "),
)
