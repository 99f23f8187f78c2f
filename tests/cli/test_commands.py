"""The commands on real articles: the bundled samples, and one article that means harm."""

import csv
import io
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bilat import samples
from bilat.views.clean import clean
from tests.cli.run import Row, bilat, lines

Fits = Callable[[Row], bool]

WILD = {
    "id": "wild-1",
    "date": "2023-12-13",
    "title": "\x1b[2J越南国家主席\u202e武文赏会见习近平",
    "text": "\x1b]0;x\x07中国国家主席习近平13日在河内会见越南国家主席武文赏\x9b31m。\u2066双方\u2069表示满意。\n=1+1",
    "url": "https://example.org/\x1b[1m",
    "publisher": "=\x1b[5m社",
}


@pytest.fixture(scope="session")
def wild(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of one article full of control codes."""
    folder = tmp_path_factory.mktemp("wild")
    _ = (folder / "wild.jsonl").write_text(json.dumps(WILD) + "\n", "utf-8")
    assert bilat("build", folder / "wild.jsonl", "-o", folder / "wild.bilat", "--workers", 1).exit_code == 0
    return folder / "wild.bilat"


# --- build and extract -------------------------------------------------------------------------------------------------


def test_a_build_tells_counts_on_standard_error_and_the_digest_on_standard_output(tmp_path: Path):
    first = bilat("build", samples.folder(), "-o", tmp_path / "a.bilat")
    again = bilat("build", samples.folder(), "-o", tmp_path / "a.bilat")
    assert re.fullmatch(r"\S+a\.bilat [0-9a-f]{32}\n", first.stdout)
    assert again.stdout == first.stdout
    assert re.fullmatch(r"(\d+) documents: \1 new, 0 unchanged, 0 removed\n", first.stderr)
    assert re.fullmatch(r"(\d+) documents: 0 new, \1 unchanged, 0 removed\n", again.stderr)


def test_an_input_that_fails_is_named_and_the_rest_is_built(tmp_path: Path):
    _ = (tmp_path / "empty.md").write_bytes(b"")
    result = bilat("build", tmp_path / "empty.md", tmp_path / "gone.md", samples.folder(), "-o", tmp_path / "a.bilat")
    assert result.exit_code == 1
    told = result.stderr.splitlines()
    assert sorted(line.split(": ")[1] for line in told[:-1]) == [str(tmp_path / "empty.md"), str(tmp_path / "gone.md")]
    assert told[-1].endswith("2 inputs failed")
    assert bilat("timeline", "-r", tmp_path / "a.bilat").exit_code == 0


def test_extract_prints_a_line_for_each_article_and_every_quotation_stands_where_it_says():
    found = lines(bilat("extract", samples.folder(), "--workers", 1))
    quotations = 0
    for line in found:
        text = str(line["text"])
        for event in line["events"]:
            for ev in event["evidence"]:
                assert text[ev["start"] : ev["end"]] == ev["quote"]
                quotations += 1
    assert len(found) >= 14
    assert quotations


def test_extract_prints_the_same_with_any_number_of_workers():
    printed = {bilat("extract", samples.folder(), "--workers", number).stdout_bytes for number in (1, 2)}
    assert len(printed) == 1


def test_extract_goes_on_after_an_input_that_fails(tmp_path: Path):
    result = bilat("extract", tmp_path / "gone.md", samples.folder() / "desk", "--workers", 1)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"bilat: {tmp_path / 'gone.md'}: ")
    assert len(result.stdout.splitlines()) == len((samples.folder() / "desk/articles.jsonl").read_text().splitlines())


def test_an_unknown_form_is_answered_with_those_there_are():
    result = bilat("extract", samples.folder(), "--as", "nonsense")
    assert result.exit_code == 2
    assert "no form is called 'nonsense'; there are: " in result.stderr
    assert "jsonl" in result.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs named pipes")
@pytest.mark.parametrize("words", [("extract",), ("build", "-o", "a.bilat")])
def test_ctrl_c_ends_with_130_and_one_line(words: tuple[str, ...], tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    command = [sys.executable, "-m", "bilat", words[0], "pipe", *words[1:], "--workers", "1"]
    with (
        subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running,
        (tmp_path / "pipe").open("wb"),  # opens when the other side does: bilat is reading now
    ):
        running.send_signal(signal.SIGINT)
        told = running.communicate(timeout=30)[1]
    assert (running.returncode, told) == (130, "bilat: interrupted\n")


# --- looking into a record ---------------------------------------------------------------------------------------------


def test_the_timeline_is_the_same_in_every_shape(record: Path):
    rows = lines(bilat("timeline", "--jsonl", "-r", record))
    ids = [row["id"] for row in rows]
    assert len(ids) > 20
    assert json.loads(bilat("timeline", "--json", "-r", record).stdout) == rows
    table = csv.DictReader(io.StringIO(bilat("timeline", "--csv", "-r", record).stdout))
    assert [row["id"] for row in table] == ids
    assert re.findall(r" · event (\S+)$", bilat("timeline", "-r", record).stdout, re.MULTILINE) == ids


@pytest.mark.parametrize("words", [("CN", "VN"), ("vn", "中国"), ("越南", "china"), ("Việt Nam", "CN", "cn")])
def test_countries_may_be_called_by_any_name(words: tuple[str, ...], record: Path):
    named = bilat("timeline", *words, "--jsonl", "-r", record)
    assert lines(named) == lines(bilat("timeline", "VN", "CN", "--jsonl", "-r", record))
    for row in lines(named):
        sides = {participant["country"] for participant in row["participants"]}
        assert {"CN", "VN"} <= sides | {row["host"]}


def test_background_is_hidden_until_asked_for(record: Path):
    shown = lines(bilat("timeline", "--jsonl", "-r", record))
    everything = lines(bilat("timeline", "--background", "--jsonl", "-r", record))
    assert [row for row in everything if not row["background"]] == shown
    assert len(everything) > len(shown)


FILTERS: list[tuple[tuple[str, ...], Fits]] = [
    (("--since", "2023-12"), lambda row: (row["end"] or "2023-12") >= "2023-12"),
    (("--until", "2022"), lambda row: (row["start"] or "2022") < "2023"),
    (("--type", "call", "--type", "message"), lambda row: row["type"] in {"call", "message"}),
    (("--status", "cancelled"), lambda row: row["status"] == "cancelled"),
    (("--person", "阮富仲"), lambda row: "阮富仲" in {p["name"] for p in row["participants"]}),
]


@pytest.mark.parametrize(("words", "fits"), FILTERS, ids=[words[0] for words, _ in FILTERS])
def test_filters_leave_what_fits(words: tuple[str, ...], fits: Fits, record: Path):
    rows = lines(bilat("timeline", *words, "--jsonl", "-r", record))
    assert rows
    assert [row for row in rows if not fits(row)] == []
    assert len(rows) < len(lines(bilat("timeline", "--jsonl", "-r", record)))


def test_who_held_an_office_on_a_day_is_answered_from_the_record_alone(record: Path):
    people = lines(bilat("people", "--jsonl", "-r", record))
    holder, tenure = next((p, t) for p in people for t in p["tenures"] if t["sole"] and t["first"] < t["last"])
    asked = ("people", "--office", tenure["office"], "--country", holder["country"], "--jsonl", "-r", record, "--on")
    assert holder["id"] in [p["id"] for p in lines(bilat(*asked, tenure["first"]))]
    assert holder["id"] not in [p["id"] for p in lines(bilat(*asked, "2009-01-01"))]


def test_discrepancies_name_each_value_with_those_who_give_it(record: Path):
    rows = lines(bilat("discrepancies", "--jsonl", "-r", record))
    assert rows
    for row in rows:
        assert len(row["values"]) > 1 or row["kind"] == "moved"
        assert all(report["evidence"] for value in row["values"] for report in value["reports"])
    assert {row["kind"] for row in lines(bilat("discrepancies", "--kind", "rounding", "--jsonl", "-r", record))} <= {
        "rounding"
    }


def test_a_limit_takes_the_first(record: Path):
    rows = lines(bilat("timeline", "--jsonl", "-r", record))
    assert lines(bilat("timeline", "--limit", 3, "--jsonl", "-r", record)) == rows[:3]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("timeline", "--since", "last week"), "'last week' is no date: write 2022, 2022-09 or 2022-09-03"),
        (("timeline", "--until", "2023-02-30"), "the calendar has no such day"),
        (("timeline", "Atlantis"), "no country or organisation is called 'Atlantis'"),
        (("timeline", "--json", "--csv"), "give one of --json, --jsonl and --csv"),
        (("people", "--country", "Atlantis"), "no country or organisation is called 'Atlantis'"),
        (("search", "。"), "nothing to search for"),
        (("show", "no-such-id"), "has an id that begins with 'no-such-id'"),
    ],
)
def test_a_request_that_makes_no_sense_says_what_would(words: tuple[str, ...], told: str, record: Path):
    result = bilat(*words, "-r", record)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("words", [("timeline",), ("people",), ("search", "河内"), ("show", "x"), ("verify",)])
def test_a_record_that_is_not_there_is_one_line(words: tuple[str, ...], tmp_path: Path):
    result = bilat(*words, "-r", tmp_path / "none.bilat")
    assert result.exit_code == 1
    assert re.fullmatch(r"bilat: \S+none\.bilat: no such record; .*\n", result.stderr)


def test_the_record_may_be_named_by_the_environment(record: Path):
    assert bilat("timeline", BILAT_RECORD=str(record)).stdout == bilat("timeline", "-r", record).stdout


def test_people_are_found_by_country_office_and_name(record: Path):
    everyone = lines(bilat("people", "--jsonl", "-r", record))
    vietnamese = lines(bilat("people", "--country", "越南", "--jsonl", "-r", record))
    assert vietnamese == [person for person in everyone if person["country"] == "VN"]
    both = lines(bilat("people", "--country", "VN", "--country", "中国", "--jsonl", "-r", record))
    assert both == [person for person in everyone if person["country"] in {"CN", "VN"}]
    assert len(both) > len(vietnamese)
    [trong] = lines(bilat("people", "--query", "阮富仲", "--office", "总书记", "--jsonl", "-r", record))
    assert trong["name"] == "阮富仲"
    assert re.search(r"^阮富仲 +VN +\d+ ", bilat("people", "-r", record).stdout, re.MULTILINE)


def test_search_finds_a_name_of_two_characters_in_either_script(record: Path):
    found = lines(bilat("search", "苏林", "--jsonl", "-r", record))
    assert found
    assert lines(bilat("search", "蘇林", "--jsonl", "-r", record)) == found
    assert "苏林" in bilat("search", "苏林", "-r", record).stdout


def test_an_event_is_shown_with_all_its_quotations_by_the_beginning_of_its_id(record: Path):
    row = lines(bilat("timeline", "--type", "call", "--limit", 1, "--jsonl", "-r", record))[0]
    shown = bilat("show", str(row["id"])[:12], "-r", record)
    assert shown.exit_code == 0
    for ev in row["reports"][0]["evidence"]:
        assert f"{ev['start']}:{ev['end']} {ev['quote']}" in shown.stdout
    as_json = json.loads(bilat("show", row["id"], "--json", "-r", record).stdout)
    assert (as_json.pop("kind"), as_json) == ("event", row | {key: as_json[key] for key in ("parts", "coverage")})


def test_a_person_is_shown_with_titles_and_events(record: Path):
    [person] = lines(bilat("people", "--query", "阮富仲", "--jsonl", "-r", record))
    shown = bilat("show", person["id"], "-r", record).stdout
    assert "越共中央总书记" in shown
    assert "● meeting" in shown


def test_a_document_is_shown_with_its_passages_by_part_and_what_was_found(record: Path):
    shown = bilat("show", "desk-002", "-r", record).stdout
    assert re.search(r"^headline  拜登与阮富仲通电话$", shown, re.MULTILINE)
    assert re.search(r"^lead      美国总统拜登", shown, re.MULTILINE)
    assert "● call" in shown
    as_json = json.loads(bilat("show", "desk-002", "--json", "-r", record).stdout)
    assert as_json["kind"] == "document"
    assert as_json["text"].startswith(as_json["title"])


def test_an_id_that_may_be_several_is_answered_with_a_list(record: Path):
    result = bilat("show", "desk-", "-r", record)
    assert result.exit_code == 2
    assert "'desk-' may be any of these" in result.stderr
    assert "\n  desk-001  document: " in result.stderr


def test_verify_counts_and_gives_the_digest_that_the_build_gave(record: Path):
    built = bilat("build", samples.folder(), "-o", record).stdout.split()[-1]
    checked = bilat("verify", "-r", record)
    assert checked.exit_code == 0
    assert checked.stdout.endswith(f"digest {built}\n")
    assert "no damage" in checked.stdout
    assert json.loads(bilat("verify", "--json", "-r", record).stdout)["digest"] == built


def test_verify_finds_a_quotation_that_was_changed(record: Path, tmp_path: Path):
    changed = tmp_path / "changed.bilat"
    _ = changed.write_bytes(record.read_bytes())
    with sqlite3.connect(changed) as db:
        _ = db.execute("UPDATE evidence SET quote = '假' || substr(quote, 2)")
    db.close()
    result = bilat("verify", "-r", changed)
    assert result.exit_code == 1
    assert f"bilat: {changed}: tellings " in result.stderr


# --- what articles hold ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", [(), ("--json",), ("--jsonl",), ("--csv",)])
@pytest.mark.parametrize("words", [("timeline", "--background"), ("people",), ("search", "武文赏")])
def test_no_article_acts_on_a_terminal(words: tuple[str, ...], shape: tuple[str, ...], wild: Path):
    shown = bilat(*words, *shape, "-r", wild)
    assert shown.exit_code == 0
    assert "武文赏" in shown.stdout
    assert clean(shown.stdout.replace("\n", "")) == shown.stdout.replace("\n", "")


@pytest.mark.parametrize("words", [("show", "wild-1"), ("show", "wild-1", "--json")])
def test_no_document_acts_on_a_terminal(words: tuple[str, ...], wild: Path):
    shown = bilat(*words, "-r", wild).stdout
    assert "武文赏" in shown
    assert clean(shown.replace("\n", "")) == shown.replace("\n", "")


def test_what_json_holds_is_what_the_article_holds(wild: Path):
    assert "\u202e武文赏会见习近平" in json.loads(bilat("show", "wild-1", "--json", "-r", wild).stdout)["text"]


# --- the demo and the packs --------------------------------------------------------------------------------------------


def test_the_demo_prints_a_timeline_with_quotations_and_leaves_other_files_alone(tmp_path: Path):
    _ = (tmp_path / "relations.bilat").write_text("mine")
    result = bilat("demo", tmp_path)
    assert result.exit_code == 0
    assert "● meeting" in result.stdout
    assert "“" in result.stdout
    assert "To go on:" in result.stdout
    assert (tmp_path / "relations.bilat").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["demo.bilat", "relations.bilat", "sample-articles"]


def test_the_commands_that_the_demo_names_work(tmp_path: Path):
    shown = bilat("demo", tmp_path).stdout
    named = re.findall(r"^  \S*bilat ((?:timeline|people|search|show|verify)\b.*?) +#", shown, re.MULTILINE)
    assert len(named) == 6
    for words in named:
        assert bilat(*words.split(), BILAT_RECORD=str(tmp_path / "demo.bilat")).exit_code == 0


def test_the_built_in_packs_keep_their_schema():
    assert bilat("pack", "check").exit_code == 0


def test_a_pack_that_breaks_its_schema_is_told_by_file_and_line(tmp_path: Path):
    _ = (tmp_path / "countries.tsv").write_text("code\tnonsense\nCN\n", "utf-8")
    result = bilat("pack", "check", tmp_path)
    assert result.exit_code == 1
    assert re.search(r"countries\.tsv:\d+: ", result.stdout)
