"""Lines → the date printed among them: as a line of its own near the top, or in a wire report's opening or end."""

import re
from collections.abc import Sequence

from bilat.model import DateSource
from bilat.readers.dates import Dates, in_wire_line
from bilat.readers.markup import Line
from bilat.readers.parts import is_sentence

_TOP = 8
_LONGEST_DATE_LINE = 100
"""Longer than any the pattern allows."""
_DATE_LINE_STARTS = frozenset("发發更时時于於：:")
_DATE_LINE = re.compile(
    r"(?:(?:发布|發布|更新|发表|發表)?(?:时间|時間|于|於)?[：:]?\s*)"
    r"(?:\d{1,2}:\d{2} ?[-–|,] ?)?"
    r"(\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?|\d{1,2}/\d{1,2}/\d{4}|\d{4}/\d{1,2}/\d{1,2}"
    r"|\d{4}年\d{1,2}月\d{1,2}日)(.{0,24})\Z"
)


def add_printed(dates: Dates, lines: Sequence[Line], url: str | None) -> None:
    """Note the date line among the first lines, if there is one, and the day of a wire report."""
    for line in lines[:_TOP]:
        text = line.text
        if len(text) > _LONGEST_DATE_LINE or not (text[:1] in _DATE_LINE_STARTS or text[:1].isdecimal()):
            continue
        m = _DATE_LINE.match(text)
        if m and not is_sentence(text):
            dates.add(m[1] + (" " + m[2].strip() if ":" in m[2] and m[1][:4].isdigit() else ""), DateSource.DATELINE)
            return
    first = next((line.text for line in lines if is_sentence(line.text)), None)
    if first is not None:
        last = next(line.text for line in reversed(lines) if is_sentence(line.text))
        dates.add_day(in_wire_line(first, last, url), DateSource.DATELINE)
