"""Values → HTML by Jinja2: everything is escaped unless a template's macro made it."""

import json
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, pass_context
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup

from bilat.messages import LANGUAGES, numerals, tag, translator
from bilat.model import Figure
from bilat.record import words
from bilat.views.clean import clean
from bilat.web import item_labels, links
from bilat.web.api.along import along
from bilat.web.asked import Asked
from bilat.web.files import shipped, static
from bilat.web.lines import Lines
from bilat.web.listing import turned
from bilat.web.measure_names import measure_name
from bilat.web.naming import country_name
from bilat.web.navigation import drawn, menu
from bilat.web.page import Page
from bilat.web.quick import QuickEnvironment
from bilat.web.reporters import by_publisher
from bilat.web.settings import VERSION, Settings
from bilat.web.sides import sides
from bilat.web.sizes import level

TEMPLATES: Final = Path(__file__).parent / "templates"


class Compiled(FileSystemBytecodeCache):
    """Templates as they were compiled, beside what Python keeps of modules: to compile all takes half a second. Where
    nothing may be written, each start compiles them anew."""

    def __init__(self) -> None:
        super().__init__(str(Path(cache_from_source(__file__)).parent), f"templates-{version('jinja2')}-quick-%s.cache")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a template."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


class Drawer:
    """Fills templates with the values of pages."""

    def __init__(self, settings: Settings) -> None:
        self._settings: Final = settings

    def draw(self, page: Page, asked: Asked, digest: str) -> str:
        """The page as HTML."""
        template = _environment().get_template(page.template)
        ways = menu(asked, page.about, deciding=self._settings.decisions is not None)
        return template.render(
            **page.values,
            asked=asked,
            turned=partial(turned, asked),
            frame=_frame(asked.language),
            nav=drawn(ways, asked.address.partition("?")[0], asked.gettext),
            scripts=page.scripts,
            digest=digest,
            language=asked.language,
            lines=Lines(asked.messages, asked.language, asked.record.language_of),
            record_name=self._settings.record.name,
            _=asked.messages.gettext,
            gettext=asked.messages.gettext,
            ngettext=asked.messages.ngettext,
        )


class Frame(NamedTuple):
    """What stands on every page in one language: what its head refers to, what is before the menu and behind it."""

    head: str
    before: str
    behind: str


@cache
def _frame(language: str) -> Frame:
    made: Any = _environment().get_template("frame.html").make_module({"_": translator(language).gettext})
    return Frame(made.head, made.before, made.behind)


def preload() -> None:
    """Loads what every page needs: templates, the names of countries, and words of the packs."""
    environment = _environment()
    for name in environment.list_templates():
        environment.get_template(name)
    _ = shipped()
    for language in LANGUAGES:
        country_name("", language)
    for known in (words.visits, words.shared, words.other_forms):
        _ = known()


@cache
def _environment() -> Environment:
    made = QuickEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=None if sys.dont_write_bytecode else Compiled(),
        extensions=["jinja2.ext.i18n"],
    )
    names, filters = cast("dict[str, object]", made.globals), cast("dict[str, object]", made.filters)
    names |= {
        "languages": LANGUAGES,
        "along": along,
        "counted": _counted,
        "link": links,
        "version": VERSION,
        "static": static,
        "sides": sides,
        "by_publisher": by_publisher,
        "plotly_version": version("plotly"),
    }
    filters |= {"country": _country, "label": _label, "data": data, "number": _number, "level": _level, "tag": tag}
    return made


@pass_context
def _counted(context: Context, counted: int, one: str, many: str) -> str:
    """A number of things in words: `%(num)d event` or `%(num)d events`, the number with its thousands apart."""
    ngettext: Callable[[str, str, int], str] = context["ngettext"]
    return ngettext(one, many, counted).replace("%(num)d", _number(context, counted))


@pass_context
def _country(context: Context, code: str | None) -> str:
    """The name of a country in the language of the page, its code where it has none."""
    return "" if code is None else country_name(code, str(context["language"]))


@pass_context
def _label(context: Context, word: str, noun: str = "") -> str:
    """A word of the record (`meeting`, `planned`) as a reader says it."""
    gettext: Callable[[str], str] = context["gettext"]
    return measure_name(word, gettext) if noun == "measure" else gettext(item_labels.label(word, noun))


@pass_context
def _level(context: Context, figure: Figure) -> str:
    """All that a figure says of size."""
    return level(figure, str(context["language"]))


@pass_context
def _number(context: Context, value: float) -> str:
    """A number with its thousands apart."""
    return numerals(f"{value:,}", str(context["language"]))


def data(value: object) -> Markup:
    """A value as JSON inside a script element of data: `<` and its like are escapes, so nothing can close it. Texts
    are without what turns writing around: a chart shows them."""
    text = json.dumps(_tame(value), ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # noqa: S704 -- escaped just above


def _tame(value: object) -> object:
    match value:
        case str():
            return clean(value)
        case dict():
            return {key: _tame(each) for key, each in cast("dict[str, object]", value).items()}
        case list() | tuple():
            return [_tame(each) for each in cast("list[object]", value)]
        case _:
            return value
