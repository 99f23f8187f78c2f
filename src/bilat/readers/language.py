"""Text → language (`zh`, `vi`, `en`, `und`) and script (`Hans`, `Hant`, `Latn`), by counting letters.

Mostly Han characters and hardly any kana or hangul: `zh`; the script is the one with more characters of its own.
Mostly Latin letters: `vi` when at least 2 % of them are Vietnamese ones, or when 12 % of the words, four different ones
and no fewer than English ones, are common Vietnamese syllables typed without marks; `en` when at least 5 % of the words
are its commonest. Everything else is `und`.
"""

import re
from functools import cache
from itertools import islice

from bilat.lang.zh.fold import table
from bilat.model import Problem

_SAMPLE = 300
_TAG = re.compile("[a-z]{2,3}")
_TAGS = {"chi": "zh", "zho": "zh", "cn": "zh", "cmn": "zh", "eng": "en", "vie": "vi", "vn": "vi"}
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")
_HAN_HIGH = bytes((*range(0x34, 0xA0), 0xF9, 0xFA))
"""The same characters by the high byte of their UTF-16: counting these takes a third of the time."""
_OTHER_EAST = re.compile("[\u3041-\u30ff\uac00-\ud7af]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LETTER = re.compile(r"[^\W\d_]")
_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_WORD = re.compile(r"[A-Za-z']+")
_ENGLISH = frozenset(
    ("the", "of", "and", "to", "in", "a", "is", "that", "for", "on", "with", "was", "by", "his", "has")
)
_SYLLABLES = (
    "cua va cac nuoc duoc khong voi trong nam viet ngay chu tich da tai nguoi tong thong thu tuong truong hoi ve nhung"
    " mot ngoai giao chinh phu quoc bo hop tac den ong"
)
_TONELESS = frozenset(_SYLLABLES.split())
"""Vietnamese as it is typed without marks."""
_LEAST_VIETNAMESE = 0.02
_LEAST_TONELESS = 0.12
_FEWEST_TONELESS = 4
_LEAST_ENGLISH = 0.05


@cache
def _own_characters() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Characters written only in traditional and only in simplified texts."""
    # one rare character beyond U+FFFF in a class makes the regex engine 300 times slower
    han = {chr(k): v for k, v in table().items() if _HAN.match(chr(k))}
    new = {v for v in han.values() if v not in han and _HAN.match(v)}
    return re.compile(f"[{''.join(sorted(han))}]"), re.compile(f"[{''.join(sorted(new))}]")


def _is_traditional(sample: str) -> bool:
    """Whether more characters are written only in traditional texts than only in simplified ones."""
    traditional, simplified = _own_characters()
    if traditional.search(sample) is None:  # as in most simplified articles
        return False
    new = len(simplified.findall(sample))
    return next(islice(traditional.finditer(sample), new, None), None) is not None


def language_and_script(text: str) -> tuple[str, str | None]:
    """The language code and the script of a text; the start of it decides."""
    sample = text[:_SAMPLE]
    high = sample.encode("utf-16-le", "surrogatepass")[1::2]
    han = len(high) - len(high.translate(None, _HAN_HIGH))
    letters = len(_LETTER.findall(sample)) if han * 2 < len(sample) else len(sample)
    if han and han * 5 >= letters and len(_OTHER_EAST.findall(sample)) * 10 < han:
        return "zh", "Hant" if _is_traditional(sample) else "Hans"
    latin = len(_LATIN.findall(sample))
    if not latin or latin * 2 < letters:
        return "und", None
    if len(_VIETNAMESE.findall(sample)) >= _LEAST_VIETNAMESE * latin:
        return "vi", "Latn"
    words = _WORD.findall(sample.lower())
    english, toneless = sum(w in _ENGLISH for w in words), [w for w in words if w in _TONELESS]
    if len(toneless) >= max(_LEAST_TONELESS * len(words), english) and len(set(toneless)) >= _FEWEST_TONELESS:
        return "vi", "Latn"
    return ("en" if words and english >= _LEAST_ENGLISH * len(words) else "und"), "Latn"


def mistagged(tag: str, language: str) -> Problem | None:
    """The problem of a text whose tag says another language than its letters and words do."""
    said = tag.strip().replace("_", "-").partition("-")[0].lower()
    said = _TAGS.get(said, said)
    if not _TAG.fullmatch(said) or language in (said, "und"):
        return None
    return Problem("language_tag", f"tagged '{said}', read as '{language}', which its words say")
