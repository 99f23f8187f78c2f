"""Nouns and verbs of undertakings, and how far one has come: the verb's own stage, moved by what the words over it tell
(will, 拒绝)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bilat.model import Stage
from bilat.packs.tables.undertakings import StageWord, UndertakingWord

if TYPE_CHECKING:
    from collections.abc import Collection

_RANK = {stage: rank for rank, stage in enumerate(Stage)}
_WISHED = frozenset({"proposed", "under_study"})
_LOW = frozenset({"proposed", "under_study", "agreed"})


class Noun(Struct, frozen=True, gc=False):
    """A noun for what is promised, where it stands."""

    start: int
    end: int
    row: UndertakingWord


class Verb(Struct, frozen=True, gc=False):
    """A verb that tells a stage, where it stands, and what it tells by use."""

    start: int
    end: int
    uses: dict[str, StageWord]


def stage_told(row: StageWord, role: str, over: Collection[str], *, past: bool, bare: bool) -> Stage | None:
    """The stage a verb tells of a noun with this role under what the words `over` it tell; None when it is denied, or
    when nothing tells it. `past`: an aspect says it has happened (了, 过); `bare`: a headline, whose verbs have no
    tense.
    """
    if "none" in over:
        return None
    if row.stage == "dropped" or "dropped" in over:
        return None if _WISHED & set(over) else Stage.DROPPED
    return _reached(row, role, over, past=past, bare=bare)


def _reached(row: StageWord, role: str, over: Collection[str], *, past: bool, bare: bool) -> Stage | None:
    """The stage of what is neither denied nor dropped."""
    low = min((Stage(stage) for stage in over if stage in _LOW), key=_RANK.__getitem__, default=None)
    if role == "talks":
        return low if low is Stage.PROPOSED and row.stage == "under_way" else Stage.UNDER_STUDY
    if row.stage == "open":
        return low
    base = Stage(row.stage)
    if low is not None and low is not Stage.AGREED:
        return _built(row, role) or low
    if "future" in over:
        return _ahead(row, base, role, low, over)
    if "under_way" in over and row.use == "object" and base is not Stage.UNDER_WAY:
        return Stage.UNDER_STUDY if role == "paper" else Stage.UNDER_WAY
    if low is Stage.AGREED:
        return Stage.UNDER_WAY if "under_way" in over else min(base, low, key=_RANK.__getitem__)
    if row.use == "receive" and role == "supply" and not past:
        return None
    return _happened(row, base, role, over, past=past, bare=bare)


def _built(row: StageWord, role: str) -> Stage | None:
    """有望通车: what may soon be finished is being built."""
    return Stage.UNDER_WAY if role == "project" and row.use == "subject" and row.stage == "done" else None


def _ahead(row: StageWord, base: Stage, role: str, low: Stage | None, over: Collection[str]) -> Stage:
    """What is to come: papers to be signed are proposed, gifts and visas to be given are agreed on."""
    if low is not None or base in (Stage.PROPOSED, Stage.UNDER_STUDY):
        return low or base
    built = _built(row, role)
    if built is not None or (row.use == "give" and "under_way" in over):
        return Stage.UNDER_WAY
    return Stage.PROPOSED if role in {"level", "paper", "ties"} and base is not Stage.UNDER_WAY else Stage.AGREED


def _happened(row: StageWord, base: Stage, role: str, over: Collection[str], *, past: bool, bare: bool) -> Stage | None:
    if row.use == "receive" and (past or "done" in over):
        return Stage.DONE
    if row.use == "receive" and "under_way" in over:
        return Stage.UNDER_WAY
    if role == "project" and base is Stage.UNDER_WAY and past:
        return Stage.DONE
    if bare and role == "body" and not over:
        return None
    if row.use != "give":
        return base
    if past or "done" in over:
        return Stage.DONE
    if "under_way" in over:
        return Stage.UNDER_WAY
    return None if bare and base is Stage.UNDER_WAY else base
