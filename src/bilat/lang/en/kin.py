"""What linking asks of English: titles in its words, Chinese names in pinyin."""

from bilat.lang.alternation import NEVER, alternation
from bilat.lang.pinyin import syllables
from bilat.lang.spaced.kin import SpacedKin
from bilat.lang.spaced.posts import Posts
from bilat.lang.spaced.speech import Speech

_NOT_NOW = (
    "deputy|vice|assistant|associate|under|former|ex|then|late|past|incoming|outgoing|future|next|shadow|co|sub"
    "|first|second|aide to the|assistant to the|advis[eo]r to the|counsel(?:l)?or to the|envoy of the|wife of the"
)
"""Words right before a title that make it another office, or one of another time."""
_NOT_ITS = r"[ -]elect\b|[ -]designate\b|['’]s\b|s\b| candidate\b| emeritus\b"
_GOES_ON = (
    "and|for|of (?:the )?(?:people's |socialist |federal |islamic |democratic )*republic"
    "|of (?:the )?(?:communist )?party"
    "|of (?:the )?(?:lao|state|government|cabinet|central committee)"
    "|(?:of |the )*(?:people's republic|socialist republic)"
)


class EnglishKin(SpacedKin):
    """The answers of the English packs."""

    def __init__(self, speech: Speech) -> None:
        parties = alternation(speech.of_role("party")) or NEVER
        posts = Posts(
            speech.packs, not_now=_NOT_NOW, not_its=_NOT_ITS, goes_on=rf"{_GOES_ON}|of (?:the )?(?:{parties})"
        )
        super().__init__(speech, posts)

    def characters(self, name: str) -> list[tuple[str, ...]]:
        """The reading of a name in pinyin."""
        read = tuple(syllable.replace("v", "u") for syllable in syllables(name))
        return [read] if len(read) == len(name) else []
