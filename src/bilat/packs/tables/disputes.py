"""Tables about contested names and words for disputes."""

from dataclasses import dataclass

from bilat.packs.columns import Column, Form, Refers, Table, one_of

CONTESTED_KINDS = one_of("feature region sea site state territory")
"""A `feature` is an island, reef, rock or shoal: which of these it is, is often part of the dispute."""


@dataclass(frozen=True, slots=True)
class Contested:
    """A place whose name is contested: `names` side by side in code point order, so that none comes first by choice.

    `entry` is made of the kind and of degrees of latitude and longitude: where a place lies favours no name.
    `parties` are the codes of those who differ over the place or its name, sorted; `unless` holds longer words that
    contain a name and mean something else.
    """

    entry: str
    kind: str
    names: tuple[str, ...]
    parties: tuple[str, ...]
    unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContestedUse:
    """In the words of one country, `name` means the entry `entry`: for names that several entries share.

    `publishers` write it so and never otherwise.
    """

    name: str
    country: str
    entry: str
    publishers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisputeWord:
    """Words that tell of a dispute; `behind_name` when they do so only right behind a contested name (南海争端).

    `unless` holds longer words that contain them and tell of no dispute between countries.
    """

    word: str
    behind_name: bool
    unless: tuple[str, ...]


TABLES: tuple[Table, ...] = (
    Table(
        "contested",
        Contested,
        "Places that publishers name differently on purpose, with their names side by side.",
        (
            Column(
                "entry", "the kind with degrees of latitude and longitude: a key that favours no name", required=True
            ),
            Column("kind", "what it is", required=True, allowed=CONTESTED_KINDS),
            Column("names", "Chinese names in any script, in code point order", Form.LIST, required=True),
            Column("parties", "codes of those who differ, sorted", Form.LIST, refers=Refers.ACTOR),
            Column("unless", "longer words that hold a name and mean something else", Form.LIST),
        ),
    ),
    Table(
        "contested_uses",
        ContestedUse,
        "Which entry of `contested` a name means in the words of a country, where several entries share the name.",
        (
            Column("name", "a name of several entries", required=True),
            Column("country", "code of the country that uses it so", required=True, refers=Refers.ACTOR),
            Column("entry", "the entry it means there", required=True),
            Column("publishers", "publishers that write it so and never otherwise, by any of their names", Form.LIST),
        ),
        key=2,
    ),
    Table(
        "dispute_words",
        DisputeWord,
        "Words that tell of a dispute between countries.",
        (
            Column("word", "the words", required=True),
            Column(
                "behind_name",
                "whether they tell of a dispute only right behind a contested name",
                Form.FLAG,
                required=True,
            ),
            Column("unless", "longer words that hold them and tell of no such dispute", Form.LIST),
        ),
    ),
)
