"""Words that may mean bribery or denunciation, and those that only look like it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.survey.model.denunciation_hints import hints_denunciation
from lib.survey.model.vietnamese_text import fold_accents

HELD = [
    "Cán bộ đòi tiền mới làm giấy.",
    "phai co phong bi thi moi nhanh",
    "Anh ấy gợi ý bồi dưỡng thêm cho nhanh",
    "Tôi muốn tố cáo việc nhận hối lộ",
    "VÒI VĨNH nhiều lần",
    "lót tay 500.000 đồng",
    "Không đưa tiền thì không giải quyết",
    "Không đưa tiền không làm.",
    "Không có phong bì, không giải quyết.",
    "Ai không đưa tiền hồ sơ để đó",
    "không thể không đưa tiền",
    "Tôi muốn khiếu nại, tố cáo cán bộ",
    "Tôi làm đơn khiếu nại tố cáo ông A",
    "Không bồi dưỡng thì hồ sơ bị ngâm",
    "chưa bồi dưỡng nên hồ sơ bị ngâm",
    "phải bồi dưỡng cho cán bộ",
    "Đòi 500 nghìn mới làm",
    "đòi 500 000 đồng mới ký",
    "Đòi vài triệu",
    "Chung chi mới xong",
    "kẹp tiền vào hồ sơ",
    "Không ai đòi tiền, nhưng phải lót tay.",
    "Phong bì đựng tiền để trên bàn.",
    "Cán bộ “ăn tiền”",
]
HARMLESS = [
    "",
    "Cán bộ nhiệt tình, không đòi tiền ai cả.",
    "Nên bồi dưỡng nghiệp vụ cho công chức.",
    "Thủ tục giải quyết tố cáo cần niêm yết rõ.",
    "Cán bộ không nhận tiền bồi dưỡng.",
    "Tôi đóng tiền án phí ở tầng hai, chờ lâu.",
    "Đi tới đi lui mấy bận mới xong một bộ hồ sơ.",
    "Cán bộ không vòi vĩnh",
    "không vòi vĩnh, nhũng nhiễu ai",
    "không có phong bì gì",
    "không đòi hỏi, không lót tay",
    "Không nhận tiền, không nhận quà.",
    "nên chống tham nhũng tốt hơn nữa",
    "Công tác phòng, chống tham nhũng nên niêm yết.",
    "Nhận tiền trợ cấp chậm",
    "Đổi tiền lẻ để nộp phí",
    "đợi tiền hỗ trợ lâu",
    "vì tiền phí cao",
    "Gửi tiền qua bưu điện",
    "phong bì đựng hồ sơ bị rách",
    "chứng chỉ hành nghề cấp chậm",
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("comment", HELD)
def test_such_words_hold_a_case(comment, form):
    assert hints_denunciation(unicodedata.normalize(form, comment))


@pytest.mark.parametrize("comment", HELD)
def test_they_do_without_accents_too(comment):
    assert hints_denunciation(fold_accents(comment))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("comment", HARMLESS)
def test_others_do_not(comment, form):
    assert not hints_denunciation(unicodedata.normalize(form, comment))


@given(st.sampled_from(HELD), st.data())
def test_it_holds_whichever_accents_are_missing(comment, data):
    some = data.draw(st.lists(st.booleans(), min_size=len(comment), max_size=len(comment)))
    typed = (fold_accents(one) if bare else one for one, bare in zip(comment, some, strict=True))
    assert hints_denunciation("".join(one or " " for one in typed))


@given(st.sampled_from(HELD), st.sampled_from(HARMLESS), st.sampled_from([". ", "\n", "; "]))
def test_a_harmless_sentence_beside_it_does_not_free_it(held, harmless, between):
    assert hints_denunciation(f"{harmless}{between}{held}")
    assert hints_denunciation(f"{held}{between}{harmless}")
