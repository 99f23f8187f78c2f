"""What comes first, and which quotations show it."""

from pathlib import Path

import pytest
from msgspec.structs import replace

import bilat
from bilat.model import Evidence, Span
from bilat.model.rows import EventRow, ReportRow
from bilat.packs import load
from bilat.views.brief.cite import cited
from bilat.views.brief.latin import latin
from bilat.views.brief.material import Material
from bilat.views.brief.weigh import Scales
from bilat.views.brief.wording import Wording
from tests.views.rows import event, participant, person


@pytest.fixture(scope="module")
def scales(made: Path) -> Scales:
    import gettext

    packs = load()
    with bilat.open(made) as record:
        wording = Wording("en", gettext.NullTranslations(), packs)
        return Material(record, ("CN", "VN"), None, None, wording, packs).scales


def report(
    document: str, quote: str, how: str = "reported", publisher: str = "南屿日报", copy_of: str | None = None
) -> ReportRow:
    quoted = (Evidence(document, Span(0, len(quote)), quote),)
    return ReportRow(document, publisher, "2023-12-12", "会谈", None, how, quoted, copy_of=copy_of)


def levelled(level: str, type_: str = "meeting", start: str | None = "2023-12-12") -> EventRow:
    return replace(event(type_, start=start, end=start), level=level)


def test_leaders_come_before_ministers(scales: Scales):
    assert (
        scales.weight(levelled("leaders")) > scales.weight(levelled("ministers")) > scales.weight(levelled("unknown"))
    )


def test_a_meeting_of_ministers_comes_before_a_message_of_leaders(scales: Scales):
    assert scales.weight(levelled("ministers")) >= scales.weight(levelled("leaders", "message"))
    assert scales.weight(levelled("ministers", "visit")) > scales.weight(levelled("leaders", "message"))


def test_an_event_without_a_day_comes_last(scales: Scales):
    assert scales.weight(levelled("leaders", "visit", None)) < scales.weight(levelled("officials"))


def test_a_crowd_weighs_less_than_the_two_alone(scales: Scales):
    alone = levelled("leaders")
    crowd = replace(alone, participants=(*alone.participants, participant("普京", "RU")))
    assert scales.is_between(alone)
    assert not scales.is_between(crowd)
    assert scales.weight(crowd) < scales.weight(alone)


@pytest.mark.parametrize(
    ("mechanism", "theirs"),
    [("中越双边合作指导委员会", True), ("越中青年论坛", True), ("东盟峰会", False), ("20國集團領袖高峰會", False)],
)
def test_a_session_is_between_the_two_only_where_its_mechanism_is(scales: Scales, mechanism: str, theirs: bool):
    assert scales.is_between(event("session", mechanism=mechanism)) is theirs


def test_copies_add_no_weight(scales: Scales):
    one = replace(levelled("leaders"), reports=(report("a", "会谈"),))
    copied = replace(one, reports=(report("a", "会谈"), report("b", "会谈", copy_of="a")))
    other = replace(one, reports=(report("a", "会谈"), report("b", "会见")))
    assert scales.weight(copied) == scales.weight(one) < scales.weight(other)


def test_as_few_quotations_as_show_all_that_is_said():
    both = report("b", "阮富仲在河内会见习近平")
    reports = [report("a", "阮富仲会见了客人"), both, report("c", "习近平在河内")]
    notes = cited(reports, [("阮富仲",), ("习近平", "習近平"), ("河内",)])
    assert [note.evidence.document for note in notes] == ["b"]


def test_another_publisher_is_cited_beside_the_first_unless_it_repeats_it():
    first = report("a", "阮富仲会见习近平")
    copy = report("b", "阮富仲会见习近平", publisher="海望周刊", copy_of="a")
    other = report("c", "阮富仲会见习近平", publisher="北渡新报")
    assert [n.evidence.document for n in cited([first, copy, other], [("阮富仲",)])] == ["a", "c"]
    assert [n.evidence.document for n in cited([first, copy], [("阮富仲",)])] == ["a"]


def test_news_is_cited_before_announcements_and_background():
    reports = [
        report("a", "阮富仲将会见", "announced"),
        report("b", "阮富仲会见", "mentioned"),
        report("c", "阮富仲会见"),
    ]
    assert cited(reports, [("阮富仲",)])[0].evidence.document == "c"


def test_an_announcement_that_names_more_does_not_stand_alone_for_what_took_place():
    reports = [report("a", "阮富仲将在北京会见习近平", "announced"), report("b", "阮富仲访华")]
    notes = cited(reports, [("阮富仲",), ("习近平",), ("北京",)])
    assert [note.evidence.document for note in notes] == ["b", "a"]


def test_a_report_is_cited_even_when_it_names_nobody():
    assert [n.evidence.document for n in cited([report("a", "双方会谈")], [("阮富仲",)])] == ["a"]


@pytest.mark.parametrize(
    ("names", "country", "written"),
    [
        (("习近平", "習近平"), "CN", "Xi Jinping"),
        (("单志强",), "CN", "Shan Zhiqiang"),
        (("欧阳修文",), "CN", "Ouyang Xiuwen"),
        (("阮富仲", "Nguyễn Phú Trọng"), "VN", "Nguyễn Phú Trọng"),
        (("苏林",), "VN", None),
        (("拜登", "Joe Biden", "Joseph R. Biden"), "US", "Joe Biden"),
        (("阿不都热合曼",), "CN", None),
        (("郑浩",), "KR", None),
        (("王平",), None, None),
    ],
)
def test_names_in_latin_letters(names: tuple[str, ...], country: str | None, written: str | None):
    assert latin(replace(person(), name=names[0], names=names, country=country), load()) == written
