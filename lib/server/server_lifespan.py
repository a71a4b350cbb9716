"""What the server does before the first viewer comes, after the last has gone, and how it is."""

import asyncio
import contextlib
import datetime as dt
import gc
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import AbstractAsyncContextManager

from starlette.requests import Request
from starlette.responses import JSONResponse

from lib.server.collector import the_collector
from lib.server.push import TheFeed, running_feed

_Lifespan = Callable[[object], AbstractAsyncContextManager[None]]


def server_lifespan(the_feeds: Sequence[TheFeed], warm: Callable[[], object]) -> _Lifespan:
    """Return what runs around the server: the feeds read from the start to the end of it.

    `warm` imports and touches what pages use, so that no viewer waits for it.
    """

    @contextlib.asynccontextmanager
    async def around(_: object) -> AsyncGenerator[None]:
        starting = (asyncio.to_thread(running_feed, the_feed) for the_feed in the_feeds)
        await asyncio.gather(*starting, asyncio.to_thread(warm))
        # What is there by now stays: the collector need not walk it at every run of a page,
        # which took 45 of 71 ms.
        gc.collect()
        gc.freeze()
        collecting = asyncio.create_task(the_collector.keep_collecting())
        yield
        collecting.cancel()
        for feed in filter(None, map(running_feed, the_feeds)):
            await asyncio.to_thread(feed.stop)

    return around


def health_endpoint(the_feed: TheFeed) -> Callable[[Request], JSONResponse]:
    """Return the route for whoever watches the server: when a source last answered, no names.

    `status` is "settings" (a setting is wrong), "reading" (no rows yet), "trouble" or "ok".
    How old the rows are is not said: it would tell of every response in which second it came.
    """

    def endpoint(_: Request) -> JSONResponse:
        feed = running_feed(the_feed)
        if feed is None:
            return JSONResponse({"status": "settings", "checked_seconds_ago": None, "troubles": 0})
        troubles, snapshot = len(feed.troubles), feed.snapshot
        status = "trouble" if troubles else "ok" if snapshot else "reading"
        checked = feed.checked_at
        age = (dt.datetime.now(dt.UTC) - checked).total_seconds() if checked else None
        return JSONResponse({"status": status, "checked_seconds_ago": age, "troubles": troubles})

    return endpoint
