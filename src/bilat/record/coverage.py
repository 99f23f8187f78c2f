"""Which publishers tell of an event, and which do not though the record has documents of theirs of those days."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from bilat.model.comparison import CoverageRow, ReporterRow
from bilat.model.rows import EventRow, ReportRow

_AFTER: Final = 2
"""Days after an event in which its news comes: 110 of 126 reports (China and Vietnam, December 2023) do."""
_DAY: Final = len("YYYY-MM-DD")
_READ: Final = (
    "SELECT publisher, count(*) FROM documents WHERE superseded_by IS NULL AND publisher IS NOT NULL"
    " AND published BETWEEN ? AND ? GROUP BY publisher ORDER BY publisher"
)


def coverage(db: sqlite3.Connection, event: EventRow) -> CoverageRow:
    """The coverage of an event: its reporters, those with most documents first, then the silent."""
    told: dict[str, list[ReportRow]] = defaultdict(list)
    for report in event.reports:
        told[report.publisher or ""].append(report)
    since, until = _days(event)
    read: Iterable[tuple[str, int]] = [] if since is None else db.execute(_READ, (since, until)).fetchall()
    silent = sorted(((name, count) for name, count in read if name not in told), key=lambda row: (-row[1], row[0]))
    reporters = [_reporter(name, reports) for name, reports in told.items()]
    return CoverageRow(
        reporters=tuple(sorted(reporters, key=lambda r: (-sum(r.hows.values()), r.publisher))),
        silent=tuple(silent),
        documents=len(event.reports),
        independent=independent(event.reports),
        since=since,
        until=until,
    )


def independent(reports: Iterable[ReportRow]) -> int:
    """How many documents stand behind reports, all copies of one text taken as one."""
    return len({report.copy_of or report.document for report in reports})


def _reporter(name: str, reports: Sequence[ReportRow]) -> ReporterRow:
    days = sorted(report.published for report in reports if report.published)
    hows = Counter(report.how for report in reports)
    order = ("reported", "announced", "mentioned")
    return ReporterRow(
        name,
        {how: hows[how] for how in order if hows[how]},
        independent(reports),
        days[0] if days else None,
        days[-1] if days else None,
    )


def _days(event: EventRow) -> tuple[str | None, str | None]:
    """The days on which news of an event is looked for: its own and the two after; for want of these the days of its
    reports."""
    start = event.start or event.end
    if start is not None and len(start) >= _DAY:
        end = event.end if event.end is not None and len(event.end) >= _DAY else start
        try:
            return start, (date.fromisoformat(max(start, end)) + timedelta(days=_AFTER)).isoformat()
        except (ValueError, OverflowError):
            return None, None
    news = [r for r in event.reports if r.how == "reported"] or event.reports
    days = sorted(report.published for report in news if report.published)
    return (days[0], days[-1]) if days else (None, None)
