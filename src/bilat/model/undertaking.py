"""A promise or project between countries, at the stage where one document sees it."""

from enum import StrEnum

from msgspec import Struct

from bilat.model.span import Evidence


class Stage(StrEnum):
    """How far it has come, in this order; `dropped` may follow any."""

    PROPOSED = "proposed"
    UNDER_STUDY = "under_study"
    AGREED = "agreed"
    SIGNED = "signed"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


class Undertaking(Struct, frozen=True, gc=False):
    """What is promised, at one stage.

    `what` is its name as written, `kind` a word of the codebook (`railway`, `loan`, `grant`, `cable` ...). `giver` and
    `receiver` are codes where one side gives to the other; `parties` all that take part, sorted. `hedge` are the words
    that leave it open, as written (可能, 预计, 如果得到确认). `on` is the ISO date of this stage (any precision), None
    when the article tells none; `said_by` who says so, as written.
    """

    what: str
    kind: str
    stage: Stage
    evidence: tuple[Evidence, ...]
    parties: tuple[str, ...] = ()
    giver: str | None = None
    receiver: str | None = None
    hedge: tuple[str, ...] = ()
    on: str | None = None
    said_by: str | None = None
