import datetime as dt

from lib.movement.coverage import coverage
from tests.lib.movement.registers import MODELS, PLACES, models, register

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
    found = coverage(SOME, PLACES, BEFORE)
    assert {place.code: n for place, n in found.models if n} == {"xuan-tay": 2, "lam-san": 1}
    assert (len(found.covered), len(found.empty)) == (2, 11)
    assert "song-ray" in [place.code for place in found.empty]


def test_a_model_of_the_whole_district_is_in_thirteen_of_thirteen():
    found = coverage(register(models(("a", "", "Huyện Cẩm Mỹ"))), PLACES, BEFORE)
    assert (len(found.covered), len(found.models)) == (13, 13)


def test_after_the_merger_models_are_where_their_communes_went():
    found = coverage(SOME, PLACES, AFTER)
    assert {place.code: n for place, n in found.models if n} == {
        "xuan-dong-2025": 2, "song-ray-2025": 1,
    }  # fmt: skip
    assert len(found.models) == 6


def test_places_that_come_first_are_named():
    assert [place.code for place in coverage(SOME, PLACES, BEFORE).priority] == ["xuan-tay"]
