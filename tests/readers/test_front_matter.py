"""Values of front matter as YAML reads them."""

import pytest

from bilat.readers.front_matter import front_matter


def title(value: str) -> str:
    found = front_matter(f"---\ntitle: {value}\ndate: 2024-05-01\n---\n")
    assert found is not None
    return found.fields["title"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r'"Call with President Andr\xE9s of\_Mexico"', "Call with President Andrés of Mexico"),
        (r'"President\u2019s call with Nguy\u1EC5n"', "President’s call with Nguyễn"),
        (r'"a \"quoted\" word and a \\ stroke"', 'a "quoted" word and a \\ stroke'),
        (r'"\U0001F30D and \ud83c\udf0d"', "🌍 and 🌍"),
        (r'"half \ud83c alone"', "half ? alone"),
        (r'"beyond \UFFFFFFFF"', r"beyond \UFFFFFFFF"),
        (r'"no \q escape"', r"no \q escape"),
        ("'it''s plain \\_ here'", r"it's plain \_ here"),
        (r'"left open \_', r'"left open \_'),
    ],
)
def test_escapes(written: str, read: str):
    assert title(written) == read


def test_a_wrapped_value_is_joined_at_its_strokes():
    assert title('"Call with Chief Pawel\\\n  \\ Soloch of\\_Poland"') == "Call with Chief Pawel Soloch of Poland"
