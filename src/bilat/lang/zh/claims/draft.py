"""A claim under way: speaker, verb and where the statement begins; its end is found once all verbs are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.model import Mode

if TYPE_CHECKING:
    from bilat.lang.zh.claims.line import Line
    from bilat.lang.zh.claims.speaker import Speaker

SILENCE, INDIRECT, MIXED, DIRECT = Mode.SILENCE, Mode.INDIRECT, Mode.MIXED, Mode.DIRECT
"""By names of their own: looking a member up in an enum takes 0.1 µs before Python 3.12."""


class Draft:
    """`clause` is where the verb's clause begins, `start` where the evidence does; `said` where the statement begins.
    A `shared` speaker was named in a clause before. `ahead` is the quotation in front, for “…”，某人说. `told` is the
    statement's span, `more` what goes on in the next sentences."""

    shared: bool = False
    linked: bool = False
    chain: tuple[str, ...] = ()
    ahead: tuple[int, int] | None = None
    mode: Mode | None = None
    end: int = 0
    more: tuple[int, int] | None = None
    told: tuple[int, int] = (0, 0)

    def __init__(
        self, line: Line, speaker: Speaker, kind: str, clause: int, start: int, verb: tuple[int, int], said: int
    ) -> None:
        self.line, self.speaker, self.kind, self.clause = line, speaker, kind, clause
        self.start, self.verb, self.said = start, verb, said


class Memory:
    """Who spoke last, the medium named last, and the sentence of the last claim."""

    last: Speaker | None = None
    recent: Speaker | None = None
    """Who spoke last, where that was in this sentence or the one before."""
    media: Speaker | None = None
    sentence: int = -9
    paragraph: int = -1
