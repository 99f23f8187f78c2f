"""What a pack may hold: a row type for each table, and the rules its columns keep.

A table is declared once, in `TABLES`; the loader, the checker and docs/packs.md all follow that declaration.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


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
    """A surname in characters and the cultures that bear it."""

    word: str
    cultures: tuple[str, ...]


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


Row = Country | Organisation | Place | Body | Mechanism | Office | Surname | Transliteration | PersonName | Word | Verb


class Form(StrEnum):
    """How a cell is written."""

    TEXT = "text"
    LIST = "list"
    """Alternatives between `|`, in order of preference."""
    FLAG = "flag"
    """`yes` or `no`."""


class Refers(StrEnum):
    """Which codes a cell may hold."""

    NOTHING = "nothing"
    COUNTRY = "country"
    ACTOR = "actor"
    """A country's or an organisation's code."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its meaning for docs, how its cells are written, and what they may hold (`allowed` empty: anything)."""

    name: str
    about: str
    form: Form = Form.TEXT
    required: bool = False
    allowed: frozenset[str] = frozenset()
    refers: Refers = Refers.NOTHING


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `row` makes one row from the cells in column order.

    No two rows have the same cells in the first `key` columns, and no word of the `words` columns stands in two rows.
    """

    name: str
    row: type[Any]
    about: str
    columns: tuple[Column, ...]
    key: int = 1
    words: tuple[str, ...] = ()


def _one_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


PLACE_KINDS = _one_of("city region venue")
BODY_KINDS = _one_of(
    "agency armed_group army bank company court government head_of_government head_of_state media ministry "
    "parliament party union"
)
MECHANISM_KINDS = _one_of("commission congress dialogue expo forum games summit")
OFFICE_KINDS = _one_of(
    "army business culture diplomacy government head_of_government head_of_state judiciary local minister "
    "organisation other parliament party religion royalty spouse"
)
CULTURES = _one_of("CN JP KR VN")
WORD_ROLES = _one_of(
    "after_name before_name common_surname field in_title kanji_names keeps_country modifier native_names never_name "
    "other perhaps_after_name pronoun time"
)
SENSES = _one_of(
    "arrive attend background call cancel ceremony deny invite lead leave meet message neutral plan receive say "
    "session sign talk travel visit"
)
"""What a verb may tell of. A new sense is one word here and one extractor that reads it."""

_ZH = Column("zh", "Chinese names in any script or region's use, the usual one first", Form.LIST, required=True)
_EN = Column("en", "English name")
_VI = Column("vi", "Vietnamese name")

_ALL = (
    Table(
        "countries",
        Country,
        "States and territories that occur in news.",
        (
            Column("code", "ISO 3166-1 alpha-2 code (XK for Kosovo)", required=True),
            _ZH,
            Column("short", "one- or two-character forms used beside other words (中方, 俄总统)", Form.LIST),
            _EN,
            _VI,
            Column("capital", "the capital's Chinese name, a city of `places`; empty when none or disputed"),
        ),
        words=("zh",),
    ),
    Table(
        "organisations",
        Organisation,
        "International organisations and groupings that act or host.",
        (
            Column("code", "the usual abbreviation in capitals", required=True),
            _ZH,
            Column("short", "one-character forms", Form.LIST),
            _EN,
            _VI,
        ),
        words=("zh",),
    ),
    Table(
        "places",
        Place,
        "Cities, regions and venues.",
        (
            Column("name", "Chinese name, simplified", required=True),
            Column("country", "code of the country it is in", refers=Refers.ACTOR),
            Column("kind", "what it is", required=True, allowed=PLACE_KINDS),
            Column("city", "for a venue, the city it stands in, empty when unknown"),
            Column("aliases", "other Chinese names in any script", Form.LIST),
            _EN,
        ),
        words=("name", "aliases"),
    ),
    Table(
        "bodies",
        Body,
        "Parties, state organs, armies, agencies and movements.",
        (
            Column("names", "Chinese names in any script, the usual one first", Form.LIST, required=True),
            Column("country", "code of its country, empty for a word that every country uses", refers=Refers.ACTOR),
            Column("kind", "what it is", required=True, allowed=BODY_KINDS),
            _EN,
        ),
        words=("names",),
    ),
    Table(
        "mechanisms",
        Mechanism,
        "Standing committees, forums, summits and dialogues.",
        (
            Column("name", "Chinese name, simplified", required=True),
            Column("aliases", "other Chinese names in any script", Form.LIST),
            Column("members", "codes of its members where these are few and fixed", Form.LIST, refers=Refers.ACTOR),
            Column("kind", "what it is", required=True, allowed=MECHANISM_KINDS),
            _EN,
        ),
        words=("name", "aliases"),
    ),
    Table(
        "offices",
        Office,
        "Titles of office.",
        (
            Column("word", "the title", required=True),
            Column("kind", "the field it belongs to", required=True, allowed=OFFICE_KINDS),
            Column("honorific", "whether it may follow a name as an address", Form.FLAG, required=True),
        ),
    ),
    Table(
        "surnames",
        Surname,
        "Surnames written in characters.",
        (
            Column("word", "the surname", required=True),
            Column("cultures", "who bears it", Form.LIST, required=True, allowed=CULTURES),
        ),
    ),
    Table(
        "transliteration",
        Transliteration,
        "Characters that write foreign names by sound.",
        (
            Column("group", "a name for the characters of this row", required=True),
            Column("chars", "the characters, one after the other", required=True),
        ),
    ),
    Table(
        "persons",
        PersonName,
        "Names that rules alone would miss.",
        (
            Column("name", "the full name", required=True),
            Column("country", "code of the country or organisation its bearer speaks for", refers=Refers.ACTOR),
        ),
    ),
    Table(
        "words",
        Word,
        "Words that help to find names.",
        (
            Column("word", "the word", required=True),
            Column("role", "how it stands beside a name", required=True, allowed=WORD_ROLES),
        ),
        key=2,
    ),
    Table(
        "verbs",
        Verb,
        "Verbs of contact between countries.",
        (
            Column("word", "the verb", required=True),
            Column("sense", "what it tells of", required=True, allowed=SENSES),
        ),
        key=2,
    ),
)

TABLES: Mapping[str, Table] = {table.name: table for table in _ALL}
"""Every table a pack may hold, by name; `NAME.tsv` in the pack's folder."""
