"""A server of object storage (rclone, speaking S3) over a folder, on the loopback address."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

KEY, SECRET = "tests", "only-for-tests"


def program() -> str | None:
    """Where rclone is: beside this Python, or on the path."""
    return shutil.which("rclone", path=str(Path(sys.executable).parent)) or shutil.which("rclone")


@contextmanager
def serving(folder: Path) -> Generator[str]:
    """The address of the storage; each folder in `folder` is a bucket."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [str(program()), "serve", "s3", "--addr", f"127.0.0.1:{port}", "--auth-key", f"{KEY},{SECRET}"]
    log = (folder.parent / "rclone.log").open("wb")
    with log, subprocess.Popen([*words, "--config", "/dev/null", str(folder)], stdout=log, stderr=log) as server:
        try:
            for _ in range(200):
                if server.poll() is not None or _answers(port):
                    break
                time.sleep(0.05)
            assert server.poll() is None, (folder.parent / "rclone.log").read_text()
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            _ = server.wait()


def _answers(port: int) -> bool:
    with closing(socket.socket()) as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
