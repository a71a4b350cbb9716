import datetime as dt

import pytest

from lib.movement.written_places import communes_on_day, locate_place, locate_unit, split_names
from tests.lib.movement.registers import PLACES

BEFORE, AFTER = dt.date(2023, 2, 10), dt.date(2025, 7, 1)


def names(text: str, day: dt.date = BEFORE) -> list[str]:
    return [place.code for place in locate_place(text, PLACES, day).communes]


@pytest.mark.parametrize("text", ["Xã Xuân Tây", "xa xuan tay", "Ấp 7, xã Xuân Tây",
                                  "xã Xuân Tây, huyện Cẩm Mỹ, tỉnh Đồng Nai"])  # fmt: skip
def test_a_place_is_its_commune(text):
    assert names(text) == ["xuan-tay"]


@pytest.mark.parametrize("text", ["Xã Sông Ray và xã Lâm San", "xã Sông Ray; Lâm San"])
def test_a_place_may_be_several_communes(text):
    assert names(text) == ["song-ray", "lam-san"]


@pytest.mark.parametrize("text", ["Huyện Cẩm Mỹ", "H.Cẩm Mỹ", "Toàn huyện", "13/13 xã", "các xã"])
def test_the_whole_district_is_its_thirteen_communes(text):
    found = locate_place(text, PLACES, BEFORE)
    assert (len(found.communes), found.everywhere, found.unknown) == (13, True, ())


def test_another_district_is_not_ours():
    assert locate_place("Huyện Xuyên Mộc", PLACES, BEFORE).communes == ()


def test_a_name_means_the_unit_of_the_day():
    assert names("Xã Xuân Đông", AFTER) == ["xuan-dong-2025"]
    assert names("Xã Xuân Tây", AFTER) == ["xuan-dong-2025"]


def test_a_hamlet_alone_is_no_unknown_place():
    assert locate_place("Ấp 7", PLACES, BEFORE).unknown == ()


@pytest.mark.parametrize("text", ["Xã Hòa Xuân Tây", "Xã Không Có"])
def test_a_name_that_no_list_has_is_unknown(text):
    found = locate_place(text, PLACES, BEFORE)
    assert (found.communes, found.unknown) == ((), (text,))


def test_a_units_own_name_says_where_it_is():
    [place] = locate_unit("Hội Phụ nữ xã Sông Ray", PLACES, BEFORE).communes
    assert place.code == "song-ray"
    assert locate_unit("Phòng TN-MT huyện", PLACES, BEFORE).communes == ()


def test_the_districts_communes_are_thirteen_and_then_six():
    assert (len(communes_on_day(PLACES, BEFORE)), len(communes_on_day(PLACES, AFTER))) == (13, 6)


def test_a_list_of_units_is_taken_apart():
    assert split_names("Xã A; trường B\nấp C và ấp D") == ("Xã A", "trường B", "ấp C", "ấp D")
