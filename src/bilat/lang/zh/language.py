"""Chinese, both scripts, behind the interface of `lang/base.py`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from bilat.lang.base import Extractor, Findings
from bilat.lang.zh.analysis import Analysis, analyse
from bilat.lang.zh.events import find_events
from bilat.lang.zh.events.rules import rules
from bilat.lang.zh.lexicon import lexicon
from bilat.lang.zh.people import find_people, persons_to_model

if TYPE_CHECKING:
    from bilat.lang.zh.people import People
    from bilat.model import Document
    from bilat.packs import Packs


class Reading:
    """One document under way: its analysis, and the people with their mentions once they are found."""

    def __init__(self, analysis: Analysis, packs: Packs) -> None:
        self.analysis = analysis
        self.packs = packs

    @cached_property
    def people(self) -> People:
        """People with every mention; events are read off them."""
        return find_people(self.analysis, self.packs)


class Chinese:
    """Reads Chinese documents with the words of some packs."""

    code = "zh"

    def __init__(self, packs: Packs) -> None:
        self._packs = packs
        self._lexicon = lexicon(packs)
        self._rules = rules(packs)
        self.extractors: tuple[Extractor[Reading], ...] = (
            Extractor("people", (), ("people",), ("people_f1", "title_accuracy"), self._people),
            Extractor("events", ("people",), ("events",), ("events_core_f1", "events_strict_f1"), self._events),
        )

    def read(self, doc: Document) -> Findings:
        """People and events of one document, and the problems met."""
        reading, findings = Reading(analyse(doc, self._lexicon), self._packs), Findings()
        for extractor in self.extractors:
            extractor.run(reading, findings)
        return findings

    def _people(self, reading: Reading, findings: Findings) -> None:
        findings.people = persons_to_model(reading.analysis, reading.people)
        findings.problems.extend(reading.people.problems)

    def _events(self, reading: Reading, findings: Findings) -> None:
        findings.events = find_events(reading.analysis, reading.people, self._rules)
