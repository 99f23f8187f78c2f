"""The rows of the tables about actors, offices, names and contacts: one type for each table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory as news names it.

    `zh[0]` is the usual simplified name; `short` holds the one- or two-character forms (中, 美, 俄), which several
    countries may share; `capital` is its Chinese name, empty when there is none or when it is disputed.
    """

    code: str
    zh: tuple[str, ...]
    short: tuple[str, ...]
    en: str
    vi: str
    capital: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """An international organisation or grouping; `code` is its usual abbreviation (UN, EU, AU-ORG)."""

    code: str
    zh: tuple[str, ...]
    short: tuple[str, ...]
    en: str
    vi: str


@dataclass(frozen=True, slots=True)
class Place:
    """A city, region or venue.

    `country` is a code, empty where several share the name or the place; `city` is the city a venue stands in;
    `aliases` its other Chinese names in any script.
    """

    name: str
    country: str
    kind: str
    city: str
    aliases: tuple[str, ...]
    en: str


@dataclass(frozen=True, slots=True)
class Body:
    """A party, state organ, army, agency or movement; `country` is empty for a word every country uses (外交部)."""

    names: tuple[str, ...]
    country: str
    kind: str
    en: str


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A standing committee, forum, summit or dialogue; `members` are codes, empty when the name tells them not."""

    name: str
    aliases: tuple[str, ...]
    members: tuple[str, ...]
    kind: str
    en: str


@dataclass(frozen=True, slots=True)
class Office:
    """A title; `honorific` when it may follow a name as an address (习近平主席)."""

    word: str
    kind: str
    honorific: bool


@dataclass(frozen=True, slots=True)
class Surname:
    """A surname in characters, the cultures that bear it, and its reading in pinyin where the character alone would be
    read otherwise."""

    word: str
    cultures: tuple[str, ...]
    reading: str


@dataclass(frozen=True, slots=True)
class Transliteration:
    """Characters that write foreign names by sound; `group` says where in a name they stand."""

    group: str
    chars: str


@dataclass(frozen=True, slots=True)
class PersonName:
    """A full name that the rules alone would miss or cut wrongly, with the country its bearer speaks for."""

    name: str
    country: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word that helps to find names, by its role beside them."""

    word: str
    role: str


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb or verbal noun and the kind of contact it tells of."""

    word: str
    sense: str
