"""Mechanisms of one document: the names of standing bodies and meetings → uses, as docs/mechanisms.md defines them.

A name is that of a mechanism of the world by the table `mechanism_names` of the language's pack, in whatever order its
countries stand; or it is made of two countries and a kind.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from bilat.lang.spaced.events.where import usual_name
from bilat.lang.spaced.letters import plain
from bilat.lang.spaced.lexicon import lower
from bilat.model import MechanismUse
from bilat.packs.tables.spaced import MechanismName

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bilat.lang.spaced.analysis import Analysis
    from bilat.lang.spaced.speech import Mechanism, Speech
    from bilat.model import Event, Evidence
    from bilat.packs.rows import Mechanism as Row

MAX_EVIDENCE: Final = 5
"""Quotations kept for one mechanism of one document: the first ones."""
BEHIND: Final = 60
"""Characters behind a name in which its two countries stand: `… Dialogue between A and B`."""
PAIR: Final = 2
MANY: Final = 4
"""Members from which on a name without countries is known to nobody else's mechanism."""
_WORD: Final = re.compile(r"\w+")
_DASH: Final = re.compile(r" ?- ?$")
_OF_TWO: Final = frozenset({"commission", "dialogue"})


class Meant(NamedTuple):
    """What a name means: the usual name, the codes of the members, and whether the packs know it."""

    name: str
    members: tuple[str, ...]
    known: bool


class Names:
    """The names of one language's packs, by their countries and the rest of the name."""

    def __init__(self, speech: Speech) -> None:
        self._speech = speech
        self._rows: dict[tuple[frozenset[str], str], Row] = {}
        known = {row.name: row for row in speech.packs.mechanisms}
        written: dict[str, tuple[Row, bool]] = {}
        for row in speech.packs.of(MechanismName):
            meant = known.get(row.mechanism)
            if meant is None:
                continue
            for name in row.names:
                codes, rest, _ = self.taken_apart(name)
                self._rows[codes, rest] = meant
                written[speech.respell(lower(name))] = meant, bool(codes)
        self._written = list(written.values())
        self._automaton = (
            CharwiseDoubleArrayAhoCorasick(list(written), MATCH_KIND_LEFTMOST_LONGEST) if written else None
        )

    def taken_apart(self, name: str) -> tuple[frozenset[str], str, str]:
        """The countries that a name holds, the letters of the rest, and the rest as written."""
        codes: list[str] = []
        left, at = "", 0
        for hit in self._speech.lexicon.find(name):
            if hit.word.side is not None:
                codes.append(hit.word.side)
                left, at = f"{left}{name[at : hit.start]} ", hit.end
        left += name[at:]
        words = [word for word in _WORD.findall(plain(left)) if word not in self._speech.shape.small]
        return (
            frozenset(codes),
            self._speech.shape.sessions.sub("", "".join(words)),
            " ".join(word for word in left.split() if word != "-"),
        )

    def meant(self, name: str, around: Iterable[str] = (), named: frozenset[str] | None = None) -> Meant:
        """What a name means; `around` are countries that stand beside it, `named` all that the document names: a
        name of two countries' body that tells neither means it only where both are named."""
        own, rest, written = self.taken_apart(name)
        codes = own | frozenset(around)
        row = self._rows.get((codes, rest)) or self._rows.get((own, rest))
        row = row or next((r for r in self._of_rest(rest) if codes and codes <= frozenset(r.members)), None)
        if row is not None and (own or self._fits(row, codes, named)):
            return Meant(row.name, tuple(sorted(row.members)), known=True)
        members = tuple(sorted(codes))
        if len(members) < PAIR:
            return Meant(name, members, known=False)
        usual = "—".join(usual_name(code, self._speech) for code in members)
        rest = written.strip(" -,/")
        return Meant(f"{rest} {usual}" if self._speech.side_after_title else f"{usual} {rest}", members, known=False)

    def _of_rest(self, rest: str) -> Iterator[Row]:
        row = self._rows.get((frozenset(), rest))
        if row is not None and row.kind in _OF_TWO:
            yield row

    @staticmethod
    def _fits(row: Row, codes: frozenset[str], named: frozenset[str] | None) -> bool:
        members = frozenset(row.members)
        if row.kind not in _OF_TWO or not PAIR <= len(members) < MANY or codes >= members:
            return True
        return named is not None and members <= named

    def written(self, text: str, named: Callable[[], frozenset[str]]) -> Iterator[tuple[int, int, Row]]:
        """Where names of the table stand in a folded text, word for word; `named` gives all countries it names."""
        if self._automaton is None:
            return
        for start, end, which in self._automaton.find(self._speech.respell(lower(text))):
            whole = not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
            if not whole or text[start - 1 : start] == "-" or text[end : end + 3].strip()[:1] in ("-", "+"):
                continue
            row, tells = self._written[which]
            if tells or self._fits(row, frozenset(), None) or self._fits(row, frozenset(), named()):
                yield start, end, row


@lru_cache(maxsize=8)
def names(speech: Speech) -> Names:
    """The names of a language, made once per process."""
    return Names(speech)


def find_mechanisms(
    analysis: Analysis, found: Sequence[Mechanism], events: Sequence[Event], speech: Speech
) -> list[MechanismUse]:
    """The mechanisms of one document, in order of first mention; `found` are the names its sentences hold by shape."""
    uses = _Uses(analysis, speech)
    last = 0
    known = names(speech)
    taken: list[tuple[int, int]] = []
    for naming in found:
        if naming.start >= last and uses.by_shape(naming, known):
            last = naming.end
            taken.append((naming.start, naming.end))
    end = analysis.lines[-1].end if analysis.lines else 0
    for start, stop, row in known.written(analysis.text[:end], uses.sides):
        if not any(a < stop and start < b for a, b in taken):
            uses.keep(Meant(row.name, tuple(sorted(row.members)), known=True), start, stop)
    for event in events:
        if event.mechanism is not None:
            uses.of_event(event, known)
    return uses.all()


class _Uses:
    """Uses under way: one for each mechanism and session."""

    def __init__(self, analysis: Analysis, speech: Speech) -> None:
        self._analysis = analysis
        self._speech = speech
        self._found: dict[tuple[str, int | None], tuple[str, Meant, list[Evidence]]] = {}
        self._named: frozenset[str] | None = None

    def by_shape(self, naming: Mechanism, known: Names) -> bool:
        """Keeps a name that the packs know, or that two countries and a kind make."""
        text = self._analysis.text
        start, end, around = self._with_sides(naming.start, naming.end)
        name = naming.name if start == naming.start else text[start : naming.end].removeprefix("The ")
        meant = known.meant(name, around, self.sides())
        ordinal = naming.ordinal or self._speech.shape.numbered(text, start, end)[2]
        if not known.taken_apart(name)[1] or not (meant.known or self._is_name(name, meant, ordinal, known)):
            return False
        self.keep(meant, start, end if around else naming.end, ordinal, name)
        return True

    def _is_name(self, name: str, meant: Meant, ordinal: int | None, known: Names) -> bool:
        shape = self._speech.shape
        rest = known.taken_apart(name)[2]
        if len(meant.members) < PAIR or len(_WORD.findall(rest)) < PAIR or shape.no_name.search(rest):
            return False
        return ordinal is not None or shape.talks.search(rest) is None

    def sides(self) -> frozenset[str]:
        """All countries and organisations that the document names."""
        if self._named is None:
            hits = (hit for line in self._analysis.lines for hit in line.hits)
            self._named = frozenset(hit.word.side for hit in hits if hit.word.side is not None)
        return self._named

    def _with_sides(self, start: int, end: int) -> tuple[int, int, list[str]]:
        """A name with the countries right before it (`Vietnam - China …`) or behind it (`… between A and B`)."""
        text, between = self._analysis.text, self._speech.of_role("between")
        around: list[str] = []
        low = max(start - BEHIND // PAIR, 0)
        if _DASH.search(text, low, start):
            before = self._speech.lexicon.find(text[low:start])
            if before and before[-1].word.side is not None and not text[low + before[-1].end : start].strip(" -"):
                around, start = [before[-1].word.side], low + before[-1].start
        behind = text[end : end + BEHIND]
        words = behind.split(maxsplit=1)
        if behind[:1] == " " and words and words[0] in between | {"-"}:
            hits = [hit for hit in self._speech.lexicon.find(behind) if hit.word.side is not None][:PAIR]
            if len(hits) == PAIR and len(_WORD.findall(behind[: hits[-1].start])) <= MANY + PAIR:
                return start, end + hits[-1].end, [*around, *(hit.word.side for hit in hits if hit.word.side)]
        return start, end, around

    def of_event(self, event: Event, known: Names) -> None:
        """Keeps the mechanism of a session that no name has told of."""
        name = event.mechanism or ""
        meant = known.meant(name, named=self.sides())
        if any(self._is_told(key, meant.name, event.ordinal) for key in self._found):
            return
        codes, rest, _ = known.taken_apart(name)
        org = any(self._speech.packs.organisation(code) for code in codes)
        if meant.known or (org and rest and event.ordinal is not None):
            quoted = event.evidence[0]
            at = quoted.quote.find(name)
            if at >= 0:
                quoted = self._analysis.doc.quote(quoted.span.start + at, quoted.span.start + at + len(name))
            self._keep(meant, name, event.ordinal, quoted)

    @staticmethod
    def _is_told(key: tuple[str, int | None], name: str, ordinal: int | None) -> bool:
        return key[0].startswith(name) and (ordinal is None or key[1] == ordinal)

    def keep(self, meant: Meant, start: int, end: int, ordinal: int | None = None, name: str = "") -> None:
        """Keeps a place that names a mechanism, with the number of its session beside it."""
        first, last, number = self._speech.shape.numbered(self._analysis.text, start, end)
        written = name or self._analysis.written(start, end)
        self._keep(meant, written, ordinal or number, self._analysis.quote(first, last))

    def _keep(self, meant: Meant, written: str, ordinal: int | None, quoted: Evidence) -> None:
        quotations = self._found.setdefault((meant.name, ordinal), (written, meant, []))[2]
        if len(quotations) < MAX_EVIDENCE and quoted not in quotations:
            quotations.append(quoted)

    def all(self) -> list[MechanismUse]:
        """The uses, each with its quotations."""
        made = [
            MechanismUse(meant.name, written, meant.known, tuple(quotations), meant.members, ordinal)
            for (_, ordinal), (written, meant, quotations) in self._found.items()
        ]
        return sorted(made, key=lambda use: (use.evidence[0].span, use.mechanism, use.ordinal or 0))
