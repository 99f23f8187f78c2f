"""One event in the making: reports of one key, with its days."""

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from typing import Final

from bilat.link.days import number_of
from bilat.link.events.report import Report
from bilat.model.places import Key

STAY: Final = 7
"""Days before the end of a visit in which it may have begun, where only the end is told."""
_EVER: Final = 1 << 30


@dataclass(slots=True)
class Cluster:
    """Reports of one event. `first` and `last` are its days as told exactly, 0 when none is."""

    key: Key
    reports: list[Report] = field(default_factory=list[Report])
    first: int = 0
    last: int = 0
    held: bool = False
    told: list[Report] = field(default_factory=list[Report])
    """Reports that other clusters have as well: a meeting of one with three told as one."""
    days: list[int] = field(default_factory=list[int])
    """Of the reports that were added, when they were published, the earliest first."""
    since: int = _EVER
    until: int = 0
    """The days on which they were published, and those that news among them means, lie between these."""
    news: int = 0
    """The last day on which it was told as held that day; 0 when it never was."""

    def add(self, report: Report, *, dates: bool = False) -> None:
        self.reports.append(report)
        when, day = report.when, published(report)
        insort(self.days, day)
        named = when.told or report.how != "mentioned"
        self.since = min(self.since, day, when.first) if named else min(self.since, day)
        self.until = max(self.until, day, when.last) if named else max(self.until, day)
        if report.telling.status == "held":
            self.held = True
            self.news = max(self.news, day) if report.how == "reported" else self.news
        if dates:
            self.first = min(self.first or when.first, when.first)
            self.last = max(self.last, when.last)

    def from_nearest(self, day: int) -> int:
        """Days from this one to the nearest on which it was told."""
        at = bisect_left(self.days, day)
        return min(abs(day - other) for other in self.days[max(0, at - 1) : at + 1])

    @property
    def number(self) -> int:
        """The number of the earliest kept telling."""
        return min(report.telling.number for report in self.reports)

    @property
    def exact(self) -> bool:
        return self.first > 0

    @property
    def begun(self) -> int:
        """The first day on which it may have begun."""
        return self.first - STAY * all(only_end(r) for r in self.reports if r.when.exact)

    @property
    def lands(self) -> set[str]:
        """The countries in which it was held, by the places of its news; of what takes one place only."""
        news = (r for r in self.reports if self.key.type == "meeting" and r.how == "reported")
        return {report.land for report in news if report.land is not None}

    @property
    def people(self) -> set[str]:
        return {actor for report in self.reports for actor in report.people}


def only_end(report: Report) -> bool:
    """Whether a report tells on which day a visit ended and not when it began."""
    return report.telling.type == "visit" and report.telling.start is None


def published(report: Report) -> int:
    """The day on which a report was published, else the first that it may mean."""
    return number_of(report.telling.published) or report.when.first
