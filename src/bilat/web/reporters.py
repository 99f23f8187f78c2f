"""Reports by publisher, so that a page quotes each publisher once."""

from collections.abc import Iterable

from bilat.model.rows import ReportRow


def by_publisher(reports: Iterable[ReportRow]) -> list[tuple[ReportRow, int]]:
    """The first report of each publisher, in the order of their names, and how many it has."""
    found: dict[str, list[ReportRow]] = {}
    for report in reports:
        found.setdefault(report.publisher or "", []).append(report)
    return [(found[name][0], len(found[name])) for name in sorted(found)]
