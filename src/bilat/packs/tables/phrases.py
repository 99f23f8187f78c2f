"""Tables about diplomacy's set phrases."""

from dataclasses import dataclass

from bilat.packs.columns import Column, Form, Table, one_of

PHRASE_KINDS = one_of(
    "community cooperation criticism dialogue doctrine friendship initiative management order partnership position "
    "principle security"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A set phrase of diplomacy (提法): `phrase` is its canonical form, `variants` the other wordings of the same.

    `unless` holds longer wordings that contain one of these and mean something else: they are passed over. A `plain`
    one is said outside diplomacy too, and counts only where two countries are named. `en` and `vi` are official
    equivalents, empty where none is known. `source` says whose phrase it is.
    """

    phrase: str
    kind: str
    variants: tuple[str, ...]
    unless: tuple[str, ...]
    plain: bool
    en: str
    vi: str
    gloss: str
    source: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """Other renderings of a set phrase in another language than Chinese than the one in official use, which often is
    disputed: a community of shared future, or of common destiny."""

    phrase: str
    language: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """What talks are about, with the words in each language that tell it, the usual name first."""

    topic: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    vi: tuple[str, ...]


RENDERED = one_of("en vi")

TABLES: tuple[Table, ...] = (
    Table(
        "phrases",
        Phrase,
        "Set phrases of diplomacy, of any pair of countries.",
        (
            Column("phrase", "the canonical form, simplified", required=True),
            Column("kind", "what it is about", required=True, allowed=PHRASE_KINDS),
            Column("variants", "other Chinese wordings of the same phrase, in any script or region's use", Form.LIST),
            Column("unless", "longer wordings that hold one of these and are something else", Form.LIST),
            Column(
                "plain",
                "whether the words have a plain use too: then two countries must be named beside them",
                Form.FLAG,
                required=True,
            ),
            Column("en", "the English equivalent in official use, empty when none is known"),
            Column("vi", "the Vietnamese equivalent in official use, empty when none is known"),
            Column("gloss", "one line that says what it means", required=True),
            Column("source", "whose phrase it is, and since when as far as known", required=True),
        ),
        words=("phrase", "variants"),
    ),
    Table(
        "phrase_renderings",
        Rendering,
        "Further renderings of set phrases in other languages.",
        (
            Column("phrase", "the canonical form, as in `phrases`", required=True),
            Column("language", "the code of the language", required=True, allowed=RENDERED),
            Column("words", "renderings beside the one in `phrases`", Form.LIST, required=True),
        ),
        key=2,
    ),
    Table(
        "topics",
        Topic,
        "What talks are about, by the words of each language.",
        (
            Column("topic", "a short name for it, in English", required=True),
            Column("zh", "words that tell it in Chinese, simplified; the usual name first", Form.LIST, required=True),
            Column("en", "words that tell it in English; the usual name first", Form.LIST, required=True),
            Column("vi", "words that tell it in Vietnamese; the usual name first", Form.LIST, required=True),
        ),
    ),
)
