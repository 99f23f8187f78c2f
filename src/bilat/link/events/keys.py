"""What two reports must share to be of one event: the type and its principals.

Visit: visitor and host. Meeting, call, message: the first named of either side; of a letter to a conference its sender
and the conference. Session: the mechanism. Signing: the countries, and whether a statement or agreements are signed.
"""

from typing import TYPE_CHECKING, Final

from bilat.link.events.report import Report, is_person
from bilat.model.places import Key

if TYPE_CHECKING:
    from bilat.lang.base import Kin

_PAIR: Final = 2


def key_of(report: Report, kin: "Kin") -> Key:
    """The key of a report."""
    telling = report.telling
    match telling.type:
        case "visit":
            return _visit(report, kin)
        case "session":
            return _session(report, kin)
        case "signing":
            return _signing(report, kin)
        case "message" if telling.mechanism is not None:
            senders = tuple(sorted(report.people))
            return Key("message", (*senders, f"={kin.meeting_name(telling.mechanism)}"), "", bool(senders))
        case _:
            mains = tuple(sorted(side[0] for side in list(report.sides.values())[:_PAIR]))
            return Key(telling.type, mains, "", len(mains) == _PAIR and all(is_person(m) for m in mains))


def _visit(report: Report, kin: "Kin") -> Key:
    telling = report.telling
    host = telling.host or (kin.country_of(telling.place) if telling.place else None)
    visitors = [a for country, side in report.sides.items() if country != host for a in side]
    visitors = visitors or [a for side in report.sides.values() for a in side]
    who = visitors[:1]
    return Key("visit", tuple(who), host or "", bool(host and who and is_person(who[0])))


def _session(report: Report, kin: "Kin") -> Key:
    telling = report.telling
    if telling.mechanism is None:
        return Key("session", tuple(sorted(c for c in report.sides if c)), "", whole=False)
    return Key("session", (), kin.meeting_name(telling.mechanism), whole=True)


def _signing(report: Report, kin: "Kin") -> Key:
    statement = any(kin.is_statement(name) for name in report.telling.documents)
    countries = tuple(sorted(c for c in report.sides if c))
    return Key("signing", countries, "statement" if statement else "", len(countries) >= _PAIR)
