"""Which language words of articles are said to be in."""

import pytest

from bilat.web.tongues import tongue

LANGUAGES = {"e1": "en", "v1": "vi", "z1": "zh"}


@pytest.mark.parametrize(
    ("text", "document", "told"),
    [
        ("国家主席习近平", "z1", "zh"),
        ("APEC", "z1", "zh-Hans"),
        ("the two sides agreed", "e1", "en"),
        ("Ha Noi", "v1", "vi"),
        ("the 命运共同体", "e1", "zh"),
        ("cộng đồng", None, "vi"),
        ("Ha Noi", None, ""),
        ("Ha Noi", "gone", ""),
    ],
)
def test_characters_tell_chinese_and_the_document_tells_the_rest(text: str, document: str | None, told: str) -> None:
    assert tongue(text, document, LANGUAGES.get) == told
