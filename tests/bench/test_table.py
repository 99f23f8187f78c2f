"""The bench's table: figures against their targets. No test measures time."""

from typing import Any

from bench.table import render, rows


def figures(extract: float, build: float, rebuild: float, peak: float = 300.0) -> dict[str, Any]:
    def took(seconds: float) -> dict[str, float]:
        return {"seconds": seconds, "cpu_seconds": seconds, "peak_mb": peak, "exit_code": 0}

    return {
        "files": 10,
        "documents": 100,
        "characters": 100_000,
        "sample": 1,
        "load": 1.0,
        "record_mb": 5.0,
        "read": {"seconds": 0.1, "cpu_seconds": 0.1},
        "jieba": {"seconds": 10.0, "cpu_seconds": 10.0},
        "extract": took(extract),
        "build": took(build),
        "rebuild": took(rebuild),
        "help": took(0.2),
    }


def met(found: dict[str, Any]) -> list[bool | None]:
    return [row.met for row in rows(found)]


def test_figures_at_their_targets_are_met() -> None:
    assert met(figures(5.0, 9.0, 0.45)) == [None, None, True, True, True, True]


def test_figures_beyond_their_targets_are_missed() -> None:
    assert met(figures(5.1, 9.2, 0.5)) == [None, None, False, False, False, True]


def test_the_table_names_what_is_missed_and_the_peak() -> None:
    found = figures(5.1, 9.0, 0.1, peak=700.0)
    text = render(found, rows(found))
    assert "peak memory 700 MB, target < 600 MB  MISSED" in text
    assert "0.510" in text


def test_a_target_is_judged_by_the_wall_and_a_disagreement_is_shown() -> None:
    found = figures(5.0, 9.0, 0.4)
    found["build"]["seconds"] = 12.0
    table = rows(found)
    assert table[3].met is False
    assert table[3].met_by_cpu is True
    assert "MISSED (by cpu: ok)" in render(found, table)
