"""Days in English text: May 10-11, 14 March 2024, Nov. 30 to Dec. 2, on Tuesday, last week Tuesday, today."""

import re
from datetime import date
from typing import Final

from bilat.lang.alternation import alternation
from bilat.lang.spaced.days import Day, beside, dated, day_words, joined, nearest, read_days, weekday, whole
from bilat.lang.spaced.speech import Speech

_NUMBER: Final = r"([0-3]?\d)(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:,? (?:of )?((?:19|20)\d\d))?"
_SMALL: Final = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LENGTH: Final = re.compile(rf"\b(\d{{1,2}}|{'|'.join(_SMALL[1:])})-day\b", re.IGNORECASE)
_JOIN: Final = r" ?(?:-|to|and|until|through) ?"


class Dates:
    """The patterns made of the calendar's words."""

    def __init__(self, speech: Speech) -> None:
        self.months = day_words(speech, "month")
        self.weekdays = day_words(speech, "weekday")
        self.besides = day_words(speech, "day_beside")
        month = rf"({alternation(self.months)})\.?"
        there = rf"{month} {_NUMBER}{_JOIN}{month} {_NUMBER}"
        back = rf"{_NUMBER} {month}{_JOIN}{_NUMBER} {month}"
        self._range = re.compile(rf"\b{there}{_YEAR}(?!\d)|\b{back}{_YEAR}(?!\d)", re.IGNORECASE)
        self._day = re.compile(
            rf"\b{month} {_NUMBER}(?:{_JOIN}{_NUMBER}(?! ?(?:{alternation(self.months)})))?{_YEAR}(?!\d)"
            rf"|\b{_NUMBER}(?:{_JOIN}{_NUMBER})? (?:of )?{month}{_YEAR}(?!\d)",
            re.IGNORECASE,
        )
        led = "in|late|early|mid|last|this|next"
        self._month = re.compile(
            rf"\b(?:(?:{led})[ -])?{month},? ((?:19|20)\d\d)\b|\b(?:{led}) {month}(?![\w ]*\d)", re.IGNORECASE
        )
        self._weekday = re.compile(rf"\b(?:(last|next|this|on) )?({alternation(self.weekdays)})\b", re.IGNORECASE)
        self._beside = re.compile(rf"\b({alternation(self.besides)})\b", re.IGNORECASE)
        self._iso = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
        known = alternation((*self.weekdays, *self.besides, *self.months))
        self._quick = re.compile(rf"\d|\b(?:{known})\b", re.IGNORECASE)

    def find(self, text: str, start: int, end: int, today: date | None) -> list[Day]:
        """The days between two offsets, in order."""
        if self._quick.search(text, start, end) is None:
            return []
        readers = (
            (self._iso, self._read_iso),
            (self._range, self._read_range),
            (self._day, self._read_day),
            (self._month, self._read_month),
            (self._weekday, self._read_weekday),
            (self._beside, self._read_beside),
        )
        return read_days(text, start, end, today, readers, self._read_weekday)

    def length(self, text: str, start: int, end: int) -> int | None:
        """How many days something lasts: `a four-day visit`."""
        found = _LENGTH.search(text, start, end)
        if found is None:
            return None
        return int(found[1]) if found[1].isdigit() else _SMALL.index(found[1].lower())

    def _read_iso(self, found: re.Match[str], _: date | None) -> Day:
        days = whole(int(found[1]), int(found[2]), int(found[3]))
        return Day(*found.span(), days, days, exact=True)

    def _read_range(self, found: re.Match[str], today: date | None) -> Day | None:
        g = found.groups()
        m1, d1, m2, d2, year = g[:5] if g[0] else (g[6], g[5], g[8], g[7], g[9])
        one, two = self.months[m1.lower()], self.months[m2.lower()]
        if year:
            first = whole(int(year) - (one > two), one, int(d1))
            days = joined(first, whole(int(year), two, int(d2)))
            return Day(*found.span(), days, days, exact=True)
        (a, b), (c, d) = nearest(today, one, int(d1)), nearest(today, two, int(d2))
        past = joined(a, c) or joined(a, d)
        return Day(*found.span(), past, joined(b, d) or past)

    def _read_day(self, found: re.Match[str], today: date | None) -> Day | None:
        g = found.groups()
        month, first, last, year = g[:4] if g[0] else (g[6], g[4], g[5], g[7])
        return dated(found, self.months[month.lower()], int(first), int(last) if last else None, year, today)

    def _read_month(self, found: re.Match[str], today: date | None) -> Day | None:
        month, year = (found[1], found[2]) if found[1] else (found[3], None)
        return dated(found, self.months[month.lower()], None, None, year, today)

    def _read_weekday(self, found: re.Match[str], today: date | None) -> Day:
        past, future = weekday(today, self.weekdays[found[2].lower()], (found[1] or "").lower())
        return Day(*found.span(), past, future)

    def _read_beside(self, found: re.Match[str], today: date | None) -> Day:
        days = beside(today, self.besides[found[1].lower()])
        return Day(*found.span(), days, days, exact=True)
