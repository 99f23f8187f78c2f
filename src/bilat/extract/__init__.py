"""Document → Reading: the language of the document picks who reads it. Pure: no document bears on another."""

from collections.abc import Sequence

from bilat.lang.base import Findings, Language, ReadsMany
from bilat.model import Document, Problem, Reading


def extract(doc: Document, languages: Sequence[Language]) -> Reading:
    """All that is found in one document.

    A document in a language that nobody reads yields a Reading without facts and a Problem `language_not_read`; one
    without a date yields `no_date`, for its days of the week and bare days stay unresolved.
    """
    reader = _reader(doc, languages)
    return _reading(doc, None if reader is None else reader.read(doc))


def extract_all(docs: Sequence[Document], languages: Sequence[Language]) -> list[Reading]:
    """The reading of each document, as `extract` gives it, in less time where its language reads many at once."""
    found: dict[int, Findings] = {}
    for language in languages:
        own = [at for at, doc in enumerate(docs) if _reader(doc, languages) is language]
        if isinstance(language, ReadsMany):
            found.update(zip(own, language.read_all([docs[at] for at in own]), strict=True))
        else:
            found.update((at, language.read(docs[at])) for at in own)
    return [_reading(doc, found.get(at)) for at, doc in enumerate(docs)]


def _reader(doc: Document, languages: Sequence[Language]) -> Language | None:
    return next((language for language in languages if language.code == doc.language), None)


def _reading(doc: Document, found: Findings | None) -> Reading:
    problems = list(doc.problems)
    if doc.published is None and not any(p.kind == "no_date" for p in problems):
        problems.append(Problem("no_date", "no published date found: days without a year stay unresolved"))
    if found is None:
        problems.append(
            Problem("language_not_read", f"documents in '{doc.language}' are kept and searchable, not read")
        )
        return Reading(doc.id, problems=tuple(problems))
    return Reading(
        doc.id,
        people=tuple(found.people),
        events=tuple(found.events),
        figures=tuple(found.figures),
        claims=tuple(found.claims),
        phrases=tuple(found.phrases),
        mechanisms=tuple(found.mechanisms),
        undertakings=tuple(found.undertakings),
        disputes=tuple(found.disputes),
        problems=tuple(problems + found.problems),
    )


__all__ = ["extract", "extract_all"]
