"""Jinja2's templates, quicker where a page spends its time: at every value that is written and every call.

A page writes some four hundred values and makes two hundred calls. Jinja2 and MarkupSafe meet each with half a dozen
calls of their own, for the sake of objects that are not used here.
"""

from collections.abc import Callable, MutableMapping
from types import CodeType, FunctionType, MethodType
from typing import Any, Final

from jinja2 import Environment, Template
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from bilat.views.clean import clean

_PASSED: Final = "jinja_pass_arg"
"""What Jinja2's decorators leave on functions that ask for the context."""


def shown(value: str) -> str:
    """A text without what acts on or hides in a page; its lines stay lines."""
    return value if value.isprintable() else "\n".join(clean(line) for line in value.split("\n"))


def escaped(value: str) -> str:
    """A text as MarkupSafe escapes it, without an object for each."""
    if "&" in value:
        value = value.replace("&", "&amp;")
    return value.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;").replace("'", "&#39;")


def written(value: object) -> str:
    """A value as a template writes it: texts of strangers escaped, without what acts on or hides in a page; what a
    macro made as it is; nothing for None."""
    kind = type(value)
    if kind is Markup:
        return str(value)
    if isinstance(value, str) and kind is str:
        return value if value.isalnum() else escaped(shown(value))
    return "" if value is None else str(escape(value))


class QuickTemplate(Template):
    """A template that writes values by `written`."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 -- Jinja2's name
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """As Jinja2 makes it."""
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__["escape"] = written  # pyright: ignore[reportFunctionMemberAccess] -- a function
        return made


class QuickContext(Context):
    """The names of a template, which it calls."""

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride] -- Jinja2's own names begin with two underscores
        """What a function or macro answers."""
        kind = type(called)
        if (kind is MethodType or kind is FunctionType) and not hasattr(called, _PASSED):
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return called(*args, **kwargs)
        if kind is Macro:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return called(self.eval_ctx, *args, **kwargs)
        return super().call(called, *args, **kwargs)


class QuickEnvironment(Environment):
    """Where templates are that are drawn so."""

    template_class = QuickTemplate
    context_class = QuickContext
