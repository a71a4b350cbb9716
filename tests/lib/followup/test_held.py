"""Words that may mean bribery or denunciation, and those that only look like it."""

import pytest

from lib.followup.held import hints


@pytest.mark.parametrize(
    "comment",
    [
        "Cán bộ đòi tiền mới làm giấy.",
        "phai co phong bi thi moi nhanh",
        "Anh ấy gợi ý bồi dưỡng thêm cho nhanh",
        "Tôi muốn tố cáo việc nhận hối lộ",
        "VÒI VĨNH nhiều lần",
        "lót tay 500.000 đồng",
    ],
)
def test_such_words_hold_a_case(comment):
    assert hints(comment)


@pytest.mark.parametrize(
    "comment",
    [
        "",
        "Cán bộ nhiệt tình, không đòi tiền ai cả.",
        "Nên bồi dưỡng nghiệp vụ cho công chức.",
        "Thủ tục giải quyết tố cáo cần niêm yết rõ.",
        "Cán bộ không nhận tiền bồi dưỡng.",
        "Tôi đóng tiền án phí ở tầng hai, chờ lâu.",
        "Đi tới đi lui mấy bận mới xong một bộ hồ sơ.",
    ],
)
def test_others_do_not(comment):
    assert not hints(comment)
