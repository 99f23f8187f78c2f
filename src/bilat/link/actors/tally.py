"""Namings of some documents → what each local is told of in them, as sets of documents, so that each counts once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bilat.lang.base import Post
from bilat.link.days import DAY, number_of
from bilat.model.linking import Naming
from bilat.model.locals import Form, Local, Seen

if TYPE_CHECKING:
    from bilat.lang.base import Kin

ALIAS: Final = "alias"
SPELLING: Final = "spelling"
SHORT: Final = "short"
READING: Final = "reading"
_SHORTEST_LATIN: Final = 6
"""Letters of a name in Latin script that tells who is meant; shorter ones are surnames (Nguyen) or initials."""
_REMEMBERED: Final = 1 << 16
"""Titles whose offices are kept in mind; a year of news has some 30,000."""


@dataclass(slots=True)
class Sighting:
    """A local in an office: the days (ISO, empty when no document has one), the documents, those of each title."""

    first: str = ""
    last: str = ""
    documents: set[int] = field(default_factory=set[int])
    titles: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, day: str, document: int, title: str) -> None:
        """Once more, on a day that may be empty."""
        self.first = min(self.first or day, day or self.first)
        self.last = max(self.last, day)
        self.documents.add(document)
        self.titles[title].add(document)


@dataclass(slots=True)
class Tally:
    """A local in some documents; `forms` has the documents of each kind and key (see `model.locals.Form`)."""

    id: str
    name: str
    country: str | None
    documents: set[int] = field(default_factory=set[int])
    forms: dict[tuple[str, str], set[int]] = field(default_factory=lambda: defaultdict(set))
    offices: dict[Post, Sighting] = field(default_factory=lambda: defaultdict(Sighting))

    def local(self) -> Local:
        """The local, where these are all documents."""
        return Local(self.id, self.name, self.country, len(self.documents), self.id)

    def kept_forms(self) -> list[Form]:
        """Its forms, where these are all documents."""
        return [Form(kind, key, self.id, len(told)) for (kind, key), told in self.forms.items()]

    def kept_seen(self) -> list[Seen]:
        """It in each office, where these are all documents."""
        return [self.seen(office) for office in self.offices]

    def seen(self, office: Post) -> Seen:
        """It in an office, where these are all documents."""
        told = self.offices[office]
        titles = {title: len(documents) for title, documents in told.titles.items()}
        days = told.first or None, told.last or None
        return Seen(self.id, self.country, office.name, office.sole, *days, len(told.documents), titles)


class Counting:
    """Makes tallies with what a language knows of names and titles."""

    def __init__(self, kin: "Kin") -> None:
        self._posts = lru_cache(_REMEMBERED)(kin.posts)
        self._short_name = kin.short_name
        self._readings = lru_cache(_REMEMBERED)(kin.readings)
        self._usual = {spelling: names[0] for names in kin.spellings() for spelling in names}

    def of(self, namings: Iterable[Naming]) -> dict[str, Tally]:
        """The tally of each local that is named, by its id."""
        made: dict[str, Tally] = {}
        for naming in namings:
            local = made.get(naming.local)
            if local is None:
                local = made[naming.local] = Tally(naming.local, naming.folded, naming.country)
            local.documents.add(naming.document)
            for alias in () if self._is_read(naming) else naming.aliases:
                if (form := latin(alias)) is not None:
                    local.forms[ALIAS, key(naming.country, form)].add(naming.document)
            if naming.title is not None:
                day = "" if naming.day is None or number_of(naming.day) is None else naming.day[:DAY]
                for office in self._posts(naming.title, naming.country):
                    local.offices[office].add(day, naming.document, naming.title)
        for local in made.values():
            local.forms.update(dict.fromkeys(self._own(local.name, local.country), local.documents))
        return made

    def _is_read(self, naming: Naming) -> bool:
        """Whether a name in Latin letters is the reading of characters: it has one form, and one that differs in a
        syllable (Ly Cuong, Ly Khac Cuong) is somebody else's."""
        return naming.folded.isascii() and bool(self._readings(naming.folded, naming.country))

    def _own(self, name: str, country: str | None) -> list[tuple[str, str]]:
        """The forms that every document gives which names it: those of its name."""
        form, usual, short = latin(name), self._usual.get(name), self._short_name(name)
        own = [(ALIAS, key(country, form))] if form is not None else []
        if country is not None:
            own += [(SPELLING, key(country, usual))] if usual is not None else []
            own += [(SHORT, key(country, short))] if short is not None else []
            own += [(READING, key(country, form)) for form in self._readings(name, country)]
        return own


def key(country: str | None, form: str) -> str:
    """What those of one country have in common that have a form."""
    return f"{country or ''}/{form}"


def parted(joined: str) -> tuple[str, str]:
    """The country (empty for none) and the form of a key."""
    country, _, form = joined.partition("/")
    return country, form


def latin(alias: str) -> str | None:
    """A name in Latin script without what varies: spaces, hyphens, points. None for other scripts and for one word."""
    letters = "".join(char for char in alias if char.isalpha())
    return letters if letters.isascii() and len(letters) >= _SHORTEST_LATIN and not alias.isalpha() else None
