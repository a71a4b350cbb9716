"""Communes, sectors and periods beside each other as tables; what deserves attention."""

from collections.abc import Callable, Iterator, Sequence

from lib.analysis.attention_levels import ConcernKind
from lib.analysis.concerns import Concern
from lib.analysis.group_comparison import ComparisonRow
from lib.analysis.group_counts import ComparedSubject
from lib.reports.report_table import POINTS, SHARE, WHOLE, ReportTable, exact_points, marked_rate
from lib.reports.safe_workbook import BookCell
from lib.reports.survey_results import SurveyResults
from lib.reports.table_head import TableHead
from lib.survey.model.periods import Period
from lib.survey.model.survey_form import Question
from lib.wording import with_capital

_Asked = Sequence[tuple[int, Question]]  # with their places among the cells of a row

_WIDE = 10  # questions beside each other fit a lying page
_NOTE = (
    "▲ ▼: cao hơn, thấp hơn các nhóm còn lại, vượt quá mức có thể do ngẫu nhiên (95 %; xét chung "
    "mọi câu hỏi của bảng, riêng cột “Chung” xét riêng); không có dấu thì chưa đủ cơ sở kết luận "
    "là khác. Ô không có tỷ lệ: dưới 5 câu trả lời hoặc không được nêu."
)


def group_tables(results: SurveyResults) -> Iterator[ReportTable]:
    """Yield what deserves attention, then the groups, so many questions at a time."""
    yield _concerns(results)
    compared, asked = results.comparison, results.questions
    if len(results.communes) > 1 and len(compared.communes) > 1:
        heads = ("xã", "Xã, phường, thị trấn")
        yield from comparison_tables(heads, asked, compared.communes, results.place)
    if len(compared.sectors) > 1:
        heads = ("lĩnh vực", "Lĩnh vực")
        yield from comparison_tables(heads, asked, compared.sectors, lambda s: s.name)
    if len(compared.periods) > 1:
        yield from comparison_tables(("kỳ", "Kỳ"), asked, compared.periods, Period.name)


def _concerns(results: SurveyResults) -> ReportTable:
    heads = (
        TableHead("Nội dung", 40),
        TableHead("Đơn vị", 24),
        TableHead("So với", 20),
        TableHead("Tỷ lệ hài lòng", 11, number=SHARE),
        TableHead("Tỷ lệ đem so", 11, number=SHARE),
        TableHead("Chênh lệch (điểm phần trăm)", 12, number=POINTS),
        TableHead("Phiếu chưa hài lòng", 12, number=WHOLE),
    )
    rows = [_concern(results, concern) for concern in results.attention.concerns]
    return ReportTable("Cần chú ý", "Nội dung thấp hơn rõ rệt", heads, rows)


def _concern(results: SurveyResults, concern: Concern) -> Sequence[BookCell]:
    against = "kỳ trước" if concern.kind is ConcernKind.WORSE else "các đơn vị khác"
    return (
        results.label(concern.question),
        results.commune(concern.commune) if concern.commune else "tất cả phiếu đã chọn",
        against,
        marked_rate(concern.rate),
        marked_rate(concern.against),
        exact_points(concern.change),
        concern.dissatisfied,
    )


def comparison_tables(
    heads: tuple[str, str],
    questions: Sequence[Question],
    rows: Sequence[ComparisonRow[ComparedSubject]],
    named: Callable[[ComparedSubject], str],
) -> Iterator[ReportTable]:
    """Yield the groups by so many questions as fit beside each other.

    `heads` are by what they are told apart, inside a sentence and above the column.
    """
    (name, first), numbered = heads, list(enumerate(questions))
    for at in range(0, len(numbered), _WIDE):
        part: _Asked = numbered[at : at + _WIDE]
        number = f" ({at // _WIDE + 1})" if len(numbered) > _WIDE else ""
        columns = (
            TableHead(first, 20),
            TableHead("Số phiếu", 8, number=WHOLE),
            TableHead("Chung", 9, number=SHARE),
            *_heads(part),
        )
        cells = [_row(row, part, named) for row in rows]
        title = f"Tỷ lệ hài lòng theo {name}{number}"
        yield ReportTable(f"Theo {name}{number}", title, columns, cells, notes=(_NOTE,))


def _heads(part: _Asked) -> Iterator[TableHead]:
    return (TableHead(question.label, 11, number=SHARE) for _, question in part)


def _row(
    row: ComparisonRow[ComparedSubject],
    part: _Asked,
    named: Callable[[ComparedSubject], str],
) -> Sequence[BookCell]:
    name = "Không ghi" if row.subject is None else named(row.subject)
    cells = [row.overall, *(row.cells[at] for at, _ in part)]
    rates: list[BookCell] = [marked_rate(c.rate, c.mark) if c else None for c in cells]
    return [with_capital(name), row.responses, *rates]
