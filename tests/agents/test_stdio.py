"""The command as a program talks to it: over its standard input and output."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters, stdio_client

import bilat
from bilat.agents.desk import Desk
from bilat.errors import StoreError


def in_a_thread(talk: Callable[..., Coroutine[Any, Any, Any]], *args: object) -> Any:
    """What a coroutine returns, run in a thread of its own: a browser that another test opened keeps this one's loop."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, talk, *args).result()


def test_a_client_starts_the_command_and_asks_it(record_path: Path):
    server = StdioServerParameters(
        command=sys.executable, args=["-m", "bilat", "mcp", "-r", str(record_path)], env=dict(os.environ)
    )

    async def talk() -> tuple[int, Any]:
        async with Client(stdio_client(server)) as client:
            tools = await client.list_tools()
            answer = await client.call_tool("timeline", {"countries": ["越南"], "limit": 1})
            return len(tools.tools), answer.structured_content

    tools, answer = in_a_thread(talk)
    assert tools == 17
    assert len(answer["events"]) == 1


def test_standard_output_carries_the_protocol_and_nothing_else(record_path: Path):
    asked: list[Any] = [
        {
            "jsonrpc": "2.0",
            "id": 1,
            "method": "initialize",
            "params": {
                "protocolVersion": "2025-06-18",
                "capabilities": {},
                "clientInfo": {"name": "test", "version": "0"},
            },
        },
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "event", "arguments": {"id": "none"}}},
        {"jsonrpc": "2.0", "id": 3, "method": "tools/call", "params": {"name": "about", "arguments": {}}},
        "no message at all",
    ]
    with subprocess.Popen(
        [sys.executable, "-m", "bilat", "mcp", "-r", str(record_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        _ = server.stdin.write("".join(json.dumps(message) + "\n" for message in asked))
        server.stdin.flush()
        answers: dict[int | None, dict[str, Any]] = {}
        while 3 not in answers:
            line = json.loads(server.stdout.readline())
            answers[line.get("id")] = line
        server.stdin.close()
        rest = server.stdout.read()
    assert answers[1]["result"]["serverInfo"]["name"] == "bilat"
    assert answers[2]["result"]["isError"] is True
    assert answers[3]["result"]["structuredContent"]["documents"] > 0
    assert all(line["jsonrpc"] == "2.0" for line in answers.values())
    assert (rest, server.returncode) == ("", 0)


def test_a_record_that_is_not_there_is_told_before_anything_is_served(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-m", "bilat", "mcp", "-r", str(tmp_path / "none.bilat")],
        input="",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "no such record" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_the_extra_one_line_says_what_to_install():
    code = """
import sys
class NotInstalled:
    def find_spec(self, name, path=None, target=None):
        if name == "mcp":
            raise ModuleNotFoundError("No module named 'mcp'", name="mcp")
sys.meta_path.insert(0, NotInstalled())
from bilat.cli import main
main(["mcp"])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == 'bilat: bilat mcp needs mcp: pip install "bilat[mcp]"\n'


def test_the_next_question_sees_the_record_that_a_build_put_there(record_path: Path, tmp_path: Path):
    path = tmp_path / "relations.bilat"
    article = tmp_path / "one.jsonl"
    _ = article.write_text('{"id":"one","date":"2024-01-02","title":"标题","text":"正文。"}\n', "utf-8")
    _ = shutil.copy(record_path, path)

    async def digest(desk: Desk) -> str:
        return await desk.ask(lambda record: record.digest)

    with Desk(path) as desk:
        before = in_a_thread(digest, desk)
        _ = bilat.build([article], tmp_path / "new.bilat", workers=1)
        _ = (tmp_path / "new.bilat").replace(path)
        after = in_a_thread(digest, desk)
        assert before != after
        path.unlink()
        assert in_a_thread(digest, desk) == after, "what is open stays while nothing whole lies there"


def test_a_file_that_is_no_record_is_refused(tmp_path: Path):
    path = tmp_path / "no.bilat"
    _ = path.write_bytes(b"nothing")
    with Desk(path) as desk, pytest.raises(StoreError):
        desk.open()
