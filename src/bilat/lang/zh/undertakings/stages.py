"""How far an undertaking has come: the verb's own stage, moved by the words before it (愿, 将, 同意, 已, 拒绝)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.lang.stages import stage_told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilat.lang.stages import Verb
    from bilat.model import Stage
    from bilat.packs.tables.undertakings import StageWord


def words_before(verbs: list[Verb], start: int, end: int) -> list[Verb]:
    """The verbs between two offsets that speak of another verb, in order."""
    return [v for v in verbs if start <= v.start and v.end <= end and "modal" in v.uses]


def told_by(verbs: Iterable[Verb]) -> list[str]:
    """What words over another verb tell; what is asked of others is proposed."""
    told = (v.uses["modal"].stage for v in verbs)
    return ["proposed" if stage == "asked" else stage for stage in told]


def stage_of(row: StageWord, role: str, words: Iterable[Verb], *, past: bool, bare: bool) -> Stage | None:
    """The stage a verb tells of a noun with this role under the `words` over it, as `stage_told`."""
    return stage_told(row, role, told_by(words), past=past, bare=bare)
