"""Who says what, by which verb, and where it ends."""

import pytest

from bilat.model import Mode, SpeakerKind
from tests.lang.zh.claims.conftest import Claims, Said

ONE = [
    (
        "越南外交部长裴青山表示，双方将扩大贸易。",
        ("裴青山", "表示", "双方将扩大贸易"),
    ),
    (
        "越南外交部長裴青山週二在河內對記者說，雙方將擴大貿易。",
        ("裴青山", "說", "雙方將擴大貿易"),
    ),
    (
        "法国总统马克龙（Emmanuel Macron）接受采访时强调，欧洲需要时间。",
        ("马克龙", "强调", "欧洲需要时间"),
    ),
    ("外交部发言人汪文斌补充说，细节稍后公布。", ("汪文斌", "补充说", "细节稍后公布")),
    ("对此，白宫方面暂时表示，细节稍后公布。", ("白宫", "表示", "细节稍后公布")),
    ("一名不愿具名的越南官员透露，列车下月通车。", ("一名不愿具名的越南官员", "透露", "列车下月通车")),
    ("应邀与会的专家一致认为，河水还会上涨。", ("专家", "认为", "河水还会上涨")),
    ("包括商会在内的一些分析师表示，价格还会上涨。", ("一些分析师", "表示", "价格还会上涨")),
    ("中方呼吁各方保持克制。", ("中方", "呼吁", "各方保持克制")),
    ("海葵科技公司告诉记者，工厂将于明年投产。", ("海葵科技公司", "告诉", "工厂将于明年投产")),
    ("国家统计局5月4日公布的数据显示，出口增长百分之三。", ("国家统计局", "显示", "出口增长百分之三")),
    ("据海关总署公布的数据，出口增长百分之三。", ("海关总署", "公布", "出口增长百分之三")),
    ("记者今天从交通运输部获悉，大桥明日通车。", ("交通运输部", "获悉", "大桥明日通车")),
    ("新华社报道，大桥明日通车。", ("新华社", "报道", "大桥明日通车")),
    ("“大桥明日一定通车。”中国驻越南大使熊波说。", ("熊波", "说", "“大桥明日一定通车。”")),
    ("法国总统马克龙对越南的做法表示强烈不满。", ("马克龙", "表示", "对越南的做法表示强烈不满")),
]


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_a_statement_has_its_speaker_its_verb_and_an_end(said: Said, text: str, expected: tuple[str, str, str]) -> None:
    """Names with titles, adverbs and places between, nouns behind relative clauses, sources, quotations in front."""
    assert said(text) == [expected]


NONE = [
    "外交部发言人汪文斌没有表示支持。",
    "总统马克龙拒绝说明原因。",
    "会议期间没有人知道他是否表示同意。",
    "这座大桥被称为奇迹。",
    "国家主席习近平对来访表示热烈欢迎。",
    "总理范明政向家属表示深切慰问。",
    "如果总统马克龙表示同意，列车就会开通。",
    "当总统马克龙宣布结果时，人群欢呼。",
    "这本小说的说明书名称不明。",
    "据说大桥明日通车。",
    "总统马克龙发出警告。",
    "总统马克龙将宣布新的措施。",
    "总统马克龙将在周五的讲话中宣布新的措施。",
    "海湾（当地称月亮湾）风景优美。",
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_statement_is_none(said: Said, text: str) -> None:
    """Denied, asked for, conditional, still to come, courtesy, nouns and names."""
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "各项工作均符合中央要求，具有广泛代表性。",
        "中方全面落实缓债倡议，减免了债务。",
        "越方踐行全球發展倡議，帶動合作。",
        "法方兑现庄严承诺，赢得好评。",
        "双方找到正确相处之道，实现了合作。",
        "多家公司的船隻改道，避開紅海。",
    ],
)
def test_what_is_demanded_is_a_noun_where_a_verb_governs_it(said: Said, text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("法国总统马克龙接受采访时呼吁，各方保持克制。", "呼吁"),
        ("会议要求，各地加快落实。", "要求"),
        ("法国总统马克龙道：“我们不会退缩。”", "道"),
    ],
)
def test_what_is_demanded_is_a_verb_where_somebody_demands_it(said: Said, text: str, verb: str) -> None:
    assert [each[1] for each in said(text)] == [verb]


def test_a_quotation_is_direct_its_speaker_in_front_or_behind(claims: Claims) -> None:
    """Direct, told, and both."""
    text = "马克龙总统说：“我们准备好了。明天就开始。”记者离开会场。法国总统马克龙称这是“历史时刻”，欧洲会记住。"
    first, second = claims(text)
    assert first.mode is Mode.DIRECT
    assert first.statement is not None
    assert text[first.statement.start : first.statement.end] == "“我们准备好了。明天就开始。”"
    assert second.mode is Mode.MIXED


def test_a_quotation_on_both_sides_of_its_speaker_is_one_statement(said: Said) -> None:
    """“…，”某人说，“…”."""
    text = "“我们准备好了，”中国驻越南大使熊波说，“明天就开始。”"
    assert said(text) == [("熊波", "说", text)]


def test_verbs_without_a_speaker_of_their_own_take_the_one_before(said: Said) -> None:
    """In the same sentence, also after a clause that tells what he did; a pronoun is resolved."""
    text = "越南总理范明政在河内召开记者会，强调合作重要，并呼吁企业投资。他还说，道路已经修好。"
    assert said(text) == [
        ("范明政", "强调", "合作重要"),
        ("范明政", "呼吁", "企业投资"),
        ("范明政", "说", "道路已经修好"),
    ]


def test_a_readout_goes_on_in_the_voice_of_its_speaker(said: Said) -> None:
    """中方愿, 双方要, and what stands between; news of what happened next ends it."""
    text = (
        "国家主席习近平指出，两国是好邻居。建交多年来，友谊不断加深。中方愿同越方一道努力。双方要加强合作。"
        "会谈后，两国领导人出席了签字仪式。"
    )
    assert said(text) == [("习近平", "指出", text[text.index("两国是") : text.index("。会谈后")])]


def test_narration_after_a_statement_is_not_part_of_it(said: Said) -> None:
    """Without a mark of the speaker's voice the next sentence is the article's own."""
    text = "越南总理范明政说，道路已经修好。这条道路长三百公里。"
    assert said(text) == [("范明政", "说", "道路已经修好")]


def test_the_innermost_speaks_and_the_others_relay(claims: Claims) -> None:
    """据某社报道, 某部在声明中说, 援引某人的话说."""
    texts = {
        "据路透社报道，越南总理范明政表示，道路已经修好。": ("范明政", ("路透社",)),
        "据路透社援引一名越南官员的话报道，道路已经修好。": ("一名越南官员", ("路透社",)),
        "《年轻人报》援引中国驻越南大使熊波的话说，道路已经修好。": ("熊波", ("《年轻人报》",)),
        "中国国防部在一份声明中说，国防部长李尚福告诉越方，道路已经修好。": ("李尚福", ("中国国防部",)),
        "路透社从知情人士处获悉，道路已经修好。": ("知情人士", ("路透社",)),
    }
    for text, (speaker, chain) in texts.items():
        (claim,) = claims(text)
        assert (claim.speaker, claim.chain) == (speaker, chain), text
        assert claim.via == (chain[-1] if chain else None)
        assert claim.evidence[0].quote == text


def test_a_person_who_mentions_another_speaks_himself(said: Said) -> None:
    """Only media, bodies and unnamed people hand on; a person's words about another's words are his own."""
    text = "中国驻越南大使熊波说，越南总理范明政谈到了铁路。"
    assert said(text) == [("熊波", "说", "越南总理范明政谈到了铁路")]


def test_a_silence_is_kept_as_one(claims: Claims) -> None:
    """没有回复, 未回应, 尚无回应."""
    text = "中国政府未回应置评请求。越南外交部没有立即回复路透社的提问。俄罗斯官方对此尚无回应。"
    found = claims(text)
    assert [(c.speaker, c.speaker_country, c.mode, c.statement) for c in found] == [
        ("中国政府", "CN", Mode.SILENCE, None),
        ("越南外交部", "VN", Mode.SILENCE, None),
        ("俄罗斯官方", "RU", Mode.SILENCE, None),
    ]


KINDS = [
    ("越南总理范明政说，道路修好了。", SpeakerKind.PERSON, "VN"),
    ("越南外交部说，道路修好了。", SpeakerKind.BODY, "VN"),
    ("越方说，道路修好了。", SpeakerKind.BODY, "VN"),
    ("两名越南官员说，道路修好了。", SpeakerKind.UNNAMED, "VN"),
    ("知情人士说，道路修好了。", SpeakerKind.UNNAMED, None),
    ("中越双方表示，道路修好了。", SpeakerKind.BODY, "CN,VN"),
    ("俄媒报道，道路修好了。", SpeakerKind.UNNAMED, "RU"),
]


@pytest.mark.parametrize(("text", "kind", "country"), KINDS)
def test_a_speaker_has_a_kind_and_the_country_the_words_tell(
    claims: Claims, text: str, kind: SpeakerKind, country: str | None
) -> None:
    """A kind only (知情人士) stays without a country: nothing is guessed."""
    (claim,) = claims(text)
    assert (claim.speaker_kind, claim.speaker_country) == (kind, country)


def test_in_a_headline_a_space_ends_the_statement(claims: Claims) -> None:
    """Headlines have no full stops."""
    (claim,) = claims("没有别的消息。", title="越南称铁路明年动工 专家期待")
    assert (claim.speaker, claim.evidence[0].quote) == ("越南", "越南称铁路明年动工")
