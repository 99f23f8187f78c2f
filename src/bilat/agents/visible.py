"""Text of articles as a model may be shown it: what a reader of the page would not see does not pass unseen.

Invisible characters (tags, overrides of direction, zero-width marks, control codes) can carry words that no person who
read the article saw. Each stands as U+FFFD, one for one, so that offsets hold.
"""

import re
import unicodedata
from typing import Any, Final, cast

HIDDEN: Final = "\ufffd"
_KEPT: Final = frozenset("\n\t")
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Unicode's categories of characters that have no look of their own."""
_SELECTORS: Final = re.compile("(?<=[\ufe00-\ufe0f\U000e0100-\U000e01ef])[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""A variation selector after another: one chooses the form of a character, more can only carry something."""


def visible(text: str) -> str:
    """The text with U+FFFD for each character that cannot be seen; line ends and tabs stay."""
    if not text.isprintable():  # no letter of any script is unprintable; U+3000 and line ends are
        text = "".join(HIDDEN if _unseen(char) else char for char in text)
    return _SELECTORS.sub(HIDDEN, text)


def _unseen(char: str) -> bool:
    return char not in _KEPT and unicodedata.category(char) in _UNSEEN


def all_visible(value: Any) -> Any:
    """Plain JSON values with every text, keys of objects too, made visible."""
    match value:
        case str():
            return visible(value)
        case dict():
            return {visible(key): all_visible(each) for key, each in cast("dict[str, Any]", value).items()}
        case list():
            return [all_visible(each) for each in cast("list[Any]", value)]
        case _:
            return value
