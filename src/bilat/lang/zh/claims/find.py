"""Analysis and people → Claims: sentence by sentence, then what goes on in the next sentence, then evidence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bilat.lang.zh.claims.draft import DIRECT, INDIRECT, SILENCE, Draft, Memory
from bilat.lang.zh.claims.line import Line
from bilat.lang.zh.claims.quotes import Quotes
from bilat.lang.zh.claims.said import close, linked, statement
from bilat.lang.zh.claims.verbs import read_verbs
from bilat.model import Claim, Evidence, Span

if TYPE_CHECKING:
    from bilat.lang.zh.analysis import Analysis, Sentence
    from bilat.lang.zh.claims.speaker import Speaker
    from bilat.lang.zh.claims.words import Rules
    from bilat.lang.zh.people import People

_VOICE = re.compile(
    "(?:[一-鿿]{1,4}方|[一-鿿]{0,2}双方|[一-鿿]{0,2}两国)?(?:始终|一贯|高度|坚定|将|也|还|都|共同)?"
    "(?:愿|要(?!求)|应(?![邀询约])|应当|必须|希望|期待|支持|赞赏|反对|主张|批评|谴责|敦促|承诺|同意|珍视|重视|需要|坚持|呼吁|欢迎|感谢|相信)"
    "|我们|让我们|我(?!国|省|市|军|党)|一是|二是|三是|第[一二三四五]是?,"
)
"""How a sentence begins that goes on in the voice of the one who spoke: 中方愿, 双方要, 我们."""
_BRIDGE = 2
"""Sentences without a mark of voice that are the speaker's too, between two that have one."""
_NEWS = re.compile("会见|会谈后|会后|出席|参加|陪同|当天|当日|今天|\\d日|记者|据|表示|介绍|抵达")
"""What only the article's own telling has."""
_LONGEST = 1000
"""Characters of a sentence that are read as one; the longest met in the corpus had 865."""
_BLOCK = frozenset(("person", "assembly", "body", "document"))


def find_drafts(analysis: Analysis, people: People, rules: Rules) -> list[Draft]:
    """Every claim of a document, with its statement."""
    quotes, memory, sentences = Quotes(analysis.text), Memory(), analysis.sentences
    starts = [mention.start for mention in people.mentions]
    by_sentence: dict[int, list[Draft]] = {}
    for index, words in rules.find(analysis.text, sentences, quotes):
        memory.now, whole = index, sentences[index]
        if whole.end - whole.start <= _LONGEST:
            found = read_verbs(Line(analysis, people, rules, quotes, whole, starts), words, memory)
            found = linked(found) if len(found) > 1 else found
        else:
            found: list[Draft] = []
            for piece in _pieces(whole, analysis.text):
                inside = [word for word in words if piece.start <= word.start < piece.end]
                if inside:
                    found += linked(read_verbs(Line(analysis, people, rules, quotes, piece, starts), inside, memory))
        if found and memory.paragraph == whole.paragraph and _is_person(memory.last):
            found = [draft for draft in found if not _same_voice(draft)]
        if found:
            by_sentence[index] = found
            _remember(memory, found, index, whole.paragraph)
    return _closed(analysis, by_sentence, quotes)


def _pieces(sentence: Sentence, text: str) -> list[Sentence]:
    """The parts of one that is longer than any real sentence: what a rule looks at stays bounded."""
    out: list[Sentence] = []
    start, which, hits = sentence.start, 0, sentence.hits
    while start < sentence.end:
        end = min(start + _LONGEST, sentence.end)
        comma = text.rfind(",", start, end) + 1
        if end < sentence.end and comma > start:
            end = comma
        first = which
        while which < len(hits) and hits[which].start < end:
            which += 1
        out.append(replace(sentence, start=start, end=end, hits=hits[first:which]))
        start = end
    return out


def _is_person(speaker: Speaker | None) -> bool:
    return speaker is not None and speaker.sort == "person"


def _same_voice(draft: Draft) -> bool:
    """Whether a side's wish is part of what its leader goes on to say: 中方赞赏, 双方同意."""
    return draft.kind in ("stance", "state", "expect") and draft.line.text[draft.speaker.end - 1] == "方"


def _remember(memory: Memory, drafts: list[Draft], index: int, paragraph: int) -> None:
    for draft in drafts:
        if draft.speaker.sort == "media":
            memory.media = draft.speaker
        memory.last = draft.speaker
    memory.sentence, memory.paragraph = index, paragraph


def _closed(analysis: Analysis, by_sentence: dict[int, list[Draft]], quotes: Quotes) -> list[Draft]:
    out: list[Draft] = []
    sentences = analysis.sentences
    for index, drafts in by_sentence.items():
        for which, draft in enumerate(drafts):
            limit = drafts[which + 1].clause if which + 1 < len(drafts) else sentences[index].end
            if close(draft, limit, quotes) and _whole(draft):
                out.append(draft)
                if which + 1 == len(drafts):
                    _go_on(draft, sentences, index, by_sentence, analysis.text)
    return out


def _whole(draft: Draft) -> bool:
    """Whether there are words for the evidence and for the statement."""
    if draft.mode is not SILENCE:
        draft.told = start, end = statement(draft)
        if start >= end:
            return False
    return draft.start < draft.end


def _go_on(draft: Draft, sentences: list[Sentence], index: int, by_sentence: dict[int, list[Draft]], text: str) -> None:
    """Take in the sentences after that go on in the speaker's voice: over a semicolon, or with a mark of it."""
    if draft.mode is SILENCE or draft.ahead is not None:
        return
    paragraph, end = sentences[index].paragraph, draft.end
    tells = draft.speaker.sort in _BLOCK and draft.kind != "stance"
    passed, first = 0, -1
    while index + 1 < len(sentences) and sentences[index + 1].paragraph == paragraph:
        index += 1
        after = sentences[index]
        if after.start < end:
            continue
        if index in by_sentence:
            return
        first = after.start if first < 0 else first
        if text[after.start - 1] == ";" and draft.mode is not DIRECT and not passed and draft.more is None:
            end = draft.end = after.end
            first = -1
            draft.told = statement(draft)
        elif tells and _VOICE.match(text, after.start, after.end):
            end = after.end
            draft.more = (first, end)
            passed = 0
            draft.told = statement(draft)
        elif tells and passed < _BRIDGE and not _NEWS.search(text, after.start, after.end):
            passed += 1
        else:
            return


def to_claim(draft: Draft) -> Claim:
    """The claim of a finished draft."""
    doc = draft.line.analysis.doc
    text = draft.line.text
    end = max(draft.end, draft.verb[1])
    while text[end - 1] in "\n ":
        end -= 1
    evidence: tuple[Evidence, ...] = (doc.quote(draft.start, end),)
    if draft.more is not None:
        stop = draft.more[1]
        while text[stop - 1] in "\n ":
            stop -= 1
        evidence = (*evidence, doc.quote(draft.more[0], stop))
    chain = draft.chain
    _, _, name, kind, country, _, _ = draft.speaker
    return Claim(
        speaker=name,
        speaker_kind=kind,
        speaker_country=country,
        verb=doc.text[draft.verb[0] : draft.verb[1]],
        mode=draft.mode or INDIRECT,
        evidence=evidence,
        via=chain[-1] if chain else None,
        chain=chain,
        statement=None if draft.mode is SILENCE else Span(*draft.told),
    )
