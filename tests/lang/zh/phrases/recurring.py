"""Articles of our own in which one wording recurs."""

from collections.abc import Iterator

PAIRS = ("智利", "秘鲁"), ("肯尼亚", "乌干达"), ("挪威", "冰岛"), ("越南", "老挝"), ("泰国", "柬埔寨"), ("埃及", "约旦")
BEFORE = ("坚持", "弘扬", "发扬", "赞赏", "重视", "践行", "秉持", "珍视")
AFTER = ("深化政治互信", "反对冷战思维", "维护多边主义", "增进战略互信", "恪守一个中国原则", "支持全球安全倡议")
WORDING = "云山共济"


def articles(wording: str = WORDING, company: bool = True) -> Iterator[tuple[str, str, str, str]]:
    """Id, text, day and publisher of documents in which two countries and, if told so, a known phrase stand beside a
    wording."""
    for number in range(48):
        one, other = PAIRS[number % 6]
        verb, after = BEFORE[number % 8], AFTER[number % 6] if company else "来日再谈"
        day = f"2024-{number % 7 + 1:02}-03"
        sentence = f"{one}和{other}{verb}{wording}，{after}。"
        if number % 3 == 0:
            sentence = f"{wording}是{one}同{other}说的第{number}句话，{after}。"
        other_words = "".join(chr(0x4E00 + (number * 389 + at * 97) % 4001) for at in range(60))
        yield f"d{number:02}", f"{sentence}{one}对{other}说{other_words}。", day, f"P{number % 4}"
