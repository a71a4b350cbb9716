import pytest

from lib.movement.register_choices import (
    ModelKind,
    ModelOwner,
    ModelSector,
    ModelState,
    RecognitionLevel,
    choice_name,
    recognise_choice,
)

SAID = {
    "KT-XH": ModelSector.ECONOMY_AND_SOCIETY,
    "Kinh tế - xã hội": ModelSector.ECONOMY_AND_SOCIETY,
    "Kinh tế": ModelSector.ECONOMY,
    "Văn hóa – xã hội": ModelSector.SOCIETY,
    "VH-XH": ModelSector.SOCIETY,
    "QP-AN": ModelSector.DEFENCE,
    "Quốc phòng, an ninh": ModelSector.DEFENCE,
    "lĩnh vực quốc phòng và an ninh": ModelSector.DEFENCE,
    "XD HTCT": ModelSector.POLITICAL_SYSTEM,
    "xay dung he thong chinh tri": ModelSector.POLITICAL_SYSTEM,
    "Đã nhân rộng": ModelState.REPLICATED,
    "Đang triển khai": ModelState.RUNNING,
    "Được công nhận": ModelState.RECOGNISED,
    "Mới đăng ký": ModelState.REGISTERED,
    "Tạm dừng": ModelState.ENDED,
    "Cấp xã": RecognitionLevel.COMMUNE,
    "Tỉnh/TP": RecognitionLevel.PROVINCE,
    "TW": RecognitionLevel.NATION,
    "Tập thể": ModelOwner.GROUP,
    "cá nhân": ModelOwner.PERSON,
    "Điển hình": ModelKind.EXAMPLE,
}


@pytest.mark.parametrize("text", SAID)
def test_the_variants_of_offices_are_recognised(text):
    assert recognise_choice(type(SAID[text]), text) is SAID[text]


@pytest.mark.parametrize("kind", [ModelSector, ModelState, RecognitionLevel, ModelOwner, ModelKind])
def test_every_code_and_every_name_is_recognised_again(kind):
    assert [recognise_choice(kind, choice.value) for choice in kind] == list(kind)
    assert [recognise_choice(kind, choice_name(choice)) for choice in kind] == list(kind)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (ModelSector, "Kinh doanh"),
        (ModelSector, "không phải kinh tế"),
        (ModelState, "chưa công nhận"),
        (ModelState, ""),
    ],
)
def test_a_part_of_a_text_is_not_enough(kind, text):
    assert recognise_choice(kind, text) is None
