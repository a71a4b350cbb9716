"""Communes, sectors and periods beside each other as tables; what deserves attention."""

from collections.abc import Callable, Iterator, Sequence

from lib.analysis.attention import Concern, Kind
from lib.analysis.comparison import Row, Subject
from lib.reports.head import Head
from lib.reports.survey_results import Results
from lib.reports.table import POINTS, SHARE, WHOLE, Table, points, rated
from lib.reports.workbook import Cell
from lib.survey.form import Question
from lib.wording import opening

Asked = Sequence[tuple[int, Question]]  # with their places among the cells of a row

WIDE = 10  # questions beside each other fit a lying page
NOTE = (
    "▲ ▼: cao hơn, thấp hơn các nhóm còn lại, vượt quá mức có thể do ngẫu nhiên (95 %, xét chung "
    "mọi ô); không có dấu thì chưa thể nói là khác. Ô không có tỷ lệ: dưới 5 câu trả lời hoặc "
    "không được nêu."
)


def groups(told: Results) -> Iterator[Table]:
    """Yield what deserves attention, then the groups, so many questions at a time."""
    yield _concerns(told)
    compared = told.comparison
    if len(told.communes) > 1 and len(compared.communes) > 1:
        yield from _chunks(told, "xã", "Xã, phường, thị trấn", compared.communes, told.place)
    if len(compared.sectors) > 1:
        yield from _chunks(told, "lĩnh vực", "Lĩnh vực", compared.sectors, lambda s: s.name)
    if len(compared.periods) > 1:
        yield from _chunks(told, "kỳ", "Kỳ", compared.periods, lambda period: period.name())


def _concerns(told: Results) -> Table:
    heads = (
        Head("Nội dung", 40),
        Head("Đơn vị", 24),
        Head("So với", 20),
        Head("Tỷ lệ hài lòng", 11, number=SHARE),
        Head("Tỷ lệ đem so", 11, number=SHARE),
        Head("Chênh lệch (điểm %)", 12, number=POINTS),
        Head("Phiếu chưa hài lòng", 12, number=WHOLE),
    )
    rows = [_concern(told, one) for one in told.concerns]
    return Table("Cần chú ý", "Nội dung thấp hơn rõ", heads, rows)


def _concern(told: Results, one: Concern) -> Sequence[Cell]:
    against = "kỳ trước" if one.kind is Kind.WORSE else "các đơn vị khác"
    return (
        told.label(one.question),
        told.commune(one.commune) if one.commune else "tất cả phiếu đã chọn",
        against,
        rated(one.rate),
        rated(one.against),
        points(one.change),
        one.dissatisfied,
    )


def _chunks(
    told: Results,
    name: str,
    first: str,
    rows: Sequence[Row[Subject]],
    named: Callable[[Subject], str],
) -> Iterator[Table]:
    """Yield the groups by so many questions as fit beside each other."""
    asked = list(enumerate(told.questions))
    for at in range(0, len(asked), WIDE):
        part: Asked = asked[at : at + WIDE]
        number = f" ({at // WIDE + 1})" if len(asked) > WIDE else ""
        heads = (
            Head(first, 20),
            Head("Số phiếu", 8, number=WHOLE),
            *_heads(part),
        )
        cells = [_row(row, part, named) for row in rows]
        title = f"Tỷ lệ hài lòng theo {name}{number}"
        yield Table(f"Theo {name}{number}", title, heads, cells, notes=(NOTE,))


def _heads(part: Asked) -> Iterator[Head]:
    return (Head(question.label, 11, number=SHARE) for _, question in part)


def _row(
    row: Row[Subject],
    part: Asked,
    named: Callable[[Subject], str],
) -> Sequence[Cell]:
    name = "Không ghi" if row.subject is None else named(row.subject)
    cells = [row.cells[at] for at, _ in part]
    rates: list[Cell] = [rated(c.rate, c.mark) if c else None for c in cells]
    return [opening(name), row.responses, *rates]
