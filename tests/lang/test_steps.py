"""Work in steps: what each makes does not hang on who goes with it."""

from bilat.lang.steps import Steps, alone, together


def _count(name: str, steps: int, done: list[str]) -> Steps[None]:
    for step in range(steps):
        done.append(f"{name}{step}")
        yield


def _made(steps: int) -> Steps[int]:
    for _ in range(steps):
        yield
    return steps


def test_work_alone_gives_what_it_makes() -> None:
    assert [alone(_made(steps)) for steps in (0, 1, 3)] == [0, 1, 3]


def test_together_each_step_is_done_for_all_before_the_next() -> None:
    done: list[str] = []
    together([_count("a", 3, done), None, _count("b", 1, done), _count("c", 2, done)])
    assert done == ["a0", "b0", "c0", "a1", "c1", "a2"]
