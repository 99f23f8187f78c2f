"""What linking was not sure of, for a person to decide: the page, and what becomes of an answer."""

from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Final

from bilat.errors import UsageError
from bilat.model.doubt import DoubtRow
from bilat.record import Record
from bilat.views.decisions import with_outcomes
from bilat.web import links
from bilat.web.asked import Asked
from bilat.web.page import Moved, NotThereError, Page, Paths
from bilat.web.security import form_key

SHOWN: Final = 10
"""Doubts on one page."""
LATEST: Final = 20
"""Decisions shown that no build has seen yet."""
KINDS: Final = ("actor", "event")
ANSWERS: Final = ("one", "two")
_REASON: Final = 300
"""Characters that a reason may have."""
_WRITING: Final = Lock()


def review(asked: Asked) -> Page:
    """The most uncertain doubts that the decisions file leaves open. Raises NotThereError where nobody may decide."""
    from bilat.build.reviewing import settling  # noqa: PLC0415 -- only those who decide pay for building
    from bilat.link.decisions import read_decisions  # noqa: PLC0415

    path = _file(asked)
    kind, page = asked.choice("kind", KINDS), asked.number("page", 1, 1, 100)
    ledger = read_decisions(path)
    unless = settling(asked.record, ledger.decisions)
    rows = list(asked.record.doubts(kind, SHOWN + 1, skip=(page - 1) * SHOWN, unless=unless))
    waiting = [row for row in with_outcomes(asked.record, ledger.decisions[-LATEST:]) if row.ruled is None]
    settings = asked.settings
    return Page(
        "review.html",
        {
            "doubts": rows[:SHOWN],
            "more": len(rows) > SHOWN,
            "page": page,
            "kind": kind,
            "kinds": KINDS,
            "waiting": waiting[::-1],
            "faults": ledger.faults,
            "file": path.name,
            "author": settings.author,
            "key": form_key(settings.token) if settings.token else None,
            "reason": _REASON,
        },
        fixed=False,
    )


def decide(asked: Asked, form: Mapping[str, str]) -> Moved:
    """Writes the answer to one doubt, then shows the page again. Raises NotThereError where nobody may decide, and
    UsageError for an answer that is none."""
    from bilat.build.reviewing import answered, labels, settling, write  # noqa: PLC0415 -- as above
    from bilat.link.decisions import read_decisions  # noqa: PLC0415

    path, settings = _file(asked), asked.settings
    if settings.author is None or settings.today is None:
        raise UsageError("nobody signs: start bilat serve with --author")
    answer, row = form.get("answer", ""), _doubt(asked.record, form.get("one", ""), form.get("other", ""))
    if answer not in ANSWERS or len(form.get("reason", "")) > _REASON:
        msg = f"answer: {' or '.join(ANSWERS)}, with a reason of at most {_REASON} characters"
        raise UsageError(msg)
    accepted = answer == ANSWERS[0]
    decision = answered(row.doubt, settings.author, settings.today(), form.get("reason", ""), accepted=accepted)
    with _WRITING:
        if not settling(asked.record, read_decisions(path).decisions)(row.doubt.one, row.doubt.other):
            _ = write(path, decision, labels(row))
    kind = form.get("kind")
    return Moved(links.address("/review", (("kind", kind if kind in KINDS else None),)), 303)


def _file(asked: Asked) -> Path:
    if asked.settings.decisions is None:
        raise NotThereError("/review")
    return asked.settings.decisions


def _doubt(record: Record, one: str, other: str) -> DoubtRow:
    """The doubt about two ids. Raises UsageError where the record has none: a build may have settled it meanwhile."""
    found = next(record.doubts(limit=1, unless=lambda a, b: (a, b) != (one, other)), None)
    if found is None:
        raise UsageError("no doubt about these two: the record has changed; load the page again")
    return found


PATHS: Final[Paths] = (("/review", review),)
