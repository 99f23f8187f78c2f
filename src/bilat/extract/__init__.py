"""Document → Reading: the language of the document picks who reads it. Pure, one document at a time."""

from collections.abc import Sequence

from bilat.lang.base import Language
from bilat.model import Document, Problem, Reading


def extract(doc: Document, languages: Sequence[Language]) -> Reading:
    """All that is found in one document.

    A document in a language that nobody reads yields a Reading without facts and a Problem `language_not_read`; one
    without a date yields `no_date`, for its days of the week and bare days stay unresolved.
    """
    problems = list(doc.problems)
    if doc.published is None and not any(p.kind == "no_date" for p in problems):
        problems.append(Problem("no_date", "no published date found: days without a year stay unresolved"))
    reader = next((language for language in languages if language.code == doc.language), None)
    if reader is None:
        problems.append(
            Problem("language_not_read", f"documents in '{doc.language}' are kept and searchable, not read")
        )
        return Reading(doc.id, problems=tuple(problems))
    found = reader.read(doc)
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


__all__ = ["extract"]
