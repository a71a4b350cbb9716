"""Tables as pictures: seen by their colours and sizes."""

import io

import numpy as np
import pytest
from PIL import Image

from lib.analysis.rates import question_rate
from lib.reports.drawing_paper import GOOD, STRONG
from lib.reports.paper_basis import SurveyBasis
from lib.reports.question_tables import number_report_table, rate_report_table, share_table
from lib.reports.table_picture import has_picture, table_png

ABOUT = SurveyBasis(None, "toàn bộ thời gian · 40 phiếu", "lúc 08:05 ngày 26/11/2026")
NAMES = ("Tờ", "Câu 1: các câu trả lời", "Câu trả lời")


def pixels(table, about=ABOUT):
    return np.asarray(Image.open(io.BytesIO(table_png(table, about))))


def drawn(table, colour):
    """Return in how many columns of each row of the picture a colour stands."""
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return (pixels(table) == wanted).all(axis=2).sum(axis=1)


def test_bars_are_as_long_as_their_shares_from_zero_on():
    table = share_table(NAMES, [("A", 30, 0.75), ("B", 10, 0.25)])
    lengths = drawn(table, GOOD)
    longest, shortest = lengths.max(), lengths[lengths > 0].min()
    assert longest == pytest.approx(3 * shortest, abs=3)


def test_a_rate_of_few_is_a_hollow_dot():
    many, few = (
        drawn(rate_report_table(NAMES, [("A", question_rate(n, n + 5))]), STRONG).sum()
        for n in (90, 10)
    )
    assert few < many


def test_what_the_figures_are_of_stands_inside():
    table = share_table(NAMES, [("A", 40, 1.0)])
    bare = SurveyBasis(None, ABOUT.selection, ABOUT.read)
    marked = SurveyBasis(None, ABOUT.selection, ABOUT.read, head="40-e62a9d3aad56f2bbddb2")
    assert len(pixels(table, marked)) > len(pixels(table, bare))  # a line more
    other = SurveyBasis(None, "toàn bộ thời gian · 41 phiếu", ABOUT.read)
    assert (pixels(table, other) != pixels(table, bare)).any()


def test_medians_have_no_picture_of_their_own():
    assert not has_picture(number_report_table(NAMES, []))
    assert has_picture(share_table(NAMES, [("A", 40, 1.0)]))
