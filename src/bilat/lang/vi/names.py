"""Where a name begins and ends among capitalised Vietnamese words.

A Vietnamese or Sino-Vietnamese name begins with a surname and has two to four syllables; a foreign one is written in
letters without marks, or syllable by syllable with hyphens.
"""

import re
from functools import lru_cache

from bilat.lang.spaced.sentences import LOWER, UPPER
from bilat.lang.spaced.speech import Speech

_SYLLABLE = rf"[{UPPER}][{LOWER}]*"
_CREDIT = re.compile(r"(?:[Ảả]nh|Nguồn|Tác giả|PV|Clip|Video|Đồ họa) ?: ?$")

_BODY = re.compile(
    r"(?i:\b(?:tập đoàn|công ty|hãng|hãng tin|hãng xe|ngân hàng|quỹ|đại học|trường|báo|tờ|tạp chí|câu lạc bộ|clb|đội"
    r"|giải)) $"
)
"""Words before the name of a body."""
_FIRM = re.compile(
    r"\b(?:Institute|University|College|Cent(?:er|re)|Group|Bank|Foundation|Council|Times|News|Corp|Agency)\Z"
)
"""Words that end the name of a body as its own people write it."""
_SYLLABIC = re.compile(
    r"(?:ngh?|[ckgpt]h|nh|tr|gi|qu|[bcdđghklmnprstvx])?[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}"
    r"(?:ch|ng|nh|[cmnpt])?"
)
"""One syllable as Vietnamese has them: by itself no foreign name."""


def can_be_whole(word: str) -> bool:
    """Whether one word can be all that a person is called by: one syllable only calls a person named before."""
    return _SYLLABIC.fullmatch(word.lower()) is None


@lru_cache(maxsize=4)
def _pattern(speech: Speech) -> re.Pattern[str]:
    family = sorted(speech.of_role("surname") | speech.of_role("other_surname"), key=lambda w: (-len(w), w))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, family))})(?: {_SYLLABLE}(?![\w-])){{1,3}}")


def native(speech: Speech, text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches that begin with a surname and go on in capitalised syllables."""
    return [
        found.span()
        for found in _pattern(speech).finditer(text, start, end)
        if not _CREDIT.search(text, max(start, found.start() - 12), found.start())
    ]


def cut(speech: Speech, text: str, start: int, end: int) -> tuple[int, int] | None:
    """A run of capitalised words that no surname begins: a foreign name, unless a Vietnamese word leads it."""
    never, before = speech.of_role("never_name"), speech.of_role("before_name")
    while True:
        word = text[start:end].split(" ", 1)
        if word[0] not in never and word[0] not in before:
            break
        if len(word) == 1:
            return None
        start += len(word[0]) + 1
    while end > start and text[end - 1] in ".-'":
        end -= 1
    first = text[start:end].split(" ", 1)
    if len(first) > 1 and len(first[0]) > 1 and first[0].isupper() and not first[1].isupper():
        start += len(first[0]) + 1  # of what body: CIA William Burns
    name = text[start:end]
    if " " not in name and text[end : end + 1] == " " and _pattern(speech).match(text, end + 1):
        return None  # the firm or party of who is named next: Chủ tịch Vingroup Phạm Nhật Vượng
    if _BODY.search(text, max(0, start - 14), start) or _FIRM.search(name):
        return None
    if len(name) > 1 and name.isupper() and " " not in name:
        return None
    if len(name) < 3 or not _is_foreign(name) or _CREDIT.search(text, max(0, start - 12), start):
        return None
    return start, end


def _is_foreign(name: str) -> bool:
    """Whether a name is written as no Vietnamese one: with letters or endings that Vietnamese does not have."""
    plain = sum(map(str.isascii, name))
    return plain >= len(name) - 1 or "-" in name or all(word.isascii() or can_be_whole(word) for word in name.split())
