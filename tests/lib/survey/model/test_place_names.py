import pytest

from lib.survey.model.place_names import district_in_name, plain_place_name


@pytest.mark.parametrize(
    "spelling",
    [
        "Xã Xuân Tây",
        "xa Xuan Tay",
        "X. Xuân Tây",
        "x.xuân tây",
        " XUÂN  TÂY ",
        "Xuân Tây",
        "Xuân Tây, huyện Cẩm Mỹ",
        "Xuân Tây - H.Cẩm Mỹ - Đồng Nai",
        "xã Xuân Tây huyện Cẩm Mỹ tỉnh Đồng Nai",
        "UBND xã Xuân Tây",
    ],
)
def test_every_spelling_of_a_unit_is_compared_alike(spelling):
    assert plain_place_name(spelling) == "xuan tay"


def test_a_short_rank_is_no_part_of_the_name():
    assert (
        plain_place_name("TT. Long Giao") == plain_place_name("thị trấn Long Giao") == "long giao"
    )
    assert plain_place_name("P. Xuân An, TP. Long Khánh") == "xuan an"


@pytest.mark.parametrize("name", ["phuoc tan", "tan xa", "xang", "ttan"])
def test_letters_of_a_name_are_no_rank(name):
    assert plain_place_name(name) == name


@pytest.mark.parametrize("above", ["huyện Cẩm Mỹ", "H.Cẩm Mỹ", "tỉnh Đồng Nai", ""])
def test_a_district_or_province_alone_is_no_unit(above):
    assert plain_place_name(above) == ""


@pytest.mark.parametrize(
    ("name", "stated"),
    [
        ("Xuân Tây, huyện Cẩm Mỹ, tỉnh Đồng Nai", "cam my, tinh dong nai"),
        ("Xuân Tây, H. Cẩm Mỹ", "cam my"),
        ("Xuân Tây", ""),
        ("Bình Chánh.Tân", ""),
    ],
)
def test_a_stated_district_is_what_follows_the_word(name, stated):
    assert district_in_name(name) == stated
