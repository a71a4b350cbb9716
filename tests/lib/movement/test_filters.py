import pytest

from lib.movement.filters import Selection, chosen
from lib.movement.kinds import Level, Sector, State
from lib.survey import periods
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
    return "".join(chosen(REGISTER, Selection(**wanted)).register.models)


def values(**wanted) -> list[int]:
    found = chosen(REGISTER, Selection(**wanted)).register.results
    return [int(result.quantity.value) for result in found]


def test_nothing_chosen_is_everything():
    assert chosen(REGISTER, Selection()).register == REGISTER


@pytest.mark.parametrize(
    ("sector", "found"),
    [(Sector.ECONOMY, "a"), (Sector.SOCIETY, "b"), (Sector.ECONOMY_AND_SOCIETY, "abc")],
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
        ({"states": (State.REPLICATED,)}, "ae"),
        ({"levels": (Level.DISTRICT, Level.COMMUNE)}, "ab"),
        ({"dataset": "bai-bao"}, "e"),
        ({"dataset": "vi-du"}, "abcd"),
        ({"dataset": "khong-co"}, ""),
        ({"communes": ("ha-noi",)}, ""),
    ],
)
def test_each_dimension_holds_its_models(wanted, found):
    assert codes(**wanted) == found


def test_results_follow_their_models():
    assert values(states=(State.ENDED,)) == [2, 3]


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
    assert codes(period=periods.parse(period)) == found


def test_a_period_holds_the_results_that_lie_inside_it():
    assert values(period=periods.parse("2022")) == [1, 2, 5]
    assert values(period=periods.parse("2022-Q4")) == [2, 5]
    assert values(period=periods.parse("2022-07-01..")) == [2, 3, 5]


def test_what_only_the_period_leaves_out_is_counted():
    found = chosen(REGISTER, Selection(period=periods.parse("2022")))
    assert (found.models_without_time, found.results_without_period) == (1, 1)
