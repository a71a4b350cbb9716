"""Answers that come in too slowly to be of use are given up; others arrive whole."""

import itertools

import pytest
import requests

from lib.sources.paced_answers import PacedAdapter
from tests.emulator import faults

ROWS = [["Dấu thời gian", "Góp ý"], *([at, f"góp ý số {at}"] for at in range(50))]


@pytest.fixture
def ask(emulator):
    """Ask for a sheet with an adapter on a clock on which `seconds` pass between two looks."""
    sheet = emulator.create(("Trả lời", ROWS))

    def ask(seconds):
        with requests.Session() as session:
            session.trust_env = False
            adapter = PacedAdapter()
            adapter.ticks = itertools.count(0.0, seconds).__next__
            session.mount("http://", adapter)
            url = f"http://{emulator.host}/v4/spreadsheets/{sheet.key}/values/A:B"
            return session.get(url, timeout=5).json()["values"]

    return ask


def test_a_byte_now_and_then_is_given_up(ask, emulator):
    emulator.fail(faults.dripping(0.002))
    with pytest.raises(requests.ReadTimeout):
        ask(2.0)


def test_an_answer_that_comes_byte_by_byte_but_soon_is_whole(ask, emulator):
    emulator.fail(faults.dripping(0.0001))
    assert len(ask(0.001)) == len(ROWS)


def test_half_an_answer_is_an_error_of_the_connection(ask, emulator):
    emulator.fail(faults.truncated())
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        ask(0.0)
