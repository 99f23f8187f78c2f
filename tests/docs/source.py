"""What the source says of itself: kinds of problems, reasons of failures, mentioned pages, `make` targets."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "bilat"


@cache
def trees() -> dict[Path, ast.Module]:
    """Every module of the package, parsed."""
    return {path: ast.parse(path.read_text("utf-8")) for path in sorted(SOURCE.rglob("*.py"))}


def calls(*names: str) -> Iterator[tuple[Path, ast.Call]]:
    """Every call of a function or class of one of these names, with the file it stands in."""
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                yield path, node


def argument(call: ast.Call, position: int, keyword: str) -> ast.expr | None:
    """An argument given by place or by name."""
    if len(call.args) > position:
        return call.args[position]
    return next((k.value for k in call.keywords if k.arg == keyword), None)


def problem_kinds() -> set[str]:
    """Every literal kind a Problem is made with; a kind named by a constant of its module counts too."""
    found: set[str] = set()
    for path, call in calls("Problem"):
        kind = argument(call, 0, "kind")
        if isinstance(kind, ast.Name):
            kind = _constants(path).get(kind.id)
        if isinstance(kind, ast.Constant) and isinstance(kind.value, str):
            found.add(kind.value)
    return found


def reasons() -> set[str]:
    """Every literal reason of a Failure, text of a ReadError and reason for an OSError, with … for what is filled in."""
    found: set[str] = set()
    for path, call in calls("Failure", "ReadError"):
        is_failure = isinstance(call.func, ast.Name) and call.func.id == "Failure"
        text = argument(call, 1, "reason") if is_failure else argument(call, 0, "")
        if isinstance(text, ast.Name):
            text = _message(trees()[path], call, text.id)
        found.add(pattern(text) if text is not None else "")
    found |= {pattern(text) for text in _returned("reason_of")}
    return {words for words in found if words.strip(" …:")}


def _returned(function: str) -> Iterator[ast.expr]:
    """What a function of this name returns."""
    for tree in trees().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name == function:
                yield from (n.value for n in ast.walk(node) if isinstance(n, ast.Return) and n.value is not None)


def pattern(text: ast.expr) -> str:
    """The fixed words of a message, with … for what is filled in."""
    match text:
        case ast.Constant(value=str(words)):
            return words
        case ast.JoinedStr(values=values):
            return re.sub("…(…)+", "…", "".join(pattern(value) for value in values))
        case ast.BinOp(left=left, right=right):
            return pattern(left) + pattern(right)
        case _:
            return "…"


def _constants(path: Path) -> dict[str, ast.expr]:
    return {
        target.id: node.value
        for node in trees()[path].body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _message(tree: ast.Module, call: ast.Call, name: str) -> ast.expr | None:
    """What `name` was last set to above the call: `msg = …; raise ReadError(msg)`."""
    set_above = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and node.lineno < call.lineno
        and any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
    ]
    return max(set_above, key=lambda node: node.lineno).value if set_above else None


def pages_mentioned() -> set[str]:
    """Every `docs/…` page that the source or the Makefile points to."""
    found: set[str] = set()
    for path in [*sorted(SOURCE.rglob("*.py")), ROOT / "Makefile", ROOT / "pyproject.toml"]:
        found |= set(re.findall(r"\bdocs/[a-z-]+(?:\.md)?\b", path.read_text("utf-8")))
    return {page if page.endswith(".md") else f"{page}.md" for page in found}


def make_targets() -> tuple[set[str], set[str]]:
    """The targets that `make help` offers, and all that can be asked for."""
    text = (ROOT / "Makefile").read_text("utf-8")
    offered = re.findall(r"^([a-z-]+):.*  ## ", text, re.MULTILINE)
    return set(offered), set(re.findall(r"^\.PHONY: (\S+)$", text, re.MULTILINE))
