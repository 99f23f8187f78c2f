"""Which reports are of one event."""

import random

import pytest

from bilat.link import link_events
from bilat.model.linking import Telling, Tenure
from tests.link.made import Kin, linked, telling, told

XI_TRONG = "习近平/CN 阮富仲/VN"


def test_reports_of_one_pair_on_one_day_are_one_meeting():
    (event,) = linked(
        telling("meeting", XI_TRONG, "2023-05-09", publisher="甲社"),
        telling("meeting", "阮富仲/VN 习近平/CN", "2023-05-09", publisher="乙报", place="河内"),
        telling("meeting", XI_TRONG, None, published="2023-05-10", publisher="丙台"),
    )
    assert (event.start, event.place, told(event)) == (
        "2023-05-09",
        "河内",
        {0: "reported", 1: "reported", 2: "reported"},
    )


def test_meetings_on_two_days_are_two_when_publishers_tell_both():
    days = [telling("meeting", XI_TRONG, f"2023-05-0{d}", publisher=p) for d in (8, 9) for p in ("甲社", "乙报")]
    assert [event.start for event in linked(*days)] == ["2023-05-08", "2023-05-09"]


def test_neighbouring_days_told_by_different_publishers_are_one_meeting():
    (event,) = linked(
        telling("meeting", XI_TRONG, "2023-05-09", publisher="甲社"),
        telling("meeting", XI_TRONG, "2023-05-09", publisher="乙报"),
        telling("meeting", XI_TRONG, "2023-05-08", publisher="丙台"),
    )
    assert event.start == "2023-05-09"


def test_a_second_day_told_by_one_document_alone_beside_the_first_is_misread():
    day = [telling("meeting", XI_TRONG, "2023-05-09", publisher=p) for p in ("甲社", "乙报", "丙台")]
    wrong = telling("meeting", XI_TRONG, "2023-05-08", publisher="甲社")
    numbered = [t._replace(number=at, document=min(at, 3) % 3) for at, t in enumerate((*day, wrong))]
    (event,) = link_events(numbered, {}, (), Kin())
    assert event.start == "2023-05-09"


def visit(start: str | None = None, **more: object) -> Telling:
    return telling("visit", "习近平/CN", start, host="VN", place="越南", **more)  # pyright: ignore[reportArgumentType]


def test_a_visit_announced_and_made_is_one_with_its_life():
    (event,) = linked(
        visit(None, published="2023-04-20", status="planned"),
        visit("2023-05-08", end="2023-05-09", published="2023-05-01", status="planned"),
        visit("2023-05-08", end="2023-05-09", published="2023-05-09"),
        visit(None, published="2023-06-01", background=True),
    )
    assert event.status == "held"
    assert told(event) == {0: "announced", 1: "announced", 2: "reported", 3: "mentioned"}
    assert [(change.status, change.on) for change in event.life] == [("planned", "2023-04-20"), ("held", "2023-05-09")]


def test_what_was_announced_for_another_day_is_the_next_visit():
    (event,) = linked(
        visit("2023-05-20", published="2023-05-01", status="planned"), visit("2023-05-08", published="2023-05-09")
    )
    assert (event.start, told(event)) == ("2023-05-08", {0: "announced", 1: "reported"})


def test_a_year_long_past_is_not_the_event_that_nobody_dates():
    news = telling("signing", "中国*/CN 法国*/FR", None, published="2023-06-23")
    history = telling("signing", "中国*/CN 法国*/FR", "1973-01", published="2023-12-02", background=True)
    assert len(linked(news, history)) == 2


def test_what_was_called_off_ends_cancelled():
    (event,) = linked(
        visit("2023-05-20", published="2023-05-01", status="planned"),
        visit("2023-05-20", published="2023-05-05", status="cancelled"),
    )
    assert event.status == "cancelled"


def test_two_visits_of_one_guest_in_one_year_stay_two():
    events = linked(visit("2023-05-08"), visit("2023-11-08", published="2023-11-09"))
    assert [event.start for event in events] == ["2023-05-08", "2023-11-08"]


def test_one_guest_with_three_hosts_told_as_one_meeting_is_a_report_of_each():
    events = linked(
        telling("meeting", "习近平/CN 范明政/VN", "2023-05-09"),
        telling("meeting", "习近平/CN 王庭惠/VN", "2023-05-09"),
        telling("meeting", "习近平/CN 范明政/VN 王庭惠/VN", "2023-05-09", status="planned", published="2023-05-01"),
    )
    assert [told(event) for event in events] == [{0: "reported", 2: "announced"}, {1: "reported", 2: "announced"}]


def test_a_bare_office_means_its_holder_of_that_day():
    tenure = Tenure("裴青山/VN", "VN", "外交部长", sole=True, first="2023-01-01", last="2023-12-01", documents=5)
    (event,) = linked(
        telling("meeting", "王毅/CN 裴青山/VN", "2023-05-09"),
        telling("meeting", "王毅/CN 外长*/VN", "2023-05-09", publisher="乙报"),
        tenures=(tenure,),
    )
    assert {each.telling: each.inferred for each in event.tellings} == {0: False, 1: True}


def test_an_office_with_two_holders_means_neither():
    tenures = tuple(
        Tenure(f"{n}/VN", "VN", "总理", sole=True, first="2023-01-01", last="2023-12-01", documents=5) for n in "甲乙"
    )
    events = linked(
        telling("call", "王毅/CN 甲/VN", "2023-05-09"),
        telling("call", "王毅/CN 乙/VN", "2023-05-09"),
        telling("call", "王毅/CN 总理*/VN", "2023-05-09", publisher="乙报"),
        tenures=tenures,
    )
    assert len(events) == 3


def test_a_visit_holds_its_meetings_and_signings():
    held, meeting, signing, elsewhere = sorted(
        linked(
            visit("2023-05-08", end="2023-05-09"),
            telling("meeting", XI_TRONG, "2023-05-08", place="河内"),
            telling("signing", "中国*/CN 越南*/VN", "2023-05-09", place="河内"),
            telling("meeting", XI_TRONG, "2023-05-20", place="北京", published="2023-05-21"),
        ),
        key=lambda event: min(told(event)),
    )
    assert meeting.part_of == signing.part_of == held.id
    assert elsewhere.part_of is None


def test_a_statement_and_agreements_signed_on_one_day_are_two_signings():
    sides = "中国*/CN 越南*/VN"
    events = linked(
        telling("signing", sides, "2023-05-09", documents=("联合声明",)),
        telling("signing", sides, "2023-05-09", documents=("铁路合作协定",)),
    )
    assert len(events) == 2


def test_sessions_of_one_mechanism_are_told_apart_by_number():
    events = linked(
        telling("session", "", "2023-05-09", mechanism="中越指导委员会会议", ordinal=15),
        telling("session", "", "2023-05-09", mechanism="中越指导委员会", publisher="乙报"),
        telling("session", "", "2022-05-09", mechanism="中越指导委员会", ordinal=14, published="2022-05-10"),
    )
    assert sorted((event.ordinal, len(event.tellings)) for event in events) == [(14, 1), (15, 2)]


@pytest.mark.parametrize("seed", range(8))
def test_the_order_of_tellings_makes_no_difference(seed: int):
    tellings = [
        visit("2023-05-08", end="2023-05-09"),
        visit(None, published="2023-05-09", publisher="乙报"),
        visit(None, published="2023-04-09", status="planned"),
        telling("meeting", XI_TRONG, "2023-05-08"),
        telling("meeting", XI_TRONG, None, publisher="丙台"),
        telling("meeting", "习近平/CN 越南*/VN", "2023-05-08", publisher="丁台"),
        telling("call", XI_TRONG, "2023-05-12", published="2023-05-12"),
        telling("call", XI_TRONG, "2023-05-13", published="2023-05-13", publisher="乙报"),
    ]
    numbered = [t._replace(number=at) for at, t in enumerate(tellings)]
    shuffled = random.Random(seed).sample(numbered, len(numbered))

    assert link_events(numbered, {}, (), Kin()) == link_events(shuffled, {}, (), Kin())


def test_a_message_keeps_who_sent_it_and_names_stay_as_written():
    sent = telling("message", XI_TRONG, "2023-05-09")
    sides = tuple(t._replace(role=role) for t, role in zip(sent.takers, ("sender", "recipient"), strict=True))
    (event,) = linked(sent._replace(takers=sides))
    assert [(side.name, side.role) for side in event.sides] == [("习近平", "sender"), ("阮富仲", "recipient")]


def test_letters_to_two_conferences_are_two_and_no_telegram_to_a_person():
    events = linked(
        telling("message", "习近平/CN", "2023-05-09", mechanism="能源论坛", published="2023-05-09"),
        telling("message", "习近平/CN", "2023-05-09", mechanism="桥梁大会", published="2023-05-09"),
        telling("message", "习近平/CN 阮富仲/VN", "2023-05-09", published="2023-05-09"),
        telling("message", "习近平/CN", None, mechanism="能源论坛会议", published="2023-05-10", publisher="乙报"),
    )
    assert sorted(sorted(told(event)) for event in events) == [[0, 3], [1], [2]]


def test_the_first_and_the_last_day_of_a_visit_announced_with_both_are_one_visit():
    (event,) = linked(
        visit("2023-05-08", end="2023-05-13", published="2023-05-04", status="planned"),
        visit("2023-05-08", published="2023-05-08"),
        visit(None, end="2023-05-13", published="2023-05-14"),
        visit(None, published="2023-05-11"),
    )
    assert (event.start, event.end, sorted(told(event))) == ("2023-05-08", "2023-05-13", [0, 1, 2, 3])


def test_an_undated_report_belongs_to_the_visit_of_which_only_the_end_is_told():
    (event,) = linked(visit(None, end="2023-05-13", published="2023-05-14"), visit(None, published="2023-05-10"))
    assert event.end == "2023-05-13"


def test_a_visit_announced_for_two_days_near_each_other_is_one():
    (event,) = linked(
        visit("2023-05-08", published="2023-05-01", status="planned"),
        visit("2023-05-12", published="2023-05-02", status="planned", publisher="乙报"),
    )
    assert event.status == "planned"


def test_a_visit_recalled_by_its_month_is_that_held_then_rather_than_a_wish():
    events = linked(
        visit(None, published="2023-03-27", status="planned", background=True),
        visit(None, published="2023-06-12"),
        visit(None, published="2023-06-13", publisher="乙报"),
        visit("2023-06", published="2023-08-20", background=True),
    )
    assert [sorted(told(event)) for event in events] == [[0, 1, 2, 3]]


def test_papers_of_other_names_signed_on_days_not_told_are_two_signings():
    sides = "中国*/CN 越南*/VN"
    events = linked(
        telling("signing", sides, None, documents=("铁路合作协定",)),
        telling("signing", sides, None, documents=("打击跨境赌博备忘录",), publisher="乙报"),
        telling("signing", sides, None, documents=("关于铁路的合作协定",), publisher="丙台"),
    )
    assert sorted(sorted(told(event)) for event in events) == [[0, 2], [1]]


def test_a_forum_recalled_without_a_day_twice_in_a_year_is_two():
    forum = [
        telling("session", "", None, mechanism="论坛", published=f"2023-{month}-01", background=True)
        for month in ("02", "09")
    ]
    assert len(linked(*forum)) == 2
    numbered = [t._replace(ordinal=3) for t in forum]
    assert len(linked(*numbered)) == 1


def test_a_session_with_a_number_is_held_once():
    (event,) = linked(
        telling("session", "习近平/CN", None, mechanism="峰会", ordinal=31, published="2023-05-03"),
        telling("session", "习近平/CN", "2023-05-15", mechanism="峰会", published="2023-05-16"),
        telling("session", "习近平/CN", "2023-05-16", mechanism="峰会", ordinal=31, published="2023-05-17"),
        telling("session", "习近平/CN", "2023-05-23", mechanism="峰会", ordinal=31, published="2023-05-23"),
    )
    assert (event.ordinal, len(event.tellings)) == (31, 4)


def test_a_number_without_a_day_is_that_of_the_only_session_it_can_mean():
    (event,) = linked(
        telling("session", "", None, mechanism="峰会", ordinal=20, published="2023-05-03"),
        telling("session", "", "2023-05-02", mechanism="峰会", published="2023-05-03", publisher="乙报"),
    )
    assert (event.ordinal, event.start) == (20, "2023-05-02")


def test_one_report_of_a_city_abroad_does_not_move_a_session():
    (event,) = linked(
        telling("session", "", "2023-05-15", mechanism="峰会", place="越南"),
        telling("session", "", "2023-05-15", mechanism="峰会", place="越南", publisher="乙报"),
        telling("session", "", "2023-05-15", mechanism="峰会", place="北京", publisher="丙台"),
    )
    assert event.place == "越南"


def test_an_exchange_of_telegrams_is_not_the_condolence_of_the_week_after():
    exchange = telling("message", "鲁托/KE 习近平/CN", "2023-12-14", published="2023-12-14")
    condolence = telling("message", "鲁托/KE 习近平/CN", None, published="2023-12-19")
    both = tuple(t._replace(role="both") for t in exchange.takers)
    one_way = tuple(t._replace(role=r) for t, r in zip(condolence.takers, ("sender", "recipient"), strict=True))
    assert len(linked(exchange._replace(takers=both), condolence._replace(takers=one_way))) == 2


def test_an_announcement_without_a_day_is_of_the_visit_with_days():
    events = linked(
        visit(None, published="2023-03-20", status="planned"),
        visit("2023-05-08", end="2023-05-09", published="2023-05-09"),
        visit("2023-05", published="2023-04-02", status="planned", publisher="乙报"),
    )
    assert [sorted(told(event)) for event in events] == [[0, 1, 2]]


@pytest.mark.parametrize(
    ("published", "status", "background", "joins"),
    [
        ("2023-04-20", "planned", True, True),
        ("2023-05-25", "held", True, True),
        ("2023-05-12", "held", False, True),
        ("2023-09-25", "held", True, False),
    ],
)
def test_a_session_without_number_and_day_is_the_numbered_one_near_it(
    published: str, status: str, background: bool, joins: bool
):
    numbered = telling("session", "习近平/CN", "2023-05-09", mechanism="峰会", ordinal=18)
    plain = telling(
        "session", "习近平/CN", None, mechanism="峰会", published=published, status=status, background=background
    )
    assert (len(linked(numbered, plain)) == 1) is joins


def test_what_is_recalled_is_not_what_is_announced_later():
    recalled = telling("meeting", XI_TRONG, None, published="2023-05-01", background=True)
    ahead = telling("meeting", XI_TRONG, None, published="2023-05-20", status="planned")
    assert len(linked(recalled, ahead)) == 2


def test_a_call_called_off_is_not_one_that_was_held_before():
    held = telling("call", XI_TRONG, "2023-01-09", published="2023-01-09")
    off = telling("call", XI_TRONG, None, published="2023-05-20", status="cancelled", background=True)
    assert len(linked(held, off)) == 2


def test_what_is_announced_is_nothing_that_was_held_before():
    held = telling("call", XI_TRONG, None, published="2023-05-01")
    ahead = telling("call", XI_TRONG, None, published="2023-05-20", status="planned", background=True)
    assert len(linked(held, ahead)) == 2


@pytest.mark.parametrize(("place", "events"), [("北京", 2), ("越南", 1), (None, 1)])
def test_what_was_announced_for_another_day_in_another_country_is_another_meeting(place: str | None, events: int):
    held = telling("meeting", XI_TRONG, "2023-05-20", place="河内", published="2023-05-20")
    ahead = telling("meeting", XI_TRONG, "2023-05-09", place=place, published="2023-05-08", status="planned")
    assert len(linked(held, ahead)) == events


@pytest.mark.parametrize(("place", "events"), [("北京", 2), ("越南", 1), (None, 1)])
def test_a_meeting_recalled_of_a_year_was_held_where_it_is_told(place: str | None, events: int):
    held = telling("meeting", XI_TRONG, "2022-05-20", place="河内", published="2022-05-20")
    year = telling("meeting", XI_TRONG, "2022", place=place, published="2023-05-08", background=True)
    assert len(linked(held, year)) == events


@pytest.mark.parametrize(("paper", "published", "events"), [((), "2023-06-23", 2), (("渔业协定",), "2023-06-23", 1)])
def test_a_paper_that_is_recalled_is_known_by_its_name(paper: tuple[str, ...], published: str, events: int):
    news = telling("signing", "中国*/CN 法国*/FR", None, published="2023-06-13", documents=paper)
    old = telling("signing", "中国*/CN 法国*/FR", None, published=published, documents=paper, background=True)
    assert len(linked(news, old)) == events
