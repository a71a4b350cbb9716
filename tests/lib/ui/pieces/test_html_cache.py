import gc
import itertools
import weakref
from collections.abc import Callable

import pytest
from markupsafe import Markup

from lib.survey.responses import Responses
from lib.ui.pieces.html_cache import MOST_CACHED, cached_html
from tests.building import responses as made

FORM = """
Dấu thời gian,Ông/Bà có hài lòng không?
10/11/2022 08:00:00,Hài lòng
"""


@pytest.fixture
def responses() -> Responses:
    return made(FORM)


@pytest.fixture
def draw() -> Callable[[], Markup]:
    numbers = itertools.count(1)
    return lambda: Markup(f"drawing {next(numbers)}")


def test_one_address_is_drawn_once(responses: Responses, draw: Callable[[], Markup]):
    twice = [
        cached_html(responses, "overview", {"ky": ["2025"], "xa": ["a"]}, draw) for _ in range(2)
    ]
    again = cached_html(responses, "overview", {"xa": ["a"], "ky": ["2025"]}, draw)
    assert [*twice, again] == ["drawing 1"] * 3


def test_another_view_page_or_reading_has_its_own_picture(
    responses: Responses, draw: Callable[[], Markup]
):
    drawn = [
        cached_html(responses, "overview", {"ky": ["2025"]}, draw),
        cached_html(responses, "overview", {"ky": ["2024"]}, draw),
        cached_html(responses, "overview", {"ky": ["2025", "2024"]}, draw),
        cached_html(responses, "overview", {"lang": ["en"], "ky": ["2025"]}, draw),
        cached_html(responses, "compare", {"ky": ["2025"]}, draw),
        cached_html(made(FORM), "overview", {"ky": ["2025"]}, draw),
    ]
    assert drawn == [f"drawing {n}" for n in range(1, 7)]


def test_the_oldest_picture_makes_room(responses: Responses, draw: Callable[[], Markup]):
    for code in range(MOST_CACHED + 1):
        cached_html(responses, "overview", {"xa": [str(code)]}, draw)
    newest = cached_html(responses, "overview", {"xa": [str(MOST_CACHED)]}, draw)
    oldest = cached_html(responses, "overview", {"xa": ["0"]}, draw)
    assert (newest, oldest) == (f"drawing {MOST_CACHED + 1}", f"drawing {MOST_CACHED + 2}")


def test_pictures_hold_no_old_reading(draw: Callable[[], Markup]):
    responses = made(FORM)
    cached_html(responses, "overview", {}, draw)
    gone = weakref.ref(responses)
    del responses
    gc.collect()
    assert gone() is None
