"""The decisions file: any bytes → decisions and faults; what is read is written as it was, and read again the same."""

from collections.abc import Iterator

from bilat.errors import UsageError
from bilat.link.decisions import compose, parse, parse_line
from bilat.link.rulings import rule
from fuzz.target import Target

_WORDS = (
    "merge ", "split ", "reject ", "confirm ", "rename ", "set ", " from ", " | ", "status ", "start ", "end ", "place ",
    "unknown", "held", "planned", "2023-12-31", "2023-12", "0000", "9999-12-31", "a1b2c3d4e5f60718", "0123456789abcdef",
    "(", ")", "（", "<<<<<<< ", "=======", "\n", "\r\n", "\ufeff", "\u2028", "\x85", "#", "示例", "\u202e", "\x1f", "\t",
)  # fmt: skip


def check(data: bytes) -> None:
    """Line by line, then all that hold."""
    ledger = parse(data)
    for fault in ledger.faults:
        assert fault.line >= 1
        assert "\n" not in fault.reason
    for decision in ledger.decisions:
        assert decision.line >= 1
        try:
            line = compose(decision)
        except UsageError:
            continue
        assert "\n" not in line
        assert parse_line(line).says == decision.says
    ids = {id_ for each in ledger.decisions for id_ in (*each.ids, *each.others)}
    ruled = rule(ledger.decisions, {id_: "local" if id_[0] < "a" else "telling" for id_ in ids}).ruled
    assert [each.decision for each in ruled] == list(ledger.decisions)


def seeds() -> Iterator[bytes]:
    """One of each verb, and some that say nothing."""
    one, two, three = "0123456789abcdef", "a1b2c3d4e5f60718", "00000000ffffffff"
    end = " | 林 | 2024-01-31 | 同一个人，见原文"
    lines = (
        f"merge {one} {two}{end}", f"split {one} from {two} {three}{end}", f"reject {one}(两人会见) from {three}{end}",
        f"reject {two}{end}", f"confirm {one}(甲) {two}(乙){end}", f"rename {three} 白桦{end}", f"set {one} status held{end}",
        f"set {one} start 2023-12{end}", f"set {one} place 河内{end}", f"set {two} end unknown{end}", "# note", "", "merge",
    )  # fmt: skip
    yield "\n".join(lines).encode()
    for line in lines:
        yield line.encode()


TARGETS = [Target("decisions", check, seeds, lambda: _WORDS, longest=2000)]
