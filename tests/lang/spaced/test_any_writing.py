"""What must hold however an article is written: marks apart or composed, either style of tones, mixed languages."""

import unicodedata
from functools import cache
from typing import Final, Literal

from hypothesis import given
from hypothesis import strategies as st

from bilat.lang.base import Findings, Language
from bilat.model import Document
from bilat.packs import load
from bilat.plugins import languages
from bilat.readers.language import language_and_script
from tests.lang.spaced.conftest import document

DAY = "2026-03-11"
SENTENCES = (
    "Chủ tịch nước Trần Hoà Bảo đã hội đàm với Tổng thống Kenya Daniel Oluto tại Hà Nội ngày 10/3.",
    "Ông Oluto nói: “Kenya coi trọng quan hệ với Việt Nam”.",
    "Hai bên ký Biên bản ghi nhớ về du lịch, theo Bộ Ngoại giao.",
    "Thủ tướng Cộng hòa Séc Jan Novák sẽ thăm Thụy Điển vào tuần tới.",
    "Kenyan President Daniel Oluto met Vietnamese President Tran Hoa Bao in Hanoi on March 10.",
    "“We are friends,” French Foreign Minister José Lefèvre said after talks with Oluto.",
    "The two sides signed a memorandum of understanding on tourism worth $3 million.",
    "国家主席习近平3月10日在北京会见肯尼亚总统。",
    "Chủ tịch Trung Quốc Tập Cận Bình Xi Jinping 习近平 đến Nairobi.",
    "MINISTER OLUTO: Thank you. Xin cảm ơn.",
    "Chu tich nuoc hoi dam voi Tong thong Kenya ngay 10/3.",
)


FORMS: Final[tuple[Literal["NFC", "NFD"], ...]] = ("NFC", "NFD")


@cache
def known() -> dict[str, Language]:
    return languages(load())


def read(doc: Document) -> Findings:
    return known()[doc.language].read(doc)


def told(found: Findings) -> list[object]:
    """What is found, without its offsets; names composed."""
    people = [tuple(nfc(each) for each in (p.name, p.country, p.title)) for p in found.people]
    events = [
        (
            e.type,
            e.status,
            e.start,
            e.end,
            nfc(e.place),
            e.host,
            tuple((nfc(p.name), p.country) for p in e.participants),
        )
        for e in found.events
    ]
    return [people, events, [(f.measure, f.value, f.unit) for f in found.figures], len(found.claims)]


def nfc(text: str | None) -> str:
    return unicodedata.normalize("NFC", text or "")


def in_form(form: Literal["NFC", "NFD"], language: str, headline: str, body: str) -> Document:
    """An article with its marks composed or apart."""
    return document(language, unicodedata.normalize(form, headline), unicodedata.normalize(form, body), DAY)


def article_of(lines: list[str], language: str) -> tuple[str, str, str]:
    """The language, headline and body of an article of some sentences."""
    return language, lines[0].rstrip("."), " ".join(lines[1:])


articles = st.builds(
    article_of,
    st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=6),
    st.sampled_from(["en", "vi"]),
)


@given(articles)
def test_marks_apart_or_composed_say_the_same(article: tuple[str, str, str]):
    language, headline, body = article
    one, other = (read(in_form(form, language, headline, body)) for form in FORMS)
    assert told(one) == told(other)


@given(articles)
def test_quotations_stand_at_their_offsets(article: tuple[str, str, str]):
    language, headline, body = article
    for form in FORMS:
        doc = in_form(form, language, headline, body)
        found = read(doc)
        spans = [each for event in found.events for each in event.evidence]
        spans += [each for noun in (*found.claims, *found.figures) for each in noun.evidence]
        assert all(doc.text[each.span.start : each.span.end] == each.quote for each in spans)
        assert all(doc.text[p.mentions[0].start : p.mentions[0].end] == p.name for p in found.people)


@given(st.permutations(["Hoà", "Thuý", "Khoẻ"]), st.sampled_from(["hòa bình", "hoà bình"]))
def test_the_place_of_a_tone_mark_says_nothing(syllables: list[str], word: str):
    new = {"Hoà": "Hòa", "Thuý": "Thúy", "Khoẻ": "Khỏe"}
    bodies = [
        f"Thủ tướng Thuỵ Điển Lars Holm gặp Chủ tịch Quốc hội Trần {each} tại Hà Nội ngày 10/3 về {word}."
        for each in (syllables[0], new[syllables[0]])
    ]
    one, other = (read(document("vi", "Tin", body, DAY)) for body in bodies)
    assert [(p.country, p.title) for p in one.people] == [(p.country, p.title) for p in other.people]
    assert [(e.type, e.start, e.place) for e in one.events] == [(e.type, e.start, e.place) for e in other.events]
    assert len(one.events) == 1


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8))
def test_an_article_of_several_languages_is_read_in_one(lines: list[str]):
    text = "\n".join(lines)
    language, _ = language_and_script(text)
    if language in known():
        doc = document(language, lines[0], text, DAY)
        assert read(doc) == read(doc)


def test_vietnamese_without_marks_tells_its_contacts():
    body = "Sang 10/3, tai Ha Noi, Chu tich nuoc Tran Van Bao da hoi dam voi Tong thong Kenya Daniel Oluto."
    found = read(document("vi", "Chu tich nuoc hoi dam voi Tong thong Kenya", body, DAY))
    (event,) = found.events
    assert (event.start, event.place, [p.name for p in event.participants]) == (
        "2026-03-10",
        "Ha Noi",
        ["Tran Van Bao", "Daniel Oluto"],
    )
    assert [(p.country, p.title) for p in found.people] == [("VN", "Chu tich nuoc"), ("KE", "Tong thong")]


def test_a_name_written_twice_is_one_person():
    body = "Chủ tịch Trung Quốc Tập Cận Bình (Xi Jinping) đã đến Hà Nội ngày 10/3, bắt đầu chuyến thăm Việt Nam."
    found = read(document("vi", "Chủ tịch Trung Quốc Tập Cận Bình Xi Jinping thăm Việt Nam", body, DAY))
    assert [(p.name, p.country) for p in found.people] == [("Tập Cận Bình", "CN")]
    assert [(e.type, e.host) for e in found.events] == [("visit", "VN")]


def test_a_foreign_mark_or_a_surname_of_two_spellings_hides_nothing():
    body = "Sang 10/3, tai Ha Noi, Thu tuong Do Van Bao da tiep Ngoai truong Mexico José Ramirez."
    found = read(document("vi", "Tin", body, DAY))
    assert [(p.name, p.country) for p in found.people] == [("Do Van Bao", "VN"), ("José Ramirez", "MX")]
    assert [e.type for e in found.events] == ["meeting"]
