"""One sentence with all that is known of its names: where clauses begin, and how far a noun phrase reaches."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from bilat.lang.zh.claims.quotes import Quotes
from bilat.model import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilat.lang.zh.analysis import Analysis, Sentence
    from bilat.lang.zh.claims.words import Rules
    from bilat.lang.zh.lexicon import Entry, Hit
    from bilat.lang.zh.people import People, PersonMention

_CLOSER = re.compile('[”")》 ;!?\n—]')
"""A character that asks for a closer look at where a clause begins."""
_MARK = re.compile('[”")》 ;!?\n—,。:]')
_OPENERS = {")": "(", "》": "《"}
_FARTHEST = 90
"""Characters a clause is looked through to the left; the longest speaker with titles has some seventy."""
_ASIDE = 60
_DATELINE = re.compile(
    r"\((?:[^()\n]{0,24}(?:电|报道|报导|讯|新闻联播|网)[^()\n]{0,8})\)[:,]? ?"
    r"|[^,。:()\n]{1,12}\([^()\n]{2,8}\): ?"
)
_FAR_IN = 14
_MOMENT = frozenset("时后前中上间")
_ISSUES = ("发表", "发布", "宣布", "公布", "通过")
_ENDS = frozenset("。!?;:,)")
_HEADINGS = (Part.HEADLINE, Part.HEADING)


class Article:
    """What all sentences of a document share: the text as read and as written, names, quotations, words."""

    __slots__ = ("document", "original", "people", "quotes", "rules", "sentences", "starts", "text")

    def __init__(self, analysis: Analysis, people: People, rules: Rules) -> None:
        self.document, self.original = analysis.doc.id, analysis.doc.text
        self.text, self.sentences, self.quotes = analysis.text, analysis.sentences, Quotes(analysis.text)
        self.people, self.rules = people, rules
        self.starts = [mention.start for mention in people.mentions]
        """Where the mentions of people begin."""


class Line:
    """A sentence being read. In a `heading` the space is a stop."""

    __slots__ = ("_heading", "article", "end", "hits", "mentions", "original", "rules", "sentence", "start", "text")

    def __init__(self, article: Article, sentence: Sentence) -> None:
        self.article, self.sentence, self.hits = article, sentence, sentence.hits
        self.text, self.original, self.rules = article.text, article.original, article.rules
        self.start, self.end = start, end = sentence.start, sentence.end
        self.mentions: Sequence[PersonMention] = ()
        if starts := article.starts:
            first = bisect_left(starts, start)
            last = bisect_left(starts, end, first)
            if first < last:
                self.mentions = article.people.mentions[first:last]
        self._heading: bool | None = None

    @property
    def heading(self) -> bool:
        """Whether the sentence is a heading: by its part, or for want of a stop at its end."""
        if self._heading is None:
            self._heading = self.sentence.part in _HEADINGS or self._untold()
        return self._heading

    def _untold(self) -> bool:
        """Whether the sentence ends without a stop, as headings do."""
        at = self.end - 1
        while at > self.start and self.text[at] in '\n ”"':
            at -= 1
        return self.text[at] not in _ENDS

    def clause(self, at: int) -> int:
        """Where the clause of an offset begins: after a stop that is in no bracket, title or quotation."""
        text, floor = self.text, self.start
        if at - floor > _FARTHEST:
            floor = at - _FARTHEST
        stop = text.rfind(",", floor, at) + 1 or floor
        if _MARK.search(text, stop, at) is None:
            return stop
        stop = max(text.rfind("。", stop, at), text.rfind(":", stop, at), stop - 1) + 1
        if _CLOSER.search(text, stop, at) is None:
            return stop
        for mark in reversed([found.end() for found in _MARK.finditer(text, floor, at)]):
            if mark > at:
                continue
            char = text[mark - 1]
            if char in _OPENERS:
                opened = text.rfind(_OPENERS[char], floor, mark)
                at = opened if opened >= 0 else at
            elif char in '”"':
                at = self._quoted(mark)
                if at == mark:
                    return at
            elif char != " " or self.heading:
                return mark
        return min(at, floor)

    def _quoted(self, at: int) -> int:
        """Left over a quoted word (“一带一路”论坛); the offset itself after a whole quoted sentence."""
        which = self.article.quotes.around(at - 1)
        if which is None:
            return at - 1
        opened = self.article.quotes.starts[which]
        return opened if self.text[at - 2] not in "。!?,…" and opened >= self.start else at

    def lead(self, at: int, end: int) -> int:
        """Past what may stand before the subject: a dateline, connectives, times."""
        text, lead = self.text, self.rules.lead
        if at == self.start and text.find("(", at, at + _FAR_IN) >= 0:
            found = _DATELINE.match(text, at, end)
            at = found.end() if found is not None else at
        while at < end and (begins := lead.get(text[at])) is not None:
            found = begins(text, at)
            if found is None or (stop := found.end()) > end or self.inside(stop):
                return at
            at = stop
        return at

    def inside(self, at: int) -> bool:
        """Whether an offset lies within a name."""
        for mention in self.mentions:
            if mention.phrase_start < at < mention.phrase_end:
                return True
        which = bisect_left(self.hits, (at,)) - 1
        if which < 0:
            return False
        _, end, entry = self.hits[which]
        return at < end and names(entry)

    def past_bracket(self, at: int) -> int:
        """Past an explanation in brackets after a name."""
        text = self.text
        opened = at + 1 if text[at : at + 1] == " " else at
        if text[opened : opened + 1] == "(":
            closed = text.find(")", opened, opened + _ASIDE)
            if closed > 0:
                return closed + 1
        return at

    def past_left_bracket(self, at: int, floor: int) -> int:
        """Before a bracket that ends at an offset."""
        if self.text[at - 1] == ")":
            opened = self.text.rfind("(", floor, at)
            return opened - (self.text[opened - 1] == " ") if opened > floor else at
        return at

    def name_at(self, at: int) -> bool:
        """Whether a name begins at an offset."""
        for mention in self.mentions:
            if at in (mention.phrase_start, mention.start):
                return True
        hit = self._hit(at)
        return hit is not None and hit[1] - at > 1 and names(hit[2])

    def _hit(self, at: int) -> Hit | None:
        """The word of the lexicon that begins at an offset."""
        hits = self.hits
        which = bisect_left(hits, (at,))
        return hits[which] if which < len(hits) and hits[which][0] == at else None

    def adverbs_end(self, at: int, end: int) -> int:
        """Past adverbs and times."""
        while at < end:
            begins = self.rules.adverb.get(self.text[at])
            found = begins(self.text, at) if begins is not None else None
            if found is None:
                return at
            at = found.end()
        return at

    def opened(self, at: int) -> bool:
        """Whether a preposition or verb begins there that what follows belongs to."""
        begins = self.rules.opens.get(self.text[at])
        return begins is not None and begins(self.text, at) is not None

    def followed(self, at: int) -> bool:
        """Whether something begins there that may stand first after a speaker."""
        begins = self.rules.follows.get(self.text[at])
        return begins is not None and begins(self.text, at) is not None

    def predicate(self, at: int) -> bool:
        """Whether a verb of the lexicon begins there."""
        hit = self._hit(at)
        return hit is not None and hit[2].verb is not None

    def phrase_end(self, start: int, verb: int) -> int:
        """The end of the noun phrase that begins at `start`: before the first word that may follow a speaker."""
        text, rules = self.text, self.rules
        at = self._name_end(start)
        found = rules.next(text, at, verb) if at < verb else None
        while found is not None:
            at = found.start()
            begins = rules.follows.get(text[at])
            if begins is None:
                at = self._past(at, verb)
            elif (word := begins(text, at)) is not None and not self.inside(at):
                return self._joined(start, at, verb) if word.end() == at + 1 else at
            else:
                at += 1
            found = rules.next(text, at, verb)
        return verb

    def _name_end(self, start: int) -> int:
        """The end of the name that begins at an offset, the next character when none does."""
        for mention in self.mentions:
            if mention.phrase_start >= start:
                if mention.phrase_start == start:
                    return mention.phrase_end
                break
        hits = self.hits
        which = bisect_left(hits, (start,))
        if which < len(hits) and (hit := hits[which])[0] == start and names(hit[2]):
            return hit[1]
        return start + 1

    def _past(self, at: int, verb: int) -> int:
        """Past a bracket, a book's title or a quotation that opens at an offset."""
        if self.text[at] == "“":
            which = self.article.quotes.around(at)
            return max(at + 1, self.article.quotes.ends[which]) if which is not None else at + 1
        closed = self.text.find(")" if self.text[at] == "(" else "》", at, verb)
        return closed + 1 if closed > 0 else at + 1

    def _joined(self, start: int, at: int, verb: int) -> int:
        """Where 与 joins two names before the verb (甲与乙2日表示) the phrase ends with the second."""
        text = self.text
        if text[at] not in "与同跟" or text[verb - 1] in _MOMENT or start == at:
            return at
        end = next((self.past_bracket(m.phrase_end) for m in self.mentions if m.start > at), 0)
        if not at < end <= verb:
            end = self.phrase_end(at, verb)
        after = self.adverbs_end(end, verb)
        return end if after >= verb or (after > end and text.startswith(_ISSUES, after)) else at

    def named_before(self, at: int) -> Hit | None:
        """The country, organisation or body whose name ends at an offset."""
        hits = self.hits
        which = bisect_left(hits, (at,))
        if not which or (hit := hits[which - 1])[1] != at:
            return None
        return hit if actor(hit[2]) else None

    def mention_before(self, at: int, floor: int) -> PersonMention | None:
        """The person whose mention ends at an offset, honorific included."""
        for mention in reversed(self.mentions):
            if mention.start < floor:
                return None
            if at in (mention.phrase_end, mention.end):
                return mention
        return None


def actor(entry: Entry) -> bool:
    """Whether a word names a country, an organisation or a body."""
    return entry.country is not None or entry.org is not None or entry.body is not None


def names(entry: Entry) -> bool:
    """Whether a word names anything that has a name."""
    return (
        actor(entry)
        or entry.place is not None
        or entry.office is not None
        or entry.person is not None
        or entry.mechanism is not None
    )
