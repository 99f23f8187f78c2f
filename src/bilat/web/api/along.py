"""The table of a page, taken along: what the page asks → the addresses of the API that give it whole."""

from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import quote

from bilat.errors import UsageError
from bilat.views.countries import country_code
from bilat.web.api.asking import Asking, Many
from bilat.web.api.catalogue import CATALOGUE, PREFIX
from bilat.web.api.params import Param
from bilat.web.links import address

_YES: Final = frozenset({"1", "on", "true", "yes"})
_NAMES: Final[Mapping[str, Mapping[str, str]]] = {"people": {"name": "query"}}
"""What a page calls otherwise."""

Query = Iterable[tuple[str, object]]


def along(path: str, query: Query = ()) -> list[tuple[str, str]]:
    """The forms in which a table (or one thing) can be had, each with its address: (CSV, …), (JSON Lines, …) or
    (JSON, …). Of a page's words those are kept that the API has; how the page is shown is none of them."""
    asking = _asking(path)
    if not isinstance(asking, Many):
        return [("JSON", quote(path, safe="/"))]
    given = _given(asking, query)
    return [
        (form, address(path, [("format", name), *given])) for form, name in (("CSV", "csv"), ("JSON Lines", "jsonl"))
    ]


def _given(asking: Many, query: Query) -> list[tuple[str, str]]:
    known = {param.name: param for param in asking.params}
    names = _NAMES.get(asking.name, {})
    words: dict[str, dict[str, None]] = {}
    for name, value in query:
        param = known.get(names.get(name, name))
        word = "" if param is None or value is None else _word(param, str(value).strip())
        if param is not None and word:
            words.setdefault(param.name, {})[word] = None
    return [(name, word) for name, given in words.items() for word in list(given)[-known[name].times :]]


def _asking(path: str) -> Asking | None:
    return next((asking for asking in CATALOGUE if PREFIX + asking.path == path), None)


def _word(param: Param, word: str) -> str:
    """A word of a page as the API takes it; empty for one that says nothing."""
    if param.name in {"format", "limit", "cursor"} or not word:
        return ""
    if param.kind == "flag":
        return "true" if word.lower() in _YES else ""
    if param.kind == "code":
        try:
            return country_code(word)
        except UsageError:
            return word
    return word
