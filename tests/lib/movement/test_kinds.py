import pytest

from lib.movement.kinds import Kind, Level, Owner, Sector, State, name, recognised

SAID = {
    "KT-XH": Sector.ECONOMY_AND_SOCIETY, "Kinh tế - xã hội": Sector.ECONOMY_AND_SOCIETY,
    "Kinh tế": Sector.ECONOMY, "Văn hóa – xã hội": Sector.SOCIETY, "VH-XH": Sector.SOCIETY,
    "QP-AN": Sector.DEFENCE, "Quốc phòng, an ninh": Sector.DEFENCE,
    "lĩnh vực quốc phòng và an ninh": Sector.DEFENCE,
    "XD HTCT": Sector.POLITICAL_SYSTEM, "xay dung he thong chinh tri": Sector.POLITICAL_SYSTEM,
    "Đã nhân rộng": State.REPLICATED, "Đang triển khai": State.RUNNING,
    "Được công nhận": State.RECOGNISED, "Mới đăng ký": State.REGISTERED, "Tạm dừng": State.ENDED,
    "Cấp xã": Level.COMMUNE, "Tỉnh/TP": Level.PROVINCE, "TW": Level.NATION,
    "Tập thể": Owner.GROUP, "cá nhân": Owner.PERSON, "Điển hình": Kind.EXAMPLE,
}  # fmt: skip


@pytest.mark.parametrize("text", SAID)
def test_the_variants_of_offices_are_recognised(text):
    assert recognised(type(SAID[text]), text) is SAID[text]


@pytest.mark.parametrize("kind", [Sector, State, Level, Owner, Kind])
def test_every_code_and_every_name_is_recognised_again(kind):
    assert [recognised(kind, choice.value) for choice in kind] == list(kind)
    assert [recognised(kind, name(choice)) for choice in kind] == list(kind)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Sector, "Kinh doanh"),
        (Sector, "không phải kinh tế"),
        (State, "chưa công nhận"),
        (State, ""),
    ],
)
def test_a_part_of_a_text_is_not_enough(kind, text):
    assert recognised(kind, text) is None
