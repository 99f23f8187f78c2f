"""Standing committees, dialogues and forums, and their sessions. All sentences are our own."""

import pytest

from bilat.lang.zh.language import Chinese
from bilat.lang.zh.mechanisms import canonical, rules
from bilat.model import DateSource, Document, MechanismUse, Part, Passage, Published, Span
from bilat.packs import load

HEAD = "要闻"
COMMITTEE = "中越双边合作指导委员会"


def read(text: str) -> list[MechanismUse]:
    """The mechanisms of an article; each quotation stands where it says."""
    whole = f"{HEAD}\n{text}"
    passages = Passage(Part.HEADLINE, Span(0, len(HEAD))), Passage(Part.BODY, Span(len(HEAD) + 1, len(whole)))
    doc = Document("d", whole, HEAD, passages, "zh", published=Published("2024-05-20", DateSource.FIELD))
    found = Chinese(load()).read(doc).mechanisms
    for use in found:
        for ev in use.evidence:
            assert whole[ev.span.start : ev.span.end] == ev.quote
    return found


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("東協（ASEAN）領袖峰會", "东盟峰会"),
        ("20國集團（G20）新德里峰會", "二十国集团领导人峰会"),
        ("APEC舊金山峰會", "亚太经合组织领导人非正式会议"),
        ("东协与中日韩（10+3）领导人会议", "东盟与中日韩领导人会议"),
        ("日中韩首脑会议", "中日韩领导人会议"),
        ("迪拜气候大会", "联合国气候变化大会"),
        ("俄中总理定期会晤", "中俄总理定期会晤"),
        ("2023两岸企业家峰会", "两岸企业家峰会"),
    ],
)
def test_a_summit_is_one_however_its_level_place_and_organisation_are_told(name: str, meant: str) -> None:
    assert canonical(name, load())[::2] == (meant, True)


@pytest.mark.parametrize("name", ["东盟特别首脑会议", "印尼东亚峰会", "东盟工商领导人峰会"])
def test_words_that_begin_with_a_short_form_name_no_country(name: str) -> None:
    meant, members, known = canonical(name, load())
    assert (meant, known, {"TT", "TL"} & set(members)) == (name, False, set())


@pytest.mark.parametrize(
    "name",
    [
        "中越双边合作指导委员会",
        "越中双边合作指导委员会",
        "中国—越南双边合作指导委员会",
        "越南和中国双边合作指导委员会",
        "越中雙邊合作指導委員會第十四次會議",
        "越南與中國雙邊合作指導委員會會議",
    ],
)
def test_either_order_names_one_mechanism(name: str) -> None:
    assert canonical(name, load()) == (COMMITTEE, ("CN", "VN"), True)


@pytest.mark.parametrize(
    ("name", "meant", "members"),
    [
        ("老越边境贸易委员会", "老挝—越南边境贸易委员会", ("LA", "VN")),
        ("越老边境贸易委员会第三次会议", "老挝—越南边境贸易委员会", ("LA", "VN")),
        ("印尼—日本海洋论坛", "印度尼西亚—日本海洋论坛", ("ID", "JP")),
    ],
)
def test_a_name_the_packs_lack_has_its_countries_in_order_of_code(
    name: str, meant: str, members: tuple[str, ...]
) -> None:
    assert canonical(name, load()) == (meant, members, False)


def test_a_short_form_that_several_share_is_read_by_the_document() -> None:
    assert canonical("中巴海洋磋商", load()) == ("中巴海洋磋商", ("CN",), False)
    assert canonical("中巴海洋磋商", load(), ("CN", "PK"))[1] == ("CN", "PK")
    assert canonical("中巴海洋磋商", load(), ("BR", "CN"))[1] == ("BR", "CN")


@pytest.mark.parametrize("name", ["", "论坛", "巴黎论坛", "中亚论坛", "《》", "第一次"])
def test_what_is_no_pair_of_countries_stays_as_it_is(name: str) -> None:
    meant, members, known = canonical(name, load())
    assert (members, known) == ((), False)
    assert meant in name or not name


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("越中双边合作指导委员会第十四次会议在南宁举行。", 14),
        ("越中雙邊合作指導委員會第14次會議在南寧舉行。", 14),
        ("双方出席首次中越双边合作指导委员会会议。", 1),
        ("双方重视中越双边合作指导委员会。", None),
    ],
)
def test_the_number_of_a_session_stands_before_or_behind(text: str, ordinal: int | None) -> None:
    uses = read(text)
    assert [(use.mechanism, use.ordinal, use.known) for use in uses] == [(COMMITTEE, ordinal, True)]


def test_a_number_inside_the_name_is_no_part_of_it() -> None:
    use = read("中国和俄罗斯的代表团准备中俄总理第二十八次定期会晤。")[0]
    assert (use.mechanism, use.ordinal, use.written) == ("中俄总理定期会晤", 28, "中俄总理定期会晤")


def test_sessions_of_one_mechanism_are_uses_of_their_own() -> None:
    uses = read(
        "越中双边合作指导委员会第十四次会议召开。\n去年举行中国—越南双边合作指导委员会第十三次会议。\n第14次越中双边合作指导委员会会议闭幕。"
    )
    assert [(use.mechanism, use.ordinal, len(use.evidence)) for use in uses] == [(COMMITTEE, 14, 2), (COMMITTEE, 13, 1)]


def test_a_name_made_of_two_countries_and_a_kind_is_found_without_the_packs() -> None:
    use = read("肯尼亚和乌干达同意重启肯尼亚—乌干达边境安全工作组。")[0]
    assert (use.mechanism, use.members, use.known) == ("肯尼亚—乌干达边境安全工作组", ("KE", "UG"), False)


def test_the_seminar_of_both_parties_is_that_of_the_two_countries() -> None:
    uses = read("越南和中国代表团抵达。双方已多次举行两党理论研讨会。")
    assert [(use.mechanism, use.members) for use in uses] == [("中越两党理论研讨会", ("CN", "VN"))]


@pytest.mark.parametrize(
    "text",
    [
        "肯尼亚和乌干达防长都有意愿恢复对话机制。",
        "肯尼亚人民委员会主席访问乌干达。",
        "肯尼亚选手参加奥运会。",
        "在巴黎论坛上，肯尼亚和乌干达外长发言。",
    ],
)
def test_what_is_no_name_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["。", "第" * 5000, "中越" * 5000, "论坛" * 5000, "第九九九九九九九九次中越论坛"])
def test_bad_input_is_no_crash(text: str) -> None:
    assert isinstance(read(text), list)


def test_the_names_are_read_once_per_process() -> None:
    packs = load()
    assert rules(packs) is rules(packs)
