"""Statements: praise, complaint, or not certain; labelled by hand before they were tried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.survey.model.statement_direction import statement_is_good

PRAISE = """
Cán bộ nhiệt tình
Cán bộ không gây phiền hà
Hồ sơ không bị trễ hẹn
Tôi không phải đi lại nhiều lần
Thủ tục đơn giản, dễ hiểu
Công chức hướng dẫn rõ ràng
Không có sai sót trong kết quả
Cán bộ chưa bao giờ hách dịch
Cán bộ không những nhanh mà còn thân thiện
Tôi được tiếp đón niềm nở
Tôi chưa lần nào bị hẹn lại
Tôi không gặp khó khăn gì khi nộp hồ sơ
Cán bộ không giải thích qua loa
Không ai gợi ý tôi đưa tiền
Staff were polite
There were no errors in the result
I did not have to wait long
Officials do not ask for bribes
Neither the forms nor the steps were complicated
""".strip().splitlines()
COMPLAINTS = """
Hồ sơ thường bị trễ
Tôi phải chờ đợi quá lâu
Thông tin khó tìm
Cổng dịch vụ công hay bị lỗi
Cán bộ thiếu nhiệt tình
Tôi phải đi lại nhiều lần
Hướng dẫn không rõ ràng
Cán bộ ít khi lắng nghe
Lệ phí quá cao
Phòng chờ thiếu ghế
Không có ai hướng dẫn tôi
Phản ánh của người dân không được trả lời
The procedure is too complicated
Staff did not explain the procedure
It took too long
I had to pay extra
Nobody was helpful
Nothing was explained
Few officers were polite
Neither the forms nor the steps were clear
""".strip().splitlines()
# What each seems to say is not what it says.
UNCLEAR = """
Cán bộ cần nhiệt tình hơn
Chỉ khi có quen biết mới giải quyết nhanh
Cán bộ không ngại giúp đỡ nhiệt tình
Cán bộ nhiệt tình nhưng giải quyết chậm
Cán bộ giả vờ nhiệt tình
Cán bộ nói quá nhanh
Cán bộ dễ nổi nóng
Cán bộ nào có lịch sự
Xã khác phục vụ tốt hơn
Đề nghị cán bộ lịch sự hơn
Trước kia cán bộ nhiệt tình
Chưa bao giờ tôi được phục vụ tốt như vậy
Khiếu nại được giải quyết
Phản ánh về chậm trễ được xử lý
Xử lý nghiêm cán bộ nhũng nhiễu
Xã đã giảm phiền hà cho dân
Thủ tục đỡ rườm rà
Hồ sơ thiếu được thông báo ngay
Hồ sơ hỏng được cấp lại
Complaints are followed up
The officer apologised for the delay
The office reduced delays
We never had better service
Late applications are accepted
Poor families receive support
The office is far from clean
Staff easily get angry
Other offices are better
The explanation was too quick
So-called fast service
""".strip().splitlines()
PERSON = """
Thu nhập của tôi ổn định
Sức khỏe của tôi tốt
Tôi biết sử dụng máy tính thành thạo
Mạng internet ở nhà tôi nhanh
Tôi sống ở xã này
Tôi học tốt môn toán
Mắt tôi kém
Thị lực kém
Tôi nộp hồ sơ trễ
Tôi điền sai biểu mẫu
Tôi am hiểu thủ tục
Tôi lịch sự với cán bộ
Tôi hài lòng với cuộc sống hiện tại
Kinh tế khó khăn
Hàng xóm tôi thân thiện
I speak English well
My income is good
My hearing is poor
My home connection is slow
My neighbours are friendly
I find it difficult to use a smartphone
I submitted my application late
I was late for my appointment
I easily forget passwords
I enjoy good health
""".strip().splitlines()


@pytest.mark.parametrize(
    ("praises", "statement"),
    [(True, text) for text in PRAISE]
    + [(False, text) for text in COMPLAINTS]
    + [(None, text) for text in (*UNCLEAR, *PERSON)],
)
def test_a_statement_counts_only_where_its_direction_is_certain(praises, statement):
    assert statement_is_good(statement) is praises


_SUBJECTS = ("Cán bộ", "Nhân viên", "Hồ sơ", "Thủ tục", "Phòng chờ")
_GOOD, _BAD = ("nhiệt tình", "rõ ràng", "sạch sẽ"), ("hách dịch", "rườm rà", "bẩn")
_NEGATIONS = ("không", "chưa", "không hề", "chưa bao giờ")
_MADE_UP = st.text("bcdghklmnt", min_size=4, max_size=8)


@given(st.sampled_from(_SUBJECTS), st.sampled_from((*_GOOD, *_BAD)), st.sampled_from(_NEGATIONS))
def test_a_negation_turns_a_made_up_statement_round(subject, judged, negation):
    praises = judged in _GOOD
    assert statement_is_good(f"{subject} {judged}") is praises
    assert statement_is_good(f"{subject} {negation} {judged}") is not praises


@given(
    st.sampled_from(_SUBJECTS),
    st.sampled_from((*_GOOD, *_BAD)),
    _MADE_UP,
    st.integers(0, 2),
)
def test_a_word_nobody_listed_leaves_a_statement_open(subject, judged, unknown, at):
    parts = [subject, judged]
    parts.insert(at, unknown)
    assert statement_is_good(" ".join(parts)) is None
