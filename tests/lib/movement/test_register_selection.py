import pytest

from lib.movement.register_choices import ModelSector, ModelState, RecognitionLevel
from lib.movement.register_selection import RegisterSelection, select_register
from lib.survey.model.periods import parse_period
from tests.lib.movement.registers import models, register, results

HEADERS = ("Tên mô hình", "Địa bàn", "Lĩnh vực", "Tình trạng", "Cấp công nhận", "Thời gian", "Năm",
           "Bộ dữ liệu")  # fmt: skip
REGISTER = register(
    models(
        ("a", "Xuân Tây", "Kinh tế", "Nhân rộng", "Xã", "2021 - 2022", "", "Ví dụ"),
        ("b", "Sông Ray", "Văn hóa - xã hội", "Dừng", "Huyện", "từ 06/2022", "", "Ví dụ"),
        ("c", "Toàn huyện", "KT-XH", "Đăng ký", "", "", "2023", "Ví dụ"),
        ("d", "", "", "", "", "thường xuyên", "", "Ví dụ"),
        ("e", "Xuân Tây", "QP-AN", "Nhân rộng", "", "thường xuyên", "", "Bài báo"),
        headers=HEADERS,
    ),
    results(
        ("a", "x", 1, "hộ", "Năm 2022", ""),
        ("b", "x", 2, "hộ", "Quý IV/2022", ""),
        ("b", "x", 3, "hộ", "Năm 2023", ""),
        ("d", "x", 4, "hộ", "", ""),
        ("e", "x", 5, "hộ", "Tháng 11/2022", ""),
    ),
)


def codes(**wanted) -> str:
    return "".join(select_register(REGISTER, RegisterSelection(**wanted)).register.models)


def values(**wanted) -> list[int]:
    found = select_register(REGISTER, RegisterSelection(**wanted)).register.results
    return [int(result.quantity.value) for result in found]


def test_nothing_chosen_is_everything():
    assert select_register(REGISTER, RegisterSelection()).register == REGISTER


@pytest.mark.parametrize(
    ("sector", "found"),
    [
        (ModelSector.ECONOMY, "a"),
        (ModelSector.SOCIETY, "b"),
        (ModelSector.ECONOMY_AND_SOCIETY, "abc"),
    ],
)
def test_the_articles_sector_holds_both_and_is_in_neither(sector, found):
    assert codes(sectors=(sector,)) == found


def test_a_commune_has_its_models_and_those_of_the_whole_district():
    assert codes(communes=("xuan-tay",)) == "ace"


def test_by_todays_boundaries_a_model_is_where_its_commune_went():
    assert codes(communes=("xuan-dong-2025",)) == ""
    assert REGISTER.models["a"].communes_today[0].code == "xuan-tay"  # it was read before that


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"states": (ModelState.REPLICATED,)}, "ae"),
        ({"levels": (RecognitionLevel.DISTRICT, RecognitionLevel.COMMUNE)}, "ab"),
        ({"dataset": "bai-bao"}, "e"),
        ({"dataset": "vi-du"}, "abcd"),
        ({"dataset": "khong-co"}, ""),
        ({"communes": ("ha-noi",)}, ""),
    ],
)
def test_each_dimension_holds_its_models(wanted, found):
    assert codes(**wanted) == found


def test_results_follow_their_models():
    assert values(states=(ModelState.ENDED,)) == [2, 3]


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ("2021", "a"),
        ("2022", "abe"),
        ("2022-Q4", "abe"),
        ("2023", "bc"),
        ("2022-H1", "ab"),
        ("2020", ""),
    ],
)
def test_a_period_holds_the_models_that_were_active_or_have_a_result_in_it(period, found):
    assert codes(period=parse_period(period)) == found


def test_a_period_holds_the_results_that_lie_inside_it():
    assert values(period=parse_period("2022")) == [1, 2, 5]
    assert values(period=parse_period("2022-Q4")) == [2, 5]
    assert values(period=parse_period("2022-07-01..")) == [2, 3, 5]


def test_what_only_the_period_leaves_out_is_counted():
    found = select_register(REGISTER, RegisterSelection(period=parse_period("2022")))
    assert (found.models_without_time, found.results_without_period) == (1, 1)
