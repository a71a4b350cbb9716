"""“Biểu tổng hợp” of a period as a workbook: units, totals, models in full, results.

Always in Vietnamese: it is a paper of the office.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from lib.movement.indicator_totals import indicator_totals
from lib.movement.model_summary import ModelSummary
from lib.movement.register_choices import (
    ModelKind,
    ModelOwner,
    ModelSector,
    ModelState,
    RecognitionLevel,
    choice_name,
)
from lib.movement.register_records import ModelResult, MovementModel, PlaceFact, Register
from lib.reports.movement_words import QUALIFIER_WORDS, total_qualifier
from lib.reports.paper_basis import MovementBasis
from lib.reports.printed_book import PrintedBook, PrintedSheet
from lib.reports.safe_workbook import BookCell
from lib.reports.summary_table import (
    SUMMARY_RULES,
    SUMMARY_TITLE,
    WHOLE,
    summary_heads,
    summary_rows,
    summary_total,
)
from lib.reports.table_head import TableHead
from lib.wording import in_vietnamese

_NUMBER = "#,##0.############"  # as many decimals as there are
_Column = tuple[TableHead, Callable[[MovementModel], BookCell]]


def movement_xlsx(part: Register, summary: ModelSummary, about: MovementBasis) -> bytes:
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


def _units(summary: ModelSummary, about: MovementBasis) -> PrintedSheet:
    compared = f"Cùng kỳ: {about.year_before()}, theo địa giới hành chính của kỳ báo cáo."
    return PrintedSheet(
        "Biểu tổng hợp",
        _titles(SUMMARY_TITLE, about),
        summary_heads(summary),
        summary_rows(summary),
        summary_total(summary),
        (*about.notes(), *SUMMARY_RULES, *([compared] if summary.earlier else [])),
        frozen=2,
    )


def _totals(part: Register, about: MovementBasis) -> PrintedSheet:
    heads = (
        TableHead("STT", 6, number=WHOLE),
        TableHead("Chỉ tiêu", 60),
        TableHead("Mức chính xác", 16),
        TableHead("Giá trị", 18, number=_NUMBER),
        TableHead("Trên tổng số", 12, number=_NUMBER),
        TableHead("Đơn vị tính", 18),
        TableHead("Số kết quả đã cộng", 12),
        TableHead("Số kết quả để ngoài", 12),
    )
    rows = (
        (number, one.indicator, total_qualifier(one), one.value, one.of, one.unit, one.counted,
         one.left_out)
        for number, one in enumerate(indicator_totals(part), start=1)
    )  # fmt: skip
    rules = (
        (
            "Không cộng các đơn vị tính khác nhau, tỷ lệ, mức bình quân và số dạng “13/13”; "
            "số lũy kế lấy lần mới nhất của mỗi mô hình."
        ),
        "“Hơn”, “ít nhất”: số thực tế không thấp hơn số đã ghi.",
    )
    titles = _titles("KẾT QUẢ THEO CHỈ TIÊU", about)
    return PrintedSheet("Theo chỉ tiêu", titles, heads, rows, notes=(*about.notes(), *rules))


def _models(part: Register, about: MovementBasis) -> PrintedSheet:
    every = list(part.models.values())
    columns = [one for one in _COLUMNS if any(one[1](model) for model in every)]
    rows = (
        (number, *(cell(model) for _, cell in columns))
        for number, model in enumerate(every, start=1)
    )
    heads = (TableHead("STT", 6, number=WHOLE), *(head for head, _ in columns or _COLUMNS[:1]))
    titles = _titles("DANH SÁCH MÔ HÌNH, ĐIỂN HÌNH DÂN VẬN KHÉO", about)
    return PrintedSheet("Danh sách", titles, heads, rows, notes=about.notes(), frozen=2)


def _results(part: Register, about: MovementBasis) -> PrintedSheet:
    heads = (
        TableHead("STT", 6, number=WHOLE),
        TableHead("Mô hình, điển hình", 32),
        TableHead("Đơn vị, địa bàn", 20),
        TableHead("Chỉ tiêu", 32),
        TableHead("Ghi trong sổ", 16),
        TableHead("Mức chính xác", 10),
        TableHead("Giá trị", 16, number=_NUMBER),
        TableHead("Trên tổng số", 8, number=_NUMBER),
        TableHead("Đơn vị tính", 13),
        TableHead("Kỳ", 14),
        TableHead("Cách tính", 9),
        TableHead("Nguồn", 18),
    )
    rows = ((number, *cells) for number, cells in enumerate(_figures(part), start=1))
    titles = _titles("KẾT QUẢ CỦA MÔ HÌNH, ĐIỂN HÌNH VÀ SỐ LIỆU CHUNG CỦA ĐỊA BÀN", about)
    return PrintedSheet("Kết quả", titles, heads, rows, notes=about.notes(), frozen=2)


def _figures(part: Register) -> Iterator[tuple[BookCell, ...]]:
    for result in part.results:
        model = part.models[result.model]
        yield (model.name, model.unit or model.place, *_figure(result))
    for fact in part.facts:
        yield ("(số liệu chung của địa bàn)", fact.place, *_figure(fact))


def _figure(one: ModelResult | PlaceFact) -> tuple[BookCell, ...]:
    quantity = one.quantity
    read: tuple[str, Decimal | None, Decimal | None, str] = ("chưa đọc được", None, None, "")
    if quantity:
        read = (QUALIFIER_WORDS[quantity.qualifier], quantity.value, quantity.of, quantity.unit)
    way = "lũy kế" if one.cumulative else ""
    return (one.indicator, one.text, *read, one.period_text, way, one.source)


def _titles(title: str, about: MovementBasis) -> Sequence[str]:
    return (title, about.when(), *(["DỮ LIỆU MẪU"] if about.sample else []))


def _name(
    choice: ModelSector | ModelState | RecognitionLevel | ModelOwner | ModelKind | None,
) -> str:
    return choice_name(choice) if choice else ""


def _list(parts: Iterable[str]) -> str:
    return "; ".join(parts)


_COLUMNS: tuple[_Column, ...] = (
    (TableHead("Tên mô hình, điển hình", 30), lambda model: model.name),
    (TableHead("Loại", 9), lambda model: _name(model.kind)),
    (TableHead("Tập thể, cá nhân", 9), lambda model: _name(model.owner)),
    (TableHead("Đơn vị thực hiện", 18), lambda model: model.unit),
    (TableHead("Địa bàn", 16), lambda model: model.place),
    (TableHead("Lĩnh vực", 13), lambda model: _name(model.sector)),
    (TableHead("Tình trạng", 11), lambda model: _name(model.state)),
    (TableHead("Cấp đăng ký", 9), lambda model: _name(model.registered_with)),
    (TableHead("Năm đăng ký", 8), lambda model: model.year),
    (TableHead("Thời gian thực hiện", 11), lambda model: model.time),
    (TableHead("Nội dung, cách làm", 36), lambda model: model.content),
    (TableHead("Kết quả nổi bật", 30), lambda model: model.outcome),
    (TableHead("Cấp công nhận", 9), lambda model: _name(model.level)),
    (TableHead("Cơ quan công nhận", 14), lambda model: model.recognised_by),
    (TableHead("Số quyết định, ngày", 13), lambda model: model.decision),
    (TableHead("Hình thức khen thưởng", 11), lambda model: model.award),
    (TableHead("Nhân rộng tới", 14), lambda model: _list(model.replicated_to)),
    (TableHead("Địa bàn ưu tiên", 12), lambda model: model.priority),
    (TableHead("Câu hỏi khảo sát", 8), lambda model: _list(model.questions)),
    (TableHead("Nguồn", 14), lambda model: model.source),
    (TableHead("Ghi chú", 14), lambda model: model.note),
)
