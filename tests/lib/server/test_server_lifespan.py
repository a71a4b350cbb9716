"""What the server does from its start to its end, and what it says of itself."""

import datetime as dt
import gc
import json
import types

import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from lib.errors import SettingError
from lib.server.server_lifespan import health_endpoint, server_lifespan

LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
CHECKED = dt.datetime(2021, 1, 1, tzinfo=dt.UTC)


class Feed:
    """A feed that has read, or not, and can be stopped."""

    def __init__(self, read_at: dt.datetime | None = LONG_AGO, troubles: tuple = ()) -> None:
        self.snapshot = types.SimpleNamespace(read_at=read_at) if read_at else None
        self.troubles, self.stopped, self.checked_at = troubles, False, CHECKED

    def stop(self) -> None:
        self.stopped = True


def wrong_settings():
    raise SettingError(key="SURVEY_FILE", file="environment", problem="no", example="a.csv")


@pytest.fixture
def live(await_):
    """Live from the start to the end of a server; return what `during` saw."""

    def live(the_feed, warm=int, during=int):
        async def run():
            async with server_lifespan((the_feed,), warm)(None):
                return during()

        return await_(run())

    yield live
    gc.unfreeze()


@pytest.fixture
def report(serve, ask):
    def report(the_feed):
        port = serve(Starlette(routes=[Route("/health", health_endpoint(the_feed))]))
        return json.loads(ask(port, "/health").body)

    return report


def test_the_feed_stops_with_the_server_and_not_before(live):
    feed = Feed()
    assert live(lambda: feed, during=lambda: feed.stopped) is False
    assert feed.stopped


def test_pages_are_warm_before_the_first_viewer(live):
    done = []
    assert live(Feed, warm=lambda: done.append("warm"), during=done.copy) == ["warm"]


def test_what_pages_use_is_out_of_the_collectors_way(live):
    assert live(Feed, during=gc.get_freeze_count) > 0


def test_the_server_lives_though_a_setting_is_wrong(live):
    assert live(wrong_settings, during=lambda: "alive") == "alive"


@pytest.mark.parametrize(
    ("the_feed", "status"),
    [
        (Feed, "ok"),
        (lambda: Feed(read_at=None), "reading"),
        (lambda: Feed(troubles=("Sheet 1",)), "trouble"),
        (wrong_settings, "settings"),
    ],
)
def test_health_says_how_the_feed_is(report, the_feed, status):
    assert report(the_feed)["status"] == status


def test_health_says_when_a_source_last_answered_and_names_nothing(report):
    health = report(lambda: Feed(troubles=("Sheet 1", "Sheet 2")))
    age = dt.datetime.now(dt.UTC) - dt.timedelta(seconds=health.pop("checked_seconds_ago"))
    assert age.date() == CHECKED.date()
    assert health == {"status": "trouble", "troubles": 2}
