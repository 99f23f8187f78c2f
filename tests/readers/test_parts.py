"""What a line is, by what it says and what stands around it."""

import pytest

from bilat.model import Part
from bilat.readers.markup import Line, lines_of, parse
from bilat.readers.parts import settle

FIRST = "外交部长林海今天在河内会见了松国外长白桦。"
SECOND = "双方就贸易和航运交换了意见。"


def parts_of(*texts: str, headline: str = "林海会见白桦", marked_up: bool = False) -> list[list[tuple[str, str]]]:
    lines = [Line(text) for text in texts]
    pieces = settle(lines, headline, marked_up=marked_up)
    return [[(p.part.value, text[p.start : p.end]) for p in row] for row, text in zip(pieces, texts, strict=True)]


def kinds(*texts: str, headline: str = "林海会见白桦", marked_up: bool = False) -> list[str]:
    return [
        row[0][0] if len(row) == 1 else "+".join(p for p, _ in row)
        for row in parts_of(*texts, headline=headline, marked_up=marked_up)
    ]


@pytest.mark.parametrize("marker", ["更多", "相关新闻", "相關新聞", "查看更多", "同一主题", "聚焦新聞", "Xem thêm"])
def test_nothing_below_a_list_of_other_stories_is_the_articles(marker: str) -> None:
    assert kinds(FIRST, marker, "竹国总理抵达梅国。", SECOND) == ["lead", "teaser", "teaser", "teaser"]


def test_the_same_word_above_the_article_ends_nothing() -> None:
    assert kinds("更多", FIRST, SECOND) == ["footer", "lead", "body"]


def test_a_box_of_links_ends_at_the_next_sentence() -> None:
    assert kinds(FIRST, "延伸阅读", "竹国总理访问梅国 谈贸易", SECOND) == ["lead", "teaser", "teaser", "body"]


def test_after_the_agencys_end_only_credits_and_other_stories_follow() -> None:
    assert kinds(FIRST, SECOND + "（完）", "示例社", "竹国总理今天抵达梅国访问。") == [
        "lead",
        "body+footer",
        "credit",
        "teaser",
    ]


@pytest.mark.parametrize(
    "line",
    ["06/09/2023 - 16:23", "24 分钟前", "图像来源，Getty Images", "来源 : 示例台", "（路透社）", "編輯：陳大文", "/"],
)
def test_dates_bylines_and_sources_are_credits(line: str) -> None:
    assert kinds(line, FIRST) == ["credit", "lead"]


@pytest.mark.parametrize(
    "line",
    ["分享 :", "#林海", "https://e.org/feed", "© 2023年 示例台 版权所有", "（本文稍后会有更新）", "获取更多RSS："],
)
def test_furniture_of_the_page_is_footer(line: str) -> None:
    assert kinds(FIRST, line) == ["lead", "footer"]


def test_the_agencys_opening_is_apart_from_its_first_sentence() -> None:
    assert parts_of("（中央社記者王小明河內1日電）外長林海會見白樺。（編輯：陳大文）1121201") == [
        [
            ("credit", "（中央社記者王小明河內1日電）"),
            ("lead", "外長林海會見白樺。"),
            ("credit", "（編輯：陳大文）1121201"),
        ]
    ]


def test_a_captions_credit_is_apart_from_what_it_shows() -> None:
    assert parts_of(FIRST, "林海在机场。图自示例社", SECOND)[1] == [
        ("caption", "林海在机场。"),
        ("credit", "图自示例社"),
    ]


def test_the_line_beside_a_picture_credit_is_a_caption() -> None:
    assert kinds(FIRST, "林海与白桦握手", "图片来源：示例社", SECOND) == ["lead", "caption", "credit", "body"]
    assert kinds(FIRST, "图像来源，示例社", "林海与白桦握手", SECOND) == ["lead", "credit", "caption", "body"]


def test_a_repeated_headline_is_the_text_of_a_picture() -> None:
    assert kinds(FIRST, "林海会见白桦", "两人在会场", SECOND) == ["lead", "caption", "caption", "body"]


def test_a_repeated_caption_is_a_caption_again() -> None:
    assert kinds(FIRST, "去年在河内举行的会议(图:示例社)", "去年在河内举行的会议", SECOND)[1:3] == [
        "caption+credit",
        "caption",
    ]


def test_a_short_line_without_an_end_is_a_heading() -> None:
    assert kinds(FIRST, "贸易稳步增长", SECOND) == ["lead", "heading", "body"]
    assert kinds(FIRST, "谁是林海？", SECOND) == ["lead", "heading", "body"]


def test_headlines_of_two_clauses_between_paragraphs_are_other_stories() -> None:
    assert kinds(FIRST, "竹国总理访问梅国 将签多项协议", SECOND) == ["lead", "teaser", "body"]


def test_several_headlines_in_a_row_are_other_stories() -> None:
    links = ("竹国总理为何突然访问梅国首都", "梅国大选之后的五个问题是什么")
    assert kinds(FIRST, *links, SECOND) == ["lead", "teaser", "teaser", "body"]


def test_a_headline_above_a_bare_time_is_another_story_even_when_it_is_this_headline() -> None:
    assert kinds(FIRST, "林海会见白桦", "2023/12/17 08:06") == ["lead", "teaser", "teaser"]


def test_a_sentence_that_lost_its_end_is_still_the_articles() -> None:
    assert kinds(FIRST, "林海还说，两国将在明年春天再次会谈，地点未定") == ["lead", "body"]


def test_a_name_at_the_end_is_a_byline() -> None:
    assert kinds(FIRST, SECOND, "娜娜") == ["lead", "body", "credit"]


def test_names_above_the_first_sentence_are_bylines() -> None:
    assert kinds("James Marson", "/", "Emma Tucker", "2023年6月5日08:20 CST 更新", FIRST) == ["credit"] * 4 + ["lead"]


def test_a_gallery_of_pictures_is_another_story() -> None:
    shown = "林海这十年：他从地方官员做起，一步一步走到今天的位置。"
    assert kinds(FIRST, "相关图集：林海掌权这10年", shown, SECOND) == ["lead", "teaser", "teaser", "body"]


def test_a_paragraph_that_is_one_link_leads_elsewhere() -> None:
    lines = lines_of(
        parse(f"<p>{FIRST}</p><p><a href='/x'>竹国总理访问梅国</a></p><p>林海<a href='/y'>表示</a>同意。</p>")
    )
    parts = [row[0].part for row in settle(lines, "标题", marked_up=True)]
    assert parts == [Part.LEAD, Part.TEASER, Part.BODY]


def test_markup_says_what_is_a_caption_a_teaser_or_a_footer() -> None:
    html = (
        f"<figure><img><figcaption>林海在机场</figcaption></figure><p>{FIRST}</p><h2>贸易</h2><p>{SECOND}</p>"
        "<aside><p>竹国总理今天访问了梅国。</p></aside><footer><p>示例台制作。</p></footer><script>alert('x。')</script>"
    )
    lines = lines_of(parse(html))
    assert [row[0].part.value for row in settle(lines, "标题", marked_up=True)] == [
        "caption", "lead", "heading", "body", "teaser", "footer",
    ]  # fmt: skip


def test_a_line_break_and_a_block_end_a_line_an_inline_element_does_not() -> None:
    lines = lines_of(parse("<div>一<span>二</span><b>三</b>四<br>五<p>六</p>七</div>"))
    assert [line.text for line in lines] == ["一二三四", "五", "六", "七"]
