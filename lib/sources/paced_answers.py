"""Answers that come in at a pace at which they will be whole one day."""

import contextvars
import http.client
import io
import socket
import time
from collections.abc import Callable
from typing import Any, cast

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

LEAST_BYTES, WITHIN = 10_000, 30.0  # in so many seconds; what brings less is given up
_Ticks = Callable[[], float]
_ticks: contextvars.ContextVar[_Ticks] = contextvars.ContextVar("ticks", default=time.monotonic)


class PacedAdapter(HTTPAdapter):
    """Reads each answer whole, and raises a ReadTimeout where next to nothing comes of it.

    The time limit of a request counts from byte to byte: a byte now and then would hold the
    reader for ever.
    """

    ticks: _Ticks = staticmethod(time.monotonic)

    def send(self, *request: Any, **named: Any) -> requests.Response:  # noqa: ANN401
        """Return the answer of a request once it has arrived."""
        before = _ticks.set(self.ticks)
        try:
            return self._whole(super().send(*request, **named))
        except _TooSlowError:
            raise requests.ReadTimeout from None
        finally:
            _ticks.reset(before)

    def get_connection_with_tls_context(self, *to: Any, **named: Any) -> HTTPConnectionPool:  # noqa: ANN401
        """Return the connections to a server, or to the proxy on the way, the answers paced."""
        pool = cast(HTTPConnectionPool, super().get_connection_with_tls_context(*to, **named))
        pool.ConnectionCls = _PacedTLSConnection if pool.scheme == "https" else _PacedConnection
        return pool

    def _whole(self, response: requests.Response) -> requests.Response:
        try:
            body = response.raw.read(decode_content=False)
        except HTTPError as error:
            raise requests.exceptions.ChunkedEncodingError(error) from error
        finally:
            response.raw.close()
        response.raw = HTTPResponse(
            io.BytesIO(body),
            headers=response.raw.headers,
            status=response.status_code,
            preload_content=False,
        )
        return response


class _TooSlowError(Exception):
    """Of a kind of its own, which no library below takes for a reason to ask once more."""


class _PacedBytes(io.RawIOBase):
    """What arrives from a server, whatever part of an answer it is."""

    def __init__(self, coming: io.RawIOBase, ticks: _Ticks) -> None:
        self._coming, self._ticks = coming, ticks
        self._counted, self._since = 0, ticks()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int | None:  # noqa: ANN401
        n = cast("int | None", self._coming.readinto(buffer))
        self._counted += n or 0
        if n and (now := self._ticks()) - self._since >= WITHIN:
            if self._counted < LEAST_BYTES:
                raise _TooSlowError
            self._counted, self._since = 0, now
        return n

    def fileno(self) -> int:
        return self._coming.fileno()

    def close(self) -> None:
        self._coming.close()
        super().close()


class _PacedAnswer(http.client.HTTPResponse):
    """Reads status, head and body, and what a proxy says before, at a pace."""

    def __init__(self, sock: socket.socket, *how: Any, **named: Any) -> None:  # noqa: ANN401
        super().__init__(sock, *how, **named)
        self.fp = io.BufferedReader(_PacedBytes(self.fp.detach(), _ticks.get()))


class _PacedConnection(HTTPConnection):
    response_class = _PacedAnswer


class _PacedTLSConnection(HTTPSConnection):
    response_class = _PacedAnswer
