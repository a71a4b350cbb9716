"""On a projector, and where Windows enlarges the screen, nothing of the overview vanishes."""

import pytest

# 1024 is a projector; 1093, 911 and 683 are 1366 at 125, 150 and 200 %.
WIDTHS = (1366, 1093, 1024, 911, 800, 683)
_BARS = "[...document.querySelectorAll('.x-bar')].map(e => e.getBoundingClientRect().width)"
_CUT = """[...document.querySelectorAll('.x-bars td, .x-bars th, .x-card p')].filter(
  e => e.scrollWidth > e.clientWidth + 1).length"""


@pytest.fixture(autouse=True)
def _laptop_again(page):
    yield
    page.set_viewport_size({"width": 1280, "height": 800})


def test_every_bar_has_its_width_and_no_figure_is_cut(screen):
    screen.go("/")
    for width in WIDTHS:
        screen.page.set_viewport_size({"width": width, "height": 768})
        screen.until(lambda: min(screen.page.evaluate(_BARS)) >= 100, f"the bars at {width}")
        assert screen.page.evaluate(_CUT) == 0, width


def test_no_card_stands_alone_in_its_row_on_a_projector(screen):
    screen.go("/")
    screen.page.set_viewport_size({"width": 1024, "height": 768})
    tops = "[...document.querySelectorAll('.x-card')].map(e => e.getBoundingClientRect().top)"
    screen.until(
        lambda: len(set(screen.page.evaluate(tops))) * 2 == len(screen.page.evaluate(tops)),
        "two cards in each row",
    )
