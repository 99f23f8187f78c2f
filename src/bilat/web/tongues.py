"""The language of words of articles, for those who hear a page or have it hyphenated: `lang` of HTML."""

import re
from collections.abc import Callable
from typing import Final

from bilat.messages import tag

_HAN: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_VIETNAMESE: Final = re.compile("[ăđơưạ-ỹ]", re.IGNORECASE)
"""Letters and marks of Vietnamese that its neighbours in Latin script do not have (quốc ngữ; Unicode's block 1EA0 to
1EF9)."""


def tongue(
    text: str | None, document: str | None = None, language_of: Callable[[str], str | None] | None = None
) -> str:
    """The tag of the language that a text is written in: Chinese characters tell it; words in Latin letters are in the
    language of their document, where that is known; else Vietnamese letters tell it, and other words have none."""
    if not text:
        return ""
    if _HAN.search(text):
        return "zh"
    if document is not None and language_of is not None and (told := language_of(document)) is not None:
        return tag(told)
    return "vi" if _VIETNAMESE.search(text) else ""
