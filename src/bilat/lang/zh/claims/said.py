"""What is said: drafts of one sentence → which stand, which relay another, and where each statement ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilat.lang.zh.claims.draft import DIRECT, INDIRECT, MIXED, SILENCE

if TYPE_CHECKING:
    from bilat.lang.zh.claims.draft import Draft
    from bilat.lang.zh.claims.quotes import Quotes

_UTTERED = frozenset(("say", "tell", "loose", "cited"))
"""Kinds of verb that only tell of speaking."""
_NOT_RELAYED = re.compile("有|由于|因|当|为")
_TURNS = ("而", "但", "不过", "另")
_TURN = re.compile("[则也亦又却]")
_WHOLE = 10
"""A quotation of so many characters before a comma is the whole statement; a shorter one is a word in it."""
_CLOSE = "。!?"
_COMMENT = re.compile(
    ",(?:这(?:也?引发|也?引起|使得|导致|促使|招致|一(?:提议|消息|说法|言论|表态|数字))|此举|消息一出|此话)"
)
"""How the article goes on in its own words in the sentence of another's statement: 此举引发争议."""
_TRIM = frozenset(" ,;:。!?\n、")


def linked(drafts: list[Draft]) -> list[Draft]:
    """Drafts that stand for themselves: one that only relays the next goes into its chain; one inside another's
    statement is part of that."""
    out: list[Draft] = []
    for draft in drafts:
        before = out[-1] if out else None
        if before is not None and draft.kind != "silence" and before.kind != "silence":
            if _begins(before, draft):
                if _relayed(before, draft):
                    out.pop()
                    draft.chain = (*before.chain, before.speaker.name)
                    draft.start = before.start
                    out.append(draft)
                continue
            if not _apart(before, draft):
                continue
        out.append(draft)
    return out


def _begins(outer: Draft, inner: Draft) -> bool:
    """Whether a statement begins with another's attribution."""
    if inner.shared or inner.speaker.start < outer.said:
        return False
    if "有" in inner.line.text[inner.clause : inner.speaker.start]:
        return True
    line = outer.line
    gap = line.text[outer.said : inner.clause]
    if "。" in gap or gap.count(",") > 1 or len(gap) > 40:
        return False
    at = line.lead(outer.said, inner.clause) if gap else inner.clause
    return at >= inner.clause - 1 or line.opened(at)


def _relayed(outer: Draft, inner: Draft) -> bool:
    """Whether the outer one only hands on what the inner one says: a medium or body, or unnamed people with a name."""
    before = inner.line.text[inner.clause : inner.speaker.start]
    sort = outer.speaker.sort
    if _NOT_RELAYED.search(before) or sort == "person":
        return False
    if inner.kind not in _UTTERED:
        return sort == "media" and inner.kind in ("state", "stance") and inner.speaker.sort == "person"
    if sort == "people":
        return inner.kind == "say" and inner.speaker.sort == "person"
    return outer.kind not in ("cited", "stance") and (sort != "unknown" or outer.kind == "report")


def _apart(before: Draft, draft: Draft) -> bool:
    """Whether a draft further on in the same sentence is a claim of its own."""
    relay = before.speaker.sort in ("media", "document") or before.kind == "cited"
    if draft.shared:
        return draft.linked or (not relay and draft.kind in _UTTERED)
    same = draft.speaker.person is not None and draft.speaker.person == before.speaker.person
    if same or draft.speaker.name == before.speaker.name:
        return draft.kind in _UTTERED or draft.kind in ("stance", "state")
    if draft.kind not in _UTTERED and draft.kind != "report":
        return before.kind in ("stance", "state") and draft.kind == before.kind
    if before.kind in ("stance", "state", "show") or before.ahead is not None or relay:
        return True
    text = draft.line.text
    if draft.speaker.sort == "media" or text.startswith(_TURNS, draft.clause):
        return True
    return _TURN.search(text[draft.speaker.end : draft.verb[0]]) is not None


def close(draft: Draft, limit: int, quotes: Quotes) -> bool:
    """Find where the statement ends, `limit` at the furthest, and how it is told. False when nothing is said."""
    if draft.mode is SILENCE:
        draft.end = min(limit, _sentence_end(draft))
        return True
    if draft.ahead is not None:
        _closed_ahead(draft, quotes)
        return True
    text, start = draft.line.text, draft.said
    first = quotes.first(start, limit if limit > start else start + 1)
    if first is not None and quotes.starts[first] == start:
        return _quoted(draft, first, limit, quotes)
    end = min(limit, _sentence_end(draft))
    comment = _COMMENT.search(text, start, end)
    if comment is not None and quotes.around(comment.start()) is None:
        end = comment.start()
    if first is not None:
        last = quotes.around(end - 1)
        if last is not None and quotes.starts[last] >= start:
            end = max(end, quotes.ends[last])
    while end > start and text[end - 1] in " ,\n":
        end -= 1
    draft.end = end
    draft.mode = MIXED if first is not None and quotes.starts[first] < end else INDIRECT
    return end - start >= 4


def _sentence_end(draft: Draft) -> int:
    line = draft.line
    text, end = line.text, line.end
    while end > line.start and text[end - 1] in "\n ":
        end -= 1
    space = text.find(" ", draft.said + 4, end)
    return space if space > 0 and line.heading else end


def _quoted(draft: Draft, which: int, limit: int, quotes: Quotes) -> bool:
    """A statement that begins with a quotation: all of it, or only a word in what is told."""
    text = draft.line.text
    end = quotes.ends[which]
    while True:
        follows = text[end : end + 1]
        if follows == "," and end - draft.said <= _WHOLE and _other_begins(draft, end + 1):
            break
        whole = text[end - 2] in "。!?…" or follows in (*_CLOSE, ";", "\n", "")
        if whole or (follows == "," and end - draft.said > _WHOLE):
            after = quotes.around(end + 1) if follows == "," else None
            if after is None or quotes.starts[after] != end + 1:
                break
            end = quotes.ends[after]
            continue
        draft.end = max(min(limit, _sentence_end(draft)), end)
        draft.mode = MIXED
        return True
    draft.end = end + (text[end : end + 1] in ("。", "!", "?"))
    draft.mode = DIRECT
    return end - draft.said > 3


def _other_begins(draft: Draft, at: int) -> bool:
    """Whether the clause after a quoted word begins with a name: the statement is over."""
    line = draft.line
    return at < line.end and line.name_at(line.lead(at, line.end))


def _closed_ahead(draft: Draft, quotes: Quotes) -> None:
    """“…”，某人说，“…”: the statement stands in front, and may go on behind."""
    text, end = draft.line.text, draft.verb[1]
    assert draft.ahead is not None  # noqa: S101
    after = quotes.around(end + 1) if text[end : end + 1] == "," else None
    if after is not None and quotes.starts[after] == end + 1:
        end = quotes.ends[after]
    elif text[end : end + 1] == "。":
        after = quotes.around(end + 1) if end + 1 < len(text) else None
        end = quotes.ends[after] if after is not None and quotes.starts[after] == end + 1 else end
    draft.end = end + (text[end : end + 1] in ("。", "!", "?"))
    draft.mode = DIRECT if text[draft.ahead[0]] in '“"' else INDIRECT


def statement(draft: Draft) -> tuple[int, int]:
    """The span of what is said, without the stop at its end."""
    text = draft.line.text
    if draft.ahead is not None:
        start, end = draft.ahead[0], draft.end
        if end <= draft.verb[1] + 1:
            end = draft.ahead[1]
    else:
        start, end = draft.said, draft.end
    if draft.more is not None:
        end = draft.more[1]
    while end > start + 1 and text[end - 1] in _TRIM:
        end -= 1
    return start, end
