"""The nouns: one frozen Struct each, no input or output. None can hold itself, so the collector need not look at them
(`gc=False`)."""

from bilat.model.claim import Claim, Mode, SpeakerKind
from bilat.model.dispute import DisputeKind, DisputeMention
from bilat.model.document import READ_FOR_FACTS, DateSource, Document, Part, Passage, Published, Source
from bilat.model.figure import Figure
from bilat.model.level import Level
from bilat.model.mechanism import MechanismUse
from bilat.model.phrase import PhraseUse
from bilat.model.problem import Failure, Problem
from bilat.model.reading import Event, EventType, Participant, Person, Reading, Status
from bilat.model.span import Evidence, Span
from bilat.model.undertaking import Stage, Undertaking

__all__ = [
    "READ_FOR_FACTS",
    "Claim",
    "DateSource",
    "DisputeKind",
    "DisputeMention",
    "Document",
    "Event",
    "EventType",
    "Evidence",
    "Failure",
    "Figure",
    "Level",
    "MechanismUse",
    "Mode",
    "Part",
    "Participant",
    "Passage",
    "Person",
    "PhraseUse",
    "Problem",
    "Published",
    "Reading",
    "Source",
    "Span",
    "SpeakerKind",
    "Stage",
    "Status",
    "Undertaking",
]
