"""An engine is a plugin; the result is the same on each."""

import pickle
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import pytest

from bilat import plugins, samples
from bilat.build import build, linking, work
from bilat.engines import Crew, Ready
from bilat.errors import PluginError, UsageError
from bilat.hookspecs import hookimpl
from tests.build.notes import archive


class Elsewhere:
    """An engine that sends all it is given through pickle, as one on other machines would."""

    name = "elsewhere"
    about = "for tests"
    needs = ()

    def __init__(self) -> None:
        self.tasks: dict[str, int] = {}

    def spread(self, job: Any, items: Iterable[Any], crew: Crew) -> Iterator[Any]:
        assert crew.address == "here"
        perform = pickle.loads(pickle.dumps(job)).start()
        for item in items:
            if isinstance(item, Ready):
                yield cast("Ready[Any]", item).result
            else:
                kind = type(job).__name__
                self.tasks[kind] = self.tasks.get(kind, 0) + 1
                yield pickle.loads(pickle.dumps(perform(pickle.loads(pickle.dumps(item)))))


ELSEWHERE = Elsewhere()


@hookimpl
def bilat_engines() -> Sequence[object]:
    return [ELSEWHERE]


def test_a_plugin_adds_an_engine_and_reading_and_linking_are_done_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(linking, "_BUNDLE", 3)
    monkeypatch.setattr(work, "_TASK_FILES", 4)
    folder, extra = samples.folder(), (__name__,)
    there = build([folder], tmp_path / "a.bilat", plugins=extra, engine="elsewhere", engine_address="here")
    assert ELSEWHERE.tasks["Reads"] > 3
    assert ELSEWHERE.tasks["Weaving"] > 3
    here = build([folder], tmp_path / "b.bilat", plugins=extra, workers=1)
    assert (there.digest, there.documents) == (here.digest, here.documents)


def test_what_is_no_engine_and_what_is_there_twice_is_named_with_its_plugin(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ELSEWHERE, "name", "local", raising=False)
    with pytest.raises(PluginError, match="another engine has the name 'local' already"):
        _ = plugins.engines((__name__,))
    monkeypatch.setattr(ELSEWHERE, "name", 1, raising=False)
    with pytest.raises(PluginError, match="is no engine: it needs `name` and `spread`"):
        _ = plugins.engines((__name__,))


def test_an_engine_that_is_not_there_or_not_installed_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = archive(tmp_path / "a", 1)
    with pytest.raises(UsageError, match="no engine is called 'spark'; there are: local, ray"):
        _ = build([folder], tmp_path / "r.bilat", engine="spark")
    monkeypatch.setattr(plugins, "find_spec", _nowhere)
    with pytest.raises(UsageError, match=r'the engine ray needs ray: pip install "bilat\[ray\]"'):
        _ = build([folder], tmp_path / "r.bilat", engine="ray")
    assert list(tmp_path.glob("*.bilat*")) == []


def _nowhere(_name: str) -> None:
    """No package is installed."""
