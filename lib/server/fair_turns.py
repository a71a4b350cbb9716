"""Whose turn it is: one page that asks without end holds up no other.

A page that asks as people do has its turn at once. Whoever asks more, or when all together ask
more than the process can draw, waits in one lane; there those go first that had the fewest turns.
"""

import asyncio
import heapq
import itertools
import time
from collections.abc import Callable

Seconds = Callable[[], float]


class TurnAllowance:
    """So many turns at once, and so many more a second."""

    def __init__(self, at_once: float, a_second: float, now: Seconds = time.monotonic) -> None:
        """Begin with all of them."""
        self._most, self._a_second, self._now = at_once, a_second, now
        self._left, self._since = at_once, now()

    def take(self) -> bool:
        """Take a turn; return whether there was one."""
        now = self._now()
        self._left = min(self._most, self._left + (now - self._since) * self._a_second)
        self._since = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class FairTurns:
    """Gives turns to all open pages."""

    AT_ONCE, A_SECOND = 80, 20  # of all pages: sixty phones that open a link together
    LANE = 0.25  # seconds from one turn in the lane to the next

    def __init__(self, now: Seconds = time.monotonic) -> None:
        """Begin with an empty lane."""
        self.now = now
        self._all = TurnAllowance(self.AT_ONCE, self.A_SECOND, now)
        self._lane: list[tuple[int, int, asyncio.Future[None]]] = []
        self._order = itertools.count()
        self._driver: asyncio.Task[None] | None = None

    def take(self, page: "PageTurns") -> bool:
        """Take a turn that need not be waited for; return whether there was one."""
        return page.allowance.take() and self._all.take()

    async def wait(self, page: "PageTurns") -> None:
        """Wait in the lane until it is this page's turn."""
        turn = asyncio.get_running_loop().create_future()
        heapq.heappush(self._lane, (page.had, next(self._order), turn))
        if self._driver is None or self._driver.done():
            self._driver = asyncio.create_task(self._drive())
        await turn

    async def _drive(self) -> None:
        while self._lane:
            _, _, turn = heapq.heappop(self._lane)
            if turn.cancelled():
                continue
            turn.set_result(None)
            await asyncio.sleep(self.LANE)


class PageTurns:
    """The turns of one page."""

    AT_ONCE, A_SECOND = 6, 1

    def __init__(self, turns: FairTurns) -> None:
        """Begin as a page that was just opened."""
        self._turns = turns
        self.allowance = TurnAllowance(self.AT_ONCE, self.A_SECOND, turns.now)
        self.had = 0
        self.waits = False  # it asked for more than people do

    async def turn(self) -> None:
        """Return when it is this page's turn."""
        if not self._turns.take(self):
            self.waits = True
            await self._turns.wait(self)
        self.waits = False
        self.had += 1
