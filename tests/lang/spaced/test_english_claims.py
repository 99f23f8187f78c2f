"""What is claimed in English, and set phrases in their English rendering."""

import pytest

from tests.lang.spaced.reading import Read

OPENS = (
    "Chinese Foreign Minister Wang Yi told Norwegian Foreign Minister Espen Solberg on Tuesday that China will act. "
)


def claims(read: Read, body: str) -> list[tuple[str, str, str | None, str, str, str | None]]:
    found = read("en", "T", body).claims
    return [(c.speaker, c.speaker_kind.value, c.speaker_country, c.verb, c.mode.value, c.via) for c in found]


@pytest.mark.parametrize(
    ("body", "claim"),
    [
        (OPENS, ("Wang Yi", "person", "CN", "told", "indirect", None)),
        ('"We will act," said Wang Yi.', ("Wang Yi", "person", "CN", "said", "direct", None)),
        ('"We will act," Wang Yi said on Tuesday.', ("Wang Yi", "person", "CN", "said", "direct", None)),
        (
            "Wang Yi, also a member of the Political Bureau, said ties were good.",
            ("Wang Yi", "person", "CN", "said", "indirect", None),
        ),
        ('Wang Yi said "the door is open" to new talks.', ("Wang Yi", "person", "CN", "said", "mixed", None)),
        ("Beijing has said it will lower tariffs.", ("Beijing", "body", "CN", "said", "indirect", None)),
        (
            "Chinese officials said the talks were useful, Xinhua reported.",
            ("Chinese officials", "unnamed", "CN", "said", "indirect", "Xinhua"),
        ),
        (
            "Trade rose by a tenth last year, according to Norway's Ministry of Trade.",
            ("Ministry of Trade", "body", "NO", "according to", "indirect", None),
        ),
    ],
)
def test_who_says_what(read: Read, body: str, claim: tuple[str, str, str | None, str, str, str | None]):
    assert claims(read, body) == [claim]


@pytest.mark.parametrize(
    "body",
    [
        "Wang Yi did not say when the talks would go on.",
        "Wang Yi will announce the date of the visit next week.",
        "Wang Yi expressed his condolences over the floods in Norway.",
        "Norway (NO) and pledged to work together on everything.",
        'She read: "Wang Yi said that China will act".',
    ],
)
def test_what_is_no_claim(read: Read, body: str):
    assert claims(read, body) == []


def test_a_statement_stands_in_its_evidence_at_its_place(read: Read):
    found = read("en", "T", OPENS)
    (claim,) = found.claims
    text = f"T\n{OPENS}"
    assert claim.statement is not None
    assert text[claim.statement.start : claim.statement.end].endswith("China will act")
    assert text[claim.evidence[0].span.start : claim.evidence[0].span.end] == claim.evidence[0].quote


def test_a_phrase_is_of_the_side_that_says_it(read: Read):
    found = read("en", "T", "Wang Yi said all must uphold the One-China principle. A two-state solution is far.")
    assert [(p.phrase, p.side, p.speaker, p.evidence[0].quote) for p in found.phrases] == [
        ("一个中国原则", "CN", "Wang Yi", "One-China principle"),
        ("两国方案", None, None, "two-state solution"),
    ]


def test_a_plain_phrase_needs_two_countries(read: Read):
    plain = "They would use all necessary measures."
    assert read("en", "T", plain).phrases == []
    assert len(read("en", "T", f"{plain[:-1]} against China and Norway.").phrases) == 1


def test_a_month_that_is_a_first_name_is_one_behind_a_title(read: Read):
    found = read("en", "T", "Wang Yi met Polish Foreign Minister Jan Kowal on Jan 3.")
    assert [p.name for p in found.people] == ["Wang Yi", "Jan Kowal"]
    assert [e.start for e in found.events] == ["2024-01-03"]
