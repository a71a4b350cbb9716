"""“Biểu tổng hợp” of a period as a workbook: units, totals, models in full, results.

Always in Vietnamese: it is a paper of the office.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from lib.movement import kinds
from lib.movement.kinds import Kind, Level, Owner, Sector, State
from lib.movement.records import Fact, Model, Register, Result
from lib.movement.summary import Summary
from lib.movement.totals import totals
from lib.reports import summary_table
from lib.reports.head import Head
from lib.reports.movement_about import About
from lib.reports.movement_words import QUALIFIERS, qualifier
from lib.reports.printed import PrintedBook, Sheet
from lib.reports.summary_table import WHOLE
from lib.reports.workbook import Cell
from lib.wording import in_vietnamese

NUMBER = "#,##0.############"  # as many decimals as there are
_Column = tuple[Head, Callable[[Model], Cell]]


def xlsx_file(part: Register, summary: Summary, about: About) -> bytes:
    """Return the workbook of a part of the register, of which `summary` holds the counts."""
    book = PrintedBook()
    with in_vietnamese():
        for sheet in (
            _units(summary, about),
            _totals(part, about),
            _models(part, about),
            _results(part, about),
        ):
            book.printed(sheet)
        return book.bytes()


def _units(summary: Summary, about: About) -> Sheet:
    compared = f"Cùng kỳ: {about.year_before()}, theo địa giới hành chính của kỳ báo cáo."
    return Sheet(
        "Biểu tổng hợp",
        _titles(summary_table.TITLE, about),
        summary_table.heads(summary),
        summary_table.rows(summary),
        summary_table.total(summary),
        (*about.notes(), *summary_table.RULES, *([compared] if summary.earlier else [])),
        frozen=2,
    )


def _totals(part: Register, about: About) -> Sheet:
    heads = (
        Head("STT", 6, number=WHOLE),
        Head("Chỉ tiêu", 60),
        Head("Mức chính xác", 16),
        Head("Giá trị", 18, number=NUMBER),
        Head("Trên tổng số", 12, number=NUMBER),
        Head("Đơn vị tính", 18),
        Head("Số kết quả đã cộng", 12),
        Head("Số kết quả để ngoài", 12),
    )
    rows = (
        (number, one.indicator, qualifier(one), one.value, one.of, one.unit, one.counted,
         one.left_out)
        for number, one in enumerate(totals(part), start=1)
    )  # fmt: skip
    rules = (
        (
            "Không cộng các đơn vị tính khác nhau, tỷ lệ, mức bình quân và số dạng “13/13”; "
            "số lũy kế lấy lần mới nhất của mỗi mô hình."
        ),
        "“Hơn”, “ít nhất”: số thực tế không thấp hơn số đã ghi.",
    )
    titles = _titles("KẾT QUẢ THEO CHỈ TIÊU", about)
    return Sheet("Theo chỉ tiêu", titles, heads, rows, notes=(*about.notes(), *rules))


def _models(part: Register, about: About) -> Sheet:
    every = list(part.models.values())
    columns = [one for one in _COLUMNS if any(one[1](model) for model in every)]
    rows = (
        (number, *(cell(model) for _, cell in columns))
        for number, model in enumerate(every, start=1)
    )
    heads = (Head("STT", 6, number=WHOLE), *(head for head, _ in columns or _COLUMNS[:1]))
    titles = _titles("DANH SÁCH MÔ HÌNH, ĐIỂN HÌNH DÂN VẬN KHÉO", about)
    return Sheet("Danh sách", titles, heads, rows, notes=about.notes(), frozen=2)


def _results(part: Register, about: About) -> Sheet:
    heads = (
        Head("STT", 6, number=WHOLE),
        Head("Mô hình, điển hình", 32),
        Head("Đơn vị, địa bàn", 20),
        Head("Chỉ tiêu", 32),
        Head("Ghi trong sổ", 16),
        Head("Mức chính xác", 10),
        Head("Giá trị", 16, number=NUMBER),
        Head("Trên tổng số", 8, number=NUMBER),
        Head("Đơn vị tính", 13),
        Head("Kỳ", 14),
        Head("Cách tính", 9),
        Head("Nguồn", 18),
    )
    rows = ((number, *cells) for number, cells in enumerate(_figures(part), start=1))
    titles = _titles("KẾT QUẢ CỦA MÔ HÌNH, ĐIỂN HÌNH VÀ SỐ LIỆU CHUNG CỦA ĐỊA BÀN", about)
    return Sheet("Kết quả", titles, heads, rows, notes=about.notes(), frozen=2)


def _figures(part: Register) -> Iterator[tuple[Cell, ...]]:
    for result in part.results:
        model = part.models[result.model]
        yield (model.name, model.unit or model.place, *_figure(result))
    for fact in part.facts:
        yield ("(số liệu chung của địa bàn)", fact.place, *_figure(fact))


def _figure(one: Result | Fact) -> tuple[Cell, ...]:
    quantity = one.quantity
    read: tuple[str, Decimal | None, Decimal | None, str] = ("chưa đọc được", None, None, "")
    if quantity:
        read = (QUALIFIERS[quantity.qualifier], quantity.value, quantity.of, quantity.unit)
    way = "lũy kế" if one.cumulative else ""
    return (one.indicator, one.text, *read, one.period_text, way, one.source)


def _titles(title: str, about: About) -> Sequence[str]:
    return (title, about.when(), *(["DỮ LIỆU MẪU"] if about.sample else []))


def _name(choice: Sector | State | Level | Owner | Kind | None) -> str:
    return kinds.name(choice) if choice else ""


def _list(parts: Iterable[str]) -> str:
    return "; ".join(parts)


_COLUMNS: tuple[_Column, ...] = (
    (Head("Tên mô hình, điển hình", 30), lambda model: model.name),
    (Head("Loại", 9), lambda model: _name(model.kind)),
    (Head("Tập thể, cá nhân", 9), lambda model: _name(model.owner)),
    (Head("Đơn vị thực hiện", 18), lambda model: model.unit),
    (Head("Địa bàn", 16), lambda model: model.place),
    (Head("Lĩnh vực", 13), lambda model: _name(model.sector)),
    (Head("Tình trạng", 11), lambda model: _name(model.state)),
    (Head("Cấp đăng ký", 9), lambda model: _name(model.registered_with)),
    (Head("Năm đăng ký", 8), lambda model: model.year),
    (Head("Thời gian thực hiện", 11), lambda model: model.time),
    (Head("Nội dung, cách làm", 36), lambda model: model.content),
    (Head("Kết quả nổi bật", 30), lambda model: model.outcome),
    (Head("Cấp công nhận", 9), lambda model: _name(model.level)),
    (Head("Cơ quan công nhận", 14), lambda model: model.recognised_by),
    (Head("Số quyết định, ngày", 13), lambda model: model.decision),
    (Head("Hình thức khen thưởng", 11), lambda model: model.award),
    (Head("Nhân rộng tới", 14), lambda model: _list(model.replicated_to)),
    (Head("Địa bàn ưu tiên", 12), lambda model: model.priority),
    (Head("Câu hỏi khảo sát", 8), lambda model: _list(model.questions)),
    (Head("Nguồn", 14), lambda model: model.source),
    (Head("Ghi chú", 14), lambda model: model.note),
)
