"""Who takes part: people of a record by name and office, as a brief speaks of them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from bilat.model.rows import EventRow, ParticipantRow, PersonRow
from bilat.record.terms import fold
from bilat.views.brief.latin import latin
from bilat.views.brief.wording import Wording

if TYPE_CHECKING:
    from bilat.record import Record

_MOST: Final = 4
"""Names of one side in a sentence; the rest is counted."""
Side = tuple[str | None, tuple[ParticipantRow, ...]]


class Cast:
    """The people of some countries. `introduce` names a person with the characters of the name the first time, and in
    Latin letters alone after that; `begin` forgets whom it has named."""

    def __init__(self, record: "Record", countries: Iterable[str], wording: Wording) -> None:
        self._wording = wording
        self._people: dict[str, PersonRow] = {
            person.id: person for code in countries for person in record.people(country=code)
        }
        self._named: set[str] = set()
        self._latin: dict[str, str | None] = {}
        self._ids = {fold(name): person.id for person in reversed(self._people.values()) for name in person.names}

    def begin(self) -> None:
        """A new part begins: people are introduced again."""
        self._named.clear()

    def name(self, name: str, actor: str | None) -> str:
        """A person by the form of the name seen most; by a Latin one that an article gives, but in Chinese."""
        person = self._people.get(actor or "")
        if person is None:
            return name
        if self._wording.chinese:
            return person.name
        if person.id not in self._latin:
            of = (person.names, person.country)
            self._latin[person.id] = (
                self._wording.rendering(*of)
                or latin(person, self._wording.packs, vietnamese=self._wording.vietnamese)
                or self._wording.english_name(*of)
            )
        written = self._latin[person.id]
        if written is None:
            return person.name
        if person.id in self._named:
            return written
        self._named.add(person.id)
        return f"{written} ({person.name})"

    def actor(self, name: str) -> str | None:
        """The id of the person with a name, None where there is none."""
        return self._ids.get(fold(name))

    def person(self, actor: str | None) -> PersonRow | None:
        """The person with an id."""
        return self._people.get(actor or "")

    def forms(self, participant: ParticipantRow) -> tuple[str, ...]:
        """Every way in which articles write a participant."""
        person = self._people.get(participant.actor or "")
        known = person.names if person is not None else ()
        return tuple(dict.fromkeys((participant.name, *participant.names, *known)))

    def one(self, participant: ParticipantRow) -> str:
        """A participant; a country by its usual name."""
        if participant.actor is None:
            code = participant.country
            if code is not None and self._wording.is_country(participant.name, code):
                return self._wording.the(code)
        return self.name(participant.name, participant.actor)

    def side(self, side: Side) -> str:
        """Those of one country: `习近平 and 彭丽媛 of China`; a country alone by its name."""
        code, members = side
        names = list(dict.fromkeys(self.one(member) for member in members))
        country = self._wording.the(code) if code else ""
        if not country or names == [country]:
            return self._wording.people(names, _MOST)
        return self._wording.gettext("{names} of {country}").format(
            names=self._wording.people(names, _MOST), country=country
        )


def sides(event: EventRow, countries: Sequence[str]) -> tuple[list[Side], int]:
    """Those of each of `countries` who take part, in the order of the event, and how many other sides there are."""
    of: dict[str | None, list[ParticipantRow]] = {}
    for participant in event.participants:
        of.setdefault(participant.country, []).append(participant)
    found: list[Side] = [(code, tuple(members)) for code, members in of.items() if code in countries]
    return found, len(of) - len(found)
