"""Whose turn it is: one page that asks without end holds up no other.

So many pages are drawn at a time; more would only share one interpreter. A page that asks as
people do goes before all that ask more: these wait in one lane, which moves at its own pace, and
there, as everywhere, whoever had the fewest turns goes first.
"""

import asyncio
import itertools
import time
from collections.abc import Callable
from typing import NamedTuple

Seconds = Callable[[], float]


class _Waiting(NamedTuple):
    had: int
    number: int  # in the order of asking
    page: "PageTurns"
    turn: asyncio.Future[None]


class FairTurns:
    """Gives turns to all open pages."""

    AT_A_TIME = 2  # pages that are drawn
    LANE = 0.25  # seconds from one turn in the lane to the next
    LONGEST = 10.0  # seconds after which a page that is drawn keeps no other waiting

    def __init__(self, now: Seconds = time.monotonic) -> None:
        """Begin with nobody waiting."""
        self.now = now
        self._drawn: dict[PageTurns, float] = {}
        self._people: list[_Waiting] = []
        self._lane: list[_Waiting] = []
        self._order = itertools.count()
        self._lane_opens = now()
        self._alarm: asyncio.TimerHandle | None = None

    async def wait(self, page: "PageTurns", *, hasty: bool) -> None:
        """Wait until it is this page's turn; `hasty`: it asks more than people do."""
        loop = asyncio.get_running_loop()
        waiting = _Waiting(page.had, next(self._order), page, loop.create_future())
        (self._lane if hasty else self._people).append(waiting)
        self._give()
        await waiting.turn

    @property
    def waiting(self) -> int:
        """How many turns are waited for."""
        return len(self._people) + len(self._lane)

    def end(self, page: "PageTurns") -> None:
        """Note that a page is drawn, or gone, and give the next turns."""
        if self._drawn.pop(page, None) is not None:
            self._give()

    def _give(self) -> None:
        """Give all turns that there are now, and look again when there may be another."""
        now = self.now()
        self._drawn = {page: at for page, at in self._drawn.items() if now - at < self.LONGEST}
        self._give_each(self._people)
        if now >= self._lane_opens and self._give_each(self._lane, most=1):
            self._lane_opens = now + self.LANE
        if self._alarm:
            self._alarm.cancel()
        if self._people or self._lane:
            self._alarm = asyncio.get_running_loop().call_later(self.LANE, self._give)

    def _give_each(self, waiting: list[_Waiting], most: int | None = None) -> int:
        """Give turns to those who may have one, the fewest turns first; return how many."""
        given = 0
        waiting[:] = [each for each in sorted(waiting) if not each.turn.done()]
        for each in tuple(waiting):
            if given != most and (each.page in self._drawn or len(self._drawn) < self.AT_A_TIME):
                self._drawn[each.page] = self.now()
                each.turn.set_result(None)
                waiting.remove(each)
                given += 1
        return given


class PageTurns:
    """The turns of one page: so many at once, and more as it rests."""

    AT_ONCE, A_SECOND = 4.0, 1.0

    def __init__(self, turns: FairTurns) -> None:
        """Begin as a page that was just opened."""
        self._turns = turns
        self.had = 0
        self.hasty = False  # it waits, having asked for more than people do
        self._left, self._since = self.AT_ONCE, turns.now()

    async def turn(self) -> None:
        """Return when it is this page's turn; `end` gives it back."""
        rested = self._turns.now() - self._since
        self._left = min(self.AT_ONCE, self._left + rested * self.A_SECOND)
        self.hasty = self._left < 1
        if not self.hasty:
            self._left -= 1
        await self._turns.wait(self, hasty=self.hasty)
        self.hasty, self._since = False, self._turns.now()  # who waits does not rest
        self.had += 1

    @property
    def waiting(self) -> int:
        """How many turns are waited for, of all pages."""
        return self._turns.waiting

    def end(self) -> None:
        """Give the turn back."""
        self._turns.end(self)
