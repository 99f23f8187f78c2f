"""Tables about actors, offices, names and the verbs of contact."""

from bilat.packs.columns import Column, Form, Refers, Table, one_of
from bilat.packs.rows import (
    Body,
    Country,
    Mechanism,
    Office,
    Organisation,
    PersonName,
    Place,
    Surname,
    Transliteration,
    Verb,
    Word,
)

PLACE_KINDS = one_of("city region venue")
BODY_KINDS = one_of(
    "agency armed_group army bank company court government head_of_government head_of_state media ministry "
    "parliament party union"
)
MECHANISM_KINDS = one_of("commission congress dialogue expo forum games summit")
OFFICE_KINDS = one_of(
    "army business culture diplomacy government head_of_government head_of_state judiciary local minister "
    "organisation other parliament party religion royalty spouse"
)
CULTURES = one_of("CN JP KR VN")
WORD_ROLES = one_of(
    "after_name before_name common_surname field in_title kanji_names keeps_country modifier native_names never_name "
    "other perhaps_after_name pronoun time"
)
SENSES = one_of(
    "arrive attend background call cancel ceremony deny invite lead leave meet message neutral plan receive say "
    "session sign talk travel visit"
)
"""What a verb may tell of. A new sense is one word here and one extractor that reads it."""

_ZH = Column("zh", "Chinese names in any script or region's use, the usual one first", Form.LIST, required=True)
_EN = Column("en", "English name")
_VI = Column("vi", "Vietnamese name")

TABLES: tuple[Table, ...] = (
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
            Column("reading", "in pinyin, where the character is read otherwise when it is no surname"),
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
