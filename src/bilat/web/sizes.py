"""How much a figure says, in the language of the page: `165.9 bn USD`, `165,9 tỷ USD`, `1,659亿美元`."""

from functools import cache

from bilat.messages import translator
from bilat.model import Figure
from bilat.model.figure import Number
from bilat.packs import load
from bilat.views import figures
from bilat.views.brief.wording import ENGLISH, Wording
from bilat.web import item_labels


@cache
def _wording(language: str) -> Wording:
    return Wording(language, translator(language), load())


def amount(value: Number, unit: str | None, language: str) -> str:
    """A value with its unit, all digits that are known."""
    return figures.amount(value, unit) if language == ENGLISH else _wording(language).amount(value, unit)


def change(percent: float, language: str) -> str:
    """A growth in percent, with its sign."""
    return f"{_wording(language).number(percent, '+,')} %"


def level(figure: Figure, language: str) -> str:
    """All that a figure says of size: value or range, rank, growth and what it is compared with."""
    if language == ENGLISH:
        said = figures.level(figure)
        return (
            said.replace(f"({figure.basis})", f"({item_labels.label(figure.basis, 'basis')})") if figure.basis else said
        )
    wording, parts = _wording(language), list[str]()
    _ = wording.gettext
    if figure.value is not None:
        said = wording.amount(figure.value, figure.unit)
        if figure.value_max is not None:
            said = _("{first} to {last}").format(first=said, last=wording.amount(figure.value_max, figure.unit))
        parts.append(said + (f" [{' '.join(figure.about)}]" if figure.about else ""))
    if figure.rank is not None:
        parts.append(_("number {rank}").format(rank=figure.rank))
    if figure.change_pct is not None:
        basis = f" ({_(item_labels.label(figure.basis, 'basis'))})" if figure.basis else ""
        parts.append(change(figure.change_pct, language) + basis)
    return _(", ").join(parts)
