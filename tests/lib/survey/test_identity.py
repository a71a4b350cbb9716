import pytest

from lib.survey.columns import column
from lib.survey.form import Kind
from lib.survey.identity import identifies, names_a_person


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
    assert identifies("Thông tin thêm", Kind.TEXT, column(list(cells)))


def test_short_texts_to_a_question_for_a_name_identify() -> None:
    assert identifies("Cho biết họ tên của bạn?", Kind.TEXT, column(["Lê A", "Trần B"]))


def test_sentences_that_follow_a_mention_of_contacts_do_not() -> None:
    words = column(["Tổng đài điện thoại bận suốt buổi sáng nên phải gọi lại"])
    assert not identifies("Góp ý về trả lời điện thoại", Kind.TEXT, words)


def test_a_choice_whether_to_leave_a_number_does_not() -> None:
    assert not identifies("Có để lại số điện thoại?", Kind.SINGLE, column(["Có", "Không"]))
