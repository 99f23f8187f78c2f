"""Tables for linking: offices by their usual name and their level, spellings of one name, kinds of visit; and how names
are written in Latin letters."""

from dataclasses import dataclass

from bilat.packs.columns import Column, Form, Refers, Table, one_of


@dataclass(frozen=True, slots=True)
class PostName:
    """An office by its usual name `office`, with the other ways to write it (`forms`).

    `sole` where one person at a time holds it in a country. With `any_body` the name of a body before it says nothing
    more (国务院总理 is 总理); without, it makes another office of it.
    """

    office: str
    forms: tuple[str, ...]
    sole: bool
    any_body: bool


@dataclass(frozen=True, slots=True)
class OfficeLevel:
    """A word that ends the names of offices, and how high these are (`Level`)."""

    word: str
    level: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """Spellings of one person's name that sounds alone do not show to be one, the usual one first."""

    name: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VisitKind:
    """A rank of visit in protocol, and the words that tell it."""

    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Romanisation:
    """The rule by which a country writes the names of its people in Latin letters, where their characters tell it.
    `pinyin`: the surname and the given name in the sounds of their characters, without tones."""

    country: str
    rule: str


LEVELS = one_of("leaders ministers officials")
RULES = one_of("pinyin")
VISIT_KINDS = one_of("official official_working private state transit working")

TABLES: tuple[Table, ...] = (
    Table(
        "posts",
        PostName,
        "Offices by their usual name, with other ways to write it.",
        (
            Column("office", "the usual name", required=True),
            Column("forms", "other ways to write it", Form.LIST),
            Column("sole", "whether one person at a time holds it in a country", Form.FLAG, required=True),
            Column("any_body", "whether a body named before it adds nothing", Form.FLAG, required=True),
        ),
    ),
    Table(
        "levels",
        OfficeLevel,
        "Words that end the names of offices, and how high these are; the longest counts.",
        (
            Column("word", "the end of an office's usual name, simplified", required=True),
            Column("level", "how high it is", required=True, allowed=LEVELS),
        ),
    ),
    Table(
        "spellings",
        Spelling,
        "Spellings of one person's name that sounds alone do not show to be one.",
        (
            Column("name", "a name", required=True),
            Column("others", "other spellings of it, in any script", Form.LIST, required=True),
        ),
    ),
    Table(
        "visit_kinds",
        VisitKind,
        "What a visit is called in protocol.",
        (
            Column("kind", "its rank", required=True, allowed=VISIT_KINDS),
            Column("words", "words for it, simplified; the longest counts", Form.LIST, required=True),
        ),
    ),
    Table(
        "romanisations",
        Romanisation,
        "How countries write names in Latin letters, where the characters of a name tell it.",
        (
            Column("country", "its code", required=True, refers=Refers.COUNTRY),
            Column("rule", "by which rule; the surnames of the country have readings", required=True, allowed=RULES),
        ),
    ),
)
