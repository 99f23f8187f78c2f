"""Every regular expression of bilat, and texts that repeat what it repeats: the time must grow as their length does.

`python -m fuzz.patterns` prints those that grow faster. A pattern is asked with `finditer`, as text is scanned.
"""

import inspect
import re
import sys
import time
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from math import log
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, Final

_PARSER: Final[Any] = import_module("re._parser")
SHORT: Final = 1_000
LONG: Final = 8_000
"""Characters of the probes that are compared."""
SLOW: Final = 0.02
"""Seconds of the long probe below which nothing is asked."""
STEEP: Final = 1.5
"""Growth exponent that is too much: 1 is linear, 2 quadratic."""
_OF_A_LINE: Final = 3
"""Patterns of one line of code that are looked at: those made in a loop are alike."""
_ENDS: Final = ("", "\x01", "\n", "。", "<")
_SOURCE: Final = str(Path(__file__).resolve().parents[1] / "src")


def every() -> dict[str, re.Pattern[Any]]:
    """All patterns that bilat compiles when its modules load and a text is read, by file and line."""
    found: dict[str, re.Pattern[Any]] = {}
    with _told(found):
        import bilat  # noqa: PLC0415

        for module in walk_packages(bilat.__path__, "bilat."):
            if not module.name.endswith("__main__"):
                _ = import_module(module.name)
        from fuzz.targets import every as targets  # noqa: PLC0415

        for target in targets().values():
            for seed in target.seeds():
                target.check(seed)
    return found


@contextmanager
def _told(found: dict[str, re.Pattern[Any]]) -> Generator[None]:
    compile_, lines = re.compile, Counter[str]()

    def told(pattern: Any, flags: Any = 0) -> re.Pattern[Any]:
        made = compile_(pattern, flags)
        frame = inspect.currentframe()
        frame = frame.f_back if frame else None
        if frame and frame.f_code.co_filename.startswith(_SOURCE):
            where = f"{frame.f_code.co_filename.removeprefix(_SOURCE)}:{frame.f_lineno}"
            lines[where] += 1
            if lines[where] <= _OF_A_LINE:
                found[f"{where} {lines[where]}"] = made
        return made

    re.compile = told
    try:
        yield
    finally:
        re.compile = compile_


def probes(pattern: re.Pattern[Any], size: int) -> Iterator[Any]:
    """Texts of about so many characters, each of which repeats one thing that the pattern repeats."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    pieces: dict[tuple[str, str], None] = {}
    _walk(
        _PARSER.parse(text, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags),
        "",
        pieces,
    )
    for before, piece in pieces:
        for end in _ENDS:
            probe = before + (piece * (size // len(piece) + 1))[:size] + end
            yield probe if isinstance(pattern.pattern, str) else probe.encode("latin-1", "replace")


def _walk(tree: Any, before: str, pieces: dict[tuple[str, str], None]) -> str:
    """A text that the tree matches; what it repeats goes into `pieces`, with what stands before it."""
    made = ""
    for op, value in tree:
        made += _one(op, value, before + made, pieces)
    return made


def _one(op: Any, value: Any, before: str, pieces: dict[tuple[str, str], None]) -> str:
    name = str(op)
    if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
        low, high, inner = value
        body = _walk(inner, before, pieces)
        if body and (high is _PARSER.MAXREPEAT or high > 20):
            pieces[before, body] = None
            pieces["", before + body] = None
        return body * max(1 if low == 0 else low, 1) if low < 100 else body
    if name == "SUBPATTERN":
        return _walk(value[-1], before, pieces)
    if name == "ATOMIC_GROUP":
        return _walk(value, before, pieces)
    if name == "BRANCH":
        made = [_walk(branch, before, pieces) for branch in value[1][:12]]
        return next((text for text in made if text), "")
    if name in {"ASSERT", "ASSERT_NOT"}:
        _ = _walk(value[1], before, pieces)
        return ""
    return _char(name, value)


def _char(name: str, value: Any) -> str:
    match name:
        case "LITERAL":
            return chr(value)
        case "NOT_LITERAL":
            return "a" if value != ord("a") else "b"
        case "ANY":
            return "a"
        case "IN":
            return _of_set(value)
        case _:
            return ""


def _of_set(items: Any) -> str:
    negated = str(items[0][0]) == "NEGATE"
    if negated:
        return next((char for char in "a中1 .,<\n" if not any(_holds(item, char) for item in items[1:])), "a")
    op, value = items[0]
    match str(op):
        case "LITERAL":
            return chr(value)
        case "RANGE":
            return chr(value[0])
        case _:
            return {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}.get(str(value), ".")


def _holds(item: Any, char: str) -> bool:
    op, value = item
    match str(op):
        case "LITERAL":
            return chr(value) == char
        case "RANGE":
            return value[0] <= ord(char) <= value[1]
        case "CATEGORY":
            tests = {
                "CATEGORY_DIGIT": char.isdigit(),
                "CATEGORY_SPACE": char.isspace(),
                "CATEGORY_WORD": char.isalnum(),
            }
            return tests.get(str(value), False)
        case _:
            return False


def growth(pattern: re.Pattern[Any]) -> tuple[float, float, Any]:
    """The steepest growth exponent of all probes up to one that is too steep, the seconds of its long probe, and how its short one begins."""
    worst: tuple[float, float, Any] = (0.0, 0.0, "")
    for short, long in zip(probes(pattern, SHORT), probes(pattern, LONG), strict=True):
        first = _seconds(pattern, short)
        if first > 2:
            return 9.0, first, short[:40]
        if first < SLOW / 64:
            continue
        last = _seconds(pattern, long)
        if last > SLOW:
            worst = max(worst, (log(last / max(first, 1e-6)) / log(LONG / SHORT), last, short[:40]))
        if worst[0] > STEEP:
            break
    return worst


def _seconds(pattern: re.Pattern[Any], text: Any) -> float:
    begun = time.process_time()
    _ = pattern.sub("" if isinstance(text, str) else b"", text)
    return time.process_time() - begun


def main(wanted: Sequence[str]) -> int:
    """How many patterns are too steep, of those whose file has one of the words in its name."""
    steep = 0
    for where, one in every().items():
        if wanted and not any(word in where for word in wanted):
            continue
        exponent, seconds, probe = growth(one)
        if exponent > STEEP:
            steep += 1
            print(f"{exponent:.2f} {seconds:7.2f} s  {where}  {one.pattern[:90]!r}  on {probe!r}", flush=True)
    return steep


if __name__ == "__main__":
    raise SystemExit(min(1, main(sys.argv[1:])))
