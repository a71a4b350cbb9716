"""A connection that never finishes its request keeps nobody out."""

import contextlib
import http.client
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from uvicorn.protocols.http.auto import AutoHTTPProtocol
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from lib.server.connection_limits import ClientSockets, ConnectionLimits
from tests.running import wait_for

HEAD = b"GET / HTTP/1.1\r\nHost: localhost\r\n"
WHOLE = HEAD + b"\r\n"
BODY = HEAD.replace(b"GET", b"POST") + b"Content-Length: 9\r\n\r\nhalf"


async def answer(request: Request) -> PlainTextResponse:
    await request.body()
    return PlainTextResponse("ok")


async def page(websocket) -> None:
    await websocket.accept()
    async for text in websocket.iter_text():
        await websocket.send_text(text)


class Hurried(AutoHTTPProtocol):
    """A reader of requests that gives each half a second."""


class Patient(AutoHTTPProtocol):
    """A reader of requests that waits, and holds six connections."""


ConnectionLimits(most=60, seconds=0.5).guard(Hurried)
ConnectionLimits(most=6, seconds=60).guard(Patient)


@pytest.fixture
def port(request) -> Iterator[int]:
    """The port of a server with the test's reader of requests."""
    app = Starlette(
        routes=[Route("/", answer, methods=["GET", "POST"]), WebSocketRoute("/page", page)],
        middleware=[Middleware(ClientSockets, most=3, a_client=2)],
    )
    with socket.create_server(("127.0.0.1", 0)) as listener:
        config = uvicorn.Config(app, http=request.param, log_level="warning")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield listener.getsockname()[1]
        server.should_exit = True
        thread.join(10)


hurried = pytest.mark.parametrize("port", [Hurried], indirect=True, ids=["hurried"])
patient = pytest.mark.parametrize("port", [Patient], indirect=True, ids=["patient"])


@pytest.fixture
def open_(port):
    """Open a connection and send this."""
    with contextlib.ExitStack() as opened:

        def open_(sent: bytes = b"", own: str = "127.0.0.1") -> socket.socket:
            made = socket.create_connection(("127.0.0.1", port), 5, source_address=(own, 0))
            opened.enter_context(made)
            made.sendall(sent)
            return made

        yield open_


def ended(connection: socket.socket) -> bool:
    """Wait until the server ends the connection."""
    connection.settimeout(5)
    try:
        while connection.recv(1_000):
            pass
    except ConnectionError:
        pass
    return True


@hurried
@pytest.mark.parametrize("sent", [b"", b"G", HEAD, WHOLE + HEAD, BODY])
def test_a_request_that_is_not_finished_is_ended(open_, sent):
    assert ended(open_(sent))


@hurried
def test_a_head_that_comes_byte_by_byte_is_ended(open_):
    dripping = open_()

    def drip() -> None:
        for byte in HEAD * 20:
            dripping.send(bytes([byte]))
            time.sleep(0.02)

    with pytest.raises(ConnectionError):
        drip()


@hurried
def test_a_page_that_is_open_stays_open(port):
    with connect(f"ws://127.0.0.1:{port}/page") as opened:
        until = time.monotonic() + 1.2
        while time.monotonic() < until:
            opened.send("still here")
            assert opened.recv(5) == "still here"


@patient
def test_however_many_never_finish_a_page_is_answered(open_, port):
    waiting = [open_(HEAD) for _ in range(40)]
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    link.request("GET", "/")
    assert link.getresponse().status == 200
    link.close()
    assert ended(waiting[0])  # the longest waiting gave way


@patient
def test_a_client_holds_so_many_sockets_and_all_together_no_more_than_there_may_be(port):
    def dial(client: str):
        behind = {"X-Forwarded-For": client}
        return connect(f"ws://127.0.0.1:{port}/page", additional_headers=behind)

    def is_open(client: str) -> bool:
        with contextlib.suppress(InvalidStatus), dial(client) as page:
            page.send("here")
            return page.recv(5) == "here"
        return False

    with dial("203.0.113.1") as first, dial("203.0.113.1"):
        with pytest.raises(InvalidStatus):
            dial("203.0.113.1")
        with dial("203.0.113.2"), pytest.raises(InvalidStatus):
            dial("203.0.113.3")
        first.close()
        wait_for(lambda: is_open("203.0.113.1"), "room for another socket of this client")
