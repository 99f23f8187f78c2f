"""A record, two countries and a period → the brief."""

import gettext
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from bilat.errors import UsageError
from bilat.views.brief.contested import contested
from bilat.views.brief.differ import differ
from bilat.views.brief.figures import figures
from bilat.views.brief.happened import happened, in_short
from bilat.views.brief.material import Material
from bilat.views.brief.model import Brief, Section
from bilat.views.brief.one_sided import one_sided
from bilat.views.brief.phrases import phrases
from bilat.views.brief.promised import promised
from bilat.views.brief.said import said
from bilat.views.brief.travelled import travelled
from bilat.views.brief.watch import watch
from bilat.views.brief.wording import Translator, Wording
from bilat.views.countries import country_code
from bilat.views.dates import iso_prefix

if TYPE_CHECKING:
    from bilat.record import Record

SECTIONS: Final[tuple[Callable[[Material], Section], ...]] = (
    in_short,
    happened,
    travelled,
    promised,
    figures,
    said,
    phrases,
    contested,
    watch,
    differ,
    one_sided,
)
"""In the order in which they are read; a section of which the record has nothing says so."""


def compose(  # what the command may be asked
    record: "Record",
    one: str,
    other: str,
    *,
    since: str | None = None,
    until: str | None = None,
    language: str = "en",
    translator: Translator | None = None,
) -> Brief:
    """The brief on two countries (any name or code of them) in a period. Raises UsageError for an unknown country, one
    country twice, or a date that is none."""
    from bilat.packs import load  # noqa: PLC0415  # only those who write a brief pay for the packs

    countries = (country_code(one), country_code(other))
    if countries[0] == countries[1]:
        raise UsageError(f"'{one}' and '{other}' are one country: a brief is about two")
    packs = load()
    wording = Wording(language, translator or gettext.NullTranslations(), packs)
    since, until = (None if day is None else iso_prefix(day) for day in (since, until))
    material = Material(record, countries, since, until, wording, packs)
    return Brief(
        title=_title(material),
        about=_about(material),
        sections=tuple(section(material) for section in SECTIONS),
        labels=wording.labels(),
    )


def _title(material: Material) -> str:
    one, other = (material.wording.the(code) for code in material.countries)
    title = material.gettext("{one} and {other}").format(one=one, other=other)
    return title[:1].upper() + title[1:]


def _about(material: Material) -> tuple[str, ...]:
    """The period, and what the brief was made from."""
    _, wording = material.gettext, material.wording
    until = material.until or material.last_day
    if material.since and until:
        period = _("From {first} to {last}.").format(first=wording.day(material.since), last=wording.day(until))
    elif until:
        period = _("Until {last}.").format(last=wording.day(until))
    else:
        period = _("All that the record holds.")
    documents = len(material.record)
    count = wording.ngettext("{count} document", "{count} documents", documents).format(count=wording.number(documents))
    made = _("Made by rules from a record of {documents} (digest {digest}); every sentence cites its quotations.")
    return period, made.format(documents=count, digest=material.record.digest)
