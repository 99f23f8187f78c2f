"""What countries promise each other, and how far it has come. All sentences are our own."""

import pytest

from bilat.lang.zh.analysis import analyse
from bilat.lang.zh.language import Chinese
from bilat.lang.zh.lexicon import lexicon
from bilat.lang.zh.people import find_people
from bilat.lang.zh.undertakings import find_undertakings, rules
from bilat.lang.zh.undertakings.rules import Rules
from bilat.model import (
    Claim,
    DateSource,
    Document,
    Evidence,
    Part,
    Passage,
    Published,
    Span,
    Undertaking,
)
from bilat.model.claim import Mode, SpeakerKind
from bilat.packs import load

HEAD = "要闻"


def document(text: str, title: str = HEAD) -> Document:
    """An article published on Monday, 20 May 2024."""
    whole = f"{title}\n{text}"
    start = len(title) + 1
    passages = Passage(Part.HEADLINE, Span(0, len(title))), Passage(Part.BODY, Span(start, len(whole)))
    return Document("d", whole, title, passages, "zh", published=Published("2024-05-20", DateSource.FIELD))


def read(text: str, title: str = HEAD) -> list[Undertaking]:
    """The undertakings of an article; each quotation stands where it says."""
    doc = document(text, title)
    found = Chinese(load()).read(doc).undertakings
    for told in found:
        for ev in told.evidence:
            assert doc.text[ev.span.start : ev.span.end] == ev.quote
    return found


def only(text: str, title: str = HEAD) -> Undertaking:
    found = read(text, title)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "what", "kind", "stage"),
    [
        ("肯尼亚愿同秘鲁签署渔业协定。", "渔业协定", "agreement", "proposed"),
        ("肯尼亚和秘鲁正在考虑修建跨境铁路。", "跨境铁路", "railway", "under_study"),
        ("肯尼亚与秘鲁就停火协议进行谈判。", "停火协议", "ceasefire", "under_study"),
        ("肯尼亚和秘鲁同意开通直航航班。", "直航航班", "flights", "agreed"),
        ("肯尼亞和秘魯同意開通直航航班。", "直航航班", "flights", "agreed"),
        ("肯尼亚与秘鲁达成贸易协定。", "贸易协定", "agreement", "agreed"),
        ("肯尼亚同秘鲁签署了引渡条约。", "引渡条约", "agreement", "signed"),
        ("肯尼亚与秘鲁自由贸易协定正式生效。", "自由贸易协定", "free_trade", "under_way"),
        ("连接肯尼亚和乌干达的铁路正式通车。", "铁路", "railway", "done"),
        ("肯尼亚与秘鲁恢复外交关系。", "外交关系", "ties", "done"),
        ("肯尼亚与秘鲁断绝外交关系。", "外交关系", "ties", "dropped"),
    ],
)
def test_the_verb_tells_the_stage(text: str, what: str, kind: str, stage: str) -> None:
    told = only(text)
    assert what in told.what
    assert (told.kind, told.stage) == (kind, stage)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("肯尼亚考虑向秘鲁提供贷款。", "under_study"),
        ("肯尼亚愿意向秘鲁提供贷款。", "proposed"),
        ("肯尼亚可能向秘鲁提供贷款。", "proposed"),
        ("肯尼亚将向秘鲁提供贷款。", "agreed"),
        ("肯尼亚承诺向秘鲁提供贷款。", "agreed"),
        ("肯尼亚继续向秘鲁提供贷款。", "under_way"),
        ("肯尼亚已向秘鲁提供贷款。", "done"),
        ("肯尼亚向秘鲁提供了贷款。", "done"),
        ("肯尼亚暂停向秘鲁提供贷款。", "dropped"),
        ("肯尼亚拒绝向秘鲁提供贷款。", "dropped"),
    ],
)
def test_words_before_the_verb_move_the_stage(text: str, stage: str) -> None:
    told = only(text)
    assert (told.stage, told.giver, told.receiver, told.parties) == (stage, "KE", "PE", ("KE", "PE"))


@pytest.mark.parametrize(
    "text",
    [
        "肯尼亚没有向秘鲁提供贷款。",
        "肯尼亚尚未与秘鲁签署协定。",
        "肯尼亚无法向秘鲁提供疫苗。",
        "肯尼亚反对向秘鲁提供武器。",
        "肯尼亚是否向秘鲁提供疫苗？",
        "肯尼亚与秘鲁的直航航班尚未恢复正常。",
    ],
)
def test_what_is_denied_or_asked_is_no_undertaking(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "肯尼亚将建设新的港口。",
        "肯尼亚总统表示，政府同意向农民提供贷款。",
        "肯尼亚的一家公司与秘鲁的一家公司签署协议。",
        "肯尼亚愿同秘鲁深化合作，巩固政治互信。",
        "肯尼亚呼吁向秘鲁提供援助的国家保持克制。",
        "肯尼亚和秘鲁的足球协议引人注目。",
    ],
)
def test_what_stays_at_home_or_has_no_object_is_none(text: str) -> None:
    assert read(text) == []


def test_papers_to_be_signed_are_not_signed() -> None:
    assert only("肯尼亚和秘鲁将于下周签署渔业协定。").stage == "proposed"


def test_a_railway_soon_to_open_is_being_built() -> None:
    assert only("连接肯尼亚和乌干达的铁路预计明年通车。").stage == "under_way"


def test_what_is_only_supposed_is_not_told() -> None:
    assert read("肯尼亚停止向秘鲁提供疫苗将使局势恶化。") == []


def test_who_buys_receives() -> None:
    told = only("秘鲁从肯尼亚购买了两架直升机。")
    assert (told.giver, told.receiver, told.stage) == ("KE", "PE", "done")


def test_sides_follow_the_document() -> None:
    told = read("肯尼亚外长20日会见秘鲁外长。\n双方签署渔业协定。")
    assert [(u.what, u.parties, u.stage) for u in told] == [("渔业协定", ("KE", "PE"), "signed")]


def test_an_offer_that_goes_on_keeps_its_receiver() -> None:
    told = read("肯尼亚准备向秘鲁提供赠款。肯尼亚还将为这些项目提供优惠贷款。")
    assert [(u.kind, u.giver, u.receiver) for u in told] == [("grant", "KE", "PE"), ("loan", "KE", "PE")]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("据巴西媒体报道，肯尼亚与秘鲁签署渔业协定。", ("KE", "PE")),
        ("除巴西外，肯尼亚与秘鲁签署渔业协定。", ("KE", "PE")),
        ("肯尼亚同邻近巴西的秘鲁签署渔业协定。", ("KE", "PE")),
        ("肯尼亚与巴西完成谈判，与秘鲁签署渔业协定。", ("KE", "PE")),
        ("肯尼亚与一家“秘鲁之友协会”的机构签署协定。", None),
    ],
)
def test_who_is_only_named_beside_takes_no_part(text: str, parties: tuple[str, ...] | None) -> None:
    assert [u.parties for u in read(text)] == ([] if parties is None else [parties])


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("肯尼亚过去从秘鲁购买武器。", "done"),
        ("肯尼亚欲购买秘鲁武器。", "proposed"),
        ("肯尼亚鼓动秘鲁向巴西提供武器。", "proposed"),
        ("肯尼亚国防部宣布，向秘鲁提供武器。", "agreed"),
        ("肯尼亚原计划启动谈判，并为秘鲁提供贷款。", "proposed"),
        ("肯尼亚和秘鲁宣布将两国关系提升为全面战略伙伴关系。", "agreed"),
        ("肯尼亚決定將對秘魯公民的免簽政策延長至2025年。", "agreed"),
        ("肯尼亚和秘鲁自贸协定今起生效。", "under_way"),
    ],
)
def test_the_stage_is_that_of_the_whole_telling(text: str, stage: str) -> None:
    assert only(text).stage == stage


@pytest.mark.parametrize(
    "text",
    [
        "肯尼亚需要从秘鲁进口小麦。",
        "肯尼亚与秘鲁的直航航班恢复速度快于去年。",
        "肯尼亚对秘鲁原油价格上限的协议正式生效。",
        "双方要推进基础设施、金融等领域合作。",
        "肯尼亚总统访问秘鲁。巴西说，冲突双方达成停火协议。",
    ],
)
def test_needs_rates_sanctions_and_lists_are_no_undertakings(text: str) -> None:
    assert [u for u in read(text) if u.kind != "cooperation"] == []


def test_a_study_is_paid_for_whoever_builds_with_the_giver() -> None:
    told = read("肯尼亚和秘鲁同意研究修建跨境铁路，肯尼亚愿为可行性研究提供援助。")
    assert [(u.kind, u.stage, u.giver, u.receiver) for u in told] == [
        ("railway", "under_study", None, None),
        ("aid", "proposed", "KE", "PE"),
    ]


def test_hedges_stand_as_written() -> None:
    told = only("據悉，肯尼亞可能向秘魯提供疫苗，這一提議如果獲得批准，將是首次。")
    assert told.hedge == ("據悉", "可能", "如果獲得批准")


def test_a_date_is_that_of_its_own_clause() -> None:
    assert only("2023年3月，肯尼亚和秘鲁签署渔业协定。").on == "2023-03"
    assert only("肯尼亚和秘鲁5月18日签署渔业协定。").on == "2024-05-18"
    assert only("肯尼亚和秘鲁将于5月28日签署渔业协定。").on is None


def test_one_undertaking_at_one_stage_is_told_once() -> None:
    told = read("肯尼亚与秘鲁签署渔业协定。\n肯尼亚和秘鲁昨天签署渔业协定，双方表示欢迎。", "肯尼亚与秘鲁签署渔业协定")
    assert [(u.what, len(u.evidence), u.on) for u in told] == [("渔业协定", 3, "2024-05-19")]


def test_two_stages_of_one_thing_are_two() -> None:
    told = read("肯尼亚去年提议与秘鲁签署渔业协定。\n肯尼亚和秘鲁今天签署渔业协定。")
    assert [(u.stage, u.on) for u in told] == [("proposed", "2023"), ("signed", "2024-05-20")]


def test_cooperation_needs_a_field() -> None:
    assert only("肯尼亚提议与秘鲁加强军事合作。").kind == "cooperation"
    assert read("肯尼亚提议与秘鲁加强务实合作。") == []


def test_who_says_so_comes_from_the_claim_around_it() -> None:
    doc = document("大使说，肯尼亚将向秘鲁提供疫苗。")
    packs = load()
    analysis = analyse(doc, lexicon(packs))
    start = doc.text.index("肯尼亚")
    statement = Span(start, len(doc.text) - 1)
    ev = Evidence("d", statement, doc.text[statement.start : statement.end])
    claim = Claim("大使", SpeakerKind.UNNAMED, None, "说", Mode.INDIRECT, (ev,), statement=statement)
    found = find_undertakings(analysis, find_people(analysis), [claim], rules(packs))
    assert [u.said_by for u in found] == ["大使"]


def test_the_words_are_read_once_per_process() -> None:
    packs = load()
    assert rules(packs) is rules(packs)
    assert isinstance(rules(packs), Rules)


@pytest.mark.parametrize(
    "text",
    ["。", "“" * 3000, "肯尼亚向秘鲁提供贷款" * 4000, "第99999999999999999999999笔贷款", "“‘“肯尼亚”向’秘鲁”提供贷款"],
)
def test_bad_input_is_no_crash(text: str) -> None:
    assert isinstance(read(text), list)
