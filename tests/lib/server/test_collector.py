"""Garbage is collected between pages, never while one is drawn."""

import tomllib

import pytest

from lib.server.collector import CollectorAtRest
from tests.running import ROOT


class Collections:
    """Counts the collections."""

    def __init__(self) -> None:
        self.n = 0

    def __call__(self) -> None:
        self.n += 1


@pytest.fixture
def collections():
    return Collections()


@pytest.fixture
def collector(collections):
    return CollectorAtRest(collections)


def test_nothing_is_collected_while_any_page_is_drawn(collector, collections):
    with collector.drawing(), collector.drawing():
        pass
    with collector.drawing():
        assert not collector.collect_at_rest()
    assert collections.n == 0


def test_what_a_page_left_is_collected_once_it_is_drawn(collector, collections):
    with collector.drawing():
        collector.collect_at_rest()
    assert collector.collect_at_rest()
    assert not collector.collect_at_rest()  # nothing was drawn since
    assert collections.n == 1


def test_a_page_that_ends_in_an_error_keeps_nobody_from_collecting(collector, collections):
    with pytest.raises(ValueError, match="no page"), collector.drawing():
        raise ValueError("no page")
    collector.collect_at_rest()
    assert collections.n == 1


def test_streamlit_itself_collects_nothing_after_a_page():
    config = (ROOT / ".streamlit" / "config.toml").read_text("utf-8")
    assert tomllib.loads(config)["runner"]["postScriptGC"] is False
