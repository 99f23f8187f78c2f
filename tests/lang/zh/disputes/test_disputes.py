"""Words that tell of a dispute, and between whom."""

from collections.abc import Callable

import pytest

from bilat.model import DisputeKind, DisputeMention

Find = Callable[..., list[DisputeMention]]


def disputes(found: list[DisputeMention]) -> list[DisputeMention]:
    """The disputes among the mentions."""
    return [mention for mention in found if mention.kind is DisputeKind.DISPUTE]


@pytest.mark.parametrize(
    ("body", "written", "between"),
    [
        ("智利和秘鲁的領土爭端由来已久。", "領土爭端", ("CL", "PE")),
        ("两国存在主权争议。", "主权争议", ()),
        ("圭亚那和委内瑞拉就艾瑟奎波领土争端会谈。", "艾瑟奎波领土争端", ("GY", "VE")),
        ("越南和菲律宾都是南海主权声索国。", "南海主权声索国", ("PH", "VN")),
        ("中国同越南谈到南海问题。", "南海问题", ("CN", "VN")),
        ("印度和中国举行边界问题会谈。", "边界问题", ("CN", "IN")),
        ("日本和帕劳商定海洋划界。", "海洋划界", ("JP", "PW")),
        ("船驶入爭議海域。", "爭議海域", ()),
    ],
)
def test_words_of_dispute_are_quoted_as_written(find: Find, body: str, written: str, between: tuple[str, ...]) -> None:
    (mention,) = disputes(find(body))
    assert (mention.written, mention.between, mention.entry) == (written, between, None)


def test_a_name_in_front_is_a_mention_of_its_own(find: Find) -> None:
    found = find("各方谈到南海争端。")
    assert [(m.kind, m.written) for m in found] == [(DisputeKind.NAME, "南海"), (DisputeKind.DISPUTE, "南海争端")]


@pytest.mark.parametrize(
    "body", ["老房子引起争议。", "两家公司的争端已了结。", "这个问题很难。", "选区划界问题引起讨论。"]
)
def test_other_quarrels_are_none(find: Find, body: str) -> None:
    assert disputes(find(body)) == []


def test_the_same_words_between_other_countries_are_another_dispute(find: Find) -> None:
    found = disputes(find("智利和秘鲁有领土争端。肯尼亚和索马里也有领土争端。"))
    assert [mention.between for mention in found] == [("CL", "PE"), ("KE", "SO")]


@pytest.mark.parametrize("body", ["。", "争端", "南海" * 4, "问题南海", "（东海）（"])
def test_odd_texts_do_no_harm(find: Find, body: str) -> None:
    assert all(mention.evidence for mention in find(body))
