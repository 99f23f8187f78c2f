"""Where a name begins and ends among capitalised English words."""

from bilat.lang.spaced.speech import Speech


def cut(_: Speech, text: str, start: int, end: int) -> tuple[int, int] | None:
    """The whole run, without a full stop that ends the sentence."""
    while end > start and text[end - 1] in ".-'":
        if text[end - 3 : end] in ("Jr.", "Sr.") or text[end - 1 : end] != "." or text[end - 3 : end - 2] in (" ", "."):
            break
        end -= 1
    return (start, end) if end - start > 1 else None
