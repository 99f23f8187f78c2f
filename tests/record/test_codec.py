"""One line of `bilat extract` and back."""

import json

import pytest
from hypothesis import given, settings

from bilat.errors import ReadError
from bilat.model import EventType, Status
from bilat.model.codec import reading_from_dict, reading_to_dict
from tests.record.made import Pair, document, meeting, pairs


@settings(deadline=None)
@given(pairs())
def test_what_is_written_as_json_is_read_back_as_it_was(pair: Pair):
    line = json.dumps(reading_to_dict(*pair))
    assert reading_from_dict(json.loads(line)) == pair


def test_a_line_has_the_keys_of_the_contract():
    doc = document("李明会见范文山\n今天", url="http://a/1")
    line = reading_to_dict(doc, meeting(doc, "李明/CN", "范文山/VN", start="2023-06-27", titles=("外长", None)))
    assert {"id", "url", "publisher", "published", "title", "text", "people", "events"} <= set(line)
    assert line["published"] == "2023-06-27"
    assert line["text"] == "李明会见范文山\n今天"
    assert line["people"][0] == {  # pyright: ignore[reportIndexIssue]
        "name": "李明",
        "aliases": [],
        "country": "CN",
        "title": "外长",
        "start": 0,
        "end": 2,
        "mentions": [[0, 2]],
    }
    event = line["events"][0]  # pyright: ignore[reportIndexIssue, reportUnknownVariableType]
    assert event == {
        "type": "meeting",
        "status": "held",
        "start": "2023-06-27",
        "end": "2023-06-27",
        "place": "河内",
        "host": None,
        "participants": [{"name": "李明", "country": "CN"}, {"name": "范文山", "country": "VN"}],
        "mechanism": None,
        "ordinal": None,
        "documents": [],
        "background": False,
        "evidence": [{"start": 0, "end": 7, "quote": "李明会见范文山"}],
    }


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"rumours": []}, "unknown key 'rumours'"),
        ({"text": 5}, r"line\.text: a text was expected"),
        ({"passages": [["body", 1]]}, r"line\.passages: a list of \[str, int, int\]"),
        ({"passages": [["margin", 0, 1]]}, "'margin' is not a valid Part"),
        ({"people": [{"name": "李明"}, 3]}, r"line\.people\[1\]: an object was expected"),
        ({"events": [{"type": "duel", "status": "held"}]}, "'duel' is not a valid EventType"),
    ],
)
def test_a_line_that_breaks_the_contract_says_where(change: dict[str, object], told: str):
    doc = document("李明会见范文山")
    reading = meeting(doc, "李明/CN", "范文山/VN", kind=EventType.CALL, status=Status.PLANNED)
    with pytest.raises(ReadError, match=told):
        _ = reading_from_dict(reading_to_dict(doc, reading) | change)
