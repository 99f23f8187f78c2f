"""The page of claims."""

from pathlib import Path
from urllib.parse import quote

from starlette.testclient import TestClient

from bilat.record import Record
from bilat.record.terms import fold
from tests.web.pages.lists import astray, hostile_site
from tests.web.pages.reading import lawful, links, page, tame


def test_every_claim_stands_with_its_speaker_and_words(client: TestClient, sample_record: Path) -> None:
    read = page(client, "/claims")
    lawful(read)
    claims = list(Record(sample_record).items("claims"))
    assert len(read.css(".claim")) == len(claims)
    for claim in claims:
        at = claim.report.evidence[0].span
        assert f"/document/{claim.report.document}#c{at.start}-{at.end}" in links(read)
    assert astray(client, read) == []


def test_claims_of_a_speaker_a_side_and_a_manner(client: TestClient, sample_record: Path) -> None:
    claims = list(Record(sample_record).items("claims"))
    one = next(claim.item for claim in claims if len(claim.item.speaker_country or "") == 2)
    for query, fits in (
        (f"speaker={quote(one.speaker)}", [c for c in claims if fold(one.speaker) in fold(c.item.speaker)]),
        (
            f"country={one.speaker_country}",
            [c for c in claims if str(one.speaker_country) in str(c.item.speaker_country).split(",")],
        ),
        (f"mode={one.mode}", [c for c in claims if c.item.mode == one.mode]),
    ):
        assert len(page(client, f"/claims?{query}").css(".claim")) == len(fits)
    assert client.get("/claims?mode=loud").status_code == 400


def test_who_a_claim_is_taken_from_is_named(client: TestClient, sample_record: Path) -> None:
    via = next(claim.item.via for claim in Record(sample_record).items("claims") if claim.item.via)
    read = page(client, f"/claims?chain={quote(via)}")
    assert via in (read.css_first(".claim") or read).text()


def test_a_hostile_article_stays_in_its_page(tmp_path: Path) -> None:
    assert tame(hostile_site(tmp_path), "/claims").css(".claim")
