import pytest

from lib.survey.model.survey_form import ColumnKind
from lib.survey.recognise.personal_data import identifies_person, names_a_person
from lib.survey.table.coded_column import code_column


@pytest.mark.parametrize(
    "header",
    [
        "Họ và tên (không bắt buộc)",
        "Số điện thoại/Zalo (không bắt buộc)",
        "Địa chỉ email",
        "Mã hồ sơ",
        "Số CCCD",
        "Email address",
        "Nama Lengkap",
        "Địa chỉ:",
    ],
)
def test_a_field_of_a_persons_data_is_known_by_its_name(header: str) -> None:
    assert names_a_person(header)


@pytest.mark.parametrize(
    "header",
    [
        "Địa chỉ (ấp, xã)",
        "Điện thoại viên có lịch sự không?",
        "Ông/Bà có hài lòng về việc trả lời qua điện thoại không?",
        "Tên thủ tục",
        "电话服务满意度",
    ],
)
def test_a_question_that_mentions_one_is_not(header: str) -> None:
    assert not names_a_person(header)


@pytest.mark.parametrize(
    "cells",
    [
        ("a@example.org", "b@example.com"),
        ("0912345678", "+84 912 345 679"),
        ("0912.345.678", 912345679),
        ("075123456789", "075123456780"),
    ],
)
def test_contacts_are_known_by_what_they_look_like(cells: tuple[str, ...]) -> None:
    assert identifies_person("Thông tin thêm", ColumnKind.TEXT, code_column(list(cells)))


def test_short_texts_to_a_question_for_a_name_identify() -> None:
    assert identifies_person(
        "Cho biết họ tên của bạn?", ColumnKind.TEXT, code_column(["Lê A", "Trần B"])
    )


def test_sentences_that_follow_a_mention_of_contacts_do_not() -> None:
    words = code_column(["Tổng đài điện thoại bận suốt buổi sáng nên phải gọi lại"])
    assert not identifies_person("Góp ý về trả lời điện thoại", ColumnKind.TEXT, words)


def test_a_choice_whether_to_leave_a_number_does_not() -> None:
    assert not identifies_person(
        "Có để lại số điện thoại?", ColumnKind.SINGLE, code_column(["Có", "Không"])
    )


NAMES = ["Nguyễn Văn An", "Trần Thị Bình", "LÊ HOÀNG CHÂU", "Phạm Dũng"]


@pytest.mark.parametrize(
    "cells",
    [
        NAMES,
        ["Số 12, đường 30/4", "45 Ấp 3, xã Xuân Tây", "số nhà 7 tổ 2"],
        ["270123456", "271234567", "272345678"],
        [75123456789, 75123456790, 75123456791],  # twelve digits whose zero a sheet ate
        ["+62 812-3456-7890", "081234567891"],
    ],
)
def test_what_only_one_person_can_have_identifies_whatever_the_header(cells: list[object]) -> None:
    found = code_column(cells)  # type: ignore[arg-type]
    kind = ColumnKind.NUMBER if isinstance(cells[0], int) else ColumnKind.TEXT
    assert identifies_person("Thông tin khác", kind, found)


def test_a_name_that_many_give_is_somebody_whom_they_met() -> None:
    assert not identifies_person("Cán bộ nào tiếp?", ColumnKind.TEXT, code_column(NAMES * 4))


@pytest.mark.parametrize(
    "cells",
    [
        ["Cao quá", "Từ từ thôi", "Mai mốt làm lại"],
        ["Xuân Tây", "Bảo Bình", "Lâm San"],
        ["120000000", "500000000", "1500000000"],
        ["Ấp 1, xã Xuân Tây", "Ấp 2", "Thôn 3"],
    ],
)
def test_words_places_and_sums_of_money_identify_nobody(cells: list[str]) -> None:
    assert not identifies_person("Câu", ColumnKind.TEXT, code_column(list(cells)))


@pytest.mark.parametrize("header", ["Tên", "您的姓名：", "Liên hệ:", "ชื่อ-นามสกุล", "お名前"])
def test_a_name_is_asked_for_in_few_words(header: str) -> None:
    assert names_a_person(header)


def test_half_of_the_answers_being_contacts_identifies_and_fewer_do_not() -> None:
    words = ("Chờ lâu quá", "Trời nóng", "Thiếu ghế ngồi")
    contacts = ("a@example.org", "0912345678")
    for kind in (ColumnKind.TEXT, ColumnKind.SINGLE):
        assert identifies_person("Thông tin thêm", kind, code_column([*contacts, *words[:2]]))
        assert not identifies_person("Thông tin thêm", kind, code_column([*contacts, *words]))


def test_seven_names_in_ten_answers_identify_and_fewer_do_not() -> None:
    names = [*NAMES, "Lê Thị Hoa", "Võ Văn Hùng", "Đỗ Minh Khoa"]
    words = ["Chờ lâu quá", "trời nóng", "thiếu ghế ngồi", "đông người"]
    for others, is_known in ((words[:3], True), (words, False)):
        column = code_column([*names, *others])
        assert identifies_person("Thông tin thêm", ColumnKind.TEXT, column) is is_known


@pytest.mark.parametrize(
    ("header", "own"),
    [
        ("Tên Ông/Bà là gì?", True),
        ("Ông/Bà vui lòng cho biết họ tên", True),
        ("Người điền phiếu", True),
        ("Người nộp hồ sơ", True),
        ("Cán bộ nào tiếp nhận hồ sơ của Ông/Bà?", False),
        ("Họ và tên cán bộ đã hướng dẫn", False),
    ],
)
def test_names_that_recur_identify_below_a_header_that_asks_for_ones_own(header, own):
    column = code_column(["Nguyễn Văn An", "Trần Thị Bé", "Lê Văn Cư"] * 4)
    assert identifies_person(header, ColumnKind.SINGLE, column) is own


def test_names_of_any_language_identify_below_such_a_header():
    column = code_column(["John Doe", "Mary Ann"] * 4)
    assert identifies_person("What is your name?", ColumnKind.SINGLE, column)
