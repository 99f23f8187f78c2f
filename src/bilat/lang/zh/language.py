"""Chinese, both scripts, behind the interface of `lang/base.py`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from bilat.lang.base import Extractor, Findings
from bilat.lang.steps import together
from bilat.lang.zh.analysis import Analysis, analyse, analyse_all
from bilat.lang.zh.claims import claim_steps
from bilat.lang.zh.claims import rules as claim_rules
from bilat.lang.zh.disputes import find_disputes
from bilat.lang.zh.disputes import rules as dispute_rules
from bilat.lang.zh.events import event_steps
from bilat.lang.zh.events.rules import rules as event_rules
from bilat.lang.zh.figures import figure_steps
from bilat.lang.zh.figures import rules as figure_rules
from bilat.lang.zh.kin import ChineseKin
from bilat.lang.zh.lexicon import lexicon
from bilat.lang.zh.mechanisms import find_mechanisms
from bilat.lang.zh.mechanisms import rules as mechanism_rules
from bilat.lang.zh.people import find_people, people_steps, persons_to_model
from bilat.lang.zh.phrases import find_phrases
from bilat.lang.zh.phrases.discover import discover, discovery_text
from bilat.lang.zh.undertakings import find_undertakings
from bilat.lang.zh.undertakings import rules as undertaking_rules
from bilat.lang.zh.wordings import wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilat.lang.steps import Steps
    from bilat.lang.zh.people import People
    from bilat.lang.zh.wordings import Read
    from bilat.model import Document
    from bilat.model.wording import Wording
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

    @cached_property
    def wordings(self) -> Read:
        """Set phrases, contested names and words for disputes, found in one pass."""
        return wordings(self.packs).read(self.analysis)


class Chinese:
    """Reads Chinese documents with the words of some packs."""

    code = "zh"

    def __init__(self, packs: Packs) -> None:
        self._packs = packs
        self._lexicon = lexicon(packs)
        self.extractors: tuple[Extractor[Reading], ...] = (
            Extractor("people", (), ("people",), ("people_f1", "title_accuracy"), self._people),
            Extractor("events", ("people",), ("events",), ("events_core_f1", "events_strict_f1"), self._events),
            Extractor("figures", ("people",), ("figures",), ("figures_f1", "figures_strict_f1"), self._figures),
            Extractor("claims", ("people",), ("claims",), ("claims_recall", "claims_precision"), self._claims),
            Extractor("phrases", ("claims",), ("phrases",), ("phrases_checked",), self._phrases),
            Extractor("mechanisms", ("events",), ("mechanisms",), ("seeds_facts",), self._mechanisms),
            Extractor("undertakings", ("people", "claims"), ("undertakings",), ("seeds_facts",), self._undertakings),
            Extractor("disputes", (), ("disputes",), ("seeds_facts",), self._disputes),
        )

    def read(self, doc: Document) -> Findings:
        """All that the extractors find in one document, and the problems met."""
        reading, findings = Reading(analyse(doc, self._lexicon), self._packs), Findings()
        for extractor in self.extractors:
            together([extractor.run(reading, findings)])
        return findings

    def read_all(self, docs: Sequence[Document]) -> list[Findings]:
        """As `read`, but each step of each extractor goes over all documents before the next: a quarter off the time
        of a hundred documents."""
        under_way = [(Reading(each, self._packs), Findings()) for each in analyse_all(docs, self._lexicon)]
        for extractor in self.extractors:
            together([extractor.run(reading, findings) for reading, findings in under_way])
        return [findings for _, findings in under_way]

    @cached_property
    def kin(self) -> ChineseKin:
        """What linking asks of Chinese."""
        return ChineseKin(self._packs)

    def discover(self, docs: Iterable[Document], limit: int) -> list[Wording]:
        """Wordings that recur where relations are spoken of and stand in no pack; docs/phrases.md has the statistic."""
        return discover((discovery_text(doc) for doc in docs), self._packs, limit=limit)

    def _people(self, reading: Reading, findings: Findings) -> Steps[None]:
        reading.people = yield from people_steps(reading.analysis, self._packs)
        yield
        findings.people = persons_to_model(reading.analysis, reading.people)
        findings.problems.extend(reading.people.problems)

    def _events(self, reading: Reading, findings: Findings) -> Steps[None]:
        findings.events = yield from event_steps(reading.analysis, reading.people, event_rules(self._packs))

    def _figures(self, reading: Reading, findings: Findings) -> Steps[None]:
        findings.figures, problems = yield from figure_steps(
            reading.analysis, reading.people, figure_rules(self._packs)
        )
        findings.problems.extend(problems)

    def _claims(self, reading: Reading, findings: Findings) -> Steps[None]:
        findings.claims = yield from claim_steps(reading.analysis, reading.people, claim_rules(self._packs))

    def _phrases(self, reading: Reading, findings: Findings) -> None:
        findings.phrases = find_phrases(reading.analysis, findings.claims, reading.wordings)

    def _mechanisms(self, reading: Reading, findings: Findings) -> None:
        findings.mechanisms = find_mechanisms(reading.analysis, findings.events, mechanism_rules(self._packs))

    def _undertakings(self, reading: Reading, findings: Findings) -> None:
        findings.undertakings = find_undertakings(
            reading.analysis, reading.people, findings.claims, undertaking_rules(self._packs)
        )

    def _disputes(self, reading: Reading, findings: Findings) -> None:
        findings.disputes = find_disputes(reading.analysis, reading.wordings, dispute_rules(self._packs))
