"""Charts as pictures: seen by their colours."""

import io

import numpy as np
from PIL import Image

from lib.reports import drawing_paper, drawn_charts
from lib.reports.drawn_charts import DrawnBar, DrawnDot


def seen(png: bytes, colour: str) -> np.ndarray:
    """Return the columns in which a colour stands."""
    pixels = np.asarray(Image.open(io.BytesIO(png)))
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return np.flatnonzero((pixels == wanted).all(axis=2).any(axis=0))


def test_dissatisfied_stands_left_of_the_line_and_satisfied_right():
    png = drawn_charts.bars_png([DrawnBar("Câu 1", 0.5, 0.3, 0.1, 0.05, "80 %")])
    left, right = seen(png, drawing_paper.WORST), seen(png, drawing_paper.STRONG)
    assert left.max() < right.min()
    assert len(right) > 9 * len(left)


def test_bars_of_one_picture_share_an_axis():
    alone = seen(drawn_charts.bars_png([DrawnBar("A", 0.4, 0, 0, 0, "")]), drawing_paper.STRONG)
    beside = drawn_charts.bars_png(
        [DrawnBar("A", 0.4, 0, 0, 0, ""), DrawnBar("B", 0, 0.2, 0.8, 0, "")]
    )
    assert len(seen(beside, drawing_paper.STRONG)) < len(alone)


def test_vietnamese_letters_are_in_the_font():
    font = drawing_paper._font(drawing_paper.TEXT_SIZE, 400)
    missing = bytes(font.getmask("\ue000"))
    assert all(bytes(font.getmask(letter)) != missing for letter in "ệữởẵđĐẶỢ")


def test_a_long_label_is_cut_and_no_picture_grows_wider():
    usual = Image.open(io.BytesIO(drawn_charts.bars_png([DrawnBar("A", 1, 0, 0, 0, "")])))
    long = Image.open(
        io.BytesIO(drawn_charts.bars_png([DrawnBar("Rất dài " * 40, 1, 0, 0, 0, "")]))
    )
    assert usual.size == long.size


def test_a_period_of_few_is_a_hollow_dot():
    few, many = (
        np.asarray(
            Image.open(
                io.BytesIO(drawn_charts.trend_png([DrawnDot("T1", 0.9, 0.8, 0.95, hollow, "90")]))
            )
        )
        for hollow in (True, False)
    )
    filled = [int((picture == (11, 79, 138)).all(axis=2).sum()) for picture in (few, many)]
    assert filled[0] < filled[1]
