"""What the article of 10/02/2023 says of the movement, as rows of a register.

Facts, not its prose. What it does not say is empty; a sector that it does not name is inferred
from what the model does, and the row says so.
"""

from typing import Final

_NAME: Final = "Bài báo"
_SOURCE: Final = "Bài báo ngày 10/02/2023"
_INFERRED: Final = "Lĩnh vực: suy luận từ nội dung, bài báo không nêu"
_DISTRICT: Final = "Huyện Cẩm Mỹ"

_SURVEY: Final = (
    "Khảo sát mức độ hài lòng của tổ chức và cá nhân về chất lượng dịch vụ hành chính "
    "bằng hình thức Google Form"
)
_ECONOMY: Final = "Kinh tế - xã hội"
_DEFENCE: Final = "Quốc phòng - an ninh"
_POLITICAL: Final = "Xây dựng hệ thống chính trị"
_SPREAD: Final = "Đã nhân rộng"

# name, unit, place, sector, state, note
_MODELS: Final = (
    (
        "Giữ gìn an ninh trật tự tại cơ sở và cho vay vốn Quỹ Doanh nhân với an ninh trật tự tỉnh",
        "Công an huyện Cẩm Mỹ", _DISTRICT, _DEFENCE, _SPREAD, _INFERRED,
    ),
    (
        "Đổi rác thải nguy hại lấy quà",
        "Phòng TN-MT huyện", _DISTRICT, _ECONOMY, _SPREAD, _INFERRED,
    ),
    ("Camera an ninh", "", _DISTRICT, _DEFENCE, _SPREAD, _INFERRED),
    (
        "Cải cách hành chính",
        "UBND xã Xuân Tây", "Xã Xuân Tây", _POLITICAL, _SPREAD,
        f"Đơn vị thực hiện và l{_INFERRED[1:]}",
    ),
    (_SURVEY, "UBND xã Xuân Tây", "Xã Xuân Tây", _POLITICAL, "Đang thực hiện", _INFERRED),
    ("Nuôi heo rừng bằng trái cây", "", "Xã Sông Ray", _ECONOMY, _SPREAD, _INFERRED),
    ("Nuôi dúi", "", "Xã Sông Ray", _ECONOMY, _SPREAD, _INFERRED),
)  # fmt: skip

# model, indicator, value, unit, period
_RESULTS: Final = (
    (
        "Đổi rác thải nguy hại lấy quà", "Rác thải nguy hại người dân mang đến đổi",
        "18 tấn", "tấn", "từ khi thực hiện mô hình",
    ),
    (
        "Đổi rác thải nguy hại lấy quà", "Vở học sinh đã đổi",
        "hơn 18 ngàn", "cuốn vở", "từ khi thực hiện mô hình",
    ),
    ("Camera an ninh", "Số xã có mô hình", "13/13", "xã", ""),
    (_SURVEY, "Số ý kiến thu được", "226", "ý kiến", ""),
    (_SURVEY, "Số câu hỏi", "10", "câu hỏi", ""),
)  # fmt: skip

# indicator, value, unit, period
_FACTS: Final = (
    (
        "Người dân tự nguyện đóng góp xây dựng hạ tầng cơ sở nông thôn",
        "37 tỷ đồng", "đồng", "không nêu",
    ),
    (
        "Thu nhập bình quân đầu người",
        "hơn 70 triệu đồng/năm", "đồng/người/năm", "đến nay (02/2023)",
    ),
    ("Số xã đạt chuẩn nông thôn mới nâng cao", "8 xã", "xã", "đến nay (02/2023)"),
    ("Số xã nông thôn mới kiểu mẫu", "3 xã", "xã", "đến nay (02/2023)"),
)  # fmt: skip


def article_models() -> list[dict[str, str]]:
    """Return the article's models by the headers of the register."""
    columns = ("Tên mô hình", "Đơn vị thực hiện", "Địa bàn", "Lĩnh vực", "Tình trạng", "Ghi chú")
    own = {"Loại": "Mô hình", "Nguồn": _SOURCE, "Bộ dữ liệu": _NAME}
    return [{**dict(zip(columns, row, strict=True)), **own} for row in _MODELS]


def article_results() -> list[dict[str, str]]:
    """Return the article's results, then what it says of the whole district."""
    own = {"Nguồn": _SOURCE, "Bộ dữ liệu": _NAME}
    columns = ("Chỉ tiêu", "Giá trị", "Đơn vị tính", "Kỳ")
    of_models = [
        {"Tên mô hình": model, **dict(zip(columns, row, strict=True)), **own}
        for model, *row in _RESULTS
    ]
    district = {"Địa bàn": _DISTRICT, "Lĩnh vực": _ECONOMY}
    facts = [{**district, **dict(zip(columns, row, strict=True)), **own} for row in _FACTS]
    return of_models + facts
