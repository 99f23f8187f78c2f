"""Tables about figures: what is measured, in which units, and the words that tell of growth."""

from dataclasses import dataclass

from bilat.packs.columns import Column, Form, Refers, Table, one_of


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that is counted or measured between countries or in an economy.

    `words` name it; where `needs` is not empty one of these must stand in the same sentence. `takes` says which kinds
    of number it has, `units` the nouns it may be counted in (the first is the usual one). `sides` tells how its
    countries are read, `level` whether it runs over a period or stands on a day, `traits` what else is known of it.
    """

    measure: str
    words: tuple[str, ...]
    needs: tuple[str, ...]
    takes: tuple[str, ...]
    units: tuple[str, ...]
    sides: str
    level: str
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit other than money, in the singular, and the words that write it."""

    unit: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency by its ISO 4217 code: `words` mean it alone; `short` is what several share (元, 法郎), taken for it in
    the `countries` that pay with it; where no country tells, in texts of `script`."""

    code: str
    words: tuple[str, ...]
    short: tuple[str, ...]
    countries: tuple[str, ...]
    script: str


@dataclass(frozen=True, slots=True)
class FigureWord:
    """A word beside a number, and what it tells of it."""

    word: str
    role: str


TAKES = one_of("change count money percent rank time")
SIDES = one_of("inward outward own pair")
LEVELS = one_of("flow stock")
TRAITS = one_of("any_sum anybodys daily given large occasion owned partial partner_after private received")
SCRIPTS = one_of("Hans Hant Latn")
FIGURE_ROLES = one_of("estimate fall no_count no_figure no_measure rise share")

TABLES: tuple[Table, ...] = (
    Table(
        "measures",
        Measure,
        "What figures measure: trade, investment, aid, travel, output and the like.",
        (
            Column("measure", "the English name in the output", required=True),
            Column("words", "words that name it (Chinese simplified)", Form.LIST, required=True),
            Column("needs", "words of which one must stand in the same sentence; empty for none", Form.LIST),
            Column("takes", "the kinds of number it has", Form.LIST, required=True, allowed=TAKES),
            Column("units", "units it is counted in, the usual one first", Form.LIST),
            Column("sides", "how its countries are read", required=True, allowed=SIDES),
            Column("level", "over a period (flow) or on a day (stock)", required=True, allowed=LEVELS),
            Column("traits", "what else is known of it: docs/figures.md", Form.LIST, allowed=TRAITS),
        ),
        words=("words",),
    ),
    Table(
        "units",
        Unit,
        "Units other than money.",
        (
            Column("unit", "English noun in the singular; `item` for counters that tell nothing", required=True),
            Column("words", "words that write it (Chinese simplified)", Form.LIST, required=True),
        ),
        words=("words",),
    ),
    Table(
        "currencies",
        Currency,
        "Currencies.",
        (
            Column("code", "ISO 4217 code", required=True),
            Column("words", "words and signs that mean this currency alone", Form.LIST, required=True),
            Column("short", "words that several currencies share", Form.LIST),
            Column("countries", "codes of the countries that pay with it", Form.LIST, refers=Refers.COUNTRY),
            Column("script", "script in which a shared word means it where no country tells", allowed=SCRIPTS),
        ),
        words=("words",),
    ),
    Table(
        "figure_words",
        FigureWord,
        "Words beside numbers.",
        (
            Column("word", "the word (Chinese simplified)", required=True),
            Column("role", "what it tells of a number", required=True, allowed=FIGURE_ROLES),
        ),
        key=2,
    ),
)
