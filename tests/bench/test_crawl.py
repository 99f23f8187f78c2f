"""The benchmark of crawls counts what it planted, and nothing else as found."""

import json
from pathlib import Path

from bench.crawl import build_once, read_once, table, write_archive


def test_every_planted_copy_is_found_and_no_other(tmp_path: Path) -> None:
    archive = tmp_path / "crawl.warc.gz"
    planted = write_archive(archive, 21, None)
    found = {**read_once(archive), **build_once(archive, planted)}
    assert (found["pages"], found["documents"]) == (21 + len(planted), 21 + len(planted))
    assert (found["planted"], found["found"], found["false"]) == (8, 8, 0)
    found |= {"here_seconds": 1.0, "elsewhere_seconds": 2.0}
    assert f"| {found['pages']} |" in table([json.loads(json.dumps(found))])
