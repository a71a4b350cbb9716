import datetime as dt

from lib.movement.commune_coverage import commune_coverage, newest_register_day
from tests.lib.movement.registers import MODELS, PLACES, models, register, results

BEFORE, AFTER = dt.date(2023, 2, 10), dt.date(2026, 1, 1)
HEADERS = (*MODELS, "Nhân rộng tới", "Địa bàn ưu tiên")
SOME = register(
    models(
        ("a", "", "Xã Xuân Tây", "", "", "Xã Lâm San", ""),
        ("b", "", "Xã Xuân Tây", "", "", "", "Nơi khó khăn"),
        headers=HEADERS,
    )
)


def test_the_communes_with_and_without_models_are_told():
    found = commune_coverage(SOME, PLACES, BEFORE)
    assert {place.code: n for place, n in found.models if n} == {"xuan-tay": 2, "lam-san": 1}
    assert (len(found.covered), len(found.empty)) == (2, 11)
    assert "song-ray" in [place.code for place in found.empty]


def test_a_model_of_the_whole_district_is_in_thirteen_of_thirteen():
    found = commune_coverage(register(models(("a", "", "Huyện Cẩm Mỹ"))), PLACES, BEFORE)
    assert (len(found.covered), len(found.models)) == (13, 13)


def test_after_the_merger_models_are_where_their_communes_went():
    found = commune_coverage(SOME, PLACES, AFTER)
    assert {place.code: n for place, n in found.models if n} == {
        "xuan-dong-2025": 2, "song-ray-2025": 1,
    }  # fmt: skip
    assert len(found.models) == 6


def test_places_that_come_first_are_named():
    assert [place.code for place in commune_coverage(SOME, PLACES, BEFORE).priority] == ["xuan-tay"]


def test_the_last_day_that_is_spoken_of_is_the_end_of_a_period_or_a_start():
    told = register(
        models(("a", 2022), ("b", 2024), headers=("Tên mô hình", "Năm đăng ký")),
        results(("a", "Số hộ", "5", "hộ", "Quý III/2023")),
    )
    assert newest_register_day(told) == dt.date(2024, 1, 1)


def test_where_no_time_is_told_the_day_that_a_source_bears_stands_for_it():
    headers = ("Tên mô hình", "Địa bàn", "Nguồn")
    told = register(models(("a", "Xã Xuân Tây", "Bài báo ngày 10/02/2023"), headers=headers))
    assert newest_register_day(told) == BEFORE
    assert newest_register_day(register(models(("a", "", "Xã Xuân Tây")))) is None
