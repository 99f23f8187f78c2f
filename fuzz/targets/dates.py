"""The date reader: any text, any day of publication → dates in order, on the calendar."""

from collections.abc import Iterator
from datetime import date

from bilat.lang.zh.dates import DateKind, find_dates, resolve_anaphora
from bilat.lang.zh.fold import fold
from fuzz.target import Target
from fuzz.words import DATES, PLAIN

_DAYS = (None, date(2023, 12, 31), date(2024, 2, 29), date.min, date.max)


def check(data: bytes) -> None:
    """The first byte picks the day of publication."""
    folded = fold(data[1:].decode("utf-8", "replace"))
    published = _DAYS[data[0] % len(_DAYS)] if data else None
    found = find_dates(folded, 0, len(folded), published)
    at = 0
    for mention in found:
        assert at <= mention.start < mention.end <= len(folded)
        at = mention.end
    for mention in resolve_anaphora(found, None):
        for first, last in ((mention.first, mention.last), (mention.next_first, mention.next_last)):
            for iso in (first, last):
                assert iso is None or date.fromisoformat(iso + "-01-01"[len(iso) - 4 :] if len(iso) < 10 else iso)
            assert first is None or last is None or first <= last
        assert mention.first is None or mention.kind not in {DateKind.IMPOSSIBLE, DateKind.LUNAR, DateKind.DURATION}
    assert found == find_dates(folded, 0, len(folded), published)


def seeds() -> Iterator[bytes]:
    """One for each way to write a date."""
    for at, text in enumerate(
        (
            "2023年12月12日至13日，他将访问。去年同期，今年前8月。", "12日上午，周三（13日）下午，明天，上月底，下周初，本月中旬，年底前。",
            "二〇二三年六月二十七日；2023-06-27；27/06/2023；2023/6/27 08:06", "农历正月初一。第三季度，上半年，近五年来，自2021年起，截至10月31日。",
            "1999年9月9日—2000年2月30日，当天，次日，三天后，10年前，同年8月，翌年，世纪之交，90年代，20世纪末。",
        )
    ):  # fmt: skip
        yield bytes([at]) + text.encode()


TARGETS = [Target("dates", check, seeds, lambda: (*DATES, *PLAIN), longest=600, times=3)]
