"""The order of options that are the steps of one scale."""

import pytest

from lib.survey.recognise.option_order import scale_steps


@pytest.mark.parametrize(
    ("options", "steps", "silent"),
    [
        (("10", "0", "9"), ("0", "9", "10"), ()),
        (("Khá", "Tốt", "Kém"), ("Tốt", "Khá", "Kém"), ()),
        (("Hiếm khi", "Thường xuyên"), ("Thường xuyên", "Hiếm khi"), ()),
        (("Không ý kiến", "Không đồng ý", "Đồng ý"), ("Đồng ý", "Không đồng ý"), ("Không ý kiến",)),
    ],
)
def test_steps_stand_in_their_order_and_what_says_nothing_behind_them(options, steps, silent):
    assert scale_steps(options) == (steps, silent)


@pytest.mark.parametrize(
    "options", [("Nam", "Nữ"), ("Sáng", "Chiều", "Tối"), ("Lung linh", "Tàm tạm")]
)
def test_options_that_are_no_scale_have_no_order(options):
    assert scale_steps(options) is None
