"""The search for regular expressions that take too long finds them, and those that it found are mended."""

import re

from bilat.readers.decode import _DECLARED
from fuzz.patterns import STEEP, growth


def test_a_pattern_whose_time_grows_with_the_square_is_seen() -> None:
    assert growth(re.compile(r"charset\s*=\s*[\"']?\s*(\w{2,20})"))[0] > STEEP


def test_a_declaration_of_an_encoding_is_looked_for_in_linear_time() -> None:
    assert growth(_DECLARED)[0] < STEEP
