"""How English leads in what is said."""

import re
from typing import Final

from bilat.lang.spaced.turns import Sayings

SAYINGS: Final = Sayings(
    lead=re.compile(r"[\s,:]*(?:\bthat\b)?[\s,:]*", re.IGNORECASE),
    told=re.compile(r"[^,;:\"\n]{1,60}(?=: ?\")"),
    where=frozenset(),
    passive=frozenset(),
    places=frozenset({"in", "at"}),
    of_its=(" ",),
)
