"""A corpus of any size, made of a small one: copies of its files that are no copies of each other.

Each copy of a file is told of other days, other people, other figures and in other words:

- dates are moved by whole years and months, wherever they are written in digits: file names, front matter, addresses,
  text. A day keeps its number (a month too short for it: its last day), so `27日` alone stays true;
- people's names (those that `bilat extract` finds) become others of the same surname and length, the same in a whole
  copy; those that the packs name stay, and every fourth of the others, so that there is something to link;
- other numbers of two digits and more become others of the same length;
- pairs of characters that are no part of any word of the packs or the rules change places with others of the same
  script, so do ordinary words of the packs; after every other sentence stands one more of such pairs. So the copies
  differ in most clauses, and in most stretches of five characters. What they say is nonsense where the original says
  something else than bilat reads.

The forms stay what users have: one file a post, one file a broadcast of some fourteen items.
"""

import json
import re
import subprocess
import sys
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from hashlib import blake2b
from itertools import islice, product
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick
from opencc import OpenCC

import bilat
from bilat.lang.zh.fold import fold, table

KEPT: Final = 4
"""Every so manieth name is the same in all copies."""
_MOST: Final = {1: 1500, 2: 8000}
"""Length → how many stretches of so many characters change places: the most frequent ones that may."""
_SOUNDS: Final = 120
"""Of the characters that foreign names are written with, the most usual."""
_MEANING: Final = [f"packs/data/{name}.tsv" for name in ("world/countries", "zh/currencies", "zh/units", "zh/verbs")]
"""Tables in which a word of a single character is one wherever it stands."""
_ORDINARY: Final = {"after_name", "before_name", "never_name"}
_FILLED: Final = 12
"""Words of a sentence that is put in."""
_HAN: Final = re.compile("[\u4e00-\u9fff]+")
_TOKEN: Final = re.compile(
    r"(?P<tag><(?!a )[^<>]*>)"
    r"|(?P<day>(?<!\d)(?:19|20)\d\d(?P<mark>[-/.]?)(?:0[1-9]|1[0-2])(?P=mark)(?:0[1-9]|[12]\d|3[01]))"
    r"|(?P<turned>(?<!\d)(?:0[1-9]|[12]\d|3[01])/(?:0[1-9]|1[0-2])/(?:19|20)\d\d(?!\d))"
    r"|(?P<written>(?<!\d)(?:(?:19|20)\d\d年)(?:1[0-2]|0?[1-9])月(?:(?:[12]\d|3[01]|0?[1-9])[日號号])?)"
    r"|(?P<year>(?<!\d)(?:19|20)\d\d(?=年))"
    r"|(?P<month>(?<![\d.])(?:1[0-2]|0?[1-9])月(?:(?:[12]\d|3[01]|0?[1-9])[日號号])?)"
    r"|(?P<number>(?<![\d.:+A-Za-z])\d{2,}(?![\d.:月日號号时時點点]))"
    r"|(?P<stop>。)"
    r"|(?P<han>[\u4e00-\u9fff]+)"
)


class Copy(NamedTuple):
    """What a copy changes: its number, by how many months its dates are moved, and what becomes of pairs."""

    number: int
    months: int
    pairs: dict[str, str]

    @property
    def seed(self) -> str:
        return f"copy {self.number}"


Made = Callable[[Copy], str]
Token = str | Made


@cache
def _opencc() -> OpenCC:
    return OpenCC("s2t")


def traditional(word: str) -> str:
    """A word in the other script."""
    return _opencc().convert(word)


def drawn(number: int, *parts: object) -> int:
    """One of so many numbers, always the same for the same parts."""
    key = "\n".join(map(str, parts)).encode()
    return int.from_bytes(blake2b(key, digest_size=8).digest(), "big") % number


def moved(year: int, month: int, by: int) -> tuple[int, int]:
    """The month so many months later."""
    at = year * 12 + month - 1 + by
    return at // 12, at % 12 + 1


def shift(number: int) -> int:
    """By how many months copy so and so is moved: each by another number; 0, 1, 2 months of this year, then of the one
    before, the one after, …: press holds every third month of one year."""
    years = number // 3
    return number % 3 + 12 * ((years + 1) // 2 * (-1 if years % 2 else 1))


class Scaler:
    """Text → the parts of it that change from copy to copy. Made of all texts of the corpus."""

    def __init__(self, texts: Iterable[str], names: Iterable[str]) -> None:
        protected = {word for word in _words() if len(word) > 1}
        self.names = {name for name in names if _HAN.fullmatch(name) and 2 <= len(name) <= 4} - protected
        sounds = _sounds()
        self._sounds, self._sound_pool = set(sounds), sounds[:_SOUNDS]
        given = {char for name in self.names - self._foreign() for char in name[1:] if not _script(char)}
        self._given = sorted(given - self._sounds) or sorted(given)
        self.pairs = self._frequent(texts, protected)
        kinds = dict.fromkeys(self.pairs, "pair")
        self.turns = _turns()
        turns = {word for group in self.turns for word in group}
        for words, kind in ((protected, ""), (turns, "turn"), (self.names, "name")):
            kinds |= {form: kind for word in sorted(words) for form in (word, traditional(word))}
        self._kinds = list(kinds.values())
        self._scan = CharwiseDoubleArrayAhoCorasick(list(kinds), match_kind=MATCH_KIND_LEFTMOST_LONGEST)

    @staticmethod
    def _frequent(texts: Iterable[str], protected: set[str]) -> list[str]:
        rules = {word for word in _words("lang/zh/**/*.py", *_MEANING) if len(word) == 1}
        inside = {word[at : at + 2] for word in protected for at in range(len(word) - 1)}
        counted = Counter[str]()
        for text in texts:
            for run in _HAN.findall(text):
                counted.update(run[at : at + 2] for at in range(len(run) - 1))
                counted.update(run)
        kept = rules | inside
        by_count = (word for word, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0])))
        fit = [word for word in by_count if rules.isdisjoint(folded := fold(word)) and folded not in kept]
        return [word for length, most in _MOST.items() for word in islice((w for w in fit if len(w) == length), most)]

    def copy(self, number: int) -> Copy:
        """What changes in copy so and so."""
        pairs: dict[str, str] = {}
        for script, length in product(("", "simplified", "traditional"), _MOST):
            ours = [word for word in self.pairs if len(word) == length and _script(word) == script]
            others = ours.copy()
            Random(f"{number} {script} {length}").shuffle(others)  # noqa: S311 -- a seeded shuffle
            pairs.update(zip(ours, others, strict=True))
        for group in self.turns:
            others = group.copy()
            Random(f"{number} {group[0]}").shuffle(others)  # noqa: S311 -- a seeded shuffle
            pairs |= {traditional(word): traditional(other) for word, other in zip(group, others, strict=True)}
            pairs |= dict(zip(group, others, strict=True))
        return Copy(number, shift(number), pairs)

    def read(self, text: str) -> list[Token]:
        """The text in parts: those that stay, and what makes the others."""
        parts: list[Token] = []
        last = 0
        which = blake2b(text.encode(errors="replace"), digest_size=8).hexdigest()
        for found in _TOKEN.finditer(text):
            kind = found.lastgroup
            if kind == "tag":
                continue
            parts.append(text[last : found.start()])
            last = found.end()
            if kind == "han":
                parts.extend(self._run(found[0]))
            elif kind == "stop":
                parts.append(partial(self._stop, f"{which} {found.start()}"))
            else:
                parts.append(partial(_MADE[kind or ""], found[0]))
        parts.append(text[last:])
        return parts

    def _run(self, run: str) -> Iterator[Token]:
        last = 0
        for start, end, which in self._scan.find(run):
            kind, word = self._kinds[which], run[start:end]
            if not kind or (kind == "name" and drawn(KEPT, word) == 0):
                continue
            yield run[last:start]
            last = end
            yield partial(self._name, word) if kind == "name" else partial(_pair, word)
        yield run[last:]

    def _stop(self, at: str, copy: Copy) -> str:
        """The end of a sentence, and half of the time another sentence, which no other text has."""
        chosen = [drawn(len(self.pairs), copy.seed, at, place) for place in range(_FILLED)]
        return "。" if chosen[0] % 2 else f"。{''.join(self.pairs[which] for which in chosen)}。"

    def _foreign(self) -> set[str]:
        """The names that are written by their sound alone."""
        return {name for name in self.names if self._sounds.issuperset(name)}

    def _name(self, name: str, copy: Copy) -> str:
        folded = fold(name)
        pool = self._sound_pool if self._sounds.issuperset(folded) else self._given
        return name[0] + "".join(pool[drawn(len(pool), copy.seed, folded, *each)] for each in enumerate(folded[1:]))


def written(parts: Sequence[Token], copy: Copy) -> str:
    """The text of a copy."""
    return "".join(part if isinstance(part, str) else part(copy) for part in parts)


def _pair(word: str, copy: Copy) -> str:
    return copy.pairs.get(word, word)


def _day(word: str, copy: Copy) -> str:
    mark = word[4] if not word[4].isdigit() else ""
    digits = word.replace(mark, "") if mark else word
    year, month = moved(int(digits[:4]), int(digits[4:6]), copy.months)
    day = min(int(digits[6:]), monthrange(year, month)[1])
    return f"{year}{mark}{month:02}{mark}{day:02}"


def _turned(word: str, copy: Copy) -> str:
    year, month, day = _day(f"{word[6:]}-{word[3:5]}-{word[:2]}", copy).split("-")
    return f"{day}/{month}/{year}"


def _written(word: str, copy: Copy) -> str:
    found = re.fullmatch(r"(?:(\d{4})年)?(\d+)月(?:(\d+)(\D))?", word)
    if found is None:
        return word
    year, month = moved(int(found[1] or 2001), int(found[2]), copy.months)
    day = "" if found[3] is None else f"{min(int(found[3]), monthrange(year, month)[1])}{found[4]}"
    return f"{year}年{month}月{day}" if found[1] else f"{month}月{day}"


def _year(word: str, copy: Copy) -> str:
    return str(int(word) + copy.months // 12)


def _number(word: str, copy: Copy) -> str:
    first = 10 ** (len(word) - 1)
    return str(first + drawn(9 * first, copy.seed, word))


_MADE: Final = {
    "day": _day,
    "turned": _turned,
    "written": _written,
    "year": _year,
    "month": _written,
    "number": _number,
}


@cache
def _simplified() -> frozenset[str]:
    """The characters that others became when the script was simplified."""
    return frozenset(table().values())


def _script(word: str) -> str:
    """In which script it is written, nothing where both write it so."""
    if any(ord(char) in table() for char in word):
        return "traditional"
    return "simplified" if not _simplified().isdisjoint(word) else ""


def _words(*patterns: str) -> Iterator[str]:
    """Everything Chinese that stands in the packs and in the rules, folded."""
    root = Path(bilat.__file__).parent
    for pattern in patterns or ("packs/data/**/*.tsv", "lang/zh/**/*.py"):
        for path in sorted(root.glob(pattern)):
            yield from _HAN.findall(fold(path.read_text("utf-8")))


def _turns() -> list[list[str]]:
    """Ordinary words of the packs that no other table has, by what they tell of a name beside them, and by length: one
    is as good as another."""
    rows = (Path(bilat.__file__).parent / "packs/data/zh/words.tsv").read_text("utf-8").splitlines()[1:]
    roles: dict[str, str] = {}
    for word, role in (row.split("\t")[:2] for row in rows):
        roles[word] = f"{roles.get(word, '')} {role}"
    others = Counter(_words())
    groups: dict[tuple[str, int], list[str]] = {}
    for word, role in roles.items():
        alone = others[word] == len(role.split())
        if alone and len(word) > 1 and _HAN.fullmatch(word) and set(role.split()) <= _ORDINARY:
            groups.setdefault((role, len(word)), []).append(word)
    return list(groups.values())


def _sounds() -> str:
    """The characters that foreign names are written with, the most usual first."""
    rows = (Path(bilat.__file__).parent / "packs/data/zh/transliteration.tsv").read_text("utf-8").splitlines()
    return dict(row.split("\t") for row in rows)["sound"]


def names_in(paths: Sequence[Path]) -> set[str]:
    """The people's names that `bilat extract` finds."""
    words = [sys.executable, "-m", "bilat", "extract", "--workers", "2", *map(str, paths)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
        lines = running.stdout or iter(())
        return {fold(person["name"]) for line in lines for person in json.loads(line)["people"]}


def write(scaler: Scaler, files: Sequence[tuple[Path, Path]], target: Path, copies: Sequence[Copy]) -> int:
    """Writes copies of files, each given with its path below a copy's folder. Returns how many; of two that would have
    one path (the 30th and the 31st, moved to a short month) the first stays."""
    made = 0
    for file, below in files:
        name, parts = scaler.read(below.name), scaler.read(file.read_text("utf-8", "replace"))
        for copy in copies:
            path = target / f"{copy.number:03}" / below.parent / written(name, copy)
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(written(parts, copy), "utf-8")
                made += 1
    return made
