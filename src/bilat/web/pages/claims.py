"""Claims: who said what, in which words, through whom."""

from itertools import groupby
from typing import Final

from bilat.model.claim import Mode, SpeakerKind
from bilat.web.asked import Asked
from bilat.web.listing import filtered, sheet, start_of, taken
from bilat.web.page import Page, Paths

SHOWN: Final = 50
"""Claims on one sheet."""
ORDERS: Final = ("newest", "oldest")


def claims(asked: Asked) -> Page:
    """The claims that fit, by the day of their report, the latest first."""
    same = {
        "mode": asked.choice("mode", list(Mode)),
        "verb": asked.word("verb"),
        "speaker_kind": asked.choice("speaker_kind", list(SpeakerKind)),
    }
    within = {name: asked.word(name) for name in ("speaker", "chain")}
    order = asked.choice("order", ORDERS) or ORDERS[0]
    fitting = filtered(asked, same=same, within=within)
    rows = asked.record.items("claims", fitting, start_of(asked, SHOWN) + SHOWN + 1, order=order)
    found = sheet(asked, rows, SHOWN)
    days = [(day, list(said)) for day, said in groupby(found.rows, key=lambda row: row.report.published)]
    values: dict[str, object] = {"sheet": found, "days": days, "modes": list(Mode), "kinds": list(SpeakerKind)}
    values |= {"order": order, "orders": ORDERS}
    values["taken"] = taken(asked, "speaker", "verb", "mode", "speaker_kind", "chain", "order")
    return Page("claims.html", values)


PATHS: Final[Paths] = (("/claims", claims),)
