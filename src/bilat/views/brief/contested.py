"""Contested names: each as publishers write it, none preferred."""

from collections import Counter, defaultdict
from typing import Final

from bilat.model import DisputeKind, DisputeMention
from bilat.model.item_rows import ItemRow
from bilat.record.terms import fold
from bilat.views.brief.material import Material
from bilat.views.brief.model import Clause, Entry, Group, Note, Section, Sentence

MOST: Final = 6
_PUBLISHERS: Final = 5


def contested(material: Material) -> Section:
    """The places that are written in several ways where both countries are named, the most named first."""
    of: dict[str, list[ItemRow[DisputeMention]]] = defaultdict(list)
    for row in material.record.items("disputes", material.asked):
        if row.item.kind is DisputeKind.NAME and row.item.entry is not None:
            of[row.item.entry].append(row)
    several = {entry: rows for entry, rows in of.items() if len({fold(row.item.written) for row in rows}) > 1}
    ordered = sorted(several, key=lambda entry: (-len(several[entry]), entry))
    entries = tuple(_entry(material, several[entry]) for entry in ordered[:MOST])
    groups = (Group("", entries),) if entries else ()
    title = material.gettext("Contested names as written")
    return Section("contested", title, groups, len(ordered) - len(entries), material.command("disputes"))


def _entry(material: Material, rows: list[ItemRow[DisputeMention]]) -> Entry:
    """`“南中国海” (RFI 17, DW 12), “南海” (CNA 48).`; scripts make no difference."""
    _, wording = material.gettext, material.wording
    of: dict[str, list[ItemRow[DisputeMention]]] = defaultdict(list)
    for row in rows:
        of[fold(row.item.written)].append(row)
    clauses: list[Clause] = []
    for at, name in enumerate(sorted(of)):
        written = Counter(row.item.written for row in of[name])
        usual = min(written, key=lambda form: (-written[form], form))
        counted: dict[str, int] = defaultdict(int)
        for row in of[name]:
            counted[row.report.publisher or _("publisher unknown")] += 1
        most = sorted(counted.items(), key=lambda each: (-each[1], each[0]))
        publishers = wording.some([f"{publisher} {count}" for publisher, count in most], _PUBLISHERS)
        text = _("{name} ({publishers})").format(name=wording.quoted(usual), publishers=publishers)
        text += _(".") if at == len(of) - 1 else _(",")
        report = of[name][0].report
        clauses.append(Clause(text, (Note.of(report, report.evidence[0]),)))
    return Entry((Sentence(tuple(clauses)),), id=rows[0].id)
