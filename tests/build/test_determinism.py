"""The record of the bundled articles is one, whatever the machine is told about language, time, place and chance."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bilat import samples
from tests import determinism

ROOT = Path(__file__).resolve().parents[2]
WORLDS = {
    "a plain one": ({"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, 0o077),
    "a Turkish one": ({"PYTHONHASHSEED": "1", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr", "TZ": "America/Los_Angeles"}, 0o022),
    "a Chinese one": ({"PYTHONHASHSEED": "random", "LC_ALL": "zh_CN.GB18030", "LANGUAGE": "zh", "TZ": "Asia/Ho_Chi_Minh"}, 0o002),
}  # fmt: skip


@pytest.mark.parametrize("world", WORLDS)
def test_the_record_and_its_exports_are_the_kept_ones_in_every_world(world: str, tmp_path: Path) -> None:
    settings, umask = WORLDS[world]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]), **settings}
    command = [sys.executable, "-m", "tests.determinism"]
    done = subprocess.run(command, cwd=tmp_path, env=env, umask=umask, capture_output=True, check=False)
    assert done.returncode == 0, (
        f"{done.stdout.decode()}{done.stderr.decode()[-2000:]}after a change of rules, packs, samples or formats: "
        "python -m tests.determinism --update"
    )


def test_files_written_in_another_order_with_other_times_make_the_same_record(tmp_path: Path) -> None:
    articles = tmp_path / "copied"
    names = [path.relative_to(samples.folder()) for path in samples.files()]
    random.Random(7).shuffle(names)
    for at, name in enumerate(names):
        (articles / name).parent.mkdir(parents=True, exist_ok=True)
        _ = shutil.copyfile(samples.folder() / name, articles / name)
        os.utime(articles / name, (1_000_000_000 - at, 1_500_000_000 - 86_400 * at))
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    there, here = determinism.made(tmp_path / "one", articles), determinism.made(tmp_path / "two")
    assert there["record"] == here["record"]
