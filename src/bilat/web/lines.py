"""Pieces of HTML that stand on a page a hundred times: events in lists, quotations, sources, days, countries.

Written here, since a macro of Jinja2 costs a reader 30 µs and calls others; each template has them as `lines`. Every
text is escaped, and without what acts on or hides in a page, as all that templates write.
"""

from collections.abc import Callable
from functools import cache
from typing import Final, Protocol

from markupsafe import Markup

from bilat.model import Evidence
from bilat.model.contact_rows import DayRow
from bilat.model.rows import EventRow, ParticipantRow
from bilat.web import item_labels, links
from bilat.web.heat import Density, Year
from bilat.web.naming import countries, country_name
from bilat.web.quick import escaped, shown
from bilat.web.sides import sides
from bilat.web.tongues import tongue

_DAY: Final = len("2023-12-12")
_YEARS: Final = 12
"""Years of the table of months: the last of them."""
_NAMED: Final = 8
"""People of an event who are named in a list."""


class Translator(Protocol):
    """Messages of the interface in the language of the page."""

    def gettext(self, message: str) -> str:
        """A message."""
        ...

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """A message with a number."""
        ...


class Told(Protocol):
    """A report of anything."""

    @property
    def document(self) -> str: ...
    @property
    def publisher(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...
    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


def _text(value: str) -> str:
    """What a stranger wrote, as it may stand in a page."""
    return value if value.isalnum() else escaped(shown(value))


class Lines:
    """Pieces in the language of one page."""

    def __init__(
        self, messages: Translator, language: str, language_of: Callable[[str], str | None] | None = None
    ) -> None:
        """`language_of` tells the language of a document."""
        self._gettext: Final[Callable[[str], str]] = messages.gettext
        self._ngettext: Final[Callable[[str, str, int], str]] = messages.ngettext
        self._language: Final = language
        self._language_of: Final = language_of
        self._countries: Final = dict[str, str]()
        self._labels: Final = dict[tuple[str, str], str]()

    def tongue(self, text: str | None, document: str | None = None) -> str:
        """The tag of the language of words of articles."""
        return tongue(text, document, self._language_of)

    def country(self, code: str | None) -> Markup:
        """A code, with the name of the country for those who point at it."""
        return Markup(self._country(code))  # noqa: S704 -- escaped

    def countries(self) -> Markup:
        """All countries to choose from: their codes with their names."""
        return _options(self._language)

    def _country(self, code: str | None) -> str:
        if not code:
            return ""
        if code not in self._countries:
            name = _text(country_name(code, self._language))
            self._countries[code] = f'<abbr class="country" title="{name}">{_text(code)}</abbr>'
        return self._countries[code]

    def _label(self, word: str, noun: str = "") -> str:
        if (word, noun) not in self._labels:
            self._labels[word, noun] = _text(self._gettext(item_labels.label(word, noun)))
        return self._labels[word, noun]

    def date(self, start: str | None, end: str | None = None) -> Markup:
        """A day, or the first and the last."""
        return Markup(self._date(start, end))  # noqa: S704 -- escaped

    def _date(self, start: str | None, end: str | None) -> str:
        if start and end and start != end:
            first, last = _text(start), _text(end)
            short = last[5:] if end[:5] == start[:5] and len(end) == _DAY else last
            return f'<time datetime="{first}">{first}</time> – <time datetime="{last}">{short}</time>'
        day = _text(start or end or "")
        if day:
            return f'<time datetime="{day}">{day}</time>'
        return f'<span class="faint">{_text(self._gettext("date unknown"))}</span>'

    def period(self, period: str | None) -> Markup:
        """The period of a figure: `2024-01/2024-07`, `2013/`, `as_of 2022-09` in words."""
        if not period:
            return Markup("")
        if period.startswith("as_of "):
            said = _text(self._gettext("as of {day}"))
            day = period.removeprefix("as_of ")
        else:
            day, ends, last = period.partition("/")
            if last or not ends:
                return self.date(day, last)
            said = _text(self._gettext("since {day}"))
        return Markup(said.format(day=self._date(day, None)))  # noqa: S704 -- escaped

    def kind(self, event: EventRow | DayRow) -> Markup:
        """The type of an event, and its status where it was not held."""
        return Markup(self._kind(event))  # noqa: S704 -- escaped

    def _kind(self, event: EventRow | DayRow) -> str:
        said = f'<span class="kind {_text(event.type)}">{self._label(event.type)}</span>'
        return said + self._status(event)

    def _status(self, event: EventRow | DayRow) -> str:
        if event.status == "held":
            return ""
        return f' <span class="status {_text(event.status)}">{self._label(event.status)}</span>'

    def office(self, country: str | None, name: str) -> Markup:
        """An office, with its page."""
        there = _text(links.office(country, name))
        return Markup(f'<a href="{there}">{_text(name)}</a>')  # noqa: S704 -- escaped

    def quote(self, said: Evidence, document: str) -> Markup:
        """A quotation that leads to its words."""
        return Markup(self._quote(said, document))  # noqa: S704 -- escaped

    def _quote(self, said: Evidence, document: str) -> str:
        hint = _text(self._gettext("The words in their article"))
        there = _text(links.document(document, said))
        tongue_of = self.tongue(said.quote, document)
        return f'<q class="quote" lang="{tongue_of}"><a href="{there}" title="{hint}">{_text(said.quote)}</a></q>'

    def source(self, report: Told) -> Markup:
        """Who reports, and when; leads to the words."""
        return Markup(self._source(report))  # noqa: S704 -- escaped

    def _source(self, report: Told) -> str:
        there = _text(links.document(report.document, report.evidence[0] if report.evidence else None))
        name = _text(report.publisher or self._gettext("publisher unknown"))
        day = _text(report.published or "")
        when = f', <time datetime="{day}">{day}</time>' if day else ""
        return f'<cite><a href="{there}">{name}</a>{when}</cite>'

    def who(self, event: EventRow, most: int = _NAMED, *, linked: bool = True) -> Markup:
        """Participants by side: `习近平 CN — 阮富仲、范明政 VN`; beyond `most` people the rest is a number."""
        return Markup(self._who(event, most, linked=linked))  # noqa: S704 -- escaped

    def _who(self, event: EventRow, most: int, *, linked: bool) -> str:
        made: list[str] = []
        for side in sides(event, most):
            if side.between:
                made.append(f' <span class="between">{side.between}</span> ')
            people = '<span class="between">、</span>'.join(_person(p, linked=linked) for p in side.people)
            made.append(f'<span class="side">{people} {self._country(side.country)}</span>')
        if not made:
            made.append(f'<span class="faint">{_text(self._gettext("participants unknown"))}</span>')
        more = len(event.participants) - most
        if more > 0:
            said = self._ngettext("and %(num)d more", "and %(num)d more", more) % {"num": more}
            made.append(f' <span class="faint">{_text(said)}</span>')
        return "".join(made)

    def where(self, event: EventRow) -> Markup:
        """The country visited, the place, the mechanism with its session, what was signed."""
        return Markup(self._where(event))  # noqa: S704 -- escaped

    def _where(self, event: EventRow) -> str:
        made: list[str] = []
        if event.host:
            to = _text(self._gettext("to"))
            made.append(f' <span class="host">{to} {self._country(event.host)}</span>')
        if event.place:
            made.append(f' <span class="place">{_text(event.place)}</span>')
        if event.mechanism:
            there = _text(links.mechanism(event.mechanism))
            made.append(f' <a class="mechanism" href="{there}">{_text(event.mechanism)}</a>')
        if event.ordinal:
            said = self._gettext("session %(num)d") % {"num": event.ordinal}
            made.append(f' <span class="ordinal">{_text(said)}</span>')
        made += (f' <span class="signed">《{_text(name.strip("《》"))}》</span>' for name in event.documents)
        return "".join(made)

    def card(self, event: EventRow, *, under: bool = False, rank: int = 3) -> Markup:
        """An event in a list: what, who, where; then its first quotation and who else tells of it. `under` a visit
        that it is part of nothing needs to say so."""
        there, first = links.event(event.id), event.reports[0]
        head = [f'<a href="{there}">{self._date(event.start, event.end)}</a> {self._kind(event)}']
        if event.level != "unknown":
            head.append(f' <span class="level {_text(event.level)}">{self._label(event.level, "level")}</span>')
        if event.background:
            words = self._gettext("background")
            head.append(f' <span class="faint">{_text(words)}</span>')
        said = [f"{self._quote(first.evidence[0], first.document)} — {self._source(first)}"]
        more = len(event.reports) - 1
        if more:
            words = self._ngettext("and %(num)d more report", "and %(num)d more reports", more) % {"num": more}
            said.append(f' <a class="more" href="{there}#reports">{_text(words)}</a>')
        if event.discrepancies:
            said.append(f' <a class="differs" href="{there}#differences">{_text(self._gettext("reports differ"))}</a>')
        if event.part_of and not under:
            visit, words = links.event(event.part_of), self._gettext("part of a visit")
            said.append(f' <a class="of" href="{visit}">{_text(words)}</a>')
        return Markup(  # noqa: S704 -- escaped
            f'<article class="event" id="e-{_text(event.id)}">\n<h{rank}>{"".join(head)}</h{rank}>\n'
            f'<p class="who">{self._who(event, _NAMED, linked=True)}{self._where(event)}</p>\n'
            f'<p class="said">{"".join(said)}</p>\n</article>\n'
        )

    def entry(self, row: DayRow, named: EventRow | None, most: int = 4) -> Markup:
        """An event in a calendar: who is in it where that is `named`, else the countries."""
        if named is not None:
            host = f' <span class="between">→</span> {self._country(named.host)}' if named.host else ""
            who = self._who(named, most, linked=False) + host
        elif row.countries:
            who = " ".join(self._country(code) for code in row.countries[:most])
            who += "…" if len(row.countries) > most else ""
        else:
            who = f'<span class="faint">{_text(self._gettext("participants unknown"))}</span>'
        kind = f'<span class="kind">{self._label(row.type)}</span>{self._status(row)}'
        return Markup(f'<a href="{links.event(row.id)}">{kind} {who}</a>')  # noqa: S704 -- escaped

    def months(self, counted: Density) -> Markup:
        """Rows of a table: how many events there are in each month of each year, the last first."""
        years = counted.years[-_YEARS:][::-1]
        return Markup("".join(map(self._year, years)))  # noqa: S704 -- escaped

    def _year(self, year: Year) -> str:
        cells: list[str] = []
        for cell in year.months:
            shown = ""
            if cell.events and cell.address is not None:
                types = ", ".join(f"{self._label(kind)} {number}" for kind, number in cell.types)
                there = _text(cell.address)
                shown = f'<a href="{there}" title="{_text(cell.month)}: {types}">{cell.events}</a>'
            cells.append(f'<td class="number heat-{cell.shade}">{shown}</td>')
        total = f'<td class="number"><a href="{_text(year.address)}">{year.events}</a></td>'
        return f'<tr><th scope="row">{_text(year.year)}</th>{"".join(cells)}{total}</tr>\n'


def _person(one: ParticipantRow, *, linked: bool) -> str:
    name = _text(one.name)
    return f'<a href="{links.person(one.actor)}">{name}</a>' if linked and one.actor else name


@cache
def _options(language: str) -> Markup:
    each = (f'<option value="{_text(code)}">{_text(name)}</option>' for code, name in countries(language))
    return Markup("".join(each))  # noqa: S704 -- escaped
