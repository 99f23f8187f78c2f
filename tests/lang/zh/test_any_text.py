"""Whatever a text is made of: nothing breaks, every quotation stands at its offsets, twice gives the same."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bilat.lang.zh.language import Chinese
from bilat.model import DateSource, Document, Part, Passage, Published, Span
from bilat.packs import load
from fuzz.promises import sound_reading

LANGUAGE = Chinese(load().only("zh"))
PIECES = st.sampled_from(
    [
        *(
            "习近平",
            "阮富仲",
            "馬克宏",
            "拜登",
            "外交部发言人毛宁",
            "越南",
            "中国",
            "美國",
            "欧盟",
            "双方",
            "他",
            "两国外长",
        ),
        *(
            "表示",
            "说",
            "称",
            "指出",
            "据路透社报道",
            "援引",
            "的话",
            "没有回复置评请求",
            "同意",
            "签署",
            "会见",
            "访问",
        ),
        *(
            "贸易额",
            "达",
            "1659",
            "亿",
            "美元",
            "增长24.6%",
            "百分点",
            "第六大",
            "近",
            "30多个",
            "九千九百兆亿",
            "-",
            "1e9",
            "分别",
        ),
        *(
            "铁路",
            "贷款",
            "向",
            "提供",
            "启动",
            "如果得到确认",
            "取消",
            "第十四次会议",
            "指导委员会",
            "南海",
            "东海",
            "争端",
        ),
        *("今年前8月", "2023年", "12日", "去年", "截至", "政治互信", "命运共同体", "一个中国原则"),
        *(
            "“",
            "”",
            "「",
            "」",
            "‘",
            "’",
            "（",
            "）",
            "《",
            "》",
            "，",
            "。",
            "、",
            "；",
            "：",
            "\n",
            " ",
            "\u3000",
            "\x00",
            "…",
        ),
        *("A", "é", "\u0301", "😀", "𠮷", "가", "の", "%", "ＵＳＤ", "１２", "http://a/1"),
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)


def document(text: str, day: str | None) -> Document:
    whole = f"题\n{text}"
    return Document(
        id="any",
        text=whole,
        title="题",
        passages=(Passage(Part.HEADLINE, Span(0, 1)), *([Passage(Part.BODY, Span(2, len(whole)))] if text else [])),
        language="zh",
        script="Hans",
        published=Published(day, DateSource.FIELD) if day else None,
    )


@settings(deadline=None, max_examples=150)
@given(TEXTS, st.sampled_from(["2023-12-12", None]))
@example("“" * 30 + "他说：", "2023-12-12")
@example("贸易额" + "9" * 400 + "亿美元", None)
def test_any_text_is_read_without_harm(text: str, day: str | None) -> None:
    doc = document(text, day)
    found = LANGUAGE.read(doc)
    sound_reading(doc, found)
    assert LANGUAGE.read(doc) == found


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_numbers_fit_the_record(text: str) -> None:
    for figure in LANGUAGE.read(document(text, "2023-12-12")).figures:
        for value in (figure.value, figure.value_max, figure.change_pct, figure.rank):
            assert value is None or -(2**63) <= value < 2**63
