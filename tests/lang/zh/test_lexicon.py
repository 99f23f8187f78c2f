"""What the automaton of the packs finds in a text."""

import pytest

from bilat.lang.zh.lexicon import Lexicon
from bilat.packs import load

LEXICON = Lexicon(load().only("zh"))


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("上合组织成员国", True),
        ("双方加强海上合作", False),
        ("在此基础上合作", False),
        ("欧盟委员会", True),
    ],
)
def test_an_organisation_is_not_found_inside_other_words(text: str, organisation: bool) -> None:
    assert any(hit.entry.org is not None or hit.entry.body is not None for hit in LEXICON.find(text)) == organisation


def test_a_name_that_ends_in_hui_gives_it_back_to_the_verb() -> None:
    found = [hit.entry.text for hit in LEXICON.find("东盟外长会见记者")]
    assert "会见" in found
