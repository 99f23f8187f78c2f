"""Days in Vietnamese text: ngày 19/8, 18-20/8, 19 và 20-6, ngày 13 tháng 10 năm 2024, tháng 11-2013, thứ ba."""

import re
from datetime import date
from typing import Final

from bilat.lang.alternation import alternation
from bilat.lang.spaced.days import Day, beside, dated, day_words, joined, nearest, read_days, weekday, whole
from bilat.lang.spaced.speech import Speech

_SEP: Final = r"[/.-]"
_D: Final = r"(0?[1-9]|[12]\d|3[01])"
_M: Final = r"(0?[1-9]|1[0-2])"
_Y: Final = rf"(?: ?(?:{_SEP}|năm|, năm) ?((?:19|20)\d\d))?"
_OPEN: Final = r"(?<![\w/.,-])"
_SHUT: Final = r"(?![\d%])(?![/.,-]\d)"
_JOIN: Final = r" ?(?:-|đến(?: ngày)?|tới|và(?: ngày)?|,) ?"
_MONTH: Final = rf"(?:{_SEP}| tháng ){_M}"
_LED: Final = re.compile(r"(?:ngày|hôm|sáng|chiều|tối|trưa|đêm|mùng|mồng|từ|vào|đến|\() ?$", re.IGNORECASE)
_OF_WEEK: Final = re.compile(r"(?:hôm|sáng|chiều|tối|trưa|đêm|vào|từ|đến|và|\(|,|\n|^) ?$", re.IGNORECASE)
"""What stands before a day of the week; elsewhere the same words count: `chuyến thăm thứ hai`."""
_RANGE: Final = re.compile(rf"{_OPEN}{_D}{_MONTH}{_Y} ?(?:-|đến|tới)(?: ngày)? ?{_D}{_MONTH}{_Y}{_SHUT}")
_DAYS: Final = re.compile(rf"{_OPEN}{_D}{_JOIN}{_D}{_MONTH}{_Y}{_SHUT}")
_DAY: Final = re.compile(rf"{_OPEN}{_D}(?:/{_M}|\.{_M}|-{_M}| tháng {_M}){_Y}{_SHUT}")
_BARE: Final = re.compile(rf"(?i:(?:ngày|mùng|mồng) ){_D}(?![\d/.,%-])(?! tháng)")
_ONLY_MONTH: Final = re.compile(
    rf"(?i:tháng) {_M}(?: ?(?:{_SEP}|năm|, năm) ?((?:19|20)\d\d)| năm (nay|ngoái))?(?![\d/-])"
)
_LENGTH: Final = re.compile(
    r"(?:trong|kéo dài|dài) (\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám) ngày|(\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám) ngày"
)
_SMALL: Final = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám")


class Dates:
    """The patterns, with the calendar's words."""

    def __init__(self, speech: Speech) -> None:
        self.weekdays = day_words(speech, "weekday")
        self.besides = day_words(speech, "day_beside")
        self._weekday = re.compile(
            rf"(?i:\b({alternation(self.weekdays)}))(?: (tuần trước|tuần tới|tuần sau|tuần này|vừa qua|tới))?\b"
        )
        self._beside = re.compile(rf"(?i:\b({alternation(self.besides)})\b)")

    def find(self, text: str, start: int, end: int, today: date | None) -> list[Day]:
        """The days between two offsets, in order."""
        readers = (
            (_RANGE, self._read_range),
            (_DAYS, self._read_days),
            (_DAY, self._read_day),
            (_BARE, self._read_bare),
            (_ONLY_MONTH, self._read_month),
            (self._weekday, self._read_weekday),
            (self._beside, self._read_beside),
        )
        return read_days(text, start, end, today, readers, self._read_weekday)

    def length(self, text: str, start: int, end: int) -> int | None:
        """How many days something lasts: `trong hai ngày`."""
        found = _LENGTH.search(text, start, end)
        if found is None:
            return None
        said = found[1] or found[2]
        return int(said) if said.isdigit() else _SMALL.index(said)

    def _read_range(self, found: re.Match[str], today: date | None) -> Day | None:
        d1, m1, y1, d2, m2, y2 = found.groups()
        if y1 or y2:
            days = joined(whole(int(y1 or y2), int(m1), int(d1)), whole(int(y2 or y1), int(m2), int(d2)))
            return Day(*found.span(), days, days, exact=True)
        (a, b), (c, d) = nearest(today, int(m1), int(d1)), nearest(today, int(m2), int(d2))
        past = joined(a, c) or joined(a, d)
        return Day(*found.span(), past, joined(b, d) or past)

    def _read_days(self, found: re.Match[str], today: date | None) -> Day | None:
        d1, d2, month, year = found.groups()
        return dated(found, int(month), int(d1), int(d2), year, today)

    def _read_day(self, found: re.Match[str], today: date | None) -> Day | None:
        d, m1, m2, m3, m4, year = found.groups()
        month = m1 or m2 or m3 or m4
        if (m2 or m3) and not year and not _LED.search(found.string[max(0, found.start() - 8) : found.start()]):
            return None
        return dated(found, int(month), int(d), None, year, today)

    def _read_bare(self, found: re.Match[str], today: date | None) -> Day | None:
        if today is None:
            return None
        this = whole(today.year, today.month, int(found[1]))
        before = whole(today.year - (today.month == 1), (today.month - 2) % 12 + 1, int(found[1]))
        later = whole(today.year + (today.month == 12), today.month % 12 + 1, int(found[1]))
        is_past = int(found[1]) <= today.day
        return Day(*found.span(), this if is_past else before, later if int(found[1]) < today.day else this)

    def _read_month(self, found: re.Match[str], today: date | None) -> Day | None:
        year = found[2]
        if found[3] and today:
            year = str(today.year - (found[3] == "ngoái"))
        return dated(found, int(found[1]), None, None, year, today)

    def _read_weekday(self, found: re.Match[str], today: date | None) -> Day | None:
        counts = found[1][0].islower() and found[1].startswith("thứ") and found[2] in (None, "tới")
        if counts and not _OF_WEEK.search(found.string[max(0, found.start() - 8) : found.start()]):
            return None
        side = {"tuần trước": "last", "vừa qua": "last", "tuần tới": "next", "tuần sau": "next", "tới": "next"}
        past, future = weekday(today, self.weekdays[found[1].lower()], side.get(found[2] or "", ""))
        return Day(*found.span(), past, future)

    def _read_beside(self, found: re.Match[str], today: date | None) -> Day:
        days = beside(today, self.besides[found[1].lower()])
        return Day(*found.span(), days, days, exact=True)
