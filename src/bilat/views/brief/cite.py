"""Reports → the notes of a clause: as few quotations as show what it says, and a second witness where there is one."""

from collections.abc import Iterable, Sequence
from typing import Final

from bilat.model.rows import EventRow, ReportRow
from bilat.record.terms import fold
from bilat.views.brief.model import Note

_MOST: Final = 3
"""Notes of one clause: more than three hide the words they stand behind."""
_HOWS: Final = ("reported", "announced", "mentioned")


def cited(reports: Iterable[ReportRow], facts: Iterable[Sequence[str]] = (), most: int = _MOST) -> tuple[Note, ...]:
    """Notes for what is said: each time the quotation that shows most of the `facts` (each in any of its forms) not
    shown yet; then one of another publisher that is no copy. Never none when there is a quotation."""
    able = [(report, Note.of(report, ev), fold(ev.quote)) for report in _in_order(reports) for ev in report.evidence]
    wanted = [tuple(fold(form) for form in forms if form) for forms in facts]
    chosen: list[tuple[ReportRow, Note]] = []
    while able and wanted and len(chosen) < most:
        told = range(len(able)) if chosen else [at for at, each in enumerate(able) if _how(each[0]) == _how(able[0][0])]
        best = max(told, key=lambda at: (_shown(able[at][2], wanted), -at))
        report, note, quote = able[best]
        if chosen and not _shown(quote, wanted):
            break
        chosen.append((report, note))
        wanted = [forms for forms in wanted if not any(form in quote for form in forms)]
    if able and not chosen:
        chosen.append(able[0][:2])
    if chosen and len(chosen) < min(most, 2):
        chosen.extend(_another(able, {_origin(report) for report, _ in chosen}, chosen[0][0].publisher))
    return tuple(dict.fromkeys(note for _, note in chosen))


def _how(report: ReportRow) -> tuple[bool, int]:
    """How directly a report tells: the first quotation comes from the most direct ones there are."""
    return report.inferred, _HOWS.index(report.how)


def _shown(quote: str, wanted: Iterable[Sequence[str]]) -> int:
    return sum(any(form in quote for form in forms) for forms in wanted)


def _another(
    able: Iterable[tuple[ReportRow, Note, str]], origins: set[str], publisher: str | None
) -> list[tuple[ReportRow, Note]]:
    for report, note, _ in able:
        if report.publisher != publisher and _origin(report) not in origins and report.how == _HOWS[0]:
            return [(report, note)]
    return []


def _origin(report: ReportRow) -> str:
    return report.copy_of or report.document


def _in_order(reports: Iterable[ReportRow]) -> list[ReportRow]:
    """Told before joined by inference, news before announcement and background, originals before copies; else as they
    come."""
    return sorted(reports, key=lambda r: (*_how(r), r.copy_of is not None))


def first(event: EventRow) -> Note:
    """The one quotation that shows an event best."""
    report = _in_order(event.reports)[0]
    return Note.of(report, report.evidence[0])
