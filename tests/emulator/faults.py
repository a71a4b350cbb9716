"""What goes wrong between here and Google, in the shapes in which it arrives."""

import collections
import dataclasses
import json
import time
from collections.abc import Callable

from tests.emulator.answers import RefusalError

HTML = (
    "<!DOCTYPE html><html lang=en><title>Error 502 (Server Error)!!1</title>"
    "<p><b>502.</b> <ins>That’s an error.</ins></html>"
)


@dataclasses.dataclass(frozen=True)
class Fault:
    """One failure: an answer of its own, or the true one late, cut off or not at all."""

    status: int = 0
    body: str = ""
    kind: str = "application/json; charset=UTF-8"
    headers: tuple[tuple[str, str], ...] = ()
    delay: float = 0.0
    before: bool = False  # nothing is written; otherwise what was asked for was done all the same
    drip: float = 0.0  # seconds between two bytes of the body
    share: float = 1.0  # of the body's bytes that arrive before the connection ends; 0: none


def refused(
    status: int,
    name: str = "INTERNAL",
    message: str = "Internal error encountered.",
    reason: str = "",
):
    """Return an error that Google words as JSON; Drive adds a reason."""
    return Fault(status, json.dumps(RefusalError(status, name, message, reason).body()))


def service_disabled() -> Fault:
    """Return the 403 of a project for which the API of Sheets was never enabled."""
    message = "Google Sheets API has not been used in project 1 before or it is disabled."
    body = RefusalError(403, "PERMISSION_DENIED", message).body()
    info = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "SERVICE_DISABLED"}
    body["error"]["details"] = [info]
    return Fault(403, json.dumps(body))


def too_many(retry_after: str | None = None) -> Fault:
    """Return the 429 of a used-up quota, with or without a time to wait."""
    headers = (("Retry-After", retry_after),) if retry_after is not None else ()
    body = json.dumps(OVER_QUOTA.body())
    return Fault(429, body, headers=headers)


def page(status: int) -> Fault:
    """Return a page, no JSON, with which an office's gateway answers in Google's place."""
    return Fault(status, HTML, "text/html; charset=UTF-8")


def bad_gateway() -> Fault:
    """Return the page that stands before Google when it is down."""
    return page(502)


def late(seconds: float) -> Fault:
    """Return the true answer after some seconds."""
    return Fault(delay=seconds)


def dripping(seconds: float) -> Fault:
    """Return a true answer, the bytes of which come one by one."""
    return Fault(drip=seconds)


def cut() -> Fault:
    """Return a connection that ends without an answer."""
    return Fault(share=0.0)


def truncated() -> Fault:
    """Return a true answer of which half arrives."""
    return Fault(share=0.5)


OVER_QUOTA = RefusalError(
    429,
    "RESOURCE_EXHAUSTED",
    "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per "
    "user' of service 'sheets.googleapis.com' for consumer 'project_number:1'.",
)


class Quota:
    """Sheets' reads a minute for one account (60 at Google); Drive is counted apart."""

    def __init__(self, limit: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with the whole minute's allowance."""
        self.limit, self._clock = limit, clock
        self._times: collections.deque[float] = collections.deque()

    def spend(self) -> bool:
        """Count one read; False when this minute's are used up."""
        now = self._clock()
        while self._times and self._times[0] <= now - 60:
            self._times.popleft()
        if len(self._times) >= self.limit:
            return False
        self._times.append(now)
        return True
