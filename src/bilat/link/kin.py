"""Several languages answer linking as one."""

from collections.abc import Sequence
from functools import cached_property

from bilat.lang.base import Kin, Post
from bilat.model.level import Level


class Kins:
    """Each question goes to every language; the first that knows answers, of likenesses the greatest counts."""

    def __init__(self, kins: Sequence[Kin]) -> None:
        self._kins = tuple(kins)
        self._countries: dict[str, str | None] = {}
        self._meetings: dict[str, str] = {}
        self._levels: dict[str, Level | None] = {}

    def posts(self, title: str, country: str | None = None) -> tuple[Post, ...]:
        return next((found for kin in self._kins if (found := kin.posts(title, country))), ())

    def level(self, office: str) -> Level | None:
        if office not in self._levels:
            self._levels[office] = next((found for kin in self._kins if (found := kin.level(office)) is not None), None)
        return self._levels[office]

    def likeness(self, one: str, other: str, country: str | None) -> float:
        return max((kin.likeness(one, other, country) for kin in self._kins), default=0.0)

    def differ(self, one: str, other: str, country: str | None) -> bool:
        usual = self._usual.get(one, one), self._usual.get(other, other)
        return any(kin.differ(*usual, country) for kin in self._kins)

    @cached_property
    def _usual(self) -> dict[str, str]:
        return {name: names[0] for names in self.spellings() for name in names}

    def readings(self, name: str, country: str | None) -> tuple[str, ...]:
        return tuple(dict.fromkeys(form for kin in self._kins for form in kin.readings(name, country)))

    def short_name(self, name: str) -> str | None:
        return next((found for kin in self._kins if (found := kin.short_name(name))), None)

    def spellings(self) -> tuple[tuple[str, ...], ...]:
        """What several say of one name is put together; the usual name is that of the last who knows it."""
        made: dict[str, dict[str, None]] = {}
        for names in (names for kin in reversed(self._kins) for names in kin.spellings()):
            both = dict.fromkeys(names)
            for known in [known for name in names if (known := made.get(name)) is not None]:
                both = known | both
            made.update(dict.fromkeys(both, both))
        return tuple({id(names): tuple(names) for names in made.values()}.values())

    def country_of(self, place: str) -> str | None:
        if place not in self._countries:
            self._countries[place] = next((found for kin in self._kins if (found := kin.country_of(place))), None)
        return self._countries[place]

    def is_country(self, place: str) -> bool:
        return any(kin.is_country(place) for kin in self._kins)

    def same_place(self, place: str) -> str:
        return next((found for kin in self._kins if (found := kin.same_place(place)) != place), place)

    def meeting_name(self, mechanism: str) -> str:
        if mechanism not in self._meetings:
            names = (kin.meeting_name(mechanism) for kin in self._kins)
            self._meetings[mechanism] = next((name for name in names if name != mechanism), mechanism)
        return self._meetings[mechanism]

    def is_statement(self, document: str) -> bool:
        return any(kin.is_statement(document) for kin in self._kins)
