"""A text four times as long takes about four times the work, whatever it holds: no pattern is worse than linear.

The processor's time of both is compared, never a time by itself; a quadratic pattern would need sixteen times as much.
"""

import gc
import time
from collections.abc import Callable

import pytest

from bilat.lang.zh.language import Chinese
from bilat.model import DateSource, Document, Part, Passage, Published, Span
from bilat.packs import load

SMALL, TIMES, MOST, TRIES = 12_000, 4, 12.0, 4

REPEATED = {
    "no punctuation": "中越两国外长就贸易额和铁路合作交换意见并表示愿意",
    "one clause after the other": "外交部发言人毛宁表示中方愿同越方合作，",
    "a list without end": "河内、",
    "quotation marks that never close": "他说：“双方同意“推进",
    "quotations in quotations": "路透社援引官员的话说：“他说‘她表示“合作”’。”",
    "one long number": "1",
    "numbers side by side": "1659亿美元增长24.6%",
    "numerals": "一百二十三亿",
    "separators": "1,000,",
    "sources of sources": "据路透社报道，据新华社援引",
    "verbs of saying": "表示说称指出",
    "sums with currencies": "贸易额分别为65.8亿、23.9亿和13亿元，",
    "years": "2023年至2024年",
    "brackets": "（",
    "titles": "国务委员兼外交部长",
    "names": "习近平同阮富仲、",
    "one leader over and over": "法国总统马克龙和",
    "spaces": " ",
    "line ends": "\n",
    "ordinals": "第十四次会议",
    "promises": "中方承诺向越方提供贷款修建铁路，",
    "mixed scripts": "Vietnam越南ASEAN東盟한국",
    "contested names": "南海东海",
    "percent signs": "%",
}


def document(text: str) -> Document:
    title = "标题"
    whole = f"{title}\n{text}"
    return Document(
        id="long",
        text=whole,
        title=title,
        passages=(Passage(Part.HEADLINE, Span(0, 2)), Passage(Part.BODY, Span(3, len(whole)))),
        language="zh",
        script="Hans",
        published=Published("2023-12-12", DateSource.FIELD),
    )


@pytest.fixture(scope="module")
def read() -> Callable[[str], float]:
    """The processor's seconds that a text takes to read, the least of three."""
    language = Chinese(load().only("zh"))

    def seconds(text: str) -> float:
        doc = document(text)
        took: list[float] = []
        for _ in range(3):
            gc.collect()
            start = time.process_time()
            _ = language.read(doc)
            took.append(time.process_time() - start)
        return min(took)

    _ = seconds("中方表示。")
    return seconds


@pytest.mark.parametrize("unit", REPEATED.values(), ids=REPEATED)
def test_reading_takes_as_much_longer_as_the_text_is(unit: str, read: Callable[[str], float]) -> None:
    short = unit * (SMALL // len(unit))
    grown = (read(short * TIMES) / (read(short) + 0.002) for _ in range(TRIES))
    assert any(times < MOST for times in grown), (
        "what grows faster does so each time, what a busy machine delays does not"
    )
