"""The nouns: one frozen type each, plain Python, no input or output."""

from bilat.model.document import READ_FOR_FACTS, DateSource, Document, Part, Passage, Published, Source
from bilat.model.problem import Failure, Problem
from bilat.model.reading import Event, EventType, Participant, Person, Reading, Status
from bilat.model.span import Evidence, Span

__all__ = [
    "READ_FOR_FACTS",
    "DateSource",
    "Document",
    "Event",
    "EventType",
    "Evidence",
    "Failure",
    "Part",
    "Participant",
    "Passage",
    "Person",
    "Problem",
    "Published",
    "Reading",
    "Source",
    "Span",
    "Status",
]
