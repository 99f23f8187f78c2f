"""What holds for dates and numbers in any text."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilat.lang.zh.dates import DateKind, find_dates, resolve_anaphora
from bilat.lang.zh.fold import fold
from bilat.lang.zh.numbers import chinese_to_int, find_numbers, read_ordinal

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))
ANY_DAY = st.none() | st.dates()
ALPHABET = "0123456789〇零一二三四五六七八九十百千万亿两半年月日号周星期礼拜天上下本这个今昨明前后当同翌次即至到-—、和与及()（）,，.·/:自从起前以来旬底初末季度农历正点分之第数几多余%成折约近 会\n"
TEXTS = st.text(alphabet=ALPHABET, max_size=40) | st.text(max_size=40)

UNHURRIED = settings(deadline=None)
"""The first example pays for compiling the patterns."""

DIGITS = "零一二三四五六七八九"


def numeral(value: int) -> str:
    """A whole number below 10**12 as Chinese writes it."""
    if value == 0:
        return "零"
    groups: list[str] = []
    for unit in ("", "万", "亿"):
        value, group = divmod(value, 10_000)
        if group:
            groups.insert(0, below_ten_thousand(group, led=value > 0) + unit)
    return "".join(groups)


def below_ten_thousand(value: int, *, led: bool) -> str:
    """A group of four digits; `led` when there is a larger group before it, so that a gap is told by 零."""
    out, gap = "", led and value < 1000
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            out += ("零" if gap else "") + DIGITS[digit] + name
            gap = False
        elif out:
            gap = True
    return out


@UNHURRIED
@given(TEXTS, ANY_DAY, st.integers(0, 10), st.integers(0, 10))
def test_dates_stand_in_order_within_the_slice_and_do_not_overlap(
    text: str, published: date | None, skip: int, cut: int
) -> None:
    folded = fold(text)
    start, end = min(skip, len(folded)), max(min(skip, len(folded)), len(folded) - cut)
    at = start
    for mention in find_dates(folded, start, end, published):
        assert at <= mention.start < mention.end <= end
        at = mention.end


@UNHURRIED
@given(TEXTS, ANY_DAY)
def test_a_date_that_is_read_is_on_the_calendar_and_begins_before_it_ends(text: str, published: date | None) -> None:
    folded = fold(text)
    for mention in resolve_anaphora(find_dates(folded, 0, len(folded), published), None):
        for first, last in ((mention.first, mention.last), (mention.next_first, mention.next_last)):
            for iso in (first, last):
                if iso is not None:
                    _ = date.fromisoformat(iso + "-01-01"[len(iso) - 4 :] if len(iso) < len("2000-01-01") else iso)
            if first is not None and last is not None:
                assert first <= last
        if mention.kind in {DateKind.IMPOSSIBLE, DateKind.LUNAR, DateKind.DURATION}:
            assert mention.first is None


@UNHURRIED
@given(TEXTS, DAYS)
def test_reading_dates_twice_gives_the_same(text: str, published: date) -> None:
    folded = fold(text)
    assert find_dates(folded, 0, len(folded), published) == find_dates(folded, 0, len(folded), published)


@UNHURRIED
@given(DAYS, DAYS)
def test_a_full_date_reads_as_itself_in_every_form(day: date, published: date) -> None:
    forms = (
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year} 年 {day.month} 月 {day.day} 日",
        day.isoformat(),
        f"{day.day:02d}/{day.month:02d}/{day.year}",
        "".join("〇一二三四五六七八九"[int(c)] for c in str(day.year))
        + f"年{numeral(day.month).removeprefix('一') if day.month >= 10 else numeral(day.month)}月"
        + f"{numeral(day.day).removeprefix('一') if 10 <= day.day < 20 else numeral(day.day)}日",
    )
    for form in forms:
        (mention,) = find_dates(form, 0, len(form), published)
        assert (mention.first, mention.last, mention.end) == (day.isoformat(), day.isoformat(), len(form)), form


@UNHURRIED
@given(DAYS, st.integers(1, 31))
def test_a_day_alone_is_the_nearest_on_either_side(published: date, number: int) -> None:
    text = f"外长{number}日抵达"
    (mention,) = find_dates(text, 0, len(text), published)
    assert mention.first is not None
    assert mention.next_first is not None
    past, ahead = date.fromisoformat(mention.first), date.fromisoformat(mention.next_first)
    assert past.day == ahead.day == number
    assert past <= published <= ahead
    between = (past + timedelta(days=n) for n in range(1, (ahead - past).days))
    assert not any(day.day == number for day in between)


@UNHURRIED
@given(DAYS, st.integers(0, 6))
def test_a_weekday_alone_is_within_a_week(published: date, weekday: int) -> None:
    text = f"周{'一二三四五六日'[weekday]}会见"
    (mention,) = find_dates(text, 0, len(text), published)
    assert mention.first is not None
    assert mention.next_first is not None
    past, ahead = date.fromisoformat(mention.first), date.fromisoformat(mention.next_first)
    assert past.weekday() == ahead.weekday() == weekday
    assert timedelta(0) <= published - past < timedelta(days=7)
    assert timedelta(0) <= ahead - published < timedelta(days=7)


@UNHURRIED
@given(TEXTS)
def test_numbers_stand_in_order_and_do_not_overlap(text: str) -> None:
    folded = fold(text)
    at = 0
    for mention in find_numbers(folded, 0, len(folded)):
        assert at <= mention.start < mention.end <= len(folded)
        at = mention.end


@UNHURRIED
@given(st.integers(0, 10**12 - 1))
def test_a_whole_number_survives_its_chinese_numeral(value: int) -> None:
    assert chinese_to_int(numeral(value)) == value
    assert chinese_to_int(str(value)) == value
    assert chinese_to_int(f"{value:,}") == value


@UNHURRIED
@given(st.integers(1, 9999))
def test_an_ordinal_survives_its_chinese_numeral(value: int) -> None:
    assert read_ordinal(f"第{numeral(value)}次") == value
    assert read_ordinal(f"第{value}届") == value


@pytest.mark.parametrize(
    ("value", "words"), [(10, "一十"), (105, "一百零五"), (10010, "一万零一十"), (100_0000, "一百万")]
)
def test_numerals_are_written_as_people_write_them(value: int, words: str) -> None:
    assert numeral(value) == words
