"""What each form yields."""

from pathlib import Path

import pytest

from bilat.errors import UsageError
from bilat.model import DateSource, Failure, Part
from bilat.readers import InputFile, builtin_readers, read_input, read_inputs
from tests.readers.made_up import (
    ATOM,
    JSONL,
    MARKDOWN_POST,
    PAGE,
    PAGE_TEXT,
    POST,
    RSS,
    SAMPLES,
    SNAPSHOT,
    TRANSCRIPT,
    documents,
    parts,
    read_bytes,
)


@pytest.mark.parametrize("form", sorted(SAMPLES))
def test_a_form_is_known_by_what_the_file_holds_not_by_its_name(tmp_path: Path, form: str) -> None:
    found = documents(tmp_path, SAMPLES[form], "file.without-meaning")
    assert {doc.source.form for doc in found if doc.source} == {form}


def test_every_built_in_form_has_a_sample() -> None:
    elsewhere = {"fetched", "warc", "wacz"}  # tests/watch, tests/readers/crawl
    assert {reader.form for reader in builtin_readers()} == set(SAMPLES) | elsewhere


def test_json_lines_keep_their_text_and_their_id(tmp_path: Path) -> None:
    (doc,) = documents(tmp_path, JSONL)
    assert doc.id == "a-1"
    assert doc.text == "两国外长会谈\n第一段说双方会谈。\n第二段说下次会谈。"
    assert (doc.publisher, doc.url) == ("示例社", "https://news.example.org/2023/06/27/1.html")
    assert doc.published is not None
    assert (doc.published.day, doc.published.how) == ("2023-06-27", DateSource.FIELD)


def test_a_teaser_in_json_lines_is_marked_not_cut(tmp_path: Path) -> None:
    text = "06/09/2023 - 16:23\\n林海会见了白桦。\\n分享 :\\n同一主题\\n竹国总理将访问梅国"
    (doc,) = documents(tmp_path, f'{{"id": "1", "date": "2023-09-06", "title": "林海会见白桦", "text": "{text}"}}')
    assert doc.text.endswith("竹国总理将访问梅国")
    assert parts(doc, Part.TEASER) == ["同一主题", "竹国总理将访问梅国"]
    assert parts(doc, Part.CREDIT) == ["06/09/2023 - 16:23"]
    assert parts(doc, Part.LEAD, Part.BODY) == ["林海会见了白桦。"]


def test_an_archived_post_gives_each_part_its_place(tmp_path: Path) -> None:
    (doc,) = documents(tmp_path, POST)
    assert doc.title == "林海會見松國外長"
    assert parts(doc, Part.CAPTION) == ["林海（左）1日在河內會見白樺。"]
    assert parts(doc, Part.LEAD) == ["外交部長林海今天在河內會見松國外長白樺，雙方就貿易交換意見。"]
    assert parts(doc, Part.BODY) == ["林海表示，兩國應保持高層往來。"]
    assert parts(doc, Part.TEASER) == ["松國總統下月訪問竹國 將簽多項協議", "延伸閱讀", "竹國總理抵達梅國訪問"]
    assert parts(doc, Part.FOOTER) == ["#林海"]
    assert "（編輯：陳大文）1121201" in parts(doc, Part.CREDIT)
    assert (doc.publisher, doc.language, doc.script) == ("CNA", "zh", "Hant")


def test_a_stamp_in_utc_gives_the_day_it_was_in_china(tmp_path: Path) -> None:
    (doc,) = documents(tmp_path, POST)
    assert doc.published is not None
    assert doc.published.day == "2023-12-02"
    assert doc.published.stamp == "2023-12-01 23:39:00.000000000 +00:00"


def test_a_wrapped_line_of_markdown_is_joined_without_a_space(tmp_path: Path) -> None:
    (doc,) = documents(tmp_path, MARKDOWN_POST)
    assert parts(doc, Part.LEAD) == ["外交部長林海在河內會見松國外長白樺，雙方就貿易交換意見。"]
    assert doc.publisher == "RTHK"


def test_markdown_headings_links_and_pictures_become_parts(tmp_path: Path) -> None:
    body = "## 会谈\n\n林海**会见**了[白桦](https://e.org/b)。\n\n![图为林海](a.jpg)\n\n- [竹国总理访梅国](https://e.org/t)\n"
    (doc,) = documents(tmp_path, f"---\ntitle: 林海会见白桦\ndate: 2023-01-02\n---\n{body}")
    assert parts(doc, Part.HEADING) == ["会谈"]
    assert parts(doc, Part.LEAD) == ["林海会见了白桦。"]
    assert parts(doc, Part.CAPTION) == ["图为林海"]
    assert parts(doc, Part.TEASER) == ["竹国总理访梅国"]


def test_markup_inside_a_line_of_markdown_leaves_only_its_words(tmp_path: Path) -> None:
    body = "The 7<sup>th</sup> session of the <u>Joint\n[Elm–Oak\nCommittee](https://e.org/c)</u> met.\n\n<!-- -->\n"
    (doc,) = documents(tmp_path, f"---\ntitle: Committee meets\ndate: 2023-01-02\n---\n{body}")
    assert doc.text.endswith("The 7th session of the Joint Elm–Oak Committee met.")


def test_a_feed_snapshot_trusts_its_comment_before_the_printed_date(tmp_path: Path) -> None:
    (doc,) = documents(tmp_path, SNAPSHOT)
    assert doc.published is not None
    assert (doc.published.day, doc.published.how) == ("2023-09-06", DateSource.COMMENT)
    assert parts(doc, Part.LEAD, Part.BODY) == [
        "外交部长林海抵达松国首都，展开三天访问。",
        "林海周三会见白桦，两人谈了贸易 与航运。",
        "双方同意明年再次会谈。",
    ]
    assert parts(doc, Part.FOOTER) == ["分享 :", "获取更多RSS：", "https://feed.example"]
    assert parts(doc, Part.TEASER) == ["同一主题", "竹国总理将访问梅国"]


def test_a_file_of_two_snapshots_is_two_documents(tmp_path: Path) -> None:
    first, second = documents(tmp_path, SNAPSHOT + SNAPSHOT.replace("林海访问松国", "白桦访问河内"))
    assert first.title != second.title
    assert second.source is not None
    assert second.source.index == 1


def test_page_text_ends_where_other_stories_begin(tmp_path: Path) -> None:
    (doc,) = documents(tmp_path, PAGE_TEXT)
    assert parts(doc, Part.LEAD) == ["应松国外长白桦邀请,外交部长林海将于7月20日至22日访问松国。"]
    assert parts(doc, Part.HEADING) == ["贸易稳步增长"]
    assert parts(doc, Part.BODY) == [
        "此次访问旨在扩大两国贸易。",
        "去年两国贸易额增长了一成。",
        "两国还将讨论海上安全问题。",
    ]
    assert parts(doc, Part.CAPTION)[1:] == ["林海将访问松国:两国关系翻开新页", "林海与白桦去年会谈"]
    assert "竹国" not in "".join(parts(doc, Part.HEADLINE, Part.LEAD, Part.BODY, Part.HEADING, Part.CAPTION))
    assert doc.published is not None
    assert (doc.published.day, doc.published.how) == ("2022-07-14", DateSource.DATELINE)


def test_a_page_that_prints_no_date_has_none(tmp_path: Path) -> None:
    (doc,) = documents(tmp_path, PAGE_TEXT.replace("09:00 | 14/07/2022\n\n", ""))
    assert doc.published is None


def test_a_broadcast_is_one_document_an_item(tmp_path: Path) -> None:
    first, second, third = documents(tmp_path, TRANSCRIPT)
    assert (
        first.text
        == "林海会见松国外长\n示例网消息（今日播报）：外交部长林海今天在河内会见松国外长白桦。\n双方就贸易交换意见。"
    )
    assert (first.url, first.publisher) == ("https://tv.cctv.com/2023/01/15/VIDEexample230115.shtml", "CCTV")
    assert parts(second, Part.HEADING) == ["竹国举行议会选举", "梅国发生地震"]
    assert third.text.strip() == "只有标题的一条"
    assert [p.kind for p in third.problems] == ["no_text"]
    assert {doc.published.day for doc in (first, second, third) if doc.published} == {"2023-01-15"}


def test_a_broadcasts_placeholder_is_no_document(tmp_path: Path) -> None:
    assert len(documents(tmp_path, TRANSCRIPT + "\n### undefined\n\nundefined\n")) == 3


def test_a_saved_page_tells_its_headline_date_and_address(tmp_path: Path) -> None:
    (doc,) = documents(tmp_path, PAGE)
    assert doc.title == "林海会见松国外长"
    assert (doc.url, doc.publisher) == ("https://news.example.org/2023/06/27/talks.html", "示例新闻网")
    assert doc.published is not None
    assert (doc.published.day, doc.published.how) == ("2023-06-28", DateSource.META)
    assert len(parts(doc, Part.LEAD, Part.BODY)) == 3
    assert "首页" not in doc.text
    assert "版权" not in doc.text


def test_a_page_too_long_for_the_careful_way_still_yields_its_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bilat.readers.page.main_text.LARGE", 10)
    (doc,) = documents(tmp_path, PAGE)
    assert len(parts(doc, Part.LEAD, Part.BODY)) == 3


def test_each_entry_of_a_feed_is_a_document(tmp_path: Path) -> None:
    first, second = documents(tmp_path, RSS)
    assert first.text == "林海会见松国外长\n外交部长林海会见松国外长白桦。\n双方谈了贸易。"
    assert first.published is not None
    assert (first.published.day, first.published.how) == ("2023-06-28", DateSource.FIELD)
    assert (second.url, second.publisher) == ("https://news.example.org/2", "示例社国际新闻")


def test_a_feed_read_in_small_pieces_is_the_same_feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = documents(tmp_path, RSS)
    monkeypatch.setattr("bilat.readers.forms.feed.PIECE", 64)
    monkeypatch.setattr("bilat.readers.base.HEAD_BYTES", 64)
    assert documents(tmp_path, RSS) == whole


def test_an_atom_feed_is_read_like_any_other(tmp_path: Path) -> None:
    (doc,) = documents(tmp_path, ATOM)
    assert doc.text == "林海会见松国外长\n外交部长林海会见松国外长白桦。"
    assert doc.published is not None
    assert doc.published.day == "2023-06-27"


def test_the_form_can_be_named_against_its_looks(tmp_path: Path) -> None:
    (doc,) = read_bytes(tmp_path, POST.encode(), form="page-text")
    assert not isinstance(doc, Failure)
    assert doc.source is not None
    assert doc.source.form == "page-text"


def test_a_form_nobody_knows_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="unknown form 'papyrus'; known are broadcast, feed, "):
        _ = list(read_input(InputFile(str(tmp_path)), "papyrus"))


def test_a_document_keeps_its_id_wherever_its_file_lies(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    for text in SAMPLES.values():
        here = [doc.id for doc in documents(tmp_path, text, "one")]
        there = [doc.id for doc in documents(tmp_path / "elsewhere", text, "another")]
        assert here == there


def test_files_read_together_give_what_each_gives_alone(tmp_path: Path) -> None:
    for form, text in SAMPLES.items():
        (tmp_path / form).write_text(text, encoding="utf-8")
    (tmp_path / "empty").write_bytes(b"")
    files = [InputFile(str(tmp_path / name)) for name in (*sorted(SAMPLES), "empty", "missing")]
    together = read_inputs([(file, None) for file in files], builtin_readers())
    assert together == [list(read_input(file)) for file in files]
    assert [found for found in together if len(found) > 1]
