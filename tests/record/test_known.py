"""What was worked out of a record is taken over when its file is opened again."""

import shutil
from pathlib import Path

import pytest

from bilat import samples
from bilat.build import build
from bilat.record import Record, record


def test_what_is_known_of_a_file_is_taken_over_and_of_another_file_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path, other = tmp_path / "one.bilat", tmp_path / "other.bilat"
    _ = build([samples.folder()], path, workers=1)
    shutil.copy(path, other)
    with Record(path) as before:
        found = before.search_all("李")
        assert found
    monkeypatch.delattr(record, "Lookup")
    with Record(path, known=before) as again:
        assert again.search_all("李") == found
    _ = other.replace(path)
    with Record(path, known=before) as renewed, pytest.raises(NameError):
        _ = renewed.search_all("李")
