"""Whose words a phrase stands in."""

from collections.abc import Callable

from bilat.model import Claim, Evidence, PhraseUse, Span
from bilat.model.claim import Mode, SpeakerKind

Find = Callable[..., list[PhraseUse]]
BODY = "赵山表示，智利恪守一个中国原则。文章认为，一个中国原则是基础。"


def claim(text: str, start: int, end: int, speaker: str, country: str | None, **fields: object) -> Claim:
    """A claim whose evidence and statement are one stretch, unless told otherwise."""
    known: dict[str, object] = {"mode": Mode.INDIRECT, "statement": Span(start, end)} | fields
    evidence = (Evidence("d", Span(start, end), text[start:end]),)
    return Claim(speaker, SpeakerKind.PERSON, country, "表示", evidence=evidence, **known)  # pyright: ignore[reportArgumentType]


def test_a_phrase_in_a_statement_is_its_speakers(find: Find) -> None:
    inside, outside = find(BODY, claims=[claim(BODY, 5, 16, "赵山", "CL")])
    assert (inside.side, inside.speaker) == ("CL", "赵山")
    assert (outside.side, outside.speaker) == (None, None)


def test_the_innermost_statement_counts(find: Find) -> None:
    outer = claim(BODY, 0, len(BODY), "通讯社", None)
    inside, outside = find(BODY, claims=[outer, claim(BODY, 5, 16, "赵山", "CL")])
    assert inside.speaker == "赵山"
    assert (outside.side, outside.speaker) == (None, "通讯社")


def test_a_statement_unknown_the_evidence_is_asked(find: Find) -> None:
    inside, _ = find(BODY, claims=[claim(BODY, 0, 16, "赵山", "CL", statement=None)])
    assert inside.speaker == "赵山"


def test_what_stands_beside_the_statement_is_not_said_by_the_speaker(find: Find) -> None:
    both = find(BODY, claims=[claim(BODY, 0, 16, "赵山", "CL", statement=Span(5, 8))])
    assert [use.speaker for use in both] == [None]


def test_a_silence_says_nothing(find: Find) -> None:
    both = find(BODY, claims=[claim(BODY, 0, 16, "赵山", "CL", statement=None, mode=Mode.SILENCE)])
    assert [use.speaker for use in both] == [None]


def test_each_side_has_a_use_of_its_own(find: Find) -> None:
    body = "甲说，增进政治互信。乙说，增进政治互信。甲又说，政治互信很重要。"
    claims = [claim(body, 3, 9, "甲", "VN"), claim(body, 13, 19, "乙", "LA"), claim(body, 24, 31, "甲", "VN")]
    found = find(body, claims=claims)
    assert [(use.side, len(use.evidence)) for use in found] == [("VN", 2), ("LA", 1)]
