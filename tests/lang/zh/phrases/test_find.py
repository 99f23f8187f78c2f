"""Which set phrases a document uses, in which words, of which countries."""

from collections.abc import Callable

import pytest

from bilat.model import Part, PhraseUse

Find = Callable[..., list[PhraseUse]]


@pytest.mark.parametrize(
    ("sentence", "phrase", "written"),
    [
        ("两国领导人同意增进政治互信。", "政治互信", "增进政治互信"),
        ("雙方同意深化全面戰略合作夥伴關係。", "全面战略合作伙伴关系", "全面戰略合作夥伴關係"),
        ("雙方將落實「六個更」，推進合作。", "六个更", "六個更"),
        ("越中两国是同志加兄弟。", "同志加兄弟", "同志加兄弟"),
        ("肯尼亚重申一个中国政策。", "一个中国政策", "一个中国政策"),
        ("肯尼亚恪守一个中国原则。", "一个中国原则", "一个中国原则"),
        ("美日重申自由開放的印度太平洋。", "自由开放的印太", "自由開放的印度太平洋"),
        ("各方支持東協中心地位。", "东盟中心地位", "東協中心地位"),
        ("泰国愿同中国共建一带一路。", "共建“一带一路”", "共建一带一路"),
        ("老挝愿同中国共建『一帶一路』。", "共建“一带一路”", "共建『一帶一路』"),
        (
            "双方坚持睦邻友好，全面合作，长期稳定，面向未来。",
            "长期稳定、面向未来、睦邻友好、全面合作",
            "睦邻友好，全面合作，长期稳定，面向未来",
        ),
        (
            "两国要做好邻居、好朋友、好同志和好伙伴。",
            "好邻居、好朋友、好同志、好伙伴",
            "好邻居、好朋友、好同志和好伙伴",
        ),
        ("两国应尊重彼此主權與領土完整。", "主权和领土完整", "主權與領土完整"),
        ("雙方構建具有戰略意義的「中越命運共同體」。", "具有战略意义的命运共同体", "具有戰略意義的「中越命運共同體"),
        ("两国是“同志加兄弟”。", "同志加兄弟", "同志加兄弟"),
        ("新加坡重申“一个中国”政策。", "一个中国政策", "“一个中国”政策"),
        ("他称，『越南坚持「一个中国」原则。』", "一个中国原则", "「一个中国」原则"),
    ],
)
def test_a_phrase_is_known_in_any_region_s_spelling(find: Find, sentence: str, phrase: str, written: str) -> None:
    found = {use.phrase: use for use in find(sentence)}
    assert phrase in found
    assert found[phrase].evidence[0].quote.strip("「」") == written.strip("「」")


def test_marks_that_begin_or_end_inside_a_wording_leave_what_stands_between_them(find: Find) -> None:
    assert [use.phrase for use in find("两国谈到“推动构建人类”命运共同体。")] == ["人类命运共同体"]
    assert [use.phrase for use in find("两国说：“我们推动构建人类”，又说命运共同体。")] == ["命运共同体"]
    assert [use.phrase for use in find("两国不要“全面战略”，也不要“合作伙伴关系”。")] == []
    assert [use.phrase for use in find("中国和越南“谈推动构建全面战略”合作“伙伴关系很好。")] == []


@pytest.mark.parametrize(
    ("sentence", "only"),
    [
        ("秘鲁同中国建立全面战略伙伴关系。", "全面战略伙伴关系"),
        ("秘鲁同中国建立全面战略合作伙伴关系。", "全面战略合作伙伴关系"),
        ("双方推动构建人类命运共同体。", "人类命运共同体"),
        ("两国构建具有战略意义的命运共同体。", "具有战略意义的命运共同体"),
        ("双方践行真正的多边主义。", "真正的多边主义"),
        ("双方落实全球发展倡议、全球安全倡议、全球文明倡议。", "三大全球倡议"),
    ],
)
def test_the_longest_phrase_counts_and_the_shorter_inside_it_does_not(find: Find, sentence: str, only: str) -> None:
    assert [use.phrase for use in find(sentence)] == [only]


@pytest.mark.parametrize(
    "sentence",
    [
        "两国合作友好。",
        "白宫战略沟通协调官向美国记者介绍了情况。",
        "司机和行人要互相尊重。",
        "这家公司的员工同舟共济，守望相助。",
        "队伍要背靠背站好。",
        "片名叫《坚如磐石》。",
    ],
)
def test_what_is_no_phrase_of_diplomacy_is_left(find: Find, sentence: str) -> None:
    assert find(sentence) == []


def test_a_plain_phrase_counts_where_two_states_are_named(find: Find) -> None:
    assert find("干部群众同舟共济。") == []
    assert [use.phrase for use in find("智利和秘鲁同舟共济。")] == ["同舟共济"]
    assert [use.phrase for use in find("双方同舟共济。", title="智利外长访问秘鲁")] == ["同舟共济"]


def test_a_plain_phrase_counts_beside_one_that_is_not(find: Find) -> None:
    assert {use.phrase for use in find("各方要同舟共济，构建人类命运共同体。")} == {"同舟共济", "人类命运共同体"}


def test_a_region_and_its_state_are_not_two(find: Find) -> None:
    assert find("香港市民同舟共济，中国队也来了。") == []


def test_one_use_has_every_place_in_order(find: Find) -> None:
    (use,) = find("智利恪守一个中国原则。秘鲁也恪守一个中国原则。")
    assert [ev.span.start for ev in use.evidence] == sorted(ev.span.start for ev in use.evidence)
    assert len(use.evidence) == 2
    assert use.between == ("CL", "CN", "PE")


def test_uses_stand_in_the_order_of_first_use(find: Find) -> None:
    found = find("越南和老挝增进政治互信，反对冷战思维，深化政治互信。")
    assert [use.phrase for use in found] == ["政治互信", "冷战思维"]


@pytest.mark.parametrize(
    ("body", "title", "between"),
    [
        ("越南和老挝增进政治互信。", "", ("LA", "VN")),
        ("两国增进政治互信。", "越南外长访问老挝", ("LA", "VN")),
        ("越方愿增进政治互信。", "中国总理会见越南外长", ("CN", "VN")),
        ("中越增进政治互信，这对中国和越南都好。", "", ("CN", "VN")),
        ("东盟和越南增进政治互信。", "", ("ASEAN", "VN")),
        ("两国增进政治互信。", "", ()),
    ],
)
def test_between_are_the_countries_of_the_sentence_or_the_headline(
    find: Find, body: str, title: str, between: tuple[str, ...]
) -> None:
    assert find(body, title=title)[0].between == between


def test_two_characters_that_only_look_like_countries_are_none(find: Find) -> None:
    (use,) = find("两国立法机构增进政治互信。", title="越南国会主席访问老挝")
    assert use.between == ("LA", "VN")


@pytest.mark.parametrize("part", [Part.TEASER, Part.FOOTER, Part.CREDIT])
def test_other_articles_teasers_are_not_read(find: Find, part: Part) -> None:
    assert find("越南和老挝增进政治互信。", part=part) == []


@pytest.mark.parametrize("body", ["。", "\n\n", "政治", "“", "政治互信" * 3])
def test_odd_texts_do_no_harm(find: Find, body: str) -> None:
    assert all(use.evidence for use in find(body, title="越南"))
