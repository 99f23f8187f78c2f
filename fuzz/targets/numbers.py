"""The number reader: any text → numbers in order."""

from collections.abc import Iterator
from decimal import Decimal

from bilat.lang.zh.fold import fold
from bilat.lang.zh.numbers import chinese_to_int, find_numbers, read_ordinal
from fuzz.target import Target
from fuzz.words import DATES, PLAIN


def check(data: bytes) -> None:
    """The text as a whole, and as one number."""
    folded = fold(data.decode("utf-8", "replace"))
    found = find_numbers(folded, 0, len(folded))
    at = 0
    for mention in found:
        assert at <= mention.start < mention.end <= len(folded)
        assert not isinstance(mention.value, Decimal) or mention.value.is_finite()
        at = mention.end
    assert found == find_numbers(folded, 0, len(folded))
    _ = chinese_to_int(folded), read_ordinal(folded)


def seeds() -> Iterator[bytes]:
    """One for each way to write a number."""
    for text in (
        "1,659亿美元，增长24.6%，约三分之一，近百分之五十，30多个，十几万，两成半。", "九千九百万亿零一，〇，廿三，第十四次，第3届，1.5倍，-0.3个百分点。",
        "１２３４５万吨，1e9，1.2.3，1,23,456，百万分之二，数以千计，三五成群，一两百。",
    ):  # fmt: skip
        yield text.encode()


TARGETS = [Target("numbers", check, seeds, lambda: (*DATES, *PLAIN), longest=600, times=2)]
