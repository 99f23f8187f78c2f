"""A text that was printed twice is one text, and the first to print it is named."""

from collections.abc import Collection, Mapping, Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bilat.link.copies import copies
from bilat.model.copies import Copy, Sketch
from bilat.text.clauses import clauses, packed, unpacked

WORDS = "山水林田湖草沙江河海洋桥路车船城乡村镇学校医院工厂市场商店公园图书馆"


def story(seed: int, length: int = 12) -> list[str]:
    """Sentences that no other seed makes."""
    random = Random(seed)
    return ["".join(random.choices(WORDS, k=14)) + "。" for _ in range(length)]


def found(*texts: tuple[str, str], swapped: bool = False) -> dict[int, tuple[int, float]]:
    """Copies among texts, each with its day; numbered by their place, whatever order they come in."""
    sketches = [
        Sketch(at, f"d{at}", day or None, len(text), sorted(clauses(text))) for at, (day, text) in enumerate(texts)
    ]

    def given_texts(numbers: Collection[int]) -> Mapping[int, str]:
        return {number: texts[number][1] for number in numbers}

    made = copies(sketches[::-1] if swapped else sketches, given_texts)
    return {copy.document: (copy.of, copy.likeness) for copy in made}


def text(sentences: Sequence[str]) -> str:
    return "".join(sentences)


def test_a_reprint_is_a_copy_of_the_earlier_text():
    one = text(story(1))
    assert found(("2023-05-02", one), ("2023-05-01", one), ("2023-05-01", text(story(2)))) == {0: (1, 1.0)}


def test_a_shortened_reprint_is_a_copy_too_and_a_longer_report_that_holds_a_flash_is_none():
    whole = story(1)
    short = text(whole[:6])
    assert found(("2023-05-01", text(whole)), ("2023-05-02", short)) == {1: (0, 1.0)}
    assert found(("2023-05-02", text(whole)), ("2023-05-01", short)) == {}


def test_of_one_day_the_longest_text_is_the_original():
    whole = story(1)
    assert found(("2023-05-01", text(whole[:8])), ("2023-05-01", text(whole))) == {0: (1, 1.0)}


def test_a_copy_of_a_copy_names_the_first():
    first = story(1, 20)
    second = [*first[:16], *story(2, 4)]
    third = [*second[:2], *second[4:], *story(3, 2)]
    made = found(("2023-05-01", text(first)), ("2023-05-02", text(second)), ("2023-05-03", text(third)))
    assert {document: of for document, (of, _) in made.items()} == {1: 0, 2: 0}


def test_a_report_that_quotes_a_few_sentences_is_no_copy():
    assert found(("2023-05-01", text(story(1))), ("2023-05-02", text([*story(1)[:4], *story(2, 8)]))) == {}


def test_a_text_of_one_line_is_never_a_copy():
    assert found(("2023-05-01", text(story(1, 1))), ("2023-05-02", text(story(1, 1)))) == {}


def test_a_text_that_sixty_printed_is_one_text():
    one = text(story(1))
    made = found(*((f"2023-05-{day:02}", one) for day in range(1, 29)), *(("2023-06-01", one) for _ in range(32)))
    assert set(made) == set(range(1, 60))
    assert {of for of, _ in made.values()} == {0}


def test_a_document_without_a_day_is_no_original_of_one_with():
    one = text(story(1))
    assert found(("", one), ("2023-05-01", one)) == {0: (1, 1.0)}


def test_nothing_is_read_where_nothing_is_shared():
    asked: list[int] = []

    def texts(numbers: Collection[int]) -> Mapping[int, str]:
        asked.extend(numbers)
        return {}

    sketches = [Sketch(n, str(n), None, 9, sorted(clauses(text(story(n))))) for n in range(9)]
    assert copies(sketches, texts) == []
    assert asked == []


@given(st.lists(st.tuples(st.sampled_from(["", "2023-05-01", "2023-05-02"]), st.integers(1, 3), st.integers(4, 12))))
def test_the_order_in_which_documents_come_does_not_matter(drawn: list[tuple[str, int, int]]):
    texts = [(day, text(story(seed, length))) for day, seed, length in drawn]
    assert found(*texts) == found(*texts, swapped=True)


@given(st.sets(st.integers(0, 2**32 - 1)))
def test_kept_numbers_read_back_as_they_were(numbers: set[int]):
    assert list(unpacked(packed(numbers))) == sorted(numbers)


@given(st.text())
def test_any_text_has_clauses(drawn: str):
    assert all(0 <= number < 2**32 for number in clauses(drawn))


def test_a_copy_says_how_much_of_it_is_copied():
    made = copies(
        [Sketch(n, str(n), "2023-05-01", 100 - n, sorted(clauses(t))) for n, t in enumerate(_nine_of_ten())],
        lambda numbers: {n: _nine_of_ten()[n] for n in numbers},
    )
    assert made == [Copy(1, 0, made[0].likeness)]
    assert 0.7 < made[0].likeness < 0.95


def _nine_of_ten() -> tuple[str, str]:
    return text(story(1, 10)), text([*story(1, 10)[:9], *story(2, 1)])
