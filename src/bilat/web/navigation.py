"""The pages that every page leads to; those about two countries keep asking about them."""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from markupsafe import Markup

from bilat.errors import UsageError
from bilat.web import links
from bilat.web.asked import Asked
from bilat.web.labels import _
from bilat.web.quick import escaped

FIRST: Final = (
    ("/timeline", _("Timeline")),
    ("/figures", _("Figures")),
    ("/phrases", _("Phrases")),
    ("/discrepancies", _("Disagreements")),
    ("/people", _("People")),
)
"""What stands in the menu itself where there is room; of two countries, as the next ones: `?country=…&country=…`."""
FURTHER: Final = (
    ("/calendar", _("Calendar")),
    ("/mechanisms", _("Mechanisms")),
    ("/undertakings", _("Undertakings")),
    ("/network", _("Network")),
)
ABOUT_TWO: Final = (*FIRST, *FURTHER)
ABOUT_ALL: Final = (
    ("/claims", _("Claims")),
    ("/disputes", _("Contested names")),
    ("/offices", _("Offices")),
    ("/publishers", _("Publishers")),
)
DECIDING: Final = ("/review", _("Review"))


class Way(NamedTuple):
    """A page of the menu: `path` without the countries that `to` has. `first` stands in the menu itself, others are a
    step away; `two` keeps asking about the two countries."""

    path: str
    to: str
    name: str
    first: bool
    two: bool


class Menu(NamedTuple):
    """The ways from a page, and the two countries it is about, if it is about two. `keeps` where a page has no say
    in that: whoever came with two goes on with them."""

    ways: tuple[Way, ...]
    pair: tuple[str, ...]
    keeps: bool


def menu(asked: Asked, about: Sequence[str], *, deciding: bool) -> Menu:
    """The menu of a page that is about some countries; those that its address names come first."""
    try:
        codes = asked.countries or tuple(about)
    except UsageError:
        codes = ()
    query = [("country", code) for code in codes]
    ways = [Way(path, links.address(path, query), name, (path, name) in FIRST, two=True) for path, name in ABOUT_TWO]
    ways += [Way(path, path, name, first=False, two=False) for path, name in ABOUT_ALL]
    if deciding:
        ways.append(Way(*DECIDING[:1], *DECIDING, first=False, two=False))
    here = asked.address.partition("?")[0]
    chooses = here == "/" or here in {path for path, _name in ABOUT_TWO}
    return Menu(tuple(ways), codes if len(codes) == 2 else (), not codes and not chooses)


def drawn(shown: Menu, here: str, gettext: Callable[[str], str]) -> Markup:
    """The menu on the page at a path, as HTML."""

    def way(to: Way) -> str:
        two = f' data-two="{to.path}"' if to.two else ""
        return f'<a href="{escaped(to.to)}"{two}{_current(here == to.path)}>{escaped(gettext(to.name))}</a>'

    pages = escaped(gettext("Pages"))
    made = [f'<nav class="ways" aria-label="{pages}"', " data-keeps" if shown.keeps else ""]
    between = " hidden"
    if shown.pair:
        made.append(f' data-pair="{escaped(" ".join(shown.pair))}"')
        there = escaped(links.relation(*shown.pair))
        between = f' href="{there}"{_current(here.startswith("/relation/"))}'
    pair, relation = escaped(" – ".join(sorted(shown.pair))), escaped(gettext("Relation"))
    made.append(f'>\n<a class="pair"{between} title="{relation}">{pair}</a>\n<ul class="first">\n')
    each = [(to, way(to)) for to in shown.ways]
    made += [f"<li>{link}</li>\n" for to, link in each if to.first]
    more, whole = escaped(gettext("More")), escaped(gettext("Menu"))
    made.append(
        f'</ul>\n<details class="more">\n<summary><span class="wide">{more}</span>'
        f'<span class="narrow">{whole}</span></summary>\n<ul>\n'
    )
    made += [f'<li class="narrow">{link}</li>\n' if to.first else f"<li>{link}</li>\n" for to, link in each]
    made.append("</ul>\n</details>\n</nav>\n")
    return Markup("".join(made))  # noqa: S704 -- escaped


def _current(here: bool) -> str:  # noqa: FBT001 -- a yes or no
    return ' aria-current="page"' if here else ""


def one_pair(groups: Iterable[Iterable[str | None]]) -> tuple[str, ...]:
    """The two countries that things have in common, each told by its countries: () where it is not exactly one pair."""
    pairs = {pair for group in groups for pair in combinations(sorted({code for code in group if code}), 2)}
    return pairs.pop() if len(pairs) == 1 else ()
