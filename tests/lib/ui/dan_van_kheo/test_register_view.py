"""What an address asks of the register, and what is said of an address that makes no sense."""

import pytest

from lib.movement.register_choices import ModelSector, ModelState
from lib.movement.register_records import Dataset, MovementModel, Register
from lib.survey.model.places import Places
from lib.ui.dan_van_kheo.register_view import decode_register_view

PLACES = Places.read()
REGISTER = Register(
    models={
        "camera-an-ninh": MovementModel("camera-an-ninh", "Camera an ninh", dataset="bai-bao"),
        "to-tu-quan": MovementModel("to-tu-quan", "Tổ tự quản", dataset="vi-du"),
    },
    datasets=(Dataset("bai-bao", "Bài báo"), Dataset("vi-du", "Ví dụ")),
)


def view(**query: str | list[str]):
    asked = {name: [value] if isinstance(value, str) else value for name, value in query.items()}
    return decode_register_view(asked, REGISTER, PLACES)


def test_without_a_choice_the_first_dataset_is_shown_whole():
    decoded = view()
    assert (decoded.selection.dataset, decoded.selection.communes, decoded.model) == (
        "bai-bao",
        (),
        None,
    )
    assert (decoded.problems, decoded.unknown) == ((), frozenset())


def test_every_filter_is_read_from_the_address():
    decoded = view(nguon="vi-du", xa="xuan-tay", linh_vuc="kinh-te", tt="nhan-rong", ky="2023")
    assert decoded.selection.dataset == "vi-du"
    assert decoded.selection.communes == ("xuan-tay",)
    assert decoded.selection.sectors == (ModelSector.ECONOMY,)
    assert decoded.selection.states == (ModelState.REPLICATED,)
    assert decoded.selection.period.code == "2023"


def test_a_model_is_shown_in_its_own_dataset_whatever_else_the_link_says():
    decoded = view(mo_hinh="to-tu-quan", nguon="bai-bao")
    assert (decoded.model.name, decoded.selection.dataset) == ("Tổ tự quản", "vi-du")


@pytest.mark.parametrize("spelling", ["Camera an ninh", "CAMERA-AN-NINH", "camera_an_ninh"])
def test_a_model_is_found_however_its_code_is_spelt(spelling):
    assert view(mo_hinh=spelling).model.code == "camera-an-ninh"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("nguon", "tin-don"),
        ("xa", "ha-noi"),
        ("linh_vuc", "dat-dai"),
        ("tt", "moi"),
        ("cap", "ap"),
        ("ky", "2023-Q5"),
        ("mo_hinh", "khong-co"),
    ],
)
def test_what_does_not_exist_is_named(name, value):
    decoded = view(**{name: value})
    assert decoded.unknown == {name}
    assert f"“{value}”" in decoded.problems[0]


def test_by_todays_boundaries_the_units_of_today_can_be_chosen():
    assert view(xa="xuan-dong-2025", dg="nay").selection.communes == ("xuan-dong-2025",)
    assert view(xa="xuan-tay", dg="nay").unknown == {"xa"}
