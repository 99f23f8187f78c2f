"""Analysis and people → Claims: sentence by sentence, then what goes on in the next sentence, then evidence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bilat.lang.zh.claims.draft import DIRECT, INDIRECT, SILENCE, Draft, Memory
from bilat.lang.zh.claims.line import Line
from bilat.lang.zh.claims.said import close, linked, statement
from bilat.lang.zh.claims.verbs import read_verbs
from bilat.model import Claim, Evidence, Span

if TYPE_CHECKING:
    from bilat.lang.steps import Steps
    from bilat.lang.zh.analysis import Sentence
    from bilat.lang.zh.claims.line import Article
    from bilat.lang.zh.claims.speaker import Speaker
    from bilat.lang.zh.claims.words import Said

_VOICE = re.compile(
    "(?:[一-鿿]{1,4}方|[一-鿿]{0,2}双方|[一-鿿]{0,2}两国)?(?:始终|一贯|高度|坚定|将|也|还|都|共同)?"
    "(?:愿|要(?!求)|应(?![邀询约])|应当|必须|希望|期待|支持|赞赏|反对|主张|批评|谴责|敦促|承诺|同意|珍视|重视|需要|坚持|呼吁|欢迎|感谢|相信)"
    "|我们|让我们|我(?!国|省|市|军|党)|一是|二是|三是|第[一二三四五]是?,"
)
"""How a sentence begins that goes on in the voice of the one who spoke: 中方愿, 双方要, 我们."""
_BRIDGE = 2
"""Sentences without a mark of voice that are the speaker's too, between two that have one."""
_NEWS = re.compile(
    "会见|会谈后|会后|出席|参加|陪同|当天|当日|今天|0日|1日|2日|3日|4日|5日|6日|7日|8日|9日|记者|据|表示|介绍|抵达"
)
"""What only the article's own telling has. Words alone: a class of characters would make the search slow."""
_LONGEST = 1000
"""Characters of a sentence that are read as one; the longest met in the corpus had 865."""
_BLOCK = frozenset(("person", "assembly", "body", "document"))


def find_drafts(article: Article) -> Steps[list[Draft]]:
    """Every claim of a document, with its statement, in steps."""
    memory, sentences = Memory(), article.sentences
    by_sentence: dict[int, list[Draft]] = {}
    for index, words in article.rules.find(article.text, sentences, article.quotes):
        sentence = sentences[index]
        memory.recent = memory.last if index - memory.sentence <= 1 else None
        if sentence.end - sentence.start <= _LONGEST:
            found = read_verbs(Line(article, sentence), words, memory)
            if len(found) > 1:
                found = linked(found)
        else:
            found = _in_pieces(article, sentence, words, memory)
        if found and memory.paragraph == sentence.paragraph and _is_person(memory.last):
            found = [draft for draft in found if not _same_voice(draft)]
        if found:
            by_sentence[index] = found
            _remember(memory, found, index, sentence.paragraph)
    yield
    return _closed(article, by_sentence)


def _in_pieces(article: Article, sentence: Sentence, words: list[Said], memory: Memory) -> list[Draft]:
    found: list[Draft] = []
    for piece in _pieces(sentence, article.text):
        inside = [word for word in words if piece.start <= word[0] < piece.end]
        if inside:
            found += linked(read_verbs(Line(article, piece), inside, memory))
    return found


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
        memory.last = speaker = draft.speaker
        if speaker.sort == "media":
            memory.media = speaker
    memory.sentence, memory.paragraph = index, paragraph


def _closed(article: Article, by_sentence: dict[int, list[Draft]]) -> list[Draft]:
    out: list[Draft] = []
    sentences, quotes = article.sentences, article.quotes
    for index, drafts in by_sentence.items():
        last = drafts[-1]
        for which, draft in enumerate(drafts, 1):
            limit = sentences[index].end if draft is last else drafts[which].clause
            if close(draft, limit, quotes) and _whole(draft):
                out.append(draft)
                if draft is last and draft.mode is not SILENCE and draft.ahead is None:
                    _go_on(draft, sentences, index, by_sentence, article.text)
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
    paragraph, end = sentences[index].paragraph, draft.end
    passed, first, tells = 0, -1, False
    for which in range(index + 1, len(sentences)):
        after = sentences[which]
        if after.paragraph != paragraph:
            return
        start = after.start
        if start < end:
            continue
        if which in by_sentence:
            return
        if first < 0:
            first, tells = start, draft.speaker.sort in _BLOCK and draft.kind != "stance"
        if text[start - 1] == ";" and draft.mode is not DIRECT and not passed and draft.more is None:
            end = draft.end = after.end
            first = -1
            draft.told = statement(draft)
        elif not tells:
            return
        elif _VOICE.match(text, start, after.end):
            end = after.end
            draft.more = (first, end)
            passed = 0
            draft.told = statement(draft)
        elif passed < _BRIDGE and not _NEWS.search(text, start, after.end):
            passed += 1
        else:
            return


def to_claim(draft: Draft) -> Claim:
    """The claim of a finished draft."""
    line = draft.line
    text, original, document = line.text, line.original, line.article.document
    begin, stop = draft.verb
    end = max(draft.end, stop)
    while text[end - 1] in "\n ":
        end -= 1
    start = draft.start
    evidence: tuple[Evidence, ...] = (Evidence(document, Span(start, end), original[start:end]),)
    if draft.more is not None:
        start, end = draft.more
        while text[end - 1] in "\n ":
            end -= 1
        evidence = (*evidence, Evidence(document, Span(start, end), original[start:end]))
    chain = draft.chain
    _, _, name, kind, country, _, _ = draft.speaker
    return Claim(
        speaker=name,
        speaker_kind=kind,
        speaker_country=country,
        verb=original[begin:stop],
        mode=draft.mode or INDIRECT,
        evidence=evidence,
        via=chain[-1] if chain else None,
        chain=chain,
        statement=None if draft.mode is SILENCE else Span(*draft.told),
    )
