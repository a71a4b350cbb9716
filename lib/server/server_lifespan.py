"""What the server does before the first viewer comes, after the last has gone, and how it is."""

import asyncio
import contextlib
import datetime as dt
import gc
from collections.abc import AsyncGenerator, Callable, Coroutine, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse

from lib.server.collector import the_collector
from lib.server.push import TheFeed, running_feed

_Chore = Callable[[], Coroutine[Any, Any, None]]
_Lifespan = Callable[[object], AbstractAsyncContextManager[None]]


def server_lifespan(
    the_feeds: Sequence[TheFeed],
    warm: Callable[[], object],
    chores: Sequence[_Chore] = (),
    ready: Callable[[], object] = tuple,
) -> _Lifespan:
    """Return what runs around the server: the feeds read from the start to the end of it.

    `warm` imports and touches what pages use, so that no viewer waits for it; `chores` are done
    beside the server as long as it runs; `ready` is called when all is there.
    """

    @contextlib.asynccontextmanager
    async def around(_: object) -> AsyncGenerator[None]:
        starting = (asyncio.to_thread(running_feed, the_feed) for the_feed in the_feeds)
        await asyncio.gather(*starting, asyncio.to_thread(warm))
        # What is there by now stays: the collector need not walk it at every run of a page,
        # which took 45 of 71 ms.
        gc.collect()
        gc.freeze()
        doing = [asyncio.create_task(do()) for do in (the_collector.keep_collecting, *chores)]
        ready()
        yield
        for chore in doing:
            chore.cancel()
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
