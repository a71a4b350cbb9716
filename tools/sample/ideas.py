"""What the invented models of the movement do: names, who carries them out, what they count."""

import dataclasses
from typing import Final

MONEY_UNIT: Final = "đồng"


@dataclasses.dataclass(frozen=True)
class CountedIndicator:
    """One indicator: its unit and a usual value a year (of money in millions)."""

    indicator: str
    unit: str
    usual: int
    cumulative: bool = False


@dataclasses.dataclass(frozen=True)
class ModelIdea:
    """A model that several communes have, each its own."""

    name: str
    sector: str
    unit: str  # followed by the commune
    counted: tuple[CountedIndicator, ...]
    content: str
    questions: str = ""  # of the survey, which it aims at


_ECONOMY: Final = "Kinh tế"
_SOCIETY: Final = "Văn hóa - xã hội"
_DEFENCE: Final = "Quốc phòng - an ninh"
_POLITICAL: Final = "Xây dựng hệ thống chính trị"

_FARMERS: Final = "Hội Nông dân"
_WOMEN: Final = "Hội Liên hiệp Phụ nữ"
_YOUTH: Final = "Đoàn Thanh niên"
_FRONT: Final = "Ủy ban MTTQ Việt Nam"
_POLICE: Final = "Công an"
_OFFICE: Final = "UBND"

MODEL_IDEAS: Final = (
    ModelIdea(
        "Hiến đất làm đường giao thông nông thôn",
        _ECONOMY,
        _FRONT,
        (
            CountedIndicator("Diện tích đất hiến", "m²", 2400),
            CountedIndicator("Hộ hiến đất", "hộ", 36),
        ),
        "Vận động nhân dân hiến đất, tháo dỡ hàng rào để mở rộng đường",
    ),
    ModelIdea(
        "Tổ hợp tác trồng sầu riêng an toàn",
        _ECONOMY,
        _FARMERS,
        (
            CountedIndicator("Diện tích trồng an toàn", "ha", 14),
            CountedIndicator("Hộ tham gia", "hộ", 22),
        ),
        "Nông dân góp đất, cùng một quy trình chăm sóc, cùng bán",
    ),
    ModelIdea(
        "Tổ tiết kiệm giúp nhau thoát nghèo",
        _ECONOMY,
        _WOMEN,
        (
            CountedIndicator("Vốn cho vay xoay vòng", MONEY_UNIT, 180),
            CountedIndicator("Hộ thoát nghèo", "hộ", 7),
        ),
        "Mỗi tháng góp quỹ, cho hội viên khó khăn vay không lãi",
    ),
    ModelIdea(
        "Nuôi dê sinh sản cho hộ cận nghèo",
        _ECONOMY,
        _FARMERS,
        (
            CountedIndicator("Hộ nhận con giống", "hộ", 12),
            CountedIndicator("Thu nhập tăng thêm", "đồng/hộ/năm", 15),
        ),
        "Luân chuyển con giống giữa các hộ",
    ),
    ModelIdea(
        "Tuyến đường hoa nông thôn mới",
        _SOCIETY,
        _WOMEN,
        (CountedIndicator("Chiều dài tuyến đường hoa", "m", 1600, cumulative=True),),
        "Mỗi hộ chăm sóc đoạn đường trước nhà",
    ),
    ModelIdea(
        "Thắp sáng đường quê",
        _SOCIETY,
        _YOUTH,
        (
            CountedIndicator("Bóng đèn đã lắp", "bóng đèn", 90),
            CountedIndicator("Kinh phí vận động", MONEY_UNIT, 120),
        ),
        "Nhân dân góp kinh phí, đoàn viên góp ngày công",
    ),
    ModelIdea(
        "Mái ấm tình thương",
        _SOCIETY,
        _FRONT,
        (
            CountedIndicator("Nhà đã bàn giao", "căn", 4),
            CountedIndicator("Kinh phí vận động", MONEY_UNIT, 320),
        ),
        "Vận động doanh nghiệp, nhà hảo tâm xây nhà cho hộ nghèo",
    ),
    ModelIdea(
        "Tiếp bước em đến trường",
        _SOCIETY,
        _YOUTH,
        (CountedIndicator("Học bổng đã trao", "suất", 75),),
        "Nhận đỡ đầu học sinh có hoàn cảnh khó khăn",
    ),
    ModelIdea(
        "Biến ve chai thành thẻ bảo hiểm y tế",
        _SOCIETY,
        _WOMEN,
        (CountedIndicator("Thẻ bảo hiểm y tế đã trao", "thẻ", 40),),
        "Thu gom ve chai gây quỹ mua thẻ cho hội viên nghèo",
    ),
    ModelIdea(
        "Khu dân cư không rác",
        _SOCIETY,
        _FRONT,
        (
            CountedIndicator("Rác thải đã phân loại", "tấn", 26),
            CountedIndicator("Hộ tham gia", "hộ", 210),
        ),
        "Phân loại rác tại nhà, thu gom theo lịch",
    ),
    ModelIdea(
        "Giọt máu nghĩa tình",
        _SOCIETY,
        _YOUTH,
        (CountedIndicator("Máu đã hiến", "đơn vị máu", 130),),
        "Vận động hiến máu tình nguyện hai đợt mỗi năm",
    ),
    ModelIdea(
        "Bếp ăn tình thương",
        _SOCIETY,
        _WOMEN,
        (CountedIndicator("Suất ăn miễn phí", "suất", 5200),),
        "Nấu cơm, cháo cho bệnh nhân nghèo mỗi tuần hai buổi",
    ),
    ModelIdea(
        "Tổ nhân dân tự quản về an ninh trật tự",
        _DEFENCE,
        _POLICE,
        (
            CountedIndicator("Vụ việc hòa giải thành", "vụ", 18),
            CountedIndicator("Tổ tự quản", "tổ", 9, cumulative=True),
        ),
        "Mỗi tổ 20 đến 30 hộ, họp mỗi quý",
    ),
    ModelIdea(
        "Mắt thần giữ bình yên xóm ấp",
        _DEFENCE,
        _POLICE,
        (
            CountedIndicator("Camera đã lắp", "camera", 24, cumulative=True),
            CountedIndicator("Kinh phí vận động", MONEY_UNIT, 150),
        ),
        "Nhân dân góp kinh phí lắp camera ở ngã ba, trường học",
    ),
    ModelIdea(
        "Tiếng kẻng an ninh",
        _DEFENCE,
        _POLICE,
        (CountedIndicator("Buổi tuyên truyền", "buổi", 30),),
        "Đánh kẻng báo giờ tự quản và khi có việc",
    ),
    ModelIdea(
        "Giúp người lầm lỗi hòa nhập cộng đồng",
        _DEFENCE,
        _POLICE,
        (CountedIndicator("Người được giúp đỡ có việc làm", "người", 5),),
        "Phân công đoàn thể nhận giúp đỡ từng người",
    ),
    ModelIdea(
        "Tổ liên gia an toàn phòng cháy, chữa cháy",
        _DEFENCE,
        _POLICE,
        (CountedIndicator("Hộ có bình chữa cháy", "hộ", 160, cumulative=True),),
        "Các nhà liền kề cùng báo cháy, cùng chữa cháy",
    ),
    ModelIdea(
        "Chính quyền thân thiện",
        _POLITICAL,
        _OFFICE,
        (CountedIndicator("Thư chúc mừng, chia buồn đã gửi", "thư", 260),),
        "Bốn xin, bốn luôn; tập huấn kỹ năng tiếp dân",
        "c1, c2",
    ),
    ModelIdea(
        "Một lần hướng dẫn, đủ giấy tờ",
        _POLITICAL,
        _OFFICE,
        (CountedIndicator("Hồ sơ hướng dẫn một lần", "hồ sơ", 1450),),
        "Phiếu hướng dẫn ghi đủ giấy tờ cần bổ sung, có chữ ký người hướng dẫn",
        "c5, c6",
    ),
    ModelIdea(
        "Trả kết quả tại nhà cho người già yếu",
        _POLITICAL,
        _OFFICE,
        (CountedIndicator("Lượt trả kết quả tại nhà", "lượt", 140),),
        "Công chức luân phiên trả kết quả sau giờ làm việc",
        "c3, c7",
    ),
    ModelIdea(
        "Tổ công nghệ số cộng đồng",
        _POLITICAL,
        _YOUTH,
        (CountedIndicator("Lượt người được hướng dẫn", "lượt người", 900),),
        "Hướng dẫn nộp hồ sơ trực tuyến tại nhà văn hóa ấp",
        "c3, c5",
    ),
    ModelIdea(
        "Thứ Sáu nghe dân nói",
        _POLITICAL,
        _OFFICE,
        (
            CountedIndicator("Ý kiến đã trả lời", "ý kiến", 85),
            CountedIndicator("Ý kiến trả lời đúng hạn", "%", 94),
        ),
        "Lãnh đạo tiếp dân mỗi chiều thứ Sáu, trả lời trong năm ngày",
        "c9",
    ),
    ModelIdea(
        "Thư xin lỗi khi trễ hẹn",
        _POLITICAL,
        _OFFICE,
        (CountedIndicator("Thư xin lỗi đã gửi", "thư", 16),),
        "Mọi hồ sơ trễ hẹn đều có thư xin lỗi và ngày hẹn lại",
        "c7",
    ),
    ModelIdea(
        "Mỗi đảng viên giúp một hộ khó khăn",
        _POLITICAL,
        "Đảng ủy",
        (CountedIndicator("Hộ được giúp đỡ", "hộ", 28),),
        "Chi bộ phân công, kiểm điểm cuối năm",
    ),
)
