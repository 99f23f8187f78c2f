"""Numbers in folded Chinese text: found, valued, with the words that say how exact they are."""

from bilat.lang.zh.numbers.find import NumberKind, NumberMention, find_numbers, read_ordinal
from bilat.lang.zh.numbers.value import chinese_to_int, evaluate

__all__ = ["NumberKind", "NumberMention", "chinese_to_int", "evaluate", "find_numbers", "read_ordinal"]
