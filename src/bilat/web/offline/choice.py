"""Which pages belong to a copy that is about some countries and days."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlsplit

from bilat.record import Record
from bilat.views.timeline import find_events
from bilat.web import links


@dataclass(frozen=True, slots=True)
class Choice:
    """The pages of the events asked for, of who took part and of the articles that tell of them; lists only where they
    are about the same countries. Of everything when nothing is asked."""

    countries: tuple[str, ...]
    things: frozenset[str] | None

    def holds(self, address: str) -> bool:
        """Whether the page is in the copy."""
        if self.things is None:
            return True
        parts = urlsplit(address)
        thing = "/".join(parts.path.split("/")[:3])
        if thing.startswith(("/event/", "/document/", "/person/", "/relation/")):
            return thing in self.things or (thing.startswith("/relation/") and parts.path in self.things)
        if thing.startswith(("/phrase/", "/mechanism/", "/office/", "/undertaking/")) or parts.path == "/":
            return True
        return tuple(value for key, value in parse_qsl(parts.query) if key == "country") == self.countries


def chosen(record: Record, countries: Sequence[str], since: str | None, until: str | None) -> Choice:
    """What is asked for, as the pages that show it."""
    if not (countries or since or until):
        return Choice((), None)
    things: set[str] = set()
    for event in find_events(record, countries, since=since, until=until, background=True):
        things.add(links.event(event.id))
        things.update(links.document(report.document) for report in event.reports)
        things.update(links.person(p.actor) for p in event.participants if p.actor)
    if len(countries) == 2:
        things.add(links.relation(*countries))
    return Choice(tuple(countries), frozenset(things))


def starts(choice: Choice) -> list[str]:
    """Where the walk over the pages begins."""
    if len(choice.countries) == 2:
        return ["/", links.relation(*choice.countries)]
    return ["/", *(f"/timeline?country={quote(code, safe='')}" for code in choice.countries)]
