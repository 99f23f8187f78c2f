"""Which language a text is in: by its letters and words, whatever its tag says."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

from bilat.readers.language import language_and_script, mistagged
from tests.readers.made_up import documents

VIETNAMESE = "Sáng 11/3, tại Hà Nội, Chủ tịch nước đã hội đàm với Tổng thống Kenya về hợp tác thương mại của hai nước."
ENGLISH = "The president of Kenya met the foreign minister of Vietnam in Nairobi, and the two spoke of trade."
CHINESE = "国家主席在北京会见肯尼亚总统，双方就贸易合作交换意见。"
UNMARKED = "Sang 11/3, tai Ha Noi, Chu tich nuoc da hoi dam voi Tong thong Kenya ve hop tac thuong mai cua hai nuoc."


@pytest.mark.parametrize(
    ("text", "language"), [(VIETNAMESE, "vi"), (ENGLISH, "en"), (CHINESE, "zh"), (UNMARKED, "vi"), ("12 : 34", "und")]
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("case", [str.strip, str.upper, str.lower])
def test_case_and_composition_do_not_matter(
    text: str, language: str, form: Literal["NFC", "NFD"], case: Callable[[str], str]
):
    assert language_and_script(case(unicodedata.normalize(form, text)))[0] == language


@pytest.mark.parametrize(
    ("tag", "language", "detail"),
    [
        ("zh-Hans", "vi", "tagged 'zh', read as 'vi', which its words say"),
        ("eng", "zh", "tagged 'en', read as 'zh', which its words say"),
        ("vi_VN", "vi", None),
        ("cn", "zh", None),
        ("Tiếng Việt", "en", None),
        ("", "en", None),
        ("de", "und", None),
    ],
)
def test_a_tag_that_disagrees_is_a_problem(tag: str, language: str, detail: str | None):
    found = mistagged(tag, language)
    assert (found.detail if found else None) == detail


@pytest.mark.parametrize("key", ["lang", "language", "locale"])
def test_the_tag_of_a_post(tmp_path: Path, key: str):
    text = f"---\ntitle: Hội đàm tại Hà Nội\ndate: 2026-03-11\n{key}: zh\n---\n{VIETNAMESE}\n"
    (doc,) = documents(tmp_path, text, "a.md")
    assert (doc.language, [p.kind for p in doc.problems]) == ("vi", ["language_tag"])


@pytest.mark.parametrize(("tag", "kinds"), [("zh", ["language_tag"]), ("vi", []), (["zh"], []), (7, [])])
def test_the_tag_of_json_lines(tmp_path: Path, tag: object, kinds: list[str]):
    row = {"title": "Hội đàm", "text": VIETNAMESE, "date": "2026-03-11", "lang": tag}
    (doc,) = documents(tmp_path, json.dumps(row), "a.jsonl")
    assert (doc.language, [p.kind for p in doc.problems]) == ("vi", kinds)
