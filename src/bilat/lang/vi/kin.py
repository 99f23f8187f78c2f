"""What linking asks of Vietnamese: titles in its words, names in Chinese characters by their Hán-Việt readings."""

from collections.abc import Mapping
from functools import cached_property

from bilat.lang.spaced.kin import SpacedKin
from bilat.lang.spaced.letters import plain
from bilat.lang.spaced.posts import Posts
from bilat.lang.spaced.sounds import by_table
from bilat.lang.spaced.speech import Speech
from bilat.packs.tables.linking import SyllableReading

_NOT_NOW = "nguyên|cựu|phó|trợ lý|thư ký của|phu nhân|cố|đặc phái viên của|quyền|đồng|ứng cử viên|ứng viên"
"""Words right before a title that make it another office, or one of another time."""
_NOT_ITS = r" đắc cử| danh dự| tương lai| lâm thời"
_GOES_ON = "và|kiêm|nước|chính phủ|cộng hòa|cộng hoà|đảng|ban chấp hành|bch|trung ương|quốc vụ viện|thường trực"


class VietnameseKin(SpacedKin):
    """The answers of the Vietnamese packs."""

    def __init__(self, speech: Speech) -> None:
        posts = Posts(speech.packs, not_now=_NOT_NOW, not_its=_NOT_ITS, goes_on=_GOES_ON)
        super().__init__(speech, posts)

    @cached_property
    def _readings(self) -> Mapping[str, tuple[str, ...]]:
        out: dict[str, list[str]] = {}
        for row in self._packs.of(SyllableReading):
            for char in row.chars:
                out.setdefault(char, []).append(plain(row.reading))
        return {char: tuple(dict.fromkeys(readings)) for char, readings in out.items()}

    def characters(self, name: str) -> list[tuple[str, ...]]:
        """The Hán-Việt readings of a name."""
        return by_table(name, self._readings)
