"""A real server around a small app, and a client that shows the answer as it came."""

import asyncio
import concurrent.futures
import contextlib
import dataclasses
import datetime as dt
import http.client
from collections.abc import Mapping

import pytest

from tests.serving import served


@dataclasses.dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


class Clock:
    """A clock that stands still until a test moves `now`."""

    def __init__(self) -> None:
        self.now = dt.datetime.now(dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def serve():
    """Serve apps on free ports until the test ends."""
    with contextlib.ExitStack() as running:
        yield lambda app: running.enter_context(served(app))


@pytest.fixture
def ask():
    """Send one request to a port of this machine; return the answer unchanged."""

    def ask(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            link.request(method, path, headers=named)
            answer = link.getresponse()
            received = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, received, answer.read())
        finally:
            link.close()

    return ask


@pytest.fixture
def await_():
    """Await something in a thread of its own: a browser's worker has a loop already."""

    def await_(coroutine):
        with concurrent.futures.ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, coroutine).result(30)

    return await_
