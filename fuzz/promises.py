"""What holds for every document and every reading, whatever they were made of."""

from bilat.lang.base import Findings
from bilat.model import Document, Part, Span
from bilat.model.flat import NOUNS


def sound_document(doc: Document) -> None:
    """Passages lie in the text, in order, apart, without blanks at their ends, the headline first, and hold every word."""
    at = 0
    for passage in doc.passages:
        assert at <= passage.span.start < passage.span.end <= len(doc.text)
        at = passage.span.end
        quoted = doc.text[passage.span.start : passage.span.end]
        assert quoted == quoted.strip() or passage.part is Part.CREDIT
        assert "\n" not in quoted or passage.part is Part.HEADLINE
    if doc.title.strip():
        assert doc.passages[0].part is Part.HEADLINE
        assert doc.text.startswith(doc.title)
    assert [p.part for p in doc.passages].count(Part.HEADLINE) <= 1
    assert [p.part for p in doc.passages].count(Part.LEAD) <= 1
    said = "".join(doc.text[p.span.start : p.span.end] for p in doc.passages)
    assert "".join(said.split()) == "".join(doc.text.split()), "every word of the text is in one passage"
    _ = doc.text.encode("utf-8")
    assert doc.id


def sound_reading(doc: Document, found: Findings) -> None:
    """Every item has evidence, every quotation stands at its offsets, every stretch pointed to is in the text."""
    for noun in ("events", *NOUNS):
        for item in getattr(found, noun):
            assert item.evidence
            for ev in item.evidence:
                assert ev.quote
                assert doc.text[ev.span.start : ev.span.end] == ev.quote
    assert all(0 <= span.start < span.end <= len(doc.text) for span in spans_of(found))


def spans_of(found: Findings) -> list[Span]:
    """Every stretch of text that a reading points to beside its evidence."""
    mentions = [mention for person in found.people for mention in person.mentions]
    statements = [claim.statement for claim in found.claims if claim.statement is not None]
    return [*mentions, *statements, *(problem.span for problem in found.problems if problem.span is not None)]
