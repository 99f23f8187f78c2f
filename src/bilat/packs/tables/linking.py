"""Tables for linking: offices by their usual name and their level, spellings of one name, kinds of visit; how names
are written in Latin letters; and what names, offices and readings of several languages have in common."""

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


@dataclass(frozen=True, slots=True)
class WorldName:
    """One person's name in several languages: `name` in Chinese, `en` and `vi` as texts in these write it."""

    name: str
    country: str
    en: tuple[str, ...]
    vi: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficeTitle:
    """Titles of a language for one office, in small letters. `office` is its usual name in `posts`; where `countries`
    are named, they mean that office there only, and nothing else."""

    office: str
    countries: tuple[str, ...]
    titles: tuple[str, ...]
    sole: bool


@dataclass(frozen=True, slots=True)
class SyllableReading:
    """A syllable by which a language reads Chinese characters (`chars`, simplified)."""

    reading: str
    chars: str


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
    Table(
        "names",
        WorldName,
        "Names of public figures in several languages, where sounds do not show that they are one.",
        (
            Column("name", "the usual name in Chinese, simplified", required=True),
            Column("country", "code of the country its bearer speaks for", required=True, refers=Refers.ACTOR),
            Column("en", "as English texts write it", Form.LIST, required=True),
            Column("vi", "as Vietnamese texts write it, where otherwise than English ones", Form.LIST),
        ),
        key=2,
    ),
    Table(
        "office_titles",
        OfficeTitle,
        "Titles of office of a language by the usual name of the office.",
        (
            Column("office", "the usual name, as in `posts`", required=True),
            Column(
                "countries", "where the titles mean this office, empty for all others", Form.LIST, refers=Refers.ACTOR
            ),
            Column("titles", "the titles, in small letters", Form.LIST, required=True),
            Column("sole", "whether one person at a time holds it in a country", Form.FLAG, required=True),
        ),
        key=2,
    ),
    Table(
        "readings",
        SyllableReading,
        "Syllables by which a language reads Chinese characters.",
        (
            Column("reading", "the syllable, in small letters", required=True),
            Column("chars", "the characters that are read so, simplified", required=True),
        ),
    ),
)
