"""Who uses the app meanwhile: somebody who opens pages, and a member of staff at work."""

import asyncio
import dataclasses
import itertools
import random
import time
import urllib.request

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException

from tests.attack.bad_luck import Disk
from tests.attack.tally import Tally
from tests.benchmarks.crowd import FarViewer
from tests.benchmarks.staff import OPEN, Staff

VISITOR, STAFF = "another person's page", "staff's deeds"
SAID = f"{STAFF} that were said to be saved"
THINK, BETWEEN = 1.0, 2.0  # seconds from page to page, and from deed to deed
LOST = (OSError, TimeoutError, WebSocketException)


class Visitor(FarViewer):
    """One who sees totals only and opens a page now and then."""

    tally = Tally()

    async def look(self, query: str) -> float:
        """Have the overview drawn."""
        return await self.ask(self.asking(query))

    def judge(self, sent: bytes) -> ForwardMsg:
        """Hold what is sent against what he may see."""
        return self.tally.drew(VISITOR, sent, whole=True)


def visit(url: str, seconds: float) -> Tally:
    """Open pages for so many seconds; return how long each took, and what was wrong with it."""
    Visitor.tally = Tally()
    asyncio.run(_visit(url, time.monotonic() + seconds, Visitor.tally))
    return Visitor.tally


async def _visit(url: str, end: float, tally: Tally) -> None:
    for number in itertools.count():
        tally.attempts[VISITOR] += 1
        begun = time.perf_counter()
        try:
            await asyncio.to_thread(_fetched, url)
            one = await Visitor.arrive(url, number)
        except LOST as error:
            tally.violated(VISITOR, f"no page: {type(error).__name__}")
        else:
            tally.looks.append(time.perf_counter() - begun)
            await one.leave()
        if time.monotonic() > end:
            return
        await asyncio.sleep(THINK)


def _fetched(url: str) -> None:
    asked = urllib.request.Request(url, headers=dict(FarViewer.headers))
    with urllib.request.urlopen(asked, timeout=60) as answer:
        answer.read()


@dataclasses.dataclass
class Clerk(Staff):
    """A member of staff whose every deed is looked for on the disk once it is said to be kept."""

    tally: Tally = dataclasses.field(default_factory=Tally)

    def judge(self, sent: bytes) -> ForwardMsg:
        """Hold what is sent against what must not be."""
        return self.tally.drew(STAFF, sent, private=True)

    async def look(self, query: str) -> float:
        """Arrive, doing nothing."""
        await self.asked(OPEN)
        return 0.0

    async def act(self, disk: Disk) -> None:
        """Take up a case with a note of its own."""
        self.tally.attempts[STAFF] += 1
        code, note = await self.choose(), f"ghi chú {random.getrandbits(64):x}"
        since = disk.changes
        if code and await self.take_up(code, note):
            self.tally.attempts[SAID] += 1
            if not disk.keeps(note, since):
                self.tally.violated(STAFF, "said to be saved, and not kept")


def work(url: str, disk: Disk, seconds: float) -> Tally:
    """Work on cases for so many seconds; return what was wrong with it."""
    return asyncio.run(_work(url, disk, time.monotonic() + seconds))


async def _work(url: str, disk: Disk, end: float) -> Tally:
    tally, clerk = Tally(), None
    while time.monotonic() < end:
        try:
            if clerk is None:
                clerk = await Clerk.arrive(url, 1)
                clerk.tally = tally
            await clerk.act(disk)
        except LOST as error:
            tally.violated(STAFF, f"no page: {type(error).__name__}")
            clerk = None
        await asyncio.sleep(min(BETWEEN, max(0, end - time.monotonic())))
    if clerk:
        await clerk.leave()
    return tally
