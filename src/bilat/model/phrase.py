"""A set phrase of diplomacy (提法), where one document uses it."""

from msgspec import Struct

from bilat.model.span import Evidence


class PhraseUse(Struct, frozen=True, gc=False):
    """A phrase in its canonical form, with every place where one side uses it in the document.

    `side` is the country (or organisation) of the speaker whose statement holds it, None in the article's own words;
    `speaker` as written, None likewise. `between` are the countries it is said of, sorted, as far as its sentence or
    headline names them. Each quotation is the phrase as written there.
    """

    phrase: str
    side: str | None
    speaker: str | None
    evidence: tuple[Evidence, ...]
    between: tuple[str, ...] = ()
