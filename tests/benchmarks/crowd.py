"""Viewers without a browser: each speaks Streamlit's protocol over a socket of its own."""

import asyncio
import dataclasses
import multiprocessing
import random
import time
from collections.abc import Mapping
from multiprocessing.connection import Connection
from typing import ClassVar, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

QUARTERS = [f"ky={year}-Q{quarter}" for year in (2023, 2024, 2025) for quarter in (1, 2, 3, 4)]
VIEWS = ["", "ky=2023", "ky=2024", "ky=2025", *QUARTERS]
FIGURES = "x-cards"  # in the overview's HTML and nowhere else
WHOLE = (
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)
SPREAD = 0.5  # a pause is between half of its length and one and a half


@dataclasses.dataclass
class Viewer:
    """One open page; `stream` is Streamlit's socket, `live` the one that tells of changes."""

    headers: ClassVar[Mapping[str, str]] = {}
    page: ClassVar[str] = ""
    stream: ClientConnection
    live: ClientConnection
    chance: random.Random
    done: asyncio.Event = dataclasses.field(default_factory=asyncio.Event)
    drawn: bool = False
    reading: asyncio.Task[None] | None = None  # held, or it would be collected

    @classmethod
    async def arrive(cls, url: str, number: int) -> Self:
        """Open a page as a browser does, and look at everything."""
        base, headers = url.replace("http", "ws", 1), {"origin": url, **cls.headers}
        options = {"additional_headers": headers, "max_size": None, "ping_interval": None}
        stream = await connect(f"{base}/_stcore/stream", subprotocols=["streamlit"], **options)
        viewer = cls(stream, await connect(f"{base}/feed", **options), random.Random(number))
        viewer.reading = asyncio.create_task(viewer.read())
        await viewer.look("")
        return viewer

    async def look(self, query: str) -> float:
        """Ask for a view, return the seconds until its last element arrived."""
        self.drawn = False
        took = await self.ask(self.asking(query))
        if not self.drawn:
            raise ValueError(f"no overview: {query}")
        return took

    def asking(self, query: str) -> BackMsg:
        """Return what a browser says to have its page drawn."""
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.page_name = self.page
        message.rerun_script.context_info.timezone = "Asia/Ho_Chi_Minh"
        return message

    async def ask(self, message: BackMsg) -> float:
        """Say this, return the seconds until all that it asks for arrived."""
        self.done.clear()
        start = time.perf_counter()
        await self.stream.send(message.SerializeToString())
        await asyncio.wait_for(self.done.wait(), 60)
        return time.perf_counter() - start

    async def read(self) -> None:
        """Take in whatever the server sends; note when a run has ended."""
        async for data in self.stream:
            message = self.judge(data)
            self.hear(message)
            ended = message.WhichOneof("type") == "script_finished"
            if ended and message.script_finished in WHOLE:
                self.done.set()

    def judge(self, sent: bytes) -> ForwardMsg:
        """Return what the server sent, as it is."""
        return ForwardMsg.FromString(sent)

    async def leave(self) -> None:
        """Close the page."""
        await self.stream.close()
        await self.live.close()

    def hear(self, message: ForwardMsg) -> None:
        """Note what was drawn."""
        self.drawn |= FIGURES in message.delta.new_element.bidi_component.json

    async def work(self, think: float, end: float) -> list[float]:
        """Look at one view after the other until the end, return what each took."""
        took = []
        await asyncio.sleep(self.chance.uniform(0, think))
        while time.monotonic() < end:
            took.append(await self.look(self.chance.choice(VIEWS)))
            await asyncio.sleep(think * self.chance.uniform(1 - SPREAD, 1 + SPREAD))
        return took


class FarViewer(Viewer):
    """One who comes through a proxy, and so sees totals only."""

    headers: ClassVar[Mapping[str, str]] = {"X-Forwarded-For": "192.0.2.7"}


class Crowd:
    """Viewers in a process of their own, so that they take no time from who measures."""

    def __init__(self, url: str, who: type[Viewer] = Viewer) -> None:
        """Start the process; nobody has arrived yet, those who will are all of this kind."""
        context = multiprocessing.get_context("spawn")
        self._pipe, far = context.Pipe()
        self._process = context.Process(target=_run, args=(url, who, far), daemon=True)
        self._process.start()

    def arrive(self, viewers: int) -> None:
        """Let so many more come and look at everything once."""
        self._ask(("arrive", viewers))

    def work(self, think: float, seconds: float) -> list[float]:
        """Let all of them look around, return the seconds that each look took."""
        return self._ask(("work", think, seconds))

    def leave(self) -> None:
        """Let everybody go."""
        self._process.terminate()
        self._process.join()

    def _ask(self, what: tuple[object, ...]) -> list[float]:
        self._pipe.send(what)
        answer: list[float] = self._pipe.recv()
        return answer


def _run(url: str, who: type[Viewer], orders: Connection) -> None:
    asyncio.run(_obey(url, who, orders))


async def _obey(url: str, who: type[Viewer], orders: Connection) -> None:
    viewers: list[Viewer] = []
    while True:
        what, *how = await asyncio.to_thread(orders.recv)
        if what == "arrive":
            viewers += [await who.arrive(url, len(viewers) + at) for at in range(how[0])]
            orders.send([])
        else:
            end = time.monotonic() + how[1]
            looks = await asyncio.gather(*(viewer.work(how[0], end) for viewer in viewers))
            orders.send([took for each in looks for took in each])
