"""Contested names as publishers write them, side by side in the order of their characters; and words of dispute."""

from collections.abc import Mapping
from typing import Final

from bilat.model.dispute import DisputeKind
from bilat.record import ItemFilter
from bilat.views.disputes import with_packs
from bilat.web.asked import Asked
from bilat.web.listing import filtered, sheet, start_of, taken
from bilat.web.page import NotThereError, Page, Paths

SHOWN: Final = 20
"""Entries on one sheet."""
MENTIONS: Final = 50
"""Documents on one sheet of a name."""


def disputes(asked: Asked) -> Page:
    """The contested names (or words of dispute) that fit, those in most documents first."""
    kind = asked.choice("kind", list(DisputeKind)) or DisputeKind.NAME
    fitting = filtered(asked, same={"kind": str(kind)}, within={"written": asked.word("written")})
    found = sheet(asked, asked.record.disputes(fitting), SHOWN)
    tables = [(row, _publishers(row.written)) for row in with_packs(found.rows)]
    values: dict[str, object] = {"sheet": found, "tables": tables, "kind": kind, "kinds": list(DisputeKind)}
    values["taken"] = [("kind", str(kind)), *taken(asked, "written")]
    return Page("disputes.html", values)


def dispute(asked: Asked) -> Page:
    """One entry, or a name that has none: every document that writes it."""
    name = asked.path["name"]
    column = next((c for c in ("entry", "written") if _any(asked, c, name)), None)
    if column is None:
        msg = f"no contested name {name}"
        raise NotThereError(msg)
    row = next(with_packs(asked.record.disputes(ItemFilter(same={column: name}))))
    chosen = {"entry": None, "written": asked.word("written"), column: name}
    rows = asked.record.items("disputes", filtered(asked, same=chosen), start_of(asked, MENTIONS) + MENTIONS + 1)
    values: dict[str, object] = {
        "row": row,
        "name": name,
        "publishers": _publishers(row.written),
        "sheet": sheet(asked, rows, MENTIONS),
    }
    values["taken"] = [(column, name), *taken(asked, *(["written"] if column == "entry" else []))]
    return Page("dispute.html", values)


def _publishers(written: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Everyone who writes one of the names, in the order of their own."""
    return sorted({publisher for told in written.values() for publisher in told})


def _any(asked: Asked, column: str, name: str) -> bool:
    return any(True for _ in asked.record.items("disputes", ItemFilter(same={column: name}), 1))


PATHS: Final[Paths] = (("/disputes", disputes), ("/dispute/{name:path}", dispute))
