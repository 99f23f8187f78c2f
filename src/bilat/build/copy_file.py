"""A file → a copy of it, without its bytes where the file system can."""

import os
import shutil
from pathlib import Path
from typing import Final

_AT_ONCE: Final = 1 << 30


def copy_file(source: Path, target: Path) -> None:
    """Copies the content of a file. The system is asked to: where the file system can (Btrfs, XFS, network file
    systems), both share their blocks until one is written; else the bytes are copied, 0.13 s for 100 MB."""
    if not hasattr(os, "copy_file_range"):  # not Linux
        _ = shutil.copyfile(source, target)
        return
    try:
        with source.open("rb") as from_, target.open("wb") as to:
            while os.copy_file_range(from_.fileno(), to.fileno(), _AT_ONCE):
                pass
    except OSError:  # another file system, or an old kernel
        _ = shutil.copyfile(source, target)
