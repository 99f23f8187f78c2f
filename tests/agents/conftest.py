"""A record of the bundled samples, and a client that asks its server in memory."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client
from mcp.server.mcpserver import MCPServer
from mcp_types import CallToolResult

import bilat
from bilat import samples
from bilat.agents.desk import Desk
from bilat.agents.server import serve
from bilat.record import Record

Call = Callable[..., CallToolResult]


@pytest.fixture(scope="session")
def record_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("agents") / "samples.bilat"
    _ = bilat.build([samples.folder()], path, workers=1)
    return path


@pytest.fixture
def record(record_path: Path) -> Iterator[Record]:
    with bilat.open(record_path) as opened:
        yield opened


@pytest.fixture(scope="session")
def server(record_path: Path) -> Iterator[MCPServer[Any]]:
    with Desk(record_path) as desk:
        yield serve(desk, "0")


@pytest.fixture
def talk(server: MCPServer[Any]) -> Callable[[Callable[[Client], Any]], Any]:
    """Runs an asynchronous function with a client of the server."""

    def run(what: Callable[[Client], Any]) -> Any:
        async def session() -> Any:
            async with Client(server) as client:
                return await what(client)

        with ThreadPoolExecutor(1) as pool:  # a browser that another test opened keeps this thread's loop
            return pool.submit(anyio.run, session).result()

    return run


@pytest.fixture
def call(talk: Callable[[Callable[[Client], Any]], Any]) -> Call:
    """Calls a tool by its name."""

    def run(name: str, **arguments: Any) -> CallToolResult:
        return talk(lambda client: client.call_tool(name, arguments))

    return run
