"""Open pages are told that the feed moved, and counted while they are open."""

import threading
import time
from collections.abc import Callable

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from lib.errors import SettingError
from lib.server.listed_roles import ListedRoles
from lib.server.push import OpenPages, push_endpoint
from lib.server.sessions import SignInSessions

NOBODY = SignInSessions(ListedRoles(None))


class Feed:
    """A feed that moves when it is told to."""

    def __init__(self) -> None:
        self.number, self.open, self.listeners = 1, 0, []

    def listen(self, call: Callable[[int], None]) -> Callable[[], None]:
        self.listeners.append(call)
        return lambda: self.listeners.remove(call)

    def watching(self, step: int) -> None:
        self.open += step

    def move(self, number: int) -> None:
        self.number = number
        for call in self.listeners:
            threading.Thread(target=call, args=(number,)).start()


STEPS = Feed()


def wrong_settings():
    raise SettingError(key="SURVEY_FILE", file="environment", problem="no", example="a.csv")


def until(true: Callable[[], bool]) -> bool:
    end = time.monotonic() + 5
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    return true()


async def stream(socket) -> None:
    """Stand for Streamlit's socket: open until the page closes it."""
    await socket.accept()
    async for _ in socket.iter_text():
        pass


@pytest.fixture
def feed() -> Feed:
    return Feed()


@pytest.fixture
def dial(serve):
    """Serve the sockets around a feed; return a function that opens one of them."""

    def dial(the_feed, path: str, host: str = "127.0.0.1", sessions=NOBODY, steps=STEPS, **options):
        routes = [
            WebSocketRoute("/feed", push_endpoint(the_feed, lambda: steps, lambda: sessions)),
            WebSocketRoute("/{path:path}", stream),
        ]
        around = [Middleware(OpenPages, the_feed=the_feed)]
        port = serve(Starlette(routes=routes, middleware=around))
        options = {"origin": f"http://127.0.0.1:{port}"} | options
        return connect(f"ws://{host}:{port}{path}", **options)

    return dial


def test_a_page_hears_at_once_where_the_feed_is(dial, feed):
    with dial(lambda: feed, "/feed") as page:
        assert page.recv(5) == "1.2"


def test_a_page_hears_of_every_new_number(dial, feed):
    with dial(lambda: feed, "/feed") as page:
        page.recv(5)
        feed.move(2)
        assert page.recv(5) == "2.2"


def test_a_viewer_hears_of_steps_and_of_no_single_response(dial, feed):
    steps, far = Feed(), {"X-Forwarded-For": "203.0.113.9"}
    with dial(lambda: feed, "/feed", steps=steps, additional_headers=far) as page:
        assert page.recv(5) == "1.0"
        feed.move(2)
        with pytest.raises(TimeoutError):
            page.recv(0.3)
        steps.move(2)
        assert page.recv(5) == "2.0"


def test_staff_hear_of_every_response(dial, feed):
    steps = Feed()
    with dial(lambda: feed, "/feed", steps=steps) as page:
        page.recv(5)
        steps.move(2)
        feed.move(2)
        assert page.recv(5) == "2.2"


def test_a_page_hears_of_no_number_twice(dial, feed):
    with dial(lambda: feed, "/feed") as page:
        page.recv(5)
        feed.move(1)
        with pytest.raises(TimeoutError):
            page.recv(0.3)


def test_what_a_page_says_is_not_heard(dial, feed):
    with dial(lambda: feed, "/feed") as page:
        page.recv(5)
        page.send(b"\0")
        feed.move(2)
        assert page.recv(5) == "2.2"


def test_the_feed_forgets_a_page_that_went(dial, feed):
    with dial(lambda: feed, "/feed") as page:
        page.recv(5)
    assert until(lambda: not feed.listeners)


@pytest.mark.parametrize("origin", ["http://evil.test", "http://127.0.0.1:1", None])
def test_a_page_of_another_site_hears_nothing(dial, feed, origin):
    with pytest.raises(InvalidStatus, match="403"):
        dial(lambda: feed, "/feed", origin=origin)


def test_while_a_setting_is_wrong_a_page_is_told_to_come_again(dial):
    with pytest.raises(InvalidStatus, match="403"):
        dial(wrong_settings, "/feed")


def test_a_page_counts_from_its_opening_to_its_end(dial, feed):
    with dial(lambda: feed, "/_stcore/stream"):
        assert until(lambda: feed.open == 1)
    assert until(lambda: feed.open == 0)


def test_only_pages_count(dial, feed):
    with dial(lambda: feed, "/feed") as page:
        page.recv(5)
        assert feed.open == 0


def test_a_page_opens_though_a_setting_is_wrong(dial):
    with dial(wrong_settings, "/_stcore/stream") as page:
        assert page.ping().wait(5)


def test_a_page_asks_anew_where_another_feed_took_the_place_of_its_own(dial, feed):
    running, new = [feed], Feed()
    with dial(lambda: running[0], "/feed") as page:
        page.recv(5)
        running[0] = new
        feed.move(2)
        with pytest.raises(ConnectionClosed):
            page.recv(5)


def test_a_feed_that_takes_anothers_place_knows_how_many_pages_are_open(dial, feed):
    running, new = [feed], Feed()
    with dial(lambda: running[0], "/_stcore/stream") as page:
        assert until(lambda: feed.open == 1)
        running[0] = new
        with connect(f"ws://127.0.0.1:{page.remote_address[1]}/other"):
            assert until(lambda: new.open == 1)
    assert until(lambda: new.open == 0)
