"""The pages of mechanisms."""

from pathlib import Path
from urllib.parse import quote, unquote

from starlette.testclient import TestClient

from bilat.record import Record
from tests.web.pages.lists import astray, hostile_site
from tests.web.pages.reading import lawful, links, page, site_of, tame, words


def _session(number: str, year: int) -> dict[str, str]:
    return {
        "id": f"session-{year}",
        "date": f"{year}-12-02",
        "publisher": "北渡新报",
        "title": f"中越双边合作指导委员会第{number}次会议在河内举行",
        "text": f"中越双边合作指导委员会第{number}次会议12月1日在河内举行。",
    }


def test_every_mechanism_leads_to_its_ladder(client: TestClient, sample_record: Path) -> None:
    read = page(client, "/mechanisms")
    lawful(read)
    assert astray(client, read) == []
    for row in Record(sample_record).mechanisms():
        lawful(one := page(client, f"/mechanism/{quote(row.mechanism)}"))
        assert len(one.css(".ladder > li")) == len(row.sessions)


def test_numbers_that_nobody_tells_of_are_shown_as_a_gap(tmp_path: Path) -> None:
    site, _ = site_of(tmp_path, _session("十二", 2020), _session("十五", 2023))
    read = page(site, f"/mechanism/{quote('中越双边合作指导委员会')}")
    rungs = [" ".join(node.text().split()) for node in read.css(".ladder .rung")]
    assert rungs == ["no. 12", "no. 13 to 14", "no. 15"]
    assert words(read, ".gap") == "no. 13 to 14 no report"


def test_another_form_of_a_name_leads_to_the_mechanism(tmp_path: Path) -> None:
    article = _session("十五", 2023)
    other = {name: text.replace("中越双边", "越中双边") for name, text in article.items()}
    site, record = site_of(tmp_path, other)
    row = record.mechanisms()[0]
    assert row.names == ("越中双边合作指导委员会",)
    assert site.get(f"/mechanism/{quote(row.names[0])}").headers["location"] == f"/mechanism/{quote(row.mechanism)}"


def test_every_name_that_an_event_has_for_a_mechanism_leads_to_its_sessions(
    client: TestClient, sample_record: Path
) -> None:
    known = {row.mechanism for row in Record(sample_record).mechanisms()}
    for event in Record(sample_record).events():
        if event.mechanism:
            answer = client.get(f"/mechanism/{quote(event.mechanism)}")
            if answer.is_redirect:
                assert unquote(answer.headers["location"]).removeprefix("/mechanism/") in known
            elif event.mechanism not in known:
                assert f"/event/{event.id}" in links(page(client, f"/mechanism/{quote(event.mechanism)}"))


def test_an_unknown_mechanism_is_not_there(client: TestClient) -> None:
    assert client.get("/mechanism/nothing").status_code == 404
    assert client.get(f"/mechanism/{quote('。')}").status_code == 404


def test_a_hostile_article_stays_in_its_page(tmp_path: Path) -> None:
    site = hostile_site(tmp_path)
    assert tame(site, "/mechanisms").css("tbody tr")
    assert tame(site, f"/mechanism/{quote('中越双边合作指导委员会')}").css(".ladder li")


def test_a_name_that_only_events_have_shows_these(tmp_path: Path) -> None:
    article = {
        "id": "only",
        "date": "2023-12-02",
        "publisher": "北渡新报",
        "title": "越南主办渔业磋商",
        "text": "中国外交部长王毅1日在河内出席亚太渔业峰会。",
    }
    site, record = site_of(tmp_path, article)
    named = [event for event in record.events() if event.mechanism]
    assert record.mechanisms() == []
    assert [event.mechanism for event in named] == ["亚太渔业峰会"]
    assert f"/event/{named[0].id}" in links(page(site, f"/mechanism/{quote('亚太渔业峰会')}"))


def test_a_name_and_an_id_with_a_slash_have_pages(tmp_path: Path) -> None:
    name = "中国—越南企业/青年论坛"
    told = {"id": "2020/12/forum", "date": "2020-12-02", "publisher": "北渡新报", "title": "论坛在河内举行"}
    site, record = site_of(tmp_path, told | {"text": f"越南总理范明政12月1日出席{name}。"})
    assert [row.mechanism for row in record.mechanisms()] == [name]
    assert words(page(site, f"/mechanism/{quote(name, safe='')}"), "h1") == name
    assert words(page(site, "/document/2020%2F12%2Fforum"), "h1") == "论坛在河内举行"
