"""The gate's manners: what it writes, what it refuses, how it ends."""

from pathlib import Path

import pytest

from quality import gate
from quality.measure import Measured, MeasureError


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Run":
    (tmp_path / "gold").mkdir()
    return Run(tmp_path, monkeypatch)


class Run:
    """The gate over made-up measures."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.monkeypatch = monkeypatch

    @property
    def results(self) -> Path:
        return self.folder / "results.json"

    def __call__(self, value: float, *args: str) -> int:
        def measure(_shared: Path, _names: list[str]) -> list[Measured]:
            return [Measured("dev", {"dev.gold.jsonl": "aa"}, {"events_core_f1": value}, ())]

        self.monkeypatch.setattr(gate, "measure", measure)
        where = ["--shared", self.folder, "--floors", self.folder / "floors.json", "--results", self.results]
        return gate.main([*map(str, where), *args])


def test_the_first_run_has_no_floors_to_hold(run: Run) -> None:
    assert run(0.9) == 1
    assert run(0.9, "--update") == 0
    assert run(0.9) == 0


def test_a_fall_fails_and_says_where(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(0.9, "--update") == 0
    assert run(0.8) == 1
    assert "events_core_f1 fell to 0.8000" in capsys.readouterr().err


def test_a_check_writes_nothing_and_fails_when_the_results_are_stale(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(0.9, "--update") == 0
    before = run.results.read_text("utf-8")
    assert run(0.95, "--check") == 1
    assert "results.json is not what was measured" in capsys.readouterr().err
    assert run.results.read_text("utf-8") == before
    assert run(0.95) == 0
    assert run(0.95, "--check") == 0


def test_a_reason_alone_lowers_nothing(run: Run) -> None:
    with pytest.raises(SystemExit) as ended:
        run(0.9, "--allow-regression", "why not")
    assert ended.value.code == 2


def test_an_unknown_set_is_wrong_usage(run: Run) -> None:
    with pytest.raises(SystemExit) as ended:
        run(0.9, "prod")
    assert ended.value.code == 2


def test_without_articles_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate.main(["--shared", str(tmp_path / "nowhere")]) == 2
    assert "nothing to measure on" in capsys.readouterr().err


def test_a_measurement_that_breaks_is_one_clear_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def measure(_shared: Path, _names: list[str]) -> list[Measured]:
        msg = "`-m bilat extract` ended with exit code 2"
        raise MeasureError(msg)

    (tmp_path / "gold").mkdir()
    monkeypatch.setattr(gate, "measure", measure)
    assert gate.main(["--shared", str(tmp_path)]) == 1
    assert "exit code 2" in capsys.readouterr().err
