"""Tác động: what began when, and before and after of it, there and elsewhere."""

import datetime as dt

import pytest

from tests import small_form
from tests.pages.conftest import SIGN_IN

PAGE = "tac_dong"
MODELS = """Tên mô hình,Địa bàn,Thời gian thực hiện,Câu hỏi khảo sát liên quan
Một cửa thân thiện,Xã Xuân Tây,từ 10/03/2024,c1
Không rõ từ khi nào,Xã Xuân Tây,,
Không rõ ở đâu,Xã Lạ,từ 10/03/2024,
"""


def rows(before: int, after: int) -> list[list[small_form.Cell]]:
    """Return responses of two communes in February and April 2024."""
    table = [small_form.HEADER]
    for month, n in ((2, before), (4, after)):
        for name in ("Xuân Tây", "Sông Ray"):
            times = (dt.datetime(2024, month, 15, 8, minute) for minute in range(n))
            table += [[moment, *small_form.response(commune=f"Xã {name}")] for moment in times]
    return table


@pytest.fixture
def surveyed(office, tmp_path):
    """An office with these responses and a register of two models."""

    def surveyed(before: int, after: int) -> None:
        table = small_form.write(tmp_path / "held.csv", rows(before, after))
        register = tmp_path / "so.csv"
        register.write_text(MODELS, encoding="utf-8")
        office(SIGN_IN, SURVEY_FILE=str(table), SURVEY_DVK_FILE=str(register))

    return surveyed


def test_a_model_is_held_against_the_months_before_it_there_and_elsewhere(surveyed, opened):
    surveyed(40, 35)
    drawn = opened(PAGE)
    assert "1. Một cửa thân thiện" in drawn.text
    assert drawn.text.count("40 phiếu") == 2
    assert drawn.text.count("35 phiếu") == 2
    assert "Không rõ" not in drawn.text  # since when, or where: neither can be compared


def test_too_few_responses_are_said_to_be_too_few_with_how_many_are_missing(surveyed, opened):
    surveyed(40, 20)
    assert "chưa đủ phiếu để kết luận, còn thiếu 10" in opened(PAGE).text


def test_a_viewer_is_not_shown_what_too_few_people_answered(surveyed, opened):
    surveyed(40, 3)
    drawn = opened(PAGE)
    assert "Không hiển thị: quá ít phiếu để hiển thị cho người chỉ xem số tổng hợp." in drawn.text
    assert "3 phiếu" not in drawn.text


def test_the_merger_of_communes_and_what_began_stand_on_the_axis(sample, opened):
    drawn = opened(PAGE, nguon="vi-du")
    assert "Nét đứt: sắp xếp, sáp nhập" in drawn.text or "01/07/2025" in drawn.text
    assert "Bắt đầu" in drawn.text


def test_a_large_chart_is_drawn_for_who_asks_for_it(sample, opened):
    drawn = opened(PAGE, nguon="vi-du")
    assert drawn.figures == []
    drawn.test.toggle(key="large_impact").set_value(True).run()
    [figure] = drawn.figures
    assert "sáp nhập 01/07/2025" in [mark["text"] for mark in figure["layout"]["annotations"]]


def test_a_commune_chosen_shows_what_is_for_it_or_for_all(surveyed, opened):
    surveyed(40, 35)
    assert "Một cửa thân thiện" in opened(PAGE, xa="xuan-tay").text
    assert "Một cửa thân thiện" not in opened(PAGE, xa="song-ray").text


def test_measures_stand_beside_the_models(sample, opened):
    drawn = opened(PAGE, nguon="vi-du")
    assert "biện pháp · " in drawn.text
    assert "mô hình Dân vận khéo · " in drawn.text


def test_without_any_model_or_measure_the_page_says_so(small, opened):
    assert "chưa so sánh được trước và sau" in opened(PAGE).text
