"""Items drawn for a person to judge."""

from pathlib import Path

from bilat.model import Document, Part, Passage, Span
from quality.draw import found, quoted


def test_a_stretch_is_shown_with_what_stands_around_it() -> None:
    """On one line."""
    text = "前面的话。\n要看的话。\n后面的话。"
    doc = Document("d", text, "", (Passage(Part.BODY, Span(0, len(text))),), "zh")
    assert quoted(doc, Span(6, 11)) == "前面的话。⏎【要看的话。】⏎后面的话。"


def test_every_item_of_a_noun_is_found_in_order(tmp_path: Path) -> None:
    """The same files give the same items."""
    file = tmp_path / "a.jsonl"
    line = (
        '{"id": "a", "date": "2024-05-01", "title": "消息", "text": "越南总理范明政说，道路修好了。越方说，道路很好。"}'
    )
    file.write_text(line + "\n", "utf-8")
    drawn = [[item.speaker for _, item in found([file], "claims")] for _ in range(2)]
    assert drawn == [["范明政", "越方"]] * 2
