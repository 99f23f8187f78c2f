"""Measured figures → the table people read: seconds, characters a second, multiples of jieba, targets. Pure.

Ratios and targets go by the processor's seconds: every line is one process that computes and hardly waits, so on a
quiet machine they are the same as the wall's, and on a shared one they are still true.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. `target` says what is wanted of it, `met` whether it is so; None where nothing is wanted."""

    what: str
    seconds: float
    cpu_seconds: float
    per_jieba: float
    peak_mb: float | None = None
    target: str = ""
    met: bool | None = None


def rows(found: Mapping[str, Any]) -> list[Row]:
    """The lines, in the order they were measured, each against its target."""
    jieba: float = found["jieba"]["cpu_seconds"]
    extract, build, rebuild = (found[name]["cpu_seconds"] for name in ("extract", "build", "rebuild"))
    allowed = extract + 0.4 * jieba

    def row(what: str, name: str, target: str = "", met: bool | None = None) -> Row:  # noqa: FBT001  # three-valued
        took = found[name]
        return Row(
            what, took["seconds"], took["cpu_seconds"], took["cpu_seconds"] / jieba, took.get("peak_mb"), target, met
        )

    return [
        row("read and decode only", "read"),
        row("jieba.lcut", "jieba"),
        row("bilat extract --workers 1", "extract", "≤ 0.5 × jieba (aim 0.2)", extract <= 0.5 * jieba),
        row("bilat build --workers 1", "build", f"≤ extract + 0.4 × jieba = {allowed:.1f} s", build <= allowed),
        row(
            "the same again, no change",
            "rebuild",
            f"≤ 5 % of the first; is {rebuild / build:.1%}",
            rebuild <= 0.05 * build,
        ),
        row("bilat --help, best of 5", "help", "≤ 0.3 s", found["help"]["cpu_seconds"] <= 0.3),
    ]


def render(found: Mapping[str, Any], table: Sequence[Row]) -> str:
    """The table, as text."""
    characters: int = found["characters"]
    part = "" if found["sample"] == 1 else f" (every {found['sample']}th file)"
    counted = f"{found['files']:,} files, {found['documents']:,} documents, {characters:,} characters{part}"
    lines = [
        f"{counted}; load of the machine at the end {found['load']:.1f}",
        "",
        f"{'':28}{'seconds':>9}{'cpu s':>9}{'chars/s':>13}{'× jieba':>9}{'peak MB':>9}   target",
    ]
    for row in table:
        speed = f"{characters / row.cpu_seconds:,.0f}" if row.what.find("--help") < 0 else ""
        peak = "" if row.peak_mb is None else f"{row.peak_mb:.0f}"
        mark = {None: "", True: "  ok", False: "  MISSED"}[row.met]
        lines.append(
            f"{row.what:28}{row.seconds:>9.2f}{row.cpu_seconds:>9.2f}{speed:>13}{row.per_jieba:>9.3f}{peak:>9}"
            f"   {row.target}{mark}"
        )
    peak = max(row.peak_mb for row in table if row.peak_mb is not None)
    lines += [
        "",
        f"peak memory {peak:.0f} MB, target < 600 MB{'  ok' if peak < 600 else '  MISSED'}",
        f"the record takes {found['record_mb']:.0f} MB on disk",
    ]
    return "\n".join(lines)
