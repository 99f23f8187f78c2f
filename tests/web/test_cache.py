"""Answers that are kept."""

from bilat.web.cache import Answers, Kept


def an_answer(number: int) -> Kept:
    return Kept(f"<p>{number} ".encode() * 100, "text/html", headers=(("Number", str(number)),))


def test_the_answers_before_the_latest_are_given_as_they_were() -> None:
    answers = Answers(most=5_000, packed=2_000)
    for number in range(20):
        answers.keep(number, an_answer(number))
    assert [answers.get(number) for number in range(20)] == [an_answer(number) for number in range(20)]


def test_the_answer_not_asked_for_longest_goes_first() -> None:
    answers = Answers(most=5_000, packed=100)
    for number in range(40):
        answers.keep(number, an_answer(number))
        assert answers.get(0) == an_answer(0)
    assert answers.get(1) is None
    assert answers.get(39) == an_answer(39)


def test_an_answer_that_would_take_most_of_the_room_is_not_kept() -> None:
    answers = Answers(most=5_000)
    answers.keep("long", Kept(b"a" * 1_251, "text/plain"))
    assert answers.get("long") is None
