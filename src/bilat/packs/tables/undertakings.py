"""Tables about undertakings: what is promised or built, and the words for how far it has come."""

from dataclasses import dataclass

from bilat.packs.columns import Column, Form, Table, one_of

KINDS = one_of(
    "agreement aid airport bridge cable ceasefire cooperation debt embassy energy exchange flights food free_trade "
    "funding grant health hotline industry loan market military pipeline port power project railway road satellite "
    "supply telecom ties training treaty vaccine visa water weapons"
)
ROLES = one_of("access body field gift level paper project supply talks ties work")
"""How a thing is spoken of: built (`project`), given (`gift`), sold or handed over (`supply`), signed (`paper`),
opened (`access`, `body`), held (`talks`), entered into (`ties`), raised (`level`); `work` is cooperation, which needs
a `field` beside it."""
STAGES = one_of("agreed asked done dropped future none open proposed signed under_study under_way")
USES = one_of("give modal neutral object receive subject")


@dataclass(frozen=True, slots=True)
class UndertakingWord:
    """A noun for what is promised, its kind, and how it is spoken of."""

    word: str
    kind: str
    role: str


@dataclass(frozen=True, slots=True)
class StageWord:
    """A verb and the stage it tells when nothing else is said. `use` says where what is promised stands; `of` which
    roles of nouns it goes with (empty: all)."""

    word: str
    use: str
    stage: str
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that leaves a promise open; `whole` when its clause belongs to it (如果得到确认)."""

    word: str
    whole: bool


TABLES: tuple[Table, ...] = (
    Table(
        "undertakings",
        UndertakingWord,
        "Nouns for what countries promise each other or build together.",
        (
            Column("word", "the noun", required=True),
            Column("kind", "what it is", required=True, allowed=KINDS),
            Column("role", "how it is spoken of", required=True, allowed=ROLES),
        ),
    ),
    Table(
        "stages",
        StageWord,
        "Verbs that tell how far an undertaking has come.",
        (
            Column("word", "the verb", required=True),
            Column(
                "use",
                "`object`: what is promised follows; `give`, `receive`: it does, and goes to or comes from another; "
                "`subject`: it stands before; `modal`: another verb follows; `neutral`: it only keeps shorter words "
                "from being found in it",
                required=True,
                allowed=USES,
            ),
            Column(
                "stage",
                "how far it has come; `asked` is wished of others, `future` is ahead, `none` denies, `open` tells "
                "nothing without another verb",
                required=True,
                allowed=STAGES,
            ),
            Column("of", "roles of the nouns it goes with, empty for all", Form.LIST, allowed=ROLES),
        ),
        key=2,
    ),
    Table(
        "hedges",
        Hedge,
        "Words that leave an undertaking open.",
        (
            Column("word", "the word", required=True),
            Column("whole", "whether it is quoted up to the end of its clause", Form.FLAG, required=True),
        ),
    ),
)
