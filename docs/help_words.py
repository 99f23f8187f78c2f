"""For `make messages`: words of commands' help, which stand in docstrings and `help=`, beside those in `_("…")`."""

import ast
import io
from collections.abc import Collection, Iterator, Mapping
from typing import Any, BinaryIO, Final, cast

from babel.messages.extract import extract_python
from click import Command

from bilat.cli.spoken import paragraphs

Found = tuple[int, str | None, Any, list[str]]
_DECORATORS: Final = {"command", "group"}
_WORDS: Final = {"help", "show_default"}
_WHOLE: Final = 1000
"""Characters that no first sentence has."""


def extract(
    file: BinaryIO, keywords: Mapping[str, Any], comment_tags: Collection[str], options: object
) -> Iterator[Found]:
    """All messages of a module of the command line, as Babel wants them: line, function, text, comments."""
    source = file.read()
    del options
    yield from cast("Iterator[Found]", extract_python(io.BytesIO(source), keywords, comment_tags, {}))
    for node in ast.walk(ast.parse(source)):
        for each in _words(node):
            yield getattr(node, "lineno", 0) or 1, "_", each, []


def _words(node: ast.AST) -> Iterator[str]:
    """What a piece of source says in a help."""
    if isinstance(node, ast.FunctionDef) and any(map(_makes_a_command, node.decorator_list)):
        text = ast.get_docstring(node, clean=True) or ""
        yield Command(None, help=text).get_short_help_str(_WHOLE)
        yield from paragraphs(text)
    elif isinstance(node, ast.keyword) and node.arg in _WORDS and isinstance(node.value, ast.Constant):
        yield from paragraphs(node.value.value) if isinstance(node.value.value, str) else ()


def _makes_a_command(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(called, ast.Attribute) and called.attr in _DECORATORS
