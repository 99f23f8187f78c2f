"""A number about a relation or an economy, as one document gives it."""

from msgspec import Struct, field

from bilat.model.span import Evidence

Number = int | float
"""A value in plain units (165900000000, 24.6): whole numbers are int."""


class Figure(Struct, frozen=True, gc=False):
    """One number, one period, one pair of parties.

    `measure` is a short English word of the codebook (`trade_total`); `of` the country or organisation whose number it
    is, `partner` the other side. `value` is in single units of `unit` (an ISO 4217 code, `percent`, or an English noun
    in the singular), None where only a change or a rank is told; `value_max` the upper end of a range. `period` is
    `2021`, `2022-01/2022-08`, `2016/` (since then) or `as_of 2022-08-20`. `change_pct` is the growth in percent,
    negative for a fall, `basis` what it is compared with: `yoy`, `mom`, `qoq` or a period. `rank` is a place in an
    order, `about` the words that make the value inexact, as written. `attributed_to` gives it, as written.
    """

    measure: str
    of: str | None
    partner: str | None = field(name="with")
    value: Number | None
    unit: str | None
    period: str | None
    evidence: tuple[Evidence, ...]
    value_max: Number | None = None
    change_pct: Number | None = None
    basis: str | None = None
    rank: int | None = None
    about: tuple[str, ...] = ()
    attributed_to: str | None = None
