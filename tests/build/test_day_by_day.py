"""A record made in any steps, of files in any order, is the record made at once."""

import json
import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from bilat.build import BuildReport, build, linking
from bilat.record import open_record
from bilat.samples import folder

ROOT = Path(__file__).parents[2]
DEV = ROOT.parent / "shared" / "gold" / "link_dev.items.jsonl"


def articles(target: Path, lines: int = 0) -> list[Path]:
    """The bundled articles as single files, and every so many lines of annotated ones, each in a file."""
    found: list[Path] = []
    for at, path in enumerate(sorted(p for p in folder().rglob("*") if p.is_file())):
        copy = target / f"{at:02d}" / path.name
        copy.parent.mkdir(parents=True)
        found.append(Path(shutil.copyfile(path, copy)))
    for at, line in enumerate(DEV.read_text().splitlines()[::lines] if lines else []):
        found.append(target / f"dev{at:03d}.jsonl")
        _ = found[-1].write_text(line + "\n")
    return found


def once(paths: Sequence[Path], to: Path) -> BuildReport:
    return build(paths, to, workers=1)


def steps(paths: list[Path], to: Path, dice: random.Random, gone: Sequence[Path] = ()) -> BuildReport:
    """Builds in steps of some files each; `gone` come in the first step, and their files are emptied in the last."""
    rest = dice.sample(paths, len(paths))
    first = True
    while rest:
        part = [rest.pop() for _ in range(min(len(rest), dice.randint(1, len(paths) // 2)))]
        _ = once([*part, *gone] if first else part, to)
        first = False
    for path in gone:
        _ = path.write_text("")
    return once([*paths, *gone], to)


def alike(one: Path, other: Path) -> None:
    """Both records say the same, word for word."""
    with open_record(one) as a, open_record(other) as b:
        assert a.verify().damage == () == b.verify().damage
        assert [e.to_dict() for e in a.events()] == [e.to_dict() for e in b.events()]
        assert [p.to_dict() for p in a.people()] == [p.to_dict() for p in b.people()]
        assert list(a.doubts()) == list(b.doubts())
        assert a.digest == b.digest


@pytest.mark.parametrize("seed", range(3))
def test_the_samples_in_steps_and_at_once(tmp_path: Path, seed: int):
    dice = random.Random(seed)
    paths = articles(tmp_path / "in")
    gone = dice.sample(paths, 3)
    stay = [path for path in paths if path not in gone]
    _ = once(stay, tmp_path / "once")
    _ = steps(stay, tmp_path / "steps", dice, gone)
    alike(tmp_path / "once", tmp_path / "steps")


def test_parts_of_one_build_are_steps_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    paths = articles(tmp_path / "in")
    _ = once(paths, tmp_path / "once")
    monkeypatch.setattr(linking, "_AT_ONCE", 4)
    _ = once(paths[:1], tmp_path / "parts")
    _ = once(paths, tmp_path / "parts")
    alike(tmp_path / "once", tmp_path / "parts")


@pytest.mark.parametrize("most", [1, 3])
def test_blocks_and_days_of_a_new_record_are_woven_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int):
    paths = articles(tmp_path / "in")
    _ = once(paths, tmp_path / "once")
    monkeypatch.setattr(linking, "_BUNDLE", most)
    monkeypatch.setattr(linking, "_BESIDE", most)
    _ = once(paths, tmp_path / "blocks")
    alike(tmp_path / "once", tmp_path / "blocks")


@pytest.mark.skipif(not DEV.exists(), reason="needs ../shared/gold, which is not here")
def test_a_month_of_nine_publishers_in_steps_and_at_once(tmp_path: Path):
    dice = random.Random(7)
    paths = articles(tmp_path / "in", lines=2)
    gone = dice.sample(paths, 5)
    stay = [path for path in paths if path not in gone]
    _ = once(stay, tmp_path / "once")
    _ = steps(stay, tmp_path / "steps", dice, gone)
    alike(tmp_path / "once", tmp_path / "steps")


def test_days_at_both_ends_of_the_calendar_are_kept(tmp_path: Path):
    days = ("0001-01-01", "2024-05-20", "9999-12-31")
    texts = (
        "国务院总理田强在北京会见法国总统马克龙。",
        "国务院总理田强在北京会见法国外长勒梅尔。",
        "法国总统马克龙在巴黎会见中国总理田强。",
        "法国外长同中国总理举行会谈。",
        "国务院总理田强将于12月31日访问法国。",
    )
    for step, day in enumerate(days):
        lines = [
            json.dumps({"id": f"{day}-{at}", "title": "要闻", "publisher": "甲社", "published": day, "text": text})
            for at, text in enumerate(texts)
        ]
        _ = (tmp_path / f"{step}.jsonl").write_text("\n".join(lines))
        report = once([tmp_path / f"{step}.jsonl"], tmp_path / "steps")
        assert report.failures == ()
    _ = once(sorted(tmp_path.glob("*.jsonl")), tmp_path / "once")
    alike(tmp_path / "once", tmp_path / "steps")
    with open_record(tmp_path / "once") as record:
        assert len(record) == len(days) * len(texts)


def test_a_decision_that_comes_later_and_goes_again_leaves_no_trace(tmp_path: Path):
    paths = articles(tmp_path / "in")
    before = once(paths, tmp_path / "r").digest
    with open_record(tmp_path / "r") as record:
        meetings = [event.id for event in record.events() if event.type == "meeting"]
        people = [person.id for person in record.people()]
    said = (f"merge {meetings[0]} {meetings[1]}", f"reject {meetings[2]}", f"merge {people[0]} {people[1]}")
    lines = "".join(f"{line} | x | 2024-01-31 | y\n" for line in said)
    _ = (tmp_path / "r.decisions").write_text(lines)
    _ = (tmp_path / "once.decisions").write_text(lines)
    assert once(paths, tmp_path / "r").digest == once(paths, tmp_path / "once").digest != before
    alike(tmp_path / "once", tmp_path / "r")
    _ = (tmp_path / "r.decisions").write_text("")
    assert once(paths, tmp_path / "r").digest == before
