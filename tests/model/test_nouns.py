"""What every noun promises: it cannot be changed, and it compares, sorts, prints, copies and travels by its fields."""

import copy
import inspect
import pickle

import pytest
from hypothesis import given, settings
from msgspec import Struct
from msgspec.structs import replace

from bilat import model
from bilat.errors import EvidenceError
from bilat.model import Claim, Document, Evidence, Mode, Problem, Reading, Span, SpeakerKind
from tests.record.made import Pair, pairs

NOUNS = [noun for _, noun in inspect.getmembers(model, inspect.isclass) if issubclass(noun, Struct)]
CLAIM = Claim("外长", SpeakerKind.PERSON, "VN", "表示", Mode.DIRECT, (Evidence("a", Span(3, 5), "很好"),))


@pytest.mark.parametrize("noun", NOUNS)
def test_no_noun_can_be_changed(noun: type[Struct]):
    assert noun.__struct_config__.frozen


def test_a_field_that_is_set_again_is_refused():
    with pytest.raises(AttributeError):
        CLAIM.verb = "称"  # pyright: ignore[reportAttributeAccessIssue]
    with pytest.raises(AttributeError):
        CLAIM.note = "称"  # pyright: ignore[reportAttributeAccessIssue]


@settings(deadline=None)
@given(pairs())
def test_a_document_and_its_reading_are_the_same_after_any_journey(pair: Pair):
    for thing in (pickle.loads(pickle.dumps(pair)), copy.copy(pair), copy.deepcopy(pair)):
        assert thing == pair
        assert hash(thing) == hash(pair)
        assert repr(thing) == repr(pair)


def test_spans_quotations_and_problems_sort_by_their_fields():
    assert sorted([Span(2, 3), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(2, 3)]
    assert Evidence("a", Span(1, 2), "词") < Evidence("a", Span(1, 3), "词语") < Evidence("b", Span(1, 2), "词")
    assert Problem("no_country", "x") < Problem("no_date", "x") < Problem("no_date", "y")


def test_a_noun_is_printed_as_it_is_written():
    assert repr(CLAIM.evidence) == "(Evidence(document='a', span=Span(start=3, end=5), quote='很好'),)"
    assert repr(Reading("a")).startswith("Reading(document='a', people=(), events=(), ")


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_span_of_nothing_is_refused_however_it_is_made(start: int, end: int):
    with pytest.raises(EvidenceError):
        _ = Span(start, end)
    with pytest.raises(EvidenceError):
        _ = replace(Span(1, 2), start=start, end=end)


def test_a_quotation_of_another_length_than_its_span_is_refused():
    with pytest.raises(EvidenceError):
        _ = Evidence("a", Span(0, 2), "词")
    with pytest.raises(EvidenceError):
        _ = Document("a", "词", "词", (), "zh").quote(0, 2)


def test_nouns_of_another_kind_are_not_the_same():
    assert Span(0, 1) != (0, 1)
    assert len({Span(0, 1), Span(0, 1), Span(0, 2)}) == 2
