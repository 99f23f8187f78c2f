"""Which earlier text one is most like, and which is the first of a chain."""

from collections.abc import Collection, Mapping

from hypothesis import example, given
from hypothesis import strategies as st

from bilat.link.copies import Wordings, age, originals
from bilat.model.copies import Sketch
from bilat.text.clauses import clauses, packed, unpacked

ONE = "".join(chr(0x4E00 + at) for at in range(60))
MOST = ONE[:50] + "".join(chr(0x5E00 + at) for at in range(10))


def wordings(*texts: str) -> Wordings:
    def given_texts(numbers: Collection[int]) -> Mapping[int, str]:
        return {number: texts[number] for number in numbers}

    return Wordings(given_texts)


def test_of_two_that_hold_all_of_it_the_earlier_is_named():
    made = wordings(ONE, ONE, ONE + MOST, MOST)
    assert made.nearest(0, [3, 1, 2]) == 1
    assert made.nearest(0, [3, 2, 1]) == 2
    assert made.nearest(0, [3]) == 3


def test_marks_and_spaces_make_no_difference():
    assert wordings(ONE, f" {ONE[:30]},\n{ONE[30:]}。").likeness(1, 0) == 1.0


def test_a_short_text_is_a_copy_of_nothing():
    assert wordings(ONE[:43], ONE).nearest(0, [1]) is None
    assert wordings(ONE[:44], ONE).nearest(0, [1]) == 1


LONG = "".join(chr(0x4E00 + at) for at in range(200))


@given(st.sets(st.integers(0, 199), max_size=40))
@example({0, 1, 3, 8, 13, 18, 23, 28, 33, 38, 43, 48, 53, 58})
def test_a_text_with_most_of_the_wording_is_found_whatever_was_changed(changed: set[int]):
    edited = "".join("甴" if at in changed else char for at, char in enumerate(LONG))
    made = wordings(LONG, edited)
    assert (made.nearest(0, [1]) == 1) is (made.share(0, 1) >= 0.7)


def test_texts_are_read_once_and_those_too_short_to_hold_another_are_not_cut():
    asked: list[list[int]] = []
    texts = (ONE, ONE[:40], MOST)

    def given_texts(numbers: Collection[int]) -> Mapping[int, str]:
        asked.append([*numbers])
        return {number: texts[number] for number in numbers}

    made = Wordings(given_texts)
    made.hold([2, 0, 1])
    assert made.nearest(0, [1, 2]) == 2
    assert asked == [[0, 1, 2]]
    assert sorted(made.held) == [0, 2]


def test_of_one_day_the_longest_is_the_earliest_and_one_without_a_day_the_last():
    made = [Sketch(n, "", "", day, length) for n, (day, length) in enumerate([(None, 9), ("2023", 1), ("2023", 2)])]
    assert [sketch.number for sketch in sorted(made, key=age)] == [2, 1, 0]


def test_a_chain_leads_to_its_first_whether_that_is_known_or_found():
    assert originals({3: 2, 2: 1}, {}) == {3: 1, 2: 1}
    assert originals({9: 8, 7: 2}, {8: 1}) == {9: 1, 7: 2}


def test_a_chain_of_any_length_is_followed():
    assert set(originals({at: at - 1 for at in range(1, 5000)}, {}).values()) == {0}


@given(st.sets(st.integers(-(2**31), 2**31 - 1)))
def test_kept_numbers_read_back_as_they_were(numbers: set[int]):
    assert list(unpacked(packed(numbers))) == sorted(numbers)


@given(st.text())
def test_any_text_has_clauses(drawn: str):
    assert all(-(2**31) <= number < 2**31 for number in clauses(drawn))
