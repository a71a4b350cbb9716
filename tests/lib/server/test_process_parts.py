"""What the process has one of is made once, and exchanged as a whole."""

import threading

import pytest
import streamlit as st

from lib.server.process_parts import ProcessParts


class Office:
    """Parts that say of which settings they were made, and when they were let go."""

    def __init__(self) -> None:
        parts = self.parts = ProcessParts()
        self.setting, self.gone = "old", []
        self.held = threading.Event()
        self.held.set()

        @parts.part()
        def settings() -> str:
            return self.setting

        @parts.part(release=lambda made: self.gone.append(made))
        def feed() -> str:
            return f"feed of {settings()}"

        @parts.part(release=lambda made: self.gone.append(made))
        def desk() -> str:
            rows = feed()
            self.held.wait(5)
            return f"desk of {rows}, {settings()}"

        self.settings, self.feed, self.desk = settings, feed, desk


@pytest.fixture
def office():
    return Office()


def test_a_part_is_made_once(office):
    assert office.desk() is office.desk()


def test_no_page_can_empty_the_parts_by_streamlits_caches(office):
    before = office.desk()
    st.cache_resource.clear()
    st.cache_data.clear()
    assert office.desk() is before


def test_an_exchange_lets_go_what_was_made_last_first(office):
    office.desk()
    office.setting = "new"
    office.parts.exchange()
    assert office.gone == ["desk of feed of old, old", "feed of old"]
    assert office.desk() == "desk of feed of new, new"


def test_a_part_made_during_an_exchange_is_not_mixed_of_both(office):
    office.held.clear()
    made: list[str] = []
    maker = threading.Thread(target=lambda: made.append(office.desk()))
    maker.start()
    while not office.feed():
        pass
    office.setting = "new"
    office.settings()
    office.parts.exchange()
    assert office.feed() == "feed of new"
    office.held.set()
    maker.join()
    assert made == ["desk of feed of old, old"]
    assert office.gone == ["feed of old", *made]
    assert office.desk() == "desk of feed of new, new"


def test_what_could_not_be_made_is_tried_again():
    parts, texts = ProcessParts(), iter(("wrong", "7"))

    @parts.part()
    def settings() -> int:
        return int(next(texts))

    with pytest.raises(ValueError, match="wrong"):
        settings()
    assert settings() == 7
