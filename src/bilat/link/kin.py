"""Several languages answer linking as one."""

from collections.abc import Sequence

from bilat.lang.base import Kin, Post
from bilat.model.level import Level


class Kins:
    """Each question goes to every language; the first that knows answers, of likenesses the greatest counts."""

    def __init__(self, kins: Sequence[Kin]) -> None:
        self._kins = tuple(kins)
        self._countries: dict[str, str | None] = {}
        self._meetings: dict[str, str] = {}

    def posts(self, title: str) -> tuple[Post, ...]:
        return next((found for kin in self._kins if (found := kin.posts(title))), ())

    def level(self, office: str) -> Level | None:
        return next((found for kin in self._kins if (found := kin.level(office)) is not None), None)

    def likeness(self, one: str, other: str, country: str | None) -> float:
        return max((kin.likeness(one, other, country) for kin in self._kins), default=0.0)

    def short_name(self, name: str) -> str | None:
        return next((found for kin in self._kins if (found := kin.short_name(name))), None)

    def spellings(self) -> tuple[tuple[str, ...], ...]:
        return tuple(names for kin in self._kins for names in kin.spellings())

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
