"""The empty register of Dân vận khéo: tabs to fill in, choices to choose from, and a guide.

Its headers are those that the register's reader knows. Cells for values and times are text, so
that no spreadsheet makes a date of “8/13” or of “03/2023”.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from lib.movement.register_choices import (
    ModelKind,
    ModelOwner,
    ModelSector,
    ModelState,
    RecognitionLevel,
    choice_name,
)
from lib.reports.safe_workbook import SafeBook
from lib.wording import in_vietnamese

MODELS, RESULTS, GUIDE = "Mô hình", "Kết quả", "Hướng dẫn"
_TWO_LINES = 36  # points
_ROWS = 2000  # that have their choices
_FONT = {"font_name": "Times New Roman", "font_size": 12, "text_wrap": True, "valign": "top"}
_TITLE = {**_FONT, "bold": True, "bg_color": "#EEF1F4", "border": 1, "align": "center"}


class TemplateColumn(NamedTuple):
    """A column to fill in: its header, how, an example, and what may be chosen if it is so."""

    header: str
    width: int
    how: str
    example: str
    choices: tuple[str, ...] = ()


def register_template_xlsx() -> bytes:
    """Return the empty register; its choices are in Vietnamese, as the register is."""
    with in_vietnamese():
        book = _Template()
        book.fill_in(MODELS, model_template_columns())
        book.fill_in(RESULTS, result_template_columns())
        book.guide({MODELS: model_template_columns(), RESULTS: result_template_columns()})
        return book.bytes()


def model_template_columns() -> tuple[TemplateColumn, ...]:
    """Return the columns of the tab of models."""
    levels = _names(RecognitionLevel)
    return (
        TemplateColumn("STT", 6, "Số thứ tự; có thể để trống.", "1"),
        TemplateColumn(
            "Tên mô hình, điển hình",
            44,
            "Bắt buộc. Mỗi dòng một mô hình hoặc điển hình.",
            "Đổi rác thải nguy hại lấy quà",
        ),
        TemplateColumn("Loại", 14, "Chọn trong danh sách.", "Mô hình", _names(ModelKind)),
        TemplateColumn(
            "Tập thể, cá nhân", 12, "Chọn trong danh sách.", "Tập thể", _names(ModelOwner)
        ),
        TemplateColumn(
            "Đơn vị thực hiện", 28, "Tên đơn vị chủ trì.", "Hội Liên hiệp Phụ nữ xã Xuân Đông"
        ),
        TemplateColumn(
            "Địa bàn",
            28,
            "Xã, phường hoặc ấp; nhiều nơi thì cách nhau bằng dấu phẩy.",
            "Ấp 7, xã Xuân Đông",
        ),
        TemplateColumn(
            "Lĩnh vực",
            26,
            "Chọn trong danh sách; “Kinh tế – xã hội” khi không tách được.",
            "Văn hóa – xã hội",
            _names(ModelSector),
        ),
        TemplateColumn("Tình trạng", 18, "Chọn trong danh sách.", "Nhân rộng", _names(ModelState)),
        TemplateColumn("Cấp đăng ký", 20, "Chọn trong danh sách.", "Cấp xã", levels),
        TemplateColumn("Năm đăng ký", 10, "Năm, bốn chữ số.", "2026"),
        TemplateColumn("Bắt đầu", 14, "Ngày, tháng hoặc năm bắt đầu.", "03/2026"),
        TemplateColumn("Kết thúc", 14, "Để trống khi còn thực hiện.", "12/2026"),
        TemplateColumn(
            "Nội dung, cách làm",
            50,
            "Tóm tắt.",
            "Thu gom pin, bóng đèn hỏng; mỗi kg đổi hai vở",
        ),
        TemplateColumn(
            "Số người tham gia", 12, "Con số; “hơn”, “khoảng” viết trước số.", "hơn 120"
        ),
        TemplateColumn("Kinh phí vận động (triệu đồng)", 16, "Con số, theo triệu đồng.", "15,5"),
        TemplateColumn(
            "Cấp công nhận",
            20,
            "Chọn trong danh sách; để trống khi chưa công nhận.",
            "Cấp xã",
            levels,
        ),
        TemplateColumn("Cơ quan công nhận", 22, "Tên cơ quan.", "UBND xã Xuân Đông"),
        TemplateColumn(
            "Số quyết định, ngày", 22, "Số và ngày của quyết định.", "12/QĐ-UBND, 15/10/2026"
        ),
        TemplateColumn("Hình thức khen thưởng", 18, "Giấy khen, Bằng khen …", "Giấy khen"),
        TemplateColumn(
            "Nhân rộng tới", 28, "Các xã, phường đã nhân rộng.", "Xã Xuân Quế, xã Sông Ray"
        ),
        TemplateColumn(
            "Địa bàn ưu tiên", 24, "Lý do ưu tiên nếu có.", "Vùng đồng bào dân tộc thiểu số"
        ),
        TemplateColumn(
            "Câu hỏi khảo sát liên quan",
            16,
            "Số câu hỏi của phiếu khảo sát mà mô hình hướng tới.",
            "c6, c7",
        ),
        TemplateColumn("Nguồn", 24, "Văn bản, báo cáo có số liệu.", "Báo cáo sơ kết 6 tháng 2026"),
        TemplateColumn("Ghi chú", 24, "Không ghi họ tên, số điện thoại của cá nhân.", ""),
    )


def result_template_columns() -> tuple[TemplateColumn, ...]:
    """Return the columns of the tab of results."""
    return (
        TemplateColumn("STT", 6, "Số thứ tự; có thể để trống.", "1"),
        TemplateColumn(
            "Tên mô hình",
            44,
            f"Đúng như ở thẻ “{MODELS}”; để trống với số liệu chung của một địa bàn.",
            "Đổi rác thải nguy hại lấy quà",
        ),
        TemplateColumn("Địa bàn", 28, "Cần khi không ghi tên mô hình.", "Xã Xuân Đông"),
        TemplateColumn(
            "Lĩnh vực",
            26,
            "Chọn khi không ghi tên mô hình.",
            "Văn hóa – xã hội",
            _names(ModelSector),
        ),
        TemplateColumn("Chỉ tiêu", 40, "Bắt buộc. Mỗi dòng một chỉ tiêu của một kỳ.", "Vở đã đổi"),
        TemplateColumn(
            "Mức chính xác",
            14,
            "“hơn”, “ít nhất”: số thực tế không thấp hơn; trống là “bằng”.",
            "hơn",
            ("bằng", "hơn", "ít nhất", "khoảng"),
        ),
        TemplateColumn("Giá trị", 16, "Bắt buộc. Con số, hoặc “13/13”.", "18.000"),
        TemplateColumn(
            "Đơn vị tính", 16, "Bắt buộc. Ví dụ: cuốn vở, kg, triệu đồng, hộ.", "cuốn vở"
        ),
        TemplateColumn(
            "Kỳ", 18, "Tháng, quý, 6 tháng, 9 tháng, năm hoặc từ ngày – đến ngày.", "Quý III/2026"
        ),
        TemplateColumn(
            "Cách tính",
            14,
            "“Lũy kế” khi số gồm cả các kỳ trước.",
            "Trong kỳ",
            ("Trong kỳ", "Lũy kế"),
        ),
        TemplateColumn("Nguồn", 28, "Văn bản, báo cáo có số liệu.", "Báo cáo quý III/2026"),
    )


class _Template(SafeBook):
    """A workbook to be filled in."""

    def fill_in(self, name: str, entries: Sequence[TemplateColumn]) -> None:
        """Add an empty tab; its header stays, what may be chosen drops down."""
        sheet = self.added_sheet(name)
        text = self._book.add_format({**_FONT, "num_format": "@"})
        title = self._book.add_format(_TITLE)
        for at, entry in enumerate(entries):
            sheet.set_column(at, at, entry.width, text)
            sheet.write_string(0, at, entry.header, title)
            if entry.choices:
                sheet.data_validation(1, at, _ROWS, at, _choice(entry))
        sheet.set_row(0, _TWO_LINES)
        sheet.freeze_panes(1, 2)
        sheet.ignore_errors({"number_stored_as_text": f"A1:Z{_ROWS + 1}"})
        _printed(sheet)

    def guide(self, tabs: dict[str, Sequence[TemplateColumn]]) -> None:
        """Add the guide: a column of the register is a row here, with one example each."""
        sheet = self.added_sheet(GUIDE)
        text, title = self._book.add_format(_FONT), self._book.add_format(_TITLE)
        for at, width in enumerate((18, 30, 60, 44, 66)):
            sheet.set_column(at, at, width, text)
        heads = ("Ở đâu", "Tiêu đề cột", "Cách ghi", "Ví dụ", "Các từ để chọn")
        _write(sheet, 0, heads, title)
        rows = (
            (f"Thẻ “{tab}”", entry.header, entry.how, *_example_and_choices(entry))
            for tab, entries in tabs.items()
            for entry in entries
        )
        for at, row in enumerate(rows, start=1):
            _write(sheet, at, row, text)
            sheet.set_row(at, _TWO_LINES)
        sheet.freeze_panes(1, 0)
        _printed(sheet)


def _example_and_choices(entry: TemplateColumn) -> tuple[str, str]:
    """Return example and choices, begun so that no reader takes them for headers."""
    example = f"Ví dụ: {entry.example}" if entry.example else ""
    return example, f"Chọn: {'; '.join(entry.choices)}" if entry.choices else ""


def _write(sheet: Worksheet, row: int, words: Iterable[str], form: object) -> None:
    for at, word in enumerate(words):
        sheet.write_string(row, at, word, form)


def _choice(entry: TemplateColumn) -> dict[str, object]:
    """Return what makes a list drop down; another word is asked about, not refused."""
    return {
        "validate": "list",
        "source": list(entry.choices),
        "input_title": entry.header[:32],
        "input_message": entry.how,
        "error_type": "warning",
        "error_title": "Không có trong danh sách",
        "error_message": "Từ này không có trong danh sách và có thể không đọc được.",
    }


def _names(
    choices: Iterable[ModelSector | ModelState | RecognitionLevel | ModelOwner | ModelKind],
) -> tuple[str, ...]:
    return tuple(map(choice_name, choices))


def _printed(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
