"""The interface's words in other languages: every one is translated, nothing is left over, the compiled form is current."""

import ast
import io
import string
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TextIO, cast

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg  # pyright: ignore[reportUnknownVariableType] -- no types there
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bilat.messages import LANGUAGES, numerals, preferred, tag, translator

Methods = list[tuple[str, str]]
Options = dict[str, dict[str, Any]]

ROOT = Path(__file__).parents[1]
LOCALE = ROOT / "src/bilat/locale"
KEYWORDS = DEFAULT_KEYWORDS | {"counted": (2, 3), "_gettext": None, "_ngettext": (1, 2)}  # as in the Makefile
OTHERS = [code for code in LANGUAGES if code != "en"]


@cache
def said() -> frozenset[str]:
    """The message ids that the code and the templates hold."""
    parse = cast("Callable[[TextIO], tuple[Methods, Options]]", parse_mapping_cfg)
    with (ROOT / "babel.cfg").open() as file:
        methods, options = parse(file)
    found = extract_from_dir(ROOT / "src", methods, options, KEYWORDS)
    return frozenset(each[2] if isinstance(each[2], str) else each[2][0] for each in found)


def test_no_word_of_the_interface_escapes_the_collector() -> None:
    """Babel reads no message inside an f-string, before Python 3.12."""
    calls = {"_", "gettext", "_gettext"}
    written = {
        (path.name, node.args[0].value)
        for path in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)
        if isinstance(node.args[0].value, str)
        if (node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")) in calls
    }
    assert len(written) > 300
    assert {(name, word) for name, word in written if word not in said()} == set()


def catalogue(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES/bilat.po").open("rb") as file:
        return read_po(file, locale=language)


def messages(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def ids(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def texts(message: Message) -> list[str]:
    return [message.string or ""] if isinstance(message.string, str | None) else list(message.string)


def names(text: str) -> set[str]:
    """The placeholders of a message: `%(num)d` and `{place}`."""
    percent = {part.partition(")")[0] for part in text.split("%(")[1:]}
    return percent | {name for _, name, _, _ in string.Formatter().parse(text.replace("%(", "")) if name}


@pytest.mark.parametrize("language", OTHERS)
def test_the_catalogue_holds_what_the_interface_says_and_nothing_else(language: str) -> None:
    assert {ids(message)[0] for message in messages(language)} == said(), "run: make messages"


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_translated(language: str) -> None:
    assert [ids(message)[0] for message in messages(language) if not all(texts(message))] == []


@pytest.mark.parametrize("language", OTHERS)
def test_placeholders_are_those_of_the_message(language: str) -> None:
    wrong = [m.id for m in messages(language) for text in texts(m) if not names(text) <= names("".join(ids(m)))]
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_compiled_catalogue_is_that_of_the_text(language: str) -> None:
    made = io.BytesIO()
    write_mo(made, catalogue(language))
    assert (LOCALE / language / "LC_MESSAGES/bilat.mo").read_bytes() == made.getvalue(), "run: make messages"


def test_a_word_comes_in_the_language_asked_for() -> None:
    assert translator("zh").gettext("Timeline") == "时间线"
    assert translator("vi").gettext("Timeline") == "Dòng thời gian"
    assert translator("en").gettext("Timeline") == translator("xx").gettext("Timeline") == "Timeline"


@pytest.mark.parametrize(
    "accepted, language",
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("de, fr;q=0.7", "en"),
        ("vi-VN,vi;q=0.9,zh;q=0.8", "vi"),
        ("en;q=0.5, zh;q=0.6", "zh"),
        ("", "en"),
        (";;q=,,", "en"),
        ("zh;q=0.000001", "en"),
    ],
)
def test_a_browser_gets_the_language_it_likes_best(accepted: str, language: str) -> None:
    assert preferred(accepted) == language


def test_numbers_stand_as_each_language_writes_them() -> None:
    assert [numerals("-1,234,567.8", language) for language in ("en", "zh", "vi", "xx")] == [
        "-1,234,567.8",
        "-1,234,567.8",
        "-1.234.567,8",
        "-1,234,567.8",
    ]


def test_a_page_says_which_chinese_it_speaks() -> None:
    assert [tag(language) for language in ("en", "zh", "vi")] == ["en", "zh-Hans", "vi"]
