"""How a day is found, and what is trusted."""

from pathlib import Path

import pytest

from bilat.model import DateSource
from bilat.readers.dates import Dates, day_of, in_address, in_name, in_wire_line
from bilat.readers.markup import Line
from bilat.readers.printed import add_printed
from tests.readers.made_up import documents


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2023-06-27", "2023-06-27"),
        ("2023-12-01 23:39:00.000000000 +00:00", "2023-12-02"),
        ("2023-12-01 23:39:00 +08:00", "2023-12-01"),
        ("2023-06-24T17:02:25.912Z", "2023-06-25"),
        ("2021-01-21 17:12:47-05:00", "2021-01-22"),
        ("2023-06-27T23:30:00", "2023-06-27"),
        ("Tue, 27 Jun 2023 18:30:00 GMT", "2023-06-28"),
        ("Fri, 05 Apr 2024 19 00 00 +0700", "2024-04-05"),
        ("27/06/2023", "2023-06-27"),
        ("06/27/2023", "2023-06-27"),
        ("2023年6月27日", "2023-06-27"),
        ("20230627", "2023-06-27"),
        ("1694011503000", "2023-09-06"),
    ],
)
def test_a_date_is_read_in_whatever_form_publishers_write_it(written: str, day: str) -> None:
    assert day_of(written) == day


@pytest.mark.parametrize(
    "written", ["2023-02-30", "31/06/2023", "2023-13-01", "soon", "99999999999999999", "0001-01-01"]
)
def test_a_day_no_calendar_has_is_none(written: str) -> None:
    assert day_of(written) is None


def test_an_impossible_date_is_a_problem_and_never_mended(tmp_path: Path) -> None:
    (doc,) = documents(tmp_path, '{"id": "1", "date": "2023-02-30", "title": "标题", "text": "正文。"}')
    assert doc.published is None
    assert [p.kind for p in doc.problems] == ["impossible_date"]


def test_the_more_trusted_date_wins_and_a_far_one_is_reported() -> None:
    dates = Dates()
    dates.add_day("2023-03-02", DateSource.ADDRESS)
    dates.add("2023-06-11 08:00:00 +08:00", DateSource.FIELD)
    published, problems = dates.settle()
    assert published is not None
    assert (published.day, published.how) == ("2023-06-11", DateSource.FIELD)
    assert [p.kind for p in problems] == ["dates_disagree"]
    assert problems[0].detail == "field 2023-06-11, but address 2023-03-02"


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://e.org/2023/12/18/talks.html", "2023-12-18"),
        ("https://e.org/cn/20231211-%E4%B9%A0", "2023-12-11"),
        ("https://e.org/news/aopl/202312010315.aspx", "2023-12-01"),
        ("https://e.org/k2/1730210-20231201.htm", "2023-12-01"),
        ("https://e.org/2023/12/6c515de76f8d-22.html", None),
        ("https://e.org/2023/13/45/x", None),
        ("https://e.org/id/20239999", None),
        ("https://[broken", None),
    ],
)
def test_an_address_names_a_day_or_none(address: str, day: str | None) -> None:
    assert in_address(address) == day


def test_a_file_name_gives_the_day_when_nothing_else_does(tmp_path: Path) -> None:
    (doc,) = documents(
        tmp_path, "林海会见白桦\n\n外交部长林海今天会见了松国外长白桦,双方谈了贸易。", "2023-05-06-notes.txt"
    )
    assert doc.published is not None
    assert (doc.published.day, doc.published.how) == ("2023-05-06", DateSource.FILE_NAME)
    assert in_name("notes-7.txt") is None


def test_a_wire_report_takes_its_year_from_its_address() -> None:
    opening = "【共同社12月18日电】林海会见白桦。"
    assert in_wire_line(opening, "", "https://e.org/news/2023/12/6c515d.html") == "2023-12-18"
    assert in_wire_line(opening, "", "https://e.org/news/2023/11/6c515d.html") is None
    assert in_wire_line(opening, "", None) is None


def test_the_republican_calendar_at_the_end_of_a_report_is_read() -> None:
    assert in_wire_line("", "……。（編輯：陳大文）1121202", None) == "2023-12-02"


@pytest.mark.parametrize(
    "line", ["06/09/2023 - 16:23", "09:00 | 06/09/2023", "2023年9月6日16:15 CST 更新", "发布时间：2023-09-06"]
)
def test_a_printed_date_line_is_found(line: str) -> None:
    dates = Dates()
    add_printed(dates, [Line("标题"), Line(line), Line("林海会见白桦。")], None)
    assert [f.day for f in dates.found] == ["2023-09-06"]


def test_a_date_within_a_sentence_is_not_the_published_date() -> None:
    dates = Dates()
    add_printed(dates, [Line("2023年9月6日林海会见白桦。"), Line("2023年9月6日，两国签署协议。")], None)
    assert not dates.found
