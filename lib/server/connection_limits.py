"""How long a request may stay unfinished, and how many connections there may be.

uvicorn has a limit for neither: whoever opens connections and never finishes a request holds them
until the process may open no more, and then nobody gets a page. This rests on the inside of
uvicorn's reader of requests: its `cycle` is the request that is answered.
"""

import asyncio
import functools
import os
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any, Protocol

from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose
from uvicorn import Config
from uvicorn.middleware.proxy_headers import _TrustedHosts
from uvicorn.protocols.http.auto import AutoHTTPProtocol

SPARE = 64  # connections that are no sockets: for pages, pictures and /health
_FILES = 128  # descriptors that are kept for files, the database and Google
_DESCRIPTORS = 4_096  # wanted
A_CLIENT = 300  # connections: sixty phones behind one router, with two sockets and a spare each


class _Cycle(Protocol):
    more_body: bool
    response_complete: bool


class _Reader(asyncio.Protocol):
    """What is used of uvicorn's reader of one connection, and what is noted there."""

    loop: asyncio.AbstractEventLoop
    transport: asyncio.Transport
    client: tuple[str, int] | None
    connections: set["_Reader"]
    config: Config
    cycle: _Cycle | None
    begun_at: float
    heard_at: float


def most_connections() -> int:
    """Return how many connections the process may hold, having asked for more descriptors."""
    if sys.platform == "win32":
        return _DESCRIPTORS  # there it has no limit
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard == resource.RLIM_INFINITY or hard > soft:
        wanted = _DESCRIPTORS if hard == resource.RLIM_INFINITY else min(hard, _DESCRIPTORS)
        soft = max(soft, wanted)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return max(soft - _FILES, soft // 2)


class ConnectionLimits:
    """Ends requests that are never finished, and connections beyond what there may be."""

    def __init__(self, most: int, a_client: int = A_CLIENT, seconds: float = 10.0) -> None:
        """Prepare; `seconds` is how long a request's head, or a piece of its body, may take."""
        self._most, self._a_client, self._seconds = most, a_client, seconds

    def guard(self, reader: type[Any] = AutoHTTPProtocol) -> None:
        """Have uvicorn's readers of requests keep the limits from now on."""
        reader.connection_made = self._beginning(reader.connection_made)
        reader.data_received = _noting_time(reader.data_received)

    def _beginning(
        self, connection_made: Callable[[_Reader, asyncio.Transport], None]
    ) -> Callable[[_Reader, asyncio.Transport], None]:
        @functools.wraps(connection_made)
        def begin(reader: _Reader, transport: asyncio.Transport) -> None:
            connection_made(reader, transport)
            reader.heard_at = reader.begun_at = reader.loop.time()
            self._make_room(reader)
            self._look_later(reader, None)

        return begin

    def _make_room(self, new: _Reader) -> None:
        """End the new connection where its client has too many, else one that only waits."""
        if not _may_be_a_proxy(new):
            own = sum(_address(each) == _address(new) for each in new.connections)
            if own > self._a_client:
                new.transport.abort()
                return
        if len(new.connections) > self._most:
            waiting = (each for each in new.connections if each is not new and _is_waiting(each))
            min(waiting, key=lambda each: each.begun_at, default=new).transport.abort()

    def _look_later(self, reader: _Reader, answered: object) -> None:
        reader.loop.call_later(self._seconds, self._look, reader, answered)

    def _look(self, reader: _Reader, answered: object) -> None:
        """End a reader whose request is as unfinished as at the look before."""
        transport = reader.transport
        if transport.is_closing() or transport.get_protocol() is not reader:
            return  # over, or a websocket by now
        if _is_waiting(reader):
            if reader.cycle is answered:
                transport.abort()
                return
            answered = reader.cycle
        elif reader.cycle and reader.cycle.more_body and self._is_silent(reader):
            transport.abort()
            return
        self._look_later(reader, answered)

    def _is_silent(self, reader: _Reader) -> bool:
        return reader.loop.time() - reader.heard_at >= self._seconds


def _address(connection: _Reader) -> str:
    return connection.client[0] if connection.client else ""


def _is_waiting(connection: _Reader) -> bool:
    """Tell whether a connection has no request that is being answered; a websocket has."""
    if not hasattr(connection, "cycle"):
        return False
    return connection.cycle is None or connection.cycle.response_complete


def _noting_time(
    data_received: Callable[[_Reader, bytes], None],
) -> Callable[[_Reader, bytes], None]:
    @functools.wraps(data_received)
    def hear(reader: _Reader, data: bytes) -> None:
        reader.heard_at = reader.loop.time()
        data_received(reader, data)

    return hear


def _may_be_a_proxy(connection: _Reader) -> bool:
    """Tell whether many clients may stand behind this connection's address."""
    if not _address(connection):
        return True
    named = connection.config.forwarded_allow_ips or os.environ.get("FORWARDED_ALLOW_IPS", "")
    return _address(connection) in _TrustedHosts(f"127.0.0.1,::1,{named}" if named != "*" else "*")


class ClientSockets:
    """Refuses a client's sockets beyond what it may hold, and all beyond what there may be."""

    def __init__(self, app: ASGIApp, most: int, a_client: int = A_CLIENT) -> None:
        """Wrap the app; a client is who the proxy says, where a known proxy stands before it."""
        self.app, self._most, self._a_client = app, most, a_client
        self._open = Counter[str]()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count a socket from its opening to its end."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        client = (scope.get("client") or ("",))[0]
        if self._open[client] >= self._a_client or self._open.total() >= self._most:
            await WebSocketClose(code=1013)(scope, receive, send)  # try again later
            return
        self._open[client] += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self._open[client] -= 1
            if not self._open[client]:
                del self._open[client]
