"""Chinese text → the same text in simplified script and half-width forms, character for character (，→ , （→ ( ：→ : ３→ 3; 。and 、 stay).

Offsets hold: the folded text is as long as the text, so a span found in one is a span of the other. Where OpenCC maps
a character to one simplified character it is taken; what depends on the phrase (寮國 → 老挝) is left to the packs,
which list names as each region writes them.
"""

from functools import cache

from opencc import OpenCC

_DOTS = "•‧∙・･．"
"""What publishers write for the middle dot of a transliterated name."""


@cache
def table() -> dict[int, str]:
    """Code point → folded character. Built once from OpenCC's character table (t2s) over the CJK blocks."""
    convert = OpenCC("t2s").convert
    fold: dict[int, str] = {}
    for first, last in ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF)):
        for code in range(first, last + 1):
            simple = convert(chr(code))
            if len(simple) == 1 and simple != chr(code):
                fold[code] = simple
    for code in range(0xFF01, 0xFF5F):
        fold[code] = chr(code - 0xFEE0)
    for mark, plain in (("　", " "), ("\u00a0", " "), ("「", "“"), ("」", "”"), ("『", "‘"), ("』", "’")):
        fold[ord(mark)] = plain
    for dot in _DOTS:
        fold[ord(dot)] = "·"
    return fold


def fold(text: str) -> str:
    """The text in simplified characters and half-width forms; as long as `text`."""
    return text.translate(table())
