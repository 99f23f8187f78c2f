"""An attributed statement: who says what, in which words, through whom."""

from enum import StrEnum

from msgspec import Struct

from bilat.model.span import Evidence, Span


class SpeakerKind(StrEnum):
    """`unnamed` is known by a kind only: 外交官, 消息人士, 两名知情人士."""

    PERSON = "person"
    BODY = "body"
    UNNAMED = "unnamed"


class Mode(StrEnum):
    """`direct` is quoted word for word, `indirect` told in the article's words, `mixed` both; `silence` is a statement
    that was not made: no reply, no confirmation."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    SILENCE = "silence"


class Claim(Struct, frozen=True, gc=False):
    """One statement, attributed to one speaker (or to several who speak as one).

    `speaker` is the innermost one, as written (a pronoun is resolved to the name); `verb` as written, with its stance
    (表示, 称, 否认); `via` the medium or person it is taken from, `chain` all of these, the outermost first.
    `statement` is the span of what is said, None for a silence. `evidence` holds speaker, verb and statement.
    """

    speaker: str
    speaker_kind: SpeakerKind
    speaker_country: str | None
    verb: str
    mode: Mode
    evidence: tuple[Evidence, ...]
    via: str | None = None
    chain: tuple[str, ...] = ()
    statement: Span | None = None
