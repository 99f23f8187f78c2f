"""Whether a contact is the news of its document, or told as history or beside it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from bilat.lang.spaced.events.candidate import Candidate
from bilat.lang.spaced.events.row import Item, trigger_form
from bilat.model import EventType, Part, Status

if TYPE_CHECKING:
    from bilat.lang.spaced.events.frames import Frames

_OLD: Final = timedelta(days=10)
"""A contact further back than this is no news."""
_FRESH: Final = timedelta(days=3)
"""A contact so close to the day of publication is the news."""
_QUOTED: Final = re.compile(r'"[^"]*"')


def is_weak(frames: Frames, made: Candidate, row: list[Item], at: int) -> bool:
    """Whether a contact is told as history or beside the news."""
    text = frames.analysis.text
    line = frames.analysis.lines[made.line]
    trigger = row[at]
    if line.sentence.part is Part.HEADLINE:
        return False
    if made.quoted or any(q.start() < trigger.start < q.end() for q in _QUOTED.finditer(text, line.start, line.end)):
        return True
    old = is_old(made, frames.today)
    if old is not None:
        return old
    if _is_fresh(made, frames.today):
        return False
    if made.status is Status.PLANNED and made.type is EventType.MEETING:
        return False
    if frames.sides.is_aside(row, at):
        return True
    near = [i for i in row if i.has("background") and 0 <= trigger.start - i.end < 40]
    if any(i.has("once") for i in near):
        return True
    near = [i for i in near if "," not in text[i.end : trigger.start]]
    return bool(near) and (trigger_form(trigger) in ("noun", "weak") or made.type is EventType.SIGNING)


def is_old(made: Candidate, today: date | None) -> bool | None:
    """Whether a contact was held long before the day of publication; None where its day does not say."""
    day = made.start
    if not day or today is None or made.status is not Status.HELD:
        return None
    if len(day) < len("YYYY-MM-DD"):
        return not today.isoformat().startswith(day)
    return True if today - date.fromisoformat(day) > _OLD else None


def _is_fresh(made: Candidate, today: date | None) -> bool:
    """Whether a meeting or call was held right before the day of publication: it is the news however it is told."""
    if today is None or made.start is None or len(made.start) < len("YYYY-MM-DD"):
        return False
    contact = made.type in (EventType.MEETING, EventType.CALL) and made.status is Status.HELD
    return contact and today - date.fromisoformat(made.start) <= _FRESH
