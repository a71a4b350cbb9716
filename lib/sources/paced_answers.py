"""Answers that come in at a pace at which they will be whole one day."""

import io
import time
from collections.abc import Callable
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3 import BaseHTTPResponse, HTTPResponse
from urllib3.exceptions import HTTPError

LEAST_BYTES, WITHIN = 10_000, 30.0  # in so many seconds; what brings less is given up
_CHUNK = 65_536


class PacedAdapter(HTTPAdapter):
    """Reads each answer whole, and raises a ReadTimeout where next to nothing comes of it.

    The time limit of a request counts from byte to byte: a byte now and then would hold the
    reader for ever.
    """

    ticks: Callable[[], float] = staticmethod(time.monotonic)

    def send(self, *request: Any, **named: Any) -> requests.Response:  # noqa: ANN401
        """Return the answer of a request once it has arrived."""
        response = super().send(*request, **named)
        try:
            body = self._arrived(response.raw)
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

    def _arrived(self, coming: BaseHTTPResponse) -> bytes:
        body, counted, since = bytearray(), 0, self.ticks()
        while part := coming.read1(_CHUNK, decode_content=False):
            body += part
            if (now := self.ticks()) - since >= WITHIN:
                if len(body) - counted < LEAST_BYTES:
                    raise requests.ReadTimeout
                counted, since = len(body), now
        return bytes(body)
