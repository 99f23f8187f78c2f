"""A language of this family behind the interface of `lang/base.py`."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from bilat.lang.base import Findings
from bilat.lang.spaced.analysis import analyse
from bilat.lang.spaced.claims import find_claims
from bilat.lang.spaced.events import find_events
from bilat.lang.spaced.figures import find_figures
from bilat.lang.spaced.figures.words import Words
from bilat.lang.spaced.mechanisms import find_mechanisms
from bilat.lang.spaced.people import find_people, persons_to_model
from bilat.lang.spaced.phrases import find_phrases
from bilat.lang.spaced.undertakings import find_undertakings

if TYPE_CHECKING:
    from bilat.lang.spaced.days import Day
    from bilat.lang.spaced.figures.forms import Forms
    from bilat.lang.spaced.speech import Speech
    from bilat.model import Document


class Calendar(Protocol):
    """How a language writes days."""

    def find(self, text: str, start: int, end: int, today: date | None) -> list[Day]:
        """The days between two offsets, in order."""
        ...

    def length(self, text: str, start: int, end: int) -> int | None:
        """How many days something lasts, where that is said between two offsets."""
        ...


class Spaced:
    """Reads documents by the words and habits of one language."""

    code: str

    def __init__(self, speech: Speech) -> None:
        self.speech = speech

    @cached_property
    def dates(self) -> Calendar:
        """How the language writes days."""
        raise NotImplementedError

    @property
    def forms(self) -> Forms:
        """How the language writes numbers and what stands around them."""
        raise NotImplementedError

    @cached_property
    def figure_words(self) -> Words:
        """The words about figures; made when first needed."""
        return Words(self.speech, self.forms)

    def _restored(self, text: str) -> str:
        return self.speech.restored(self.speech, text)

    def read(self, doc: Document) -> Findings:
        """All that is found in one document, and the problems met."""
        analysis = analyse(doc, self.speech.lexicon, self.speech.of_role("abbreviation"), self._restored)
        people = find_people(analysis, self.speech)
        findings = Findings(people=persons_to_model(analysis, people), problems=list(people.problems))
        told = find_events(analysis, people, self.speech, self.dates, today(doc))
        findings.events = told.events
        findings.claims = find_claims(analysis, people, told.rows, self.speech)
        findings.figures, problems = find_figures(
            analysis, people, told.rows, findings.claims, self.figure_words, today(doc)
        )
        findings.problems += problems
        findings.phrases = find_phrases(analysis, findings.claims, self.speech)
        findings.undertakings = find_undertakings(analysis, people, told.rows, findings.claims, self.speech, today(doc))
        findings.mechanisms = find_mechanisms(analysis, told.namings, told.events, self.speech)
        return findings


def today(doc: Document) -> date | None:
    """The day of publication where the publisher is: of the full time as given when there is one."""
    if doc.published is None:
        return None
    if doc.published.stamp:
        try:
            return datetime.fromisoformat(doc.published.stamp).date()
        except ValueError:
            pass
    return date.fromisoformat(doc.published.day)
