"""The live socket: tells open pages that the feed moved, and counts who watches.

It carries the listener's role and a number, which differ whenever there is something new to
draw, and nothing else: for viewers the number of steps, since the feed's own would tell them
of every single response. See also lib/ui/shell/live.py.
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable
from typing import Any

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

from lib.errors import SurveyError
from lib.roles import Role
from lib.server.sessions import SignInSessions, TheSessions
from lib.server.streamlit_internals import STREAM_PATH
from lib.sources.source_feed import Feed
from lib.sources.viewer_feed import ViewerFeed

# None where the office has none; raises SurveyError while the settings are wrong
TheFeed = Callable[[], Feed[Any] | None]
TheViewerFeed = Callable[
    [], ViewerFeed[Any] | Feed[Any] | None
]  # a feed where viewers see what all see


def running_feed(the_feed: TheFeed) -> Feed[Any] | None:
    """Return the feed, or None where there is none; a page says which setting is wrong and why."""
    try:
        return the_feed()
    except SurveyError:
        return None


class OpenPages:
    """Tells the feed how many pages are open, so that it reads often only while one is."""

    def __init__(self, app: ASGIApp, the_feed: TheFeed) -> None:
        """Wrap Streamlit, whose pages each hold one socket open."""
        self.app, self.the_feed = app, the_feed
        self._open = 0
        self._told: Feed[Any] | None = None  # the feed that knows how many are open

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count a page from the opening of its socket to the end of it."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        page = int(scope["path"].endswith(STREAM_PATH))
        self._count(page)
        try:
            await self.app(scope, receive, send)
        finally:
            self._count(-page)

    def _count(self, step: int) -> None:
        """Count on; a feed that took another's place is told of all pages at any socket."""
        self._open += step
        feed = running_feed(self.the_feed)
        if feed is not None and (feed is not self._told or step):
            feed.watching(step if feed is self._told else self._open)
        self._told = feed


def push_endpoint(
    the_feed: TheFeed, the_steps: TheViewerFeed, the_sessions: TheSessions
) -> Callable[[WebSocket], Any]:
    """Return the socket's endpoint: it sends the state, at once and whenever it moves.

    It moves when a sign-in ends too, so that no open page shows what it may not any more.
    """

    async def endpoint(socket: WebSocket) -> None:
        feed = running_feed(the_feed) if _same_origin(socket.headers) else None
        if feed is None:
            await socket.close()
            return
        await socket.accept()
        # it may read what was shown last
        steps = await asyncio.to_thread(the_steps) or feed
        async with _telling(the_feed, feed, steps, the_sessions(), socket) as teller:
            hears = asyncio.create_task(_hear(socket))
            await asyncio.wait((hears, teller), return_when=asyncio.FIRST_COMPLETED)
            if not hears.done():
                hears.cancel()
                with contextlib.suppress(RuntimeError):  # it may be gone
                    await socket.close()  # the page asks anew, of the feed that took its place

    return endpoint


async def _hear(socket: WebSocket) -> None:
    while (await socket.receive())["type"] != "websocket.disconnect":
        pass


@contextlib.asynccontextmanager
async def _telling(
    the_feed: TheFeed,
    feed: Feed[Any],
    steps: ViewerFeed[Any] | Feed[Any],
    sessions: SignInSessions,
    socket: WebSocket,
) -> AsyncGenerator[asyncio.Task[None]]:
    moved, loop = asyncio.Event(), asyncio.get_running_loop()

    def wake(_: int) -> None:
        loop.call_soon_threadsafe(moved.set)

    deaf = (feed.listen(wake), steps.listen(wake), sessions.bell.listen(wake))
    teller = asyncio.create_task(_tell(the_feed, feed, steps, sessions, socket, moved))
    try:
        yield teller
    finally:
        for off in deaf:
            off()
        teller.cancel()
        await asyncio.gather(teller, return_exceptions=True)


async def _tell(
    the_feed: TheFeed,
    feed: Feed[Any],
    steps: ViewerFeed[Any] | Feed[Any],
    sessions: SignInSessions,
    socket: WebSocket,
    moved: asyncio.Event,
) -> None:
    """Tell what is new, until another feed took this one's place."""
    sent = ""
    while running_feed(the_feed) is feed:
        moved.clear()
        role, who = sessions.asking(socket)
        number = steps.number if role is Role.VIEWER else feed.number
        if sent != (now := push_state(number, role)):
            await socket.send_text(now)
            sent = now
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(moved.wait(), sessions.lasts(who) or None)


def push_state(number: int, role: Role) -> str:
    """Return what differs whenever there is something new to draw for this person."""
    return f"{number}.{role:d}"


def _same_origin(headers: Headers) -> bool:
    """Only a page of ours may listen: the browser says which page opened the socket."""
    return headers.get("origin", "").partition("://")[2] == headers.get("host")
