"""Titles beside a name: what is written before it or after it, and the country that says."""

import re
from typing import NamedTuple

from bilat.lang.spaced.names import Piece
from bilat.lang.spaced.speech import Speech

_REACH = 60
"""Pieces before and after a name that can be of its title."""


class Titled(NamedTuple):
    """The `start` and `end` of a title (None where only a country stands with the name), the country or
    organisation it names, the kind of office, and the stretch of the whole with the name."""

    start: int | None
    end: int | None
    side: str | None
    begins: int
    ends: int
    kind: str | None = None


def before(text: str, row: list[Piece], at: int, speech: Speech) -> Titled | None:
    """The title that ends where the name `row[at]` begins."""
    run: list[Piece] = []
    left = row[at].start
    for piece in (p for p in reversed(row[max(at - _REACH, 0) : at]) if _matters(p, speech)):
        gap = text[piece.end : left]
        if not run and not speech.side_after_title and speech.linking.intersection(gap.lower().split()):
            break
        if not _joins(piece, gap, speech, run) or _is_anothers(piece, gap, speech, run):
            break
        run.insert(0, piece)
        left = piece.start
    run = _of_the_holder(run)
    if speech.side_after_title:
        run = _behind_comma(text, run)
    while run and not (
        run[0].is_title or run[0].is_field or (run[0].side and not speech.side_after_title) or run[0].has("honorific")
    ):
        run.pop(0)
    return _read(text, run, row[at], speech)


def _of_the_holder(run: list[Piece]) -> list[Piece]:
    """A title without the word that says whose husband or wife is meant: `Phu nhân Tổng thống A`."""
    at = max((n for n, piece in enumerate(run) if piece.has("spouse")), default=-1)
    return run[at + 1 :] if any(piece.is_title for piece in run[at + 1 :]) else run


def _behind_comma(text: str, run: list[Piece]) -> list[Piece]:
    """A title without what a comma parts from it and names no office: `bên lề Hội nghị An ninh, Tổng thống A`."""
    for n in range(len(run) - 1, 0, -1):
        parted = "," in text[run[n - 1].end : run[n].start]
        if parted and any(p.is_title for p in run[n:]) and not any(p.is_title for p in run[:n]):
            return run[n:]
    return run


def _matters(piece: Piece, speech: Speech) -> bool:
    """Whether a piece is more than a small word between others."""
    word = piece.word
    if word is not None and word.roles & speech.title_breaks and not piece.has("honorific"):
        return True
    if word is None or piece.is_name or piece.is_title or piece.is_field or word.side is not None:
        return True
    return word.city is not None or word.trigger is not None or piece.has("honorific")


def _is_anothers(piece: Piece, gap: str, speech: Speech, run: list[Piece]) -> bool:
    """Whether what stands before a title is another's: the title and country of one `and` that of the next."""
    words = gap.split()
    linked = bool(words) and words[0].strip(",") in speech.of_role("and")
    return linked and speech.side_after_title and piece.side is not None and bool(run) and run[0].is_title


def _joins(piece: Piece, gap: str, speech: Speech, run: list[Piece]) -> bool:
    in_title = any(p.is_title for p in run)
    if "," in gap and not speech.side_after_title and run and run[0].side is not None and not _is_body(run[0], speech):
        return False
    if piece.side is not None or (piece.word is not None and piece.word.city is not None):
        if speech.side_after_title:
            return bool(speech.title_gap.fullmatch(gap))
        return bool(speech.side_gap.fullmatch(gap)) or (
            not in_title and bool(speech.title_gap.fullmatch(gap)) and "and" not in gap
        )
    if piece.is_title or piece.is_field or piece.has("honorific"):
        return bool(speech.title_gap.fullmatch(gap))
    return False


def _read(text: str, run: list[Piece], name: Piece, speech: Speech) -> Titled | None:
    if not run:
        return None
    own = [p for p in run if p.is_title or p.is_field or _is_body(p, speech)]
    sides = [p for p in run if p.side is not None]
    kinds = [p.word.title for p in run if p.word is not None and p.word.title is not None]
    heads = [p for p in run if p.is_title]
    first_head = heads[0].start if heads else name.start
    if heads and not speech.side_after_title and run[-1].side is not None and not run[-1].is_title:
        last = run[-1].word
        if last is not None and last.adjective and heads[-1].end < run[-1].start:
            return None
    side = _side([p for p in sides if p.start > first_head] if speech.side_after_title else sides, first_head, speech)
    if not heads:
        near = run[-1]
        if speech.side_after_title and near.side is not None and run[0].has("counterpart"):
            return Titled(None, None, near.side, run[0].start, name.end)
        possessive = near.side is not None and text[near.end : name.start].strip(" ") in ("'s", "'")
        if near.has("honorific"):
            return Titled(None, None, sides[-1].side if sides else None, run[0].start, name.end, None)
        return Titled(None, None, near.side, near.start, name.end) if possessive else None
    start = next(p.start for p in run if p in own)
    end = _shown_end(text, run, name, speech) if speech.side_after_title else max(p.end for p in own)
    return Titled(start, end, side, run[0].start, name.end, kinds[-1])


_STATE = re.compile(
    r"(?:(?:Socialist|Democratic|Federal|Islamic|Plurinational|Independent|Arab) )*"
    r"(?:Republic|Kingdom|State|Commonwealth|Union|Sultanate|Principality|Federation)"
)
_OF = re.compile(
    r" of (?:the )?(?:(?:(?:Socialist|Democratic|Federal|Islamic|People's|Plurinational|Independent|Arab) )*"
    r"(?:Republic|Kingdom|State|Commonwealth|Union|Sultanate|Principality|Federation) of (?:the )?)?"
)
"""Between a person and his country, with what kind of state it calls itself."""
_BRACKETS = re.compile(r" *[()] *")
_TAIL = re.compile(r"[\s,(-]*(?:\([^)]*\)[\s,-]*)?$")


def _shown_end(text: str, run: list[Piece], name: Piece, speech: Speech) -> int:
    """Where a title ends whose country stands behind it: without that, and what is in brackets."""
    first = next(p.start for p in run if p.is_title)
    end = name.start
    for piece in reversed(run):
        tail = _TAIL.search(text, first, end)
        if tail is not None:
            end = tail.start()
        if piece.end < end or piece.start >= end:
            if piece.start >= end:
                continue
            break
        if (piece.side is not None and not _is_body(piece, speech) and not _is_kept(run, piece)) or piece.has(
            "honorific"
        ):
            end = piece.start
            end = first + len(_unlinked(text[first:end], text[first : max(p.end for p in run if p.is_title)], speech))
            continue
        break
    return first + len(text[first:end].rstrip(" ,-("))


def _is_kept(run: list[Piece], side: Piece) -> bool:
    """Whether a country is a part of a body's name: the party of a country."""
    at = run.index(side)
    return at > 0 and run[at - 1].has("keeps_side")


def _unlinked(title: str, least: str, speech: Speech) -> str:
    """A title without the words that led to the country behind it."""
    title = title.rstrip()
    while len(title) > len(least) and title.rsplit(" ", 1)[-1] in speech.of_role("in") | speech.of_role("of"):
        title = title.rsplit(" ", 1)[0].rstrip()
    return title


def _side(sides: list[Piece], head: int, speech: Speech) -> str | None:
    if not sides:
        return None
    if speech.side_after_title:
        return sides[0].side
    ahead = [p for p in sides if p.start < head]
    return (ahead[-1] if ahead else sides[0]).side


def _is_body(piece: Piece, speech: Speech) -> bool:
    """Whether a side is an organisation, whose name is a part of the title."""
    if piece.side is None or piece.word is None or piece.word.adjective:
        return False
    return speech.packs.organisation(piece.side) is not None


def after(text: str, row: list[Piece], at: int, speech: Speech) -> Titled | None:
    """The title or country that follows the name `row[at]`: `, president of X,`, `of X`."""
    name = row[at]
    right = name.end
    run: list[Piece] = []
    for piece in (
        p for p in row[at + 1 : at + _REACH] if _matters(p, speech) and not _STATE.fullmatch(text, p.start, p.end)
    ):
        gap = text[right : piece.start]
        opening = not run
        if opening and piece.is_title and speech.takes_office is not None and speech.takes_office.fullmatch(gap):
            gap = ", "
        wanted = (", ", ", the ", " (", ", who is ", ", also ", ", also the ", ", also a ") if opening else ()
        if not opening:
            gap = _BRACKETS.sub(" ", gap)
        if opening and piece.side is not None and _OF.fullmatch(gap):
            return Titled(None, None, piece.side, name.start, piece.end)
        if not (gap in wanted if opening else (speech.title_gap.fullmatch(gap) or speech.side_gap.fullmatch(gap))):
            break
        if not (piece.is_title or piece.is_field or piece.side is not None):
            break
        run.append(piece)
        right = piece.end
    whose = [p for p in run if p.side is not None]
    if run and _is_of_next(text, row, run[-1]):
        run = _until_of(text, run, speech)
        right = run[-1].end if run else name.end
    heads = [p for p in run if p.is_title]
    if not heads or (not speech.side_after_title and _leads_on(text, row, run[-1])):
        return None
    own = [p for p in run if p.is_title or p.is_field or _is_body(p, speech)]
    sides = [p for p in run if p.side is not None] or whose
    kind = heads[0].word.title if heads[0].word is not None else None
    return Titled(own[0].start, own[-1].end, _side(sides, heads[0].start, speech), name.start, right, kind)


def _is_of_next(text: str, row: list[Piece], last: Piece) -> bool:
    """Whether a title after a name is that of the name behind it: `A, Prime Minister B`."""
    at = row.index(last) + 1
    return at < len(row) and row[at].is_name and text[last.end : row[at].start] == " "


def _until_of(text: str, run: list[Piece], speech: Speech) -> list[Piece]:
    """What of a run of titles is still of the name before it: `A, adviser of President B`."""
    of = speech.of_role("of")
    at = next((n for n in range(len(run) - 1, 0, -1) if text[run[n - 1].end : run[n].start].strip() in of), 0)
    return run[:at]


def _leads_on(text: str, row: list[Piece], last: Piece) -> bool:
    """Whether a title leads on to another name: `A, Indian Prime Minister B`."""
    behind = next((p for p in row if p.start > last.start and (p.is_name or p.has("honorific"))), None)
    return behind is not None and text[last.end : behind.start] == " "
