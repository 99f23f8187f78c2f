"""Does a piece of work on a disk that has less and less room left, looks at what is left, and does it again with room.

`python -m tests.faults.full WORK FOLDER` needs to mount: a file system in memory, seen by this process alone. Prints how
many times the disk was full, or `unable`.
"""

import ctypes
import os
import sys
from pathlib import Path
from typing import Final

from bilat.build import flow
from bilat.errors import BilatError
from tests.faults.walk import WORKS, Work

_NEW_MOUNTS: Final = 0x20000
_PRIVATE: Final = 0x4000 | 0x40000
_PAGE: Final = 4096
ROOM: Final = 16 << 20


def mounted(folder: Path) -> bool:
    """Whether a file system in memory lies over a folder now."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_NEW_MOUNTS) or libc.mount(None, b"/", None, _PRIVATE, None):
        return False
    return not libc.mount(b"none", os.fsencode(folder), b"tmpfs", 0, f"size={ROOM}".encode())


def fill(ballast: Path, left: int) -> None:
    """Leaves so many pages free."""
    room = os.statvfs(ballast.parent)
    _ = ballast.write_bytes(bytes(max(room.f_bavail - left, 0) * _PAGE))


def walk(work: Work, ballast: Path) -> int:
    """From no room on, a little more each time, until there is enough. Returns how often there was too little."""
    full = 0
    while True:
        work.back()
        fill(ballast, full + full * full // 6)
        failed = ""
        try:
            work.act()
        except (BilatError, OSError) as err:
            failed = str(err)
            assert "o space left" in failed, failed
            assert "\n" not in failed
        try:
            work.left()
            ballast.unlink()
            work.again()
        except (AssertionError, BilatError, OSError) as err:
            err.add_note(f"full for the {full}th time ({failed}); there is {work.names()}")
            raise
        if not failed:
            return full
        full += 1


if __name__ == "__main__":
    flow._BATCH_CHARACTERS = 60  # pyright: ignore[reportPrivateUsage] -- several batches of so little
    disk = Path(sys.argv[2])
    done = str(walk(WORKS[sys.argv[1]](disk), disk / "ballast")) if mounted(disk) else "unable"
    _ = sys.stdout.write(f"{done}\n")
