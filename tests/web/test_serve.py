"""`bilat serve` and the end of `bilat demo`, as processes."""

import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

import bilat
from bilat.errors import UsageError
from bilat.web.serve import Wish, config, listen, prepare
from bilat.web.settings import Settings
from bilat.web.warm import pieces
from bilat.web.workers import usual

ADDRESS = re.compile(rb"http://127\.0\.0\.1:\d+/\S*")
PATIENCE = 60.0


@contextmanager
def on_a_terminal(*words: str) -> Generator[tuple[subprocess.Popen[bytes], str]]:
    """`bilat` on a terminal of its own, and the address that it printed."""
    ours, theirs = pty.openpty()
    run = [sys.executable, "-m", "bilat", *words]
    process = subprocess.Popen(run, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True, start_new_session=True)
    os.close(theirs)
    try:
        yield process, _address(ours)
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _address(terminal: int) -> str:
    said, ends = b"", time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        try:
            said += os.read(terminal, 65536)
        except OSError:
            break
        if b"Ctrl-C" in said and (found := ADDRESS.search(said)):
            return found[0].decode()
    pytest.fail(f"no address in {said.decode(errors='replace')[-500:]!r}")


def test_the_demo_ends_with_the_address_of_a_running_site(tmp_path: Path) -> None:
    with on_a_terminal("demo", str(tmp_path)) as (process, address):
        with urlopen(address) as answer:
            assert b"<h1>" in answer.read()
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) in (0, 130)


def test_without_a_terminal_the_demo_proves_its_site_and_ends(tmp_path: Path) -> None:
    run = [sys.executable, "-m", "bilat", "demo", str(tmp_path)]
    done = subprocess.run(run, capture_output=True, stdin=subprocess.DEVNULL, timeout=PATIENCE, check=True)
    assert ADDRESS.search(done.stderr)
    assert b"serve -r" in done.stderr


def test_a_demo_may_end_without_a_site(tmp_path: Path) -> None:
    run = [sys.executable, "-m", "bilat", "demo", "--no-serve", str(tmp_path)]
    done = subprocess.run(run, capture_output=True, stdin=subprocess.DEVNULL, timeout=PATIENCE, check=True)
    assert not ADDRESS.search(done.stderr)


def test_who_has_no_token_is_not_let_in(sample_record: Path) -> None:
    with on_a_terminal("serve", "-r", str(sample_record), "--port", "0", "--token", "a word") as (_, address):
        root = address.partition("enter")[0]
        with pytest.raises(HTTPError, match="401"):
            urlopen(root)
        with urlopen(Request(root, headers={"Authorization": "Bearer a word"})) as answer:
            assert answer.status == 200


def test_beyond_this_machine_a_token_is_needed(sample_record: Path) -> None:
    with pytest.raises(UsageError, match="--token"):
        prepare(Wish(str(sample_record), host="0.0.0.0"))


def test_a_connection_rests_longer_than_readers_leave_it(sample_record: Path) -> None:
    """urllib3 and browsers go on over a connection that has rested a minute; uvicorn closes it after five seconds."""
    assert config(Settings(sample_record)).timeout_keep_alive > 60


def test_a_port_in_use_is_told_at_once(sample_record: Path) -> None:
    taken = listen("127.0.0.1", 0)
    port = taken.getsockname()[1]
    run = [sys.executable, "-m", "bilat", "serve", "-r", str(sample_record), "--port", str(port)]
    done = subprocess.run(run, capture_output=True, timeout=PATIENCE, check=False)
    taken.close()
    assert (done.returncode, done.stdout) == (1, b"")
    assert f"127.0.0.1:{port}: cannot listen".encode() in done.stderr


def test_a_record_that_is_not_there_is_told(tmp_path: Path) -> None:
    run = [sys.executable, "-m", "bilat", "serve", "-r", str(tmp_path / "none.bilat"), "--port", "0"]
    done = subprocess.run(run, capture_output=True, timeout=PATIENCE, check=False)
    assert done.returncode == 1
    assert b"no such record" in done.stderr


def test_what_pages_share_can_be_worked_out_before_anybody_asks(sample_record: Path):
    with bilat.open(sample_record) as record:
        made = [piece() for piece in pieces(record)]
        assert record.phrases() in made
        assert record.publishers() in made


def test_two_processes_share_readers_who_come_at_once(sample_record: Path) -> None:
    if usual() < 2 or not Path("/proc/self/net/tcp").exists():
        pytest.skip("one process here, or no way to tell who holds a connection")
    with on_a_terminal("serve", "-r", str(sample_record), "--port", "0") as (process, address), ExitStack() as opened:
        port = int(address.split(":")[2].rstrip("/"))
        readers = [opened.enter_context(closing(HTTPConnection("127.0.0.1", port))) for _ in range(4)]
        for reader in readers:
            reader.request("GET", "/static/page.js")
            assert reader.getresponse().read()
        family = [process.pid, *map(int, Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split())]
        assert [_connections(each) for each in family] == [2, 2]


def _connections(process: int) -> int:
    """How many sockets of TCP a process holds besides the one that listens."""
    table = Path(f"/proc/{process}/net/tcp").read_text().splitlines()[1:]
    established = {line.split()[9] for line in table if line.split()[3] == "01"}
    held = [str(each.readlink()) for each in Path(f"/proc/{process}/fd").iterdir()]
    return sum(each.startswith("socket:[") and each[8:-1] in established for each in held)
