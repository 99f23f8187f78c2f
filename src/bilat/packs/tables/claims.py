"""Tables about claims: words of saying, and the nouns that name who speaks by kind alone."""

from dataclasses import dataclass

from bilat.packs.columns import Column, Table, one_of

SPEECH_KINDS = one_of(
    "adverb cite expect lead learn loose neutral noun opens report say show silence source stance state tell"
)
SPEAKER_KINDS = one_of("assembly body document group media office people platform")


@dataclass(frozen=True, slots=True)
class Speech:
    """A word of saying, or one that helps to tell who speaks; `kind` is how it is used."""

    word: str
    kind: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """A noun at the end of a speaker's name: what kind of speaker it makes (越南官员, 政府声明)."""

    word: str
    kind: str


TABLES: tuple[Table, ...] = (
    Table(
        "speech",
        Speech,
        "Words of saying, and the words that stand between speaker and verb.",
        (
            Column("word", "the word", required=True),
            Column("kind", "how it is used: see the page on claims", required=True, allowed=SPEECH_KINDS),
        ),
        key=2,
    ),
    Table(
        "speakers",
        Speaker,
        "Nouns that name a speaker by kind, or the medium of a statement.",
        (
            Column("word", "the noun", required=True),
            Column("kind", "what it makes of the speaker", required=True, allowed=SPEAKER_KINDS),
        ),
    ),
)
