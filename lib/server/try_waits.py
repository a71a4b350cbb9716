"""How long somebody waits who entered wrong PINs: by name and by client, never a name for all."""

import dataclasses
import datetime as dt
import ipaddress
from collections.abc import Callable

from lib.office_clock import utc_now

FREE_TRIES = 5  # of a pair of name and client, and names that one client may fail at
LONGEST_WAIT = dt.timedelta(minutes=15)
_FIRST_WAIT = dt.timedelta(seconds=30)  # doubled by each further wrong one
_FORGOTTEN = dt.timedelta(days=1)  # later than that nobody remembers a wrong one
_NONE = dt.timedelta(0)


@dataclasses.dataclass
class _Tries:
    failed: int
    last: dt.datetime

    def until(self) -> dt.datetime:
        over = self.failed - FREE_TRIES
        if over < 0:
            return self.last
        return self.last + min(_FIRST_WAIT * (1 << min(over, 10)), LONGEST_WAIT)


class TryWaits:
    """Counts wrong tries of each pair of name and client, and at how many names a client fails.

    A client is an address, of IPv6 the network that one household or office is given. What is
    kept stays small by itself: whoever fails at many names waits before each further one.
    """

    def __init__(self, now: Callable[[], dt.datetime] = utc_now) -> None:
        """Take `now` for what returns this moment (UTC)."""
        self._now = now
        self._tries: dict[tuple[str, ...], _Tries] = {}

    def begin(self, name: str, client: str) -> dt.timedelta:
        """Return how long to wait before a try, or nothing and count it as a wrong one.

        Counted before it is known: of a hundred at once only the free ones are looked at.
        """
        now, place = self._now(), _network(client)
        self._forget(now)
        pair, whole = self._tries.get((place, name)), self._tries.get((place,))
        if (left := max((t.until() - now for t in (pair, whole) if t), default=_NONE)) > _NONE:
            return left
        if pair is None or (whole and whole.failed >= FREE_TRIES):
            self._count((place,), now)
        self._count((place, name), now)
        return _NONE

    def succeeded(self, name: str, client: str) -> None:
        """Take back what `begin` counted: the PIN was right."""
        place = _network(client)
        whole = self._tries.get((place,))
        if self._tries.pop((place, name), None) and whole:
            whole.failed -= 1

    def _count(self, key: tuple[str, ...], now: dt.datetime) -> None:
        before = self._tries.get(key)
        self._tries[key] = _Tries(before.failed + 1 if before else 1, now)

    def _forget(self, now: dt.datetime) -> None:
        old = [key for key, tries in self._tries.items() if now - tries.last > _FORGOTTEN]
        for key in old:
            del self._tries[key]


def _network(client: str) -> str:
    try:
        address = ipaddress.ip_address(client.partition("%")[0])
    except ValueError:
        return client
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return (
        str(ipaddress.ip_network(f"{address}/64", strict=False)) if address.version == 6 else client
    )
