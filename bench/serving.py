"""Servers in processes of their own, to be asked by whoever measures."""

import atexit
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final
from urllib.request import urlopen

ROOT: Final = Path(__file__).parents[1]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        return int(made.getsockname()[1])


def _environment() -> dict[str, str]:
    """The environment of a server as it is when a program was installed: Python keeps what it compiled, here aside.
    Otherwise each start compiles modules and templates anew, some two seconds of the processor."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": _compiled()}


@cache
def _compiled() -> str:
    made = tempfile.mkdtemp(prefix="bilat-compiled-")
    _ = atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


@contextmanager
def running(
    words: Sequence[str], port: int, *, visited: bool = True
) -> Generator[tuple[subprocess.Popen[bytes], float]]:
    """A server in a process of its own, and the seconds until it listened; `visited` once, so that it has begun."""
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, *words], cwd=ROOT, stderr=subprocess.DEVNULL, env=_environment())
    try:
        while process.poll() is None:
            try:
                with socket.create_connection(("127.0.0.1", port), 1):
                    break
            except OSError:
                time.sleep(0.005)
        listening = time.perf_counter() - begun
        if visited:
            with urlopen(f"http://127.0.0.1:{port}/", timeout=30) as answer:
                answer.read()
        yield process, listening
    finally:
        process.terminate()
        process.wait()


def family_mb(process: subprocess.Popen[bytes]) -> float | None:
    """The memory of a server and of the processes that it started, what they share counted once (PSS), in MB (10^6
    bytes); None where the system does not tell."""
    found = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    try:
        family = [str(process.pid), *found.read_text().split()]
        told = "".join(Path(f"/proc/{one}/smaps_rollup").read_text() for one in family)
    except OSError:
        return None
    return round(sum(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:")) * 1024 / 1e6, 1)
