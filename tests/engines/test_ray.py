"""The same record on a cluster of two machines (two of Ray's node managers, each with a worker process of its own),
whatever is killed meanwhile."""

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from bilat import samples
from bilat.build import build, extract_lines, flow, large, work
from bilat.engines import on_ray
from bilat.errors import StoreError
from tests.build.notes import PLUGINS, archive, look, note, other_rules
from tests.readers.crawl.made import answer, html, packed, record
from tests.readers.crawl.stories import story

pytestmark = [pytest.mark.engine, pytest.mark.usefixtures("cluster")]
ray: Any = pytest.importorskip(
    "ray", reason='the engine ray is not installed: make engine, or pip install "bilat[ray]"'
)
DEADLY = ("tests.engines.deadly_plugin", "no:bilat.lang.zh")
Deadly = Callable[[str], Path]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two nodes of one processor each, on the loopback address, and this process connected to them."""
    os.environ.update(
        RAY_USAGE_STATS_ENABLED="0", RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER="0", RAY_raylet_start_wait_time_s="120"
    )
    node = {"num_cpus": 1, "object_store_memory": 80 * 2**20}
    made: Any = import_module("ray.cluster_utils").Cluster(
        initialize_head=True, head_node_args={**node, "include_dashboard": False}
    )
    second = made.add_node(**node)
    ray.init(made.address, log_to_driver=False, logging_level="ERROR")
    try:
        assert sum(n["Resources"].get("CPU", 0) for n in ray.nodes() if n["Alive"]) == 2
        yield made, second
    finally:
        ray.shutdown()
        made.shutdown()


@pytest.fixture(autouse=True)
def _one_file_a_task(monkeypatch: pytest.MonkeyPatch) -> None:  # pyright: ignore[reportUnusedFunction]
    monkeypatch.setattr(work, "_TASK_FILES", 1)


@pytest.fixture
def deadly(tmp_path: Path) -> Deadly:
    """A folder of notes, the fifth of which kills its reader."""

    def make(word: str) -> Path:
        folder = archive(tmp_path / "a", 9)
        text = f"{word}\n张三(CN 部长)会见李五(VN 主席)"
        _ = (folder / "5.note").write_text(note(text, published="2023-01-05"))
        return folder

    return make


def test_the_samples_make_the_same_record_on_two_machines(tmp_path: Path):
    folder = samples.folder()
    here = build([folder], tmp_path / "here.bilat", workers=1)
    there = build([folder], tmp_path / "there.bilat", engine="ray")
    one = build([folder], tmp_path / "one.bilat", engine="ray", workers=1)
    assert there.digest == one.digest == here.digest
    assert list(extract_lines([folder], engine="ray")) == list(extract_lines([folder], workers=1))
    assert look(tmp_path / "there.bilat", lambda r: r.digest) == here.digest


def test_a_large_file_that_is_handed_out_in_parts_makes_the_same_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = archive(tmp_path / "a", 12)
    here = build([folder], tmp_path / "here.bilat", workers=1, plugins=PLUGINS)
    monkeypatch.setattr(large, "LARGE", 1)
    there = build([folder], tmp_path / "there.bilat", engine="ray", plugins=PLUGINS)
    assert (there.digest, there.documents) == (here.digest, 12)


def test_the_pages_of_a_crawl_are_read_on_the_cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(large, "_AT_ONCE", 2)
    crawl = tmp_path / "a.warc.gz"
    pages = [answer(s.url, html(s)) for s in (story(at, "zh-Hans", paragraphs=6) for at in range(5))]
    _ = crawl.write_bytes(packed([*pages, record("revisit", "https://a.example/", b"HTTP/1.1 200 OK\r\n\r\n")]))
    here = build([crawl], tmp_path / "here.bilat", workers=1)
    there = build([crawl], tmp_path / "there.bilat", engine="ray")
    assert (there.digest, there.documents, there.failures) == (here.digest, 5, here.failures)
    assert list(extract_lines([crawl], engine="ray")) == list(extract_lines([crawl], workers=1))


def test_a_worker_that_is_killed_in_the_middle_loses_nothing(tmp_path: Path, deadly: Deadly):
    folder = deadly("deadly once")
    there = build([folder], tmp_path / "there.bilat", engine="ray", plugins=DEADLY)
    assert (tmp_path / "5.died").exists()
    here = build([folder], tmp_path / "here.bilat", workers=1, plugins=DEADLY)
    assert (there.digest, there.documents) == (here.digest, 9)


def test_what_kills_every_worker_ends_the_build_and_what_was_done_is_kept(
    tmp_path: Path, deadly: Deadly, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(on_ray, "_TRIES", 1)
    monkeypatch.setattr(flow, "_BATCH_CHARACTERS", 1)
    folder, record = deadly("deadly always"), tmp_path / "r.bilat"
    _ = capsys.readouterr()
    with pytest.raises(StoreError, match="lost a task 2 times; what was done is kept: build again to go on"):
        _ = build([folder], record, engine="ray", plugins=DEADLY)
    assert not record.exists()
    assert capsys.readouterr().out == "", "standard output is for what was asked"
    _ = (folder / "5.note").write_text(note("不再\n张三(CN 部长)会见李五(VN 主席)", published="2023-01-05"))
    read: list[int] = []
    after = build([folder], record, engine="ray", plugins=DEADLY, progress=lambda _what, _done, of: read.append(of))
    assert read[0] <= 5
    whole = build([folder], tmp_path / "whole.bilat", workers=1, plugins=DEADLY)
    assert (after.digest, after.documents) == (whole.digest, 9)


def test_a_machine_with_other_rules_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(work, "fingerprint", other_rules)
    with pytest.raises(StoreError, match="has another version of bilat, its plugins or libraries"):
        _ = build([archive(tmp_path / "a", 2)], tmp_path / "r.bilat", engine="ray", plugins=PLUGINS)


def test_a_machine_that_goes_away_in_the_middle_loses_nothing(cluster: Any, tmp_path: Path):
    """The last of these tests, as it leaves one machine."""
    made, second = cluster
    folder = archive(tmp_path / "a", 40)
    gone: list[int] = []

    def progress(_what: str, done: int, _of: int) -> None:
        if done >= 3 and not gone:
            gone.append(done)
            made.remove_node(second, allow_graceful=False)

    there = build([folder], tmp_path / "there.bilat", engine="ray", plugins=PLUGINS, progress=progress)
    assert gone
    here = build([folder], tmp_path / "here.bilat", workers=1, plugins=PLUGINS)
    assert (there.digest, there.documents) == (here.digest, 40)
