"""What the invented models of the movement do: names, who carries them out, what they count."""

import dataclasses
from typing import Final

MONEY: Final = "đồng"


@dataclasses.dataclass(frozen=True)
class Counted:
    """One indicator: its unit and a usual value a year (of money in millions)."""

    indicator: str
    unit: str
    usual: int
    cumulative: bool = False


@dataclasses.dataclass(frozen=True)
class Idea:
    """A model that several communes have, each its own."""

    name: str
    sector: str
    unit: str  # followed by the commune
    counted: tuple[Counted, ...]
    content: str
    questions: str = ""  # of the survey, which it aims at


ECONOMY: Final = "Kinh tế"
SOCIETY: Final = "Văn hóa - xã hội"
DEFENCE: Final = "Quốc phòng - an ninh"
POLITICAL: Final = "Xây dựng hệ thống chính trị"

FARMERS: Final = "Hội Nông dân"
WOMEN: Final = "Hội Liên hiệp Phụ nữ"
YOUTH: Final = "Đoàn Thanh niên"
FRONT: Final = "Ủy ban MTTQ Việt Nam"
POLICE: Final = "Công an"
OFFICE: Final = "UBND"

IDEAS: Final = (
    Idea("Hiến đất làm đường giao thông nông thôn", ECONOMY, FRONT,
         (Counted("Diện tích đất hiến", "m²", 2400), Counted("Hộ hiến đất", "hộ", 36)),
         "Vận động nhân dân hiến đất, tháo dỡ hàng rào để mở rộng đường"),
    Idea("Tổ hợp tác trồng sầu riêng an toàn", ECONOMY, FARMERS,
         (Counted("Diện tích trồng an toàn", "ha", 14), Counted("Hộ tham gia", "hộ", 22)),
         "Nông dân góp đất, cùng một quy trình chăm sóc, cùng bán"),
    Idea("Tổ tiết kiệm giúp nhau thoát nghèo", ECONOMY, WOMEN,
         (Counted("Vốn cho vay xoay vòng", MONEY, 180), Counted("Hộ thoát nghèo", "hộ", 7)),
         "Mỗi tháng góp quỹ, cho hội viên khó khăn vay không lãi"),
    Idea("Nuôi dê sinh sản cho hộ cận nghèo", ECONOMY, FARMERS,
         (Counted("Hộ nhận con giống", "hộ", 12), Counted("Thu nhập tăng thêm", "đồng/hộ/năm", 15)),
         "Luân chuyển con giống giữa các hộ"),
    Idea("Tuyến đường hoa nông thôn mới", SOCIETY, WOMEN,
         (Counted("Chiều dài tuyến đường hoa", "m", 1600, cumulative=True),),
         "Mỗi hộ chăm sóc đoạn đường trước nhà"),
    Idea("Thắp sáng đường quê", SOCIETY, YOUTH,
         (Counted("Bóng đèn đã lắp", "bóng đèn", 90), Counted("Kinh phí vận động", MONEY, 120)),
         "Nhân dân góp kinh phí, đoàn viên góp ngày công"),
    Idea("Mái ấm tình thương", SOCIETY, FRONT,
         (Counted("Nhà đã bàn giao", "căn", 4), Counted("Kinh phí vận động", MONEY, 320)),
         "Vận động doanh nghiệp, nhà hảo tâm xây nhà cho hộ nghèo"),
    Idea("Tiếp bước em đến trường", SOCIETY, YOUTH,
         (Counted("Học bổng đã trao", "suất", 75),),
         "Nhận đỡ đầu học sinh có hoàn cảnh khó khăn"),
    Idea("Biến ve chai thành thẻ bảo hiểm y tế", SOCIETY, WOMEN,
         (Counted("Thẻ bảo hiểm y tế đã trao", "thẻ", 40),),
         "Thu gom ve chai gây quỹ mua thẻ cho hội viên nghèo"),
    Idea("Khu dân cư không rác", SOCIETY, FRONT,
         (Counted("Rác thải đã phân loại", "tấn", 26), Counted("Hộ tham gia", "hộ", 210)),
         "Phân loại rác tại nhà, thu gom theo lịch"),
    Idea("Giọt máu nghĩa tình", SOCIETY, YOUTH,
         (Counted("Máu đã hiến", "đơn vị máu", 130),),
         "Vận động hiến máu tình nguyện hai đợt mỗi năm"),
    Idea("Bếp ăn tình thương", SOCIETY, WOMEN,
         (Counted("Suất ăn miễn phí", "suất", 5200),),
         "Nấu cơm, cháo cho bệnh nhân nghèo mỗi tuần hai buổi"),
    Idea("Tổ nhân dân tự quản về an ninh trật tự", DEFENCE, POLICE,
         (Counted("Vụ việc hòa giải thành", "vụ", 18),
          Counted("Tổ tự quản", "tổ", 9, cumulative=True)),
         "Mỗi tổ 20 đến 30 hộ, họp mỗi quý"),
    Idea("Mắt thần giữ bình yên xóm ấp", DEFENCE, POLICE,
         (Counted("Camera đã lắp", "camera", 24, cumulative=True),
          Counted("Kinh phí vận động", MONEY, 150)),
         "Nhân dân góp kinh phí lắp camera ở ngã ba, trường học"),
    Idea("Tiếng kẻng an ninh", DEFENCE, POLICE,
         (Counted("Buổi tuyên truyền", "buổi", 30),),
         "Đánh kẻng báo giờ tự quản và khi có việc"),
    Idea("Giúp người lầm lỗi hòa nhập cộng đồng", DEFENCE, POLICE,
         (Counted("Người được giúp đỡ có việc làm", "người", 5),),
         "Phân công đoàn thể nhận giúp đỡ từng người"),
    Idea("Tổ liên gia an toàn phòng cháy, chữa cháy", DEFENCE, POLICE,
         (Counted("Hộ có bình chữa cháy", "hộ", 160, cumulative=True),),
         "Các nhà liền kề cùng báo cháy, cùng chữa cháy"),
    Idea("Chính quyền thân thiện", POLITICAL, OFFICE,
         (Counted("Thư chúc mừng, chia buồn đã gửi", "thư", 260),),
         "Bốn xin, bốn luôn; tập huấn kỹ năng tiếp dân", "c1, c2"),
    Idea("Một lần hướng dẫn, đủ giấy tờ", POLITICAL, OFFICE,
         (Counted("Hồ sơ hướng dẫn một lần", "hồ sơ", 1450),),
         "Phiếu hướng dẫn ghi đủ giấy tờ cần bổ sung, có chữ ký người hướng dẫn", "c5, c6"),
    Idea("Trả kết quả tại nhà cho người già yếu", POLITICAL, OFFICE,
         (Counted("Lượt trả kết quả tại nhà", "lượt", 140),),
         "Công chức luân phiên trả kết quả sau giờ làm việc", "c3, c7"),
    Idea("Tổ công nghệ số cộng đồng", POLITICAL, YOUTH,
         (Counted("Lượt người được hướng dẫn", "lượt người", 900),),
         "Hướng dẫn nộp hồ sơ trực tuyến tại nhà văn hóa ấp", "c3, c5"),
    Idea("Thứ Sáu nghe dân nói", POLITICAL, OFFICE,
         (Counted("Ý kiến đã trả lời", "ý kiến", 85), Counted("Ý kiến trả lời đúng hạn", "%", 94)),
         "Lãnh đạo tiếp dân mỗi chiều thứ Sáu, trả lời trong năm ngày", "c9"),
    Idea("Thư xin lỗi khi trễ hẹn", POLITICAL, OFFICE,
         (Counted("Thư xin lỗi đã gửi", "thư", 16),),
         "Mọi hồ sơ trễ hẹn đều có thư xin lỗi và ngày hẹn lại", "c7"),
    Idea("Mỗi đảng viên giúp một hộ khó khăn", POLITICAL, "Đảng ủy",
         (Counted("Hộ được giúp đỡ", "hộ", 28),),
         "Chi bộ phân công, kiểm điểm cuối năm"),
)  # fmt: skip
