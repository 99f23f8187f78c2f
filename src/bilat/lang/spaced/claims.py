"""Claims of a document: who says what, by which verb, through whom. The nouns are those of docs/claims.md.

One claim for a sentence: the speaker stands before the verb (`A said that …`), behind it (`… , said A`), or between
what is said and the verb (`… , A said`). A verb that is denied, wished or still to come makes none.
"""

import re
from typing import Final

from bilat.lang.spaced.analysis import Analysis, Line
from bilat.lang.spaced.events.row import Item, Kind
from bilat.lang.spaced.people import People
from bilat.lang.spaced.speakers import Nouns, Speaker
from bilat.lang.spaced.speech import Speech
from bilat.model import Claim, Span
from bilat.model.claim import Mode, SpeakerKind

_LEAST: Final = 12
"""Characters of the shortest statement."""
_LEAST_AHEAD: Final = 40
"""Characters of the shortest statement without marks before its verb, where a day or a place may stand there."""
_ASIDE: Final = re.compile(r"(?:,|^ (?:of|for) )[^,;:\"]{1,90},")
"""What is set between a speaker and the verb: `Wang, also a member of …, said`."""
_MOST: Final = 20
"""Verbs of saying of one sentence that are looked at: more stand in no sentence that anybody wrote."""
_NAMED: Final = (Kind.ACTOR, Kind.SIDE, Kind.CITY)
_WHERE: Final = re.compile(r" (\w+)")
_ENDS: Final = " \t\n,.;:"
_LONGEST_OFFICE: Final = 48
"""Characters of the longest name of a ministry before its country."""
_WORD: Final = re.compile(r"\w+")


def find_claims(analysis: Analysis, people: People, rows: list[list[Item]], speech: Speech) -> list[Claim]:
    """The claims of one document, in order of the text."""
    reader = _Reader(analysis, people, speech)
    found = (reader.read(line, row) for line, row in zip(analysis.lines, rows, strict=True))
    return [claim for claim in found if claim is not None]


class _Reader:
    """What the sentences of one document claim."""

    def __init__(self, analysis: Analysis, people: People, speech: Speech) -> None:
        self._analysis = analysis
        self._text = analysis.text
        self._people = people
        self._speech = speech
        self._nouns = Nouns(analysis, people, speech)

    def read(self, line: Line, row: list[Item]) -> Claim | None:
        """The claim of a sentence: that of its first verb of saying with a speaker and a statement."""
        verbs = [at for at, item in enumerate(row) if item.has("say")]
        for at, verb in ((at, row[at]) for at in verbs[:_MOST]):
            if self._is_quoted(line, verb) or self._is_unsaid(row, at):
                continue
            claim = self._claim(line, row, at)
            if claim is not None:
                return claim
        return None

    def _claim(self, line: Line, row: list[Item], at: int) -> Claim | None:
        verb = row[at]
        if verb.has("by_source"):
            return self._by_source(line, row, at)
        speaker = self._before(row, at)
        if speaker is not None and self._speech.side_after_title:
            speaker = self._nouns.whole(speaker, row, line.start)
        if speaker is not None and self._speech.side_after_title and self._acts_in_passive(speaker):
            return None
        rest = self._rest(row, at, line.end)
        if speaker is not None and rest is not None and line.end - rest >= _LEAST:
            ahead = self._trimmed(line.start, self._before_honorific(line.start, speaker.start))
            if not (ahead is not None and self._text[ahead[1] - 1] == '"'):
                return self._made(line, speaker, verb, (rest, line.end))
        if speaker is None and not self._speech.side_after_title:
            speaker = self._behind(row, at)
        first = min(speaker.start, verb.start) if speaker is not None else verb.start
        ahead = self._trimmed(line.start, self._before_honorific(line.start, first))
        if speaker is None or ahead is None:
            return None
        quoted = self._text[ahead[1] - 1] == '"' or self._text[ahead[1] : ahead[1] + 1] == '"'
        if not quoted and self._text[ahead[1] : ahead[1] + 1] != ",":
            return None
        if not quoted and self._speech.side_after_title and ahead[1] - ahead[0] < _LEAST_AHEAD:
            return None
        return self._made(line, speaker, verb, ahead)

    def _acts_in_passive(self, speaker: Speaker) -> bool:
        """Whether somebody only does what a noun before is about: `sáng kiến do A đề xuất`."""
        words = _WORD.findall(self._text[max(speaker.start - 12, 0) : speaker.start].lower())
        return bool(words) and words[-1] in self._speech.sayings.passive

    def _before_honorific(self, start: int, end: int) -> int:
        """An offset before the honorific that leads to a name, where one does: `"…", ông A nói`."""
        words = self._text[start:end].split()
        last = words[-1].lower() if words else ""
        return self._text.rindex(words[-1], start, end) if last in self._speech.of_role("honorific") else end

    def _by_source(self, line: Line, row: list[Item], at: int) -> Claim | None:
        """`… , according to A`, `According to A, …`."""
        speaker = self._behind(row, at)
        if speaker is None:
            return None
        ahead = self._trimmed(line.start, row[at].start)
        if ahead is not None:
            goes_on = self._trimmed(speaker.end, line.end) if self._text[speaker.end : speaker.end + 1] == "," else None
            if goes_on is not None and goes_on[1] - goes_on[0] >= _LEAST:
                return self._made(line, speaker, row[at], (line.start, line.end))
            closed = self._text[ahead[1]] in ',"' or _WORD.search(self._text, speaker.end, line.end) is None
            return self._made(line, speaker, row[at], ahead) if closed else None
        comma = self._text.find(",", speaker.end, line.end)
        return self._made(line, speaker, row[at], (comma + 1, line.end)) if comma >= 0 else None

    def _made(self, line: Line, speaker: Speaker, verb: Item, said: tuple[int, int]) -> Claim | None:
        statement = self._trimmed(*said)
        if statement is None or statement[1] - statement[0] < _LEAST or self._is_courtesy(verb, statement[0]):
            return None
        first, last = min(statement[0], speaker.start, verb.start), max(statement[1], speaker.end, verb.end)
        via = self._via(line, speaker)
        return Claim(
            speaker=speaker.name,
            speaker_kind=speaker.kind,
            speaker_country=speaker.country,
            verb=self._analysis.written(verb.start, verb.end),
            mode=self._mode(*statement),
            evidence=(self._analysis.quote(first, last),),
            via=via,
            chain=(via,) if via else (),
            statement=Span(*self._analysis.folded.span(*statement)),
        )

    def _is_courtesy(self, verb: Item, start: int) -> bool:
        """Whether thanks or sympathy is all that a verb tells: `expressed his condolences`."""
        words = f" {' '.join(_WORD.findall(self._text[start : start + 40].lower())[:3])} "
        return start > verb.start and any(f" {each} " in words for each in self._speech.of_role("courtesy"))

    def _mode(self, start: int, end: int) -> Mode:
        said = self._text[start:end].strip(_ENDS)
        marks = said.count('"')
        if marks and said[:1] == '"' and said[-1:] == '"' and marks == len('""'):
            return Mode.DIRECT
        return Mode.MIXED if marks > 1 else Mode.INDIRECT

    def _trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        """A stretch without the blanks and stops at its ends; None when no word is left."""
        while start < end and self._text[start] in _ENDS:
            start += 1
        while end > start and self._text[end - 1] in _ENDS:
            end -= 1
        return (start, end) if _WORD.search(self._text, start, end) else None

    def _is_quoted(self, line: Line, verb: Item) -> bool:
        """Whether a verb stands in words that somebody else says."""
        return self._text.count('"', line.start, verb.start) % 2 == 1

    def _is_unsaid(self, row: list[Item], at: int) -> bool:
        """Whether the words right before a verb deny it or put it off."""
        verb = row[at]
        near = [i for i in row[:at] if verb.start - i.end < len(" been ")]
        ahead = _WORD.findall(self._text[max(verb.start - len(" những "), 0) : verb.start].lower())
        named = any(i.kind in _NAMED and 0 <= verb.start - i.end <= 1 for i in row[:at])
        if ahead[-1:] and ahead[-1] in self._speech.of_role("unsaid") and not named:
            return True
        return any(i.has("deny") or (i.has("plan") and not i.has("in")) for i in near)

    def _rest(self, row: list[Item], at: int, end: int) -> int | None:
        """Where what follows a verb begins, past whom it is told to, the day and `that`; None when nothing follows."""
        start = row[at].end
        for item in row[at + 1 :]:
            if item.kind is Kind.DAY and len(_WORD.findall(self._text[start : item.start])) == 0:
                start = item.end
            elif item.has("clause") and item.start - row[at].end < len("a statement on its website on Tuesday "):
                start = item.start
                break
        sayings = self._speech.sayings
        told = sayings.told.match(self._text, start, end)
        if told is not None:
            start = told.end()
        elif (aside := _WHERE.match(self._text, start)) is not None and aside[1].lower() in sayings.where:
            return None
        if sayings.asks is not None and sayings.asks.match(self._text, row[at].end, end) is not None:
            return None
        found = sayings.lead.match(self._text, start, end)
        begin = found.end() if found is not None else start
        if row[at].has("needs_that") and told is None and not self._is_led(start, begin):
            return None
        return begin if _WORD.search(self._text, begin, end) else None

    def _is_led(self, start: int, begin: int) -> bool:
        """Whether more than a blank leads in what is said."""
        return self._text[start:begin].strip(" ,") != "" or self._text[begin : begin + 1] == '"'

    def _before(self, row: list[Item], at: int) -> Speaker | None:
        """Whose verb it is: the nearest before it, with no more between them than a day, an aside or two words."""
        verb = row[at]
        for number in range(at - 1, -1, -1):
            item = row[number]
            if item.has("clause") or ";" in self._text[item.end : verb.start]:
                return None
            speaker = self._speaker(row, number)
            if speaker is None:
                continue
            if self._is_asked(row, number, speaker) or not self._is_near(row, speaker.end, verb.start):
                return None
            return self._first_of_two_verbs(row, number, verb) or speaker
        return None

    def _is_asked(self, row: list[Item], number: int, speaker: Speaker) -> bool:
        """Whether somebody is only told or asked to speak: `asked A to say`, or stands in a place: `at A`."""
        ahead = row[number - 1] if number else None
        if ahead is not None and ahead.has("say") and not self._text[ahead.end : speaker.start].strip():
            return True
        if ahead is not None and ahead.kind is Kind.CITY and self._text[ahead.end : speaker.start] == ", ":
            return speaker.kind is SpeakerKind.BODY
        words = _WORD.findall(self._text[max(speaker.start - 12, 0) : speaker.start].lower())
        return speaker.kind is SpeakerKind.BODY and words[-1:] != [] and words[-1] in self._speech.sayings.places

    def _first_of_two_verbs(self, row: list[Item], number: int, verb: Item) -> Speaker | None:
        """`A attacked B, accusing …`: who begins a clause speaks, not whom it ends with."""
        if not self._speech.side_after_title or self._text[row[number].end : verb.start].strip() != ",":
            return None
        people = [at for at in range(number) if row[at].kind is Kind.ACTOR]
        near = [at for at in people if not set(';:"') & set(self._text[row[at].end : verb.start])]
        moved = near and len(_WORD.findall(self._text[row[near[-1]].end : row[number].start])) > 1
        return self._speaker(row, near[-1]) if moved else None

    def _is_near(self, row: list[Item], start: int, end: int) -> bool:
        between = self._text[start:end]
        for day in (i for i in row if i.kind is Kind.DAY and start <= i.start and i.end <= end):
            between = between.replace(self._text[day.start : day.end], "")
        between = _ASIDE.sub(" ", between).strip(" ,")
        words = _WORD.findall(between)
        return (
            len(words) <= len(("has", "also"))
            and not set(",:()[]") & set(between)
            and words == [w.lower() for w in words]
        )

    def _behind(self, row: list[Item], at: int) -> Speaker | None:
        """Who stands right behind a verb: `said A`."""
        for number in range(at + 1, len(row)):
            speaker = self._speaker(row, number)
            if speaker is not None:
                between = self._text[row[at].end : speaker.start]
                gap = _WORD.findall(between)
                if self._speech.side_after_title and ("(" in between or between != between.lower()):
                    return None
                return speaker if len(gap) <= len(("a", "senior")) and row[at].end <= speaker.start else None
        return None

    def _speaker(self, row: list[Item], at: int) -> Speaker | None:
        """An item as one who can speak: a person, an unnamed one, a body, a country or its government."""
        item = row[at]
        words = self._analysis.written(item.start, item.end)
        if item.kind is Kind.ACTOR and len(item.persons) == 1:
            known = self._people.persons[item.persons[0]]
            return Speaker(item.start, item.end, known.name, SpeakerKind.PERSON, known.country)
        if item.kind is Kind.ACTOR and item.persons:
            countries = {self._people.persons[n].country or "" for n in item.persons} - {""}
            return Speaker(item.start, item.end, words, SpeakerKind.BODY, ",".join(sorted(countries)) or None)
        if item.has("unnamed") or item.has("body"):
            side = row[at - 1] if at and row[at - 1].kind is Kind.SIDE and not self._speech.side_after_title else None
            close = side is not None and len(self._text[side.end : item.start].split()) <= len(("'s", "foreign"))
            start = side.start if side is not None and close else item.start
            kind = SpeakerKind.BODY if item.has("body") else SpeakerKind.UNNAMED
            country = side.side if side is not None and close else None
            return Speaker(start, item.end, self._analysis.written(start, item.end), kind, country)
        if item.kind is Kind.SIDE and not item.adjective and self._speech.side_after_title:
            return self._with_office(row, at)
        if item.kind is Kind.SIDE and not item.adjective:
            return Speaker(item.start, item.end, item.body or words, SpeakerKind.BODY, item.side)
        city = item.word.city if item.word is not None else None
        if item.kind is Kind.CITY and city is not None and (city.kind == "venue" or words in self._capitals):
            return Speaker(item.start, item.end, words, SpeakerKind.BODY, item.side)
        return None

    def _with_office(self, row: list[Item], at: int) -> Speaker:
        """A country behind its ministry or one of its officials: `Bộ Quốc phòng Nga`, `một quan chức Mỹ`."""
        item, before = row[at], row[at - 1] if at else None
        if (
            before is not None
            and (before.has("unnamed") or before.bare)
            and self._text[before.end : item.start] in self._speech.sayings.of_its
        ):
            words = self._analysis.written(before.start, item.end)
            return Speaker(before.start, item.end, words, SpeakerKind.UNNAMED, item.side)
        low = max(item.start - _LONGEST_OFFICE, 0)
        office = self._speech.office.search(self._text[low : item.start]) if self._speech.office is not None else None
        start = item.start if office is None else low + office.start()
        words = self._analysis.written(start, item.end)
        return Speaker(start, item.end, words, SpeakerKind.BODY, item.side)

    @property
    def _capitals(self) -> frozenset[str]:
        """Capitals that stand for their government."""
        return self._speech.of_role("capital")

    def _via(self, line: Line, speaker: Speaker) -> str | None:
        """The medium that a sentence names as its source: `told Reuters`, `KCNA reported`."""
        for medium in self._speech.media.finditer(self._text, line.start, line.end):
            if not (speaker.start <= medium.start(1) < speaker.end):
                return self._analysis.written(*medium.span(1))
        return None
