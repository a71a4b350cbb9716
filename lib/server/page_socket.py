"""The socket of an open page: only what our pages say gets through, each in its turn."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketDisconnected
from streamlit.proto.BackMsg_pb2 import BackMsg

from lib.server.fair_turns import FairTurns, PageTurns
from lib.server.issued_downloads import IssuedDownloads
from lib.server.page_messages import ends_a_run, merge_reruns, page_message
from lib.server.streamlit_internals import STREAM_PATH

_POLICY = 1008  # the close code of a message that is not taken
_MOST_WAITING = 20  # messages of one page; its reruns are one
_READ_A_SECOND = 2_000_000  # bytes, of a page that waits for its turn
_PAUSE = 0.001  # seconds between two messages of such a page, for each page that waits


class PageSockets:
    """Stands between Streamlit and the sockets of all open pages."""

    def __init__(self, app: ASGIApp, downloads: IssuedDownloads) -> None:
        """Wrap Streamlit, which takes any message at once."""
        self.app, self._downloads = app, downloads
        self._turns = FairTurns()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass all else on, and the messages of a page one after another."""
        if scope["type"] != "websocket" or not scope["path"].endswith(STREAM_PATH):
            await self.app(scope, receive, send)
            return
        downloads = self._downloads.to_page(HTTPConnection(scope))
        page = _Page(receive, send, PageTurns(self._turns), downloads.ask)

        async def answer(message: Message) -> None:
            sent = message.get("bytes")
            downloads.hear(sent)
            if sent and ends_a_run(sent):
                page.turns.end()
            await send(message)

        try:
            # Streamlit goes on asking a socket that broke while it was sent to
            with contextlib.suppress(WebSocketDisconnected):
                await self.app(scope, page.next, answer)
        finally:
            page.close()


class _Page:
    """The messages of one page that wait for their turn."""

    def __init__(
        self, receive: Receive, send: Send, turns: PageTurns, ask: Callable[[], None]
    ) -> None:
        self._receive, self._send, self.turns, self._ask = receive, send, turns, ask
        self._waiting: deque[BackMsg] = deque()
        self._end: Message | None = None
        self._moved = asyncio.Event()
        self._reader: asyncio.Task[None] | None = None

    async def next(self) -> Message:
        """Return the page's next message when it is its turn."""
        if self._reader is None:
            first = await self._receive()
            self._reader = asyncio.create_task(self._read())
            return first
        while not self._waiting and self._end is None:
            self._moved.clear()
            await self._moved.wait()
        if self._end is None:
            await self._turn()
        if self._end is not None:
            return self._end
        message = self._waiting.popleft()
        if message.HasField("backend_operation_request"):
            self._ask()
        if not message.HasField("rerun_script"):
            self.turns.end()
        return {"type": "websocket.receive", "bytes": message.SerializeToString()}

    def close(self) -> None:
        """Read no more."""
        if self._reader:
            self._reader.cancel()
        self.turns.end()

    async def _turn(self) -> None:
        """Wait for the turn, or for the end."""
        turn = asyncio.create_task(self.turns.turn())
        try:
            while not turn.done() and self._end is None:
                self._moved.clear()
                moved = asyncio.create_task(self._moved.wait())
                await asyncio.wait((turn, moved), return_when=asyncio.FIRST_COMPLETED)
                moved.cancel()
        finally:
            turn.cancel()

    async def _read(self) -> None:
        while self._end is None:
            received, before = await self._receive(), len(self._waiting)
            if received["type"] != "websocket.receive":
                self._end = received
            elif not self._take(received.get("bytes")):
                self._end = {"type": "websocket.disconnect", "code": _POLICY}
                with contextlib.suppress(RuntimeError):  # it may be closed already
                    await self._send({"type": "websocket.close", "code": _POLICY})
            self._moved.set()
            if self.turns.hasty or len(self._waiting) == before > 0:  # it asks again meanwhile
                size = len(received.get("bytes") or b"")
                pause = max(_PAUSE, size / _READ_A_SECOND)
                await asyncio.sleep(pause * self.turns.waiting)

    def _take(self, sent: bytes | None) -> bool:
        """Take a message in; return whether a page of ours says that."""
        message = page_message(sent)
        if message is None or len(self._waiting) >= _MOST_WAITING:
            return False
        for waiting in self._waiting:
            if waiting.HasField("rerun_script") and message.HasField("rerun_script"):
                merged = merge_reruns(waiting.rerun_script, message.rerun_script)
                waiting.rerun_script.CopyFrom(merged)
                return True
        self._waiting.append(message)
        return True
