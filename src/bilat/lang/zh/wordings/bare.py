"""Folded text ↔ the same without quotation marks: 具有战略意义的“命运共同体” is found whatever marks stand in it."""

import re
from bisect import bisect_right
from functools import cached_property

_OPENS = {"“": "”", "‘": "’"}
_CLOSES = {closing: opening for opening, closing in _OPENS.items()}
_PLAIN = '"'
"""Opens and closes alike."""
_MARKS = frozenset({*_OPENS, *_CLOSES, _PLAIN})
_MARK = re.compile(f"[{''.join(sorted(_MARKS))}]")


class Bare:
    """A text without its marks, and where each of its characters stood."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.text = text
        for mark in sorted(_MARKS):
            self.text = self.text.replace(mark, "")

    @cached_property
    def _cuts(self) -> list[int]:
        """For each mark how many characters that stay stand before it."""
        return [found.start() - rank for rank, found in enumerate(_MARK.finditer(self._text))]

    def place(self, at: int) -> int:
        """Where a character of the bare text stands in the text."""
        return at + bisect_right(self._cuts, at)

    def stretch(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a stretch of the bare text stands, with the marks that pair with those inside it; None where marks
        begin or end what it only holds a part of."""
        first, last = self.place(start), self.place(end - 1) + 1
        if last - first == end - start:
            return first, last
        before, after = self._text[first - 1 : first], self._text[last : last + 1]
        inside = self._text[first:last]
        for opening in ("", before) if before in _MARKS else ("",):
            for closing in ("", after) if after in _MARKS else ("",):
                if _paired(f"{opening}{inside}{closing}"):
                    return first - len(opening), last + len(closing)
        return None


def _paired(text: str) -> bool:
    """Whether every mark of a text has its other in it."""
    due: list[str] = []
    for mark in _MARK.findall(text):
        if due and mark == due[-1]:
            _ = due.pop()
        elif mark in _OPENS:
            due.append(_OPENS[mark])
        elif mark == _PLAIN:
            due.append(_PLAIN)
        else:
            return False
    return not due
