"""Tables for languages that put spaces between words: how each writes countries, cities, titles, days and contacts."""

from dataclasses import dataclass

from bilat.packs.columns import Column, Form, Refers, Table, one_of
from bilat.packs.tables.contacts import OFFICE_KINDS, PLACE_KINDS


@dataclass(frozen=True, slots=True)
class Side:
    """A country or organisation as a language writes it: `names`, and the `adjectives` made of them."""

    code: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class City:
    """A city, region or venue as a language writes it; a venue says which `city` it stands in."""

    name: str
    country: str
    kind: str
    city: str


@dataclass(frozen=True, slots=True)
class TitleWord:
    """A word that makes a title, with the kind of its office."""

    word: str
    kind: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of a contact: the `type` of contact, and how the word takes its participants (`form`)."""

    word: str
    type: str
    form: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word that helps to read a sentence, by its role."""

    word: str
    role: str


@dataclass(frozen=True, slots=True)
class DayWord:
    """A word of the calendar: a month by its number, a day of the week by its number (Monday is 1), a day beside
    today by how far it is."""

    word: str
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Domain:
    """The last part of internet addresses whose owners are not at home in the country that its letters stand for:
    `country` is theirs, empty where anybody may be."""

    domain: str
    country: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher as it writes its own name, with the country where it is at home."""

    name: str
    country: str


@dataclass(frozen=True, slots=True)
class Custom:
    """What a language's texts do with a country. `family_first`: its people are later called by the first part of
    their names. `given_last`: by the last part, though the family name comes first. `home`: those whom nothing else
    places are of it. `readings`: names of its people are the readings of their characters."""

    country: str
    custom: str


@dataclass(frozen=True, slots=True)
class Throne:
    """Titles of monarchs and their heirs, with the countries that have them."""

    titles: tuple[str, ...]
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rendering:
    """How a language writes a place, person or mechanism that characters name: 河内, Hà Nội. `name` is simplified."""

    name: str
    rendering: str


@dataclass(frozen=True, slots=True)
class MechanismName:
    """How a language calls a mechanism of the world: `mechanism` is its usual name there, simplified characters."""

    mechanism: str
    names: tuple[str, ...]


CUSTOMS = one_of("family_first given_last home readings")
TRIGGER_TYPES = one_of("call meeting message session signing visit")
TRIGGER_FORMS = one_of("hosting mutual noun object participle verb weak")
ROLES = one_of(
    "abbreviation alone amid and any apart background before_name being between body by by_source cabinet "
    "cancel capital clause contact_by_voice contact_in_person convene counterpart courtesy deny ends field "
    "from given governs greeting he hold honorific in invite joint keeps_side known_surname led medium "
    "name_end naming needs_that never_name of once other_sense other_surname own part_of_world particle party "
    "plan present reports same_day say she spouse surname tells their then they to toneless topic unnamed "
    "unsaid vague_day weak_head wish with within witness"
)
DAY_KINDS = one_of("day day_beside month part weekday next last this")

TABLES: tuple[Table, ...] = (
    Table(
        "sides",
        Side,
        "Countries and organisations as this language writes them.",
        (
            Column("code", "code of the country or organisation", required=True, refers=Refers.ACTOR),
            Column("names", "its names, the usual one first", Form.LIST, required=True),
            Column("adjectives", "adjectives made of them", Form.LIST),
        ),
        words=("names",),
    ),
    Table(
        "cities",
        City,
        "Cities, regions and venues as this language writes them.",
        (
            Column("name", "its name", required=True),
            Column("country", "code of the country it is in", required=True, refers=Refers.ACTOR),
            Column("kind", "what it is", required=True, allowed=PLACE_KINDS),
            Column("city", "for a venue, the city it stands in"),
        ),
    ),
    Table(
        "title_words",
        TitleWord,
        "Words that make a title of office.",
        (
            Column("word", "the word, in small letters", required=True),
            Column("kind", "the field it belongs to", required=True, allowed=OFFICE_KINDS),
        ),
    ),
    Table(
        "triggers",
        Trigger,
        "Words that tell of a contact.",
        (
            Column("word", "the word, in small letters, as it stands in a sentence", required=True),
            Column("type", "the type of contact", required=True, allowed=TRIGGER_TYPES),
            Column("form", "how it takes its participants", required=True, allowed=TRIGGER_FORMS),
        ),
    ),
    Table(
        "terms",
        Term,
        "Words that help to read a sentence, by role.",
        (
            Column("word", "the word", required=True),
            Column("role", "what it does", required=True, allowed=ROLES),
        ),
        key=2,
    ),
    Table(
        "day_words",
        DayWord,
        "Words of the calendar.",
        (
            Column("word", "the word, in small letters", required=True),
            Column("kind", "what it names", required=True, allowed=DAY_KINDS),
            Column("value", "a month's or day's number; for a day beside today, how many days it lies after it"),
        ),
    ),
    Table(
        "domains",
        Domain,
        "Ends of internet addresses that are not the code of their owners' country.",
        (
            Column("domain", "the end, without its dot", required=True),
            Column(
                "country",
                "code of its owners' country; empty where anybody may be",
                refers=Refers.ACTOR,
            ),
        ),
    ),
    Table(
        "publishers",
        Publisher,
        "Publishers in this language, and where they are at home.",
        (
            Column("name", "its name as it writes it, without `The`", required=True),
            Column("country", "code of the country", required=True, refers=Refers.COUNTRY),
        ),
    ),
    Table(
        "customs",
        Custom,
        "What this language's texts do with a country.",
        (
            Column("country", "code of the country", required=True, refers=Refers.COUNTRY),
            Column("custom", "what they do", required=True, allowed=CUSTOMS),
        ),
        key=2,
    ),
    Table(
        "thrones",
        Throne,
        "Titles of monarchs and their heirs, with the countries that have them.",
        (
            Column("titles", "the titles, in small letters", Form.LIST, required=True),
            Column("countries", "codes of the countries", Form.LIST, required=True, refers=Refers.COUNTRY),
        ),
    ),
    Table(
        "renderings",
        Rendering,
        "How this language writes places, people and mechanisms that Chinese characters name: for what is written in "
        "it, never for reading.",
        (
            Column("name", "the name in characters, simplified; as the tables of the world have it", required=True),
            Column("rendering", "the same in this language", required=True),
        ),
    ),
    Table(
        "mechanism_names",
        MechanismName,
        "What this language calls standing mechanisms: what it reads.",
        (
            Column("mechanism", "its name in the table `mechanisms` of the world", required=True),
            Column(
                "names",
                "its names here, without a number; countries may stand in any order",
                Form.LIST,
                required=True,
            ),
        ),
    ),
)
