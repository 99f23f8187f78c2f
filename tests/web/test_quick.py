"""What the quicker way through Jinja2 writes is what Jinja2 would write."""

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from bilat.web.quick import QuickEnvironment, shown, written

ENVIRONMENT = QuickEnvironment(autoescape=True)


class Word(StrEnum):
    """A text of another type."""

    SIGN = "<b>"


@given(st.text())
def test_every_text_is_escaped_and_cleaned(text: str):
    assert written(text) == str(escape(shown(text)))


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (None, ""),
        (3, "3"),
        (True, "True"),
        (Word.SIGN, "&lt;b&gt;"),
        (Markup("<b>"), "<b>"),
        ("<b>\u202e", "&lt;b&gt;"),
        ({"a": "<"}, "{&#39;a&#39;: &#39;&lt;&#39;}"),
    ],
)
def test_values_are_written_as_jinja_writes_them(value: object, wanted: str):
    assert ENVIRONMENT.from_string("{{ value }}").render(value=value) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("{% macro bold(x) %}<b>{{ x }}</b>{% endmacro %}{{ bold('<') }}", "<b>&lt;</b>"),
        ("{% macro twice() %}{{ caller() }}{{ caller() }}{% endmacro %}{% call twice() %}<i>{% endcall %}", "<i><i>"),
        ("{% for n in [1, 2] %}{% set x = n %}{{ known('x') }}{% endfor %}", "12"),
        ("{{ plain(2, more=3) }}{{ ' '.join(['a', '<']) }}", "5a &lt;"),
    ],
)
def test_macros_and_functions_are_called_as_jinja_calls_them(source: str, wanted: str):
    @pass_context
    def known(context: Context, name: str) -> object:
        return context[name]

    def plain(number: int, *, more: int) -> int:
        return number + more

    assert ENVIRONMENT.from_string(source).render(known=known, plain=plain) == wanted
