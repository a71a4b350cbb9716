"""What words judge: statements by their own words, answers by how they are made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.survey.model.quality_words import (
    about_the_person,
    asks_for_own_words,
    judge_answer,
    statement_is_good,
)

PRAISE = (
    "Cán bộ nhiệt tình",
    "Cán bộ không gây phiền hà",
    "Hồ sơ không bị trễ hẹn",
    "Tôi không phải đi lại nhiều lần",
    "Thủ tục đơn giản, dễ hiểu",
    "Công chức hướng dẫn rõ ràng",
    "Không có sai sót trong kết quả",
    "Cán bộ chưa bao giờ hách dịch",
    "Cán bộ không những nhanh mà còn thân thiện",
    "Staff were polite",
    "There were no errors in the result",
)
COMPLAINTS = (
    "Hồ sơ thường bị trễ",
    "Tôi phải chờ đợi quá lâu",
    "Thông tin khó tìm",
    "Cổng dịch vụ công hay bị lỗi",
    "Cán bộ thiếu nhiệt tình",
    "Tôi phải đi lại nhiều lần",
    "Hướng dẫn không rõ ràng",
    "Cán bộ ít khi lắng nghe",
    "Lệ phí quá cao",
    "The procedure is too complicated",
    "Staff did not explain the procedure",
)
UNCLEAR = (
    "Cán bộ cần nhiệt tình hơn",  # a wish
    "Chỉ khi có quen biết mới giải quyết nhanh",
    "Cán bộ không ngại giúp đỡ nhiệt tình",  # what is negated is not known
    "Cán bộ nhiệt tình nhưng giải quyết chậm",
    "Tôi sống ở xã này",
)
PERSON = (
    "Thu nhập của tôi ổn định",
    "Sức khỏe của tôi tốt",
    "Tôi biết sử dụng máy tính thành thạo",
    "Mạng internet ở nhà tôi nhanh",
    "I speak English well",
    "My income is good",
)


@pytest.mark.parametrize("statement", PRAISE)
def test_agreeing_with_praise_is_good(statement):
    assert statement_is_good(statement) is True


@pytest.mark.parametrize("statement", COMPLAINTS)
def test_agreeing_with_a_complaint_is_bad(statement):
    assert statement_is_good(statement) is False


@pytest.mark.parametrize("statement", [*UNCLEAR, *PERSON])
def test_what_is_not_certain_or_about_the_person_says_nothing(statement):
    assert statement_is_good(statement) is None


@pytest.mark.parametrize(
    ("header", "personal"),
    [
        ("Mức thu nhập hộ gia đình Ông/Bà", True),
        ("Học lực của con Ông/Bà", True),
        ("Ông/Bà có hài lòng về thủ tục xác nhận thu nhập không?", False),
    ],
)
def test_what_is_asked_of_the_person_is_told_from_what_is_asked_of_the_service(header, personal):
    assert about_the_person(header) is personal


def test_a_header_that_leaves_room_for_words_asks_for_no_rating():
    assert asks_for_own_words("Ý kiến góp ý của Ông/Bà")
    assert not asks_for_own_words("Đánh giá, góp ý về mức độ hài lòng")


@given(st.sampled_from(("rất", "hoàn toàn", "cực kỳ")), st.sampled_from(("không", "chưa")))
def test_an_adjective_nobody_listed_is_taken_apart_all_the_same(strong, negation):
    assert judge_answer(f"{strong} lung linh")[:4] == ("lung linh", None, False, True)
    taken = judge_answer(f"{strong} {negation} lung linh")
    assert (taken.stem, taken.negated, taken.strong) == ("lung linh", True, True)


def test_not_so_very_is_a_weaker_no():
    taken = judge_answer("Không sạch lắm")
    assert (taken.stem, taken.good, taken.negated, taken.weak) == ("sạch", True, True, True)
