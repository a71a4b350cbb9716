"""Every table of a paper on the survey: for the report's annex, and as a workbook, “Sổ liệu”."""

from collections.abc import Iterator

from lib.analysis.overview_figures import Overview, OverviewFigures
from lib.analysis.rates import Rate, RateChange
from lib.reports.paper_basis import SurveyBasis
from lib.reports.printed_book import PrintedBook, PrintedSheet
from lib.reports.report_table import (
    DAY,
    POINTS,
    SHARE,
    WHOLE,
    ReportTable,
    SheetChart,
    exact_points,
    exact_share,
    marked_rate,
)
from lib.reports.safe_workbook import BookCell
from lib.reports.survey_changes import change_table
from lib.reports.survey_groups import group_tables
from lib.reports.survey_handling import work_tables
from lib.reports.survey_results import SurveyResults
from lib.reports.table_head import TableHead
from lib.survey.model.answer_levels import Answer, Polarity
from lib.survey.model.periods import Period
from lib.survey.model.sipas_factors import FACTOR_NAMES
from lib.wording import gettext, in_vietnamese, with_capital

_RATE = (
    TableHead("Tỷ lệ hài lòng", 11, number=SHARE),
    TableHead("từ", 11, "Khoảng tin cậy 95 %", SHARE),
    TableHead("đến", 11, "Khoảng tin cậy 95 %", SHARE),
)
_POLARITIES = {
    Polarity.SATISFIED: "hài lòng",
    Polarity.NEUTRAL: "bình thường",
    Polarity.DISSATISFIED: "chưa hài lòng",
    Polarity.NOT_APPLICABLE: "không áp dụng",
    Polarity.UNCLASSIFIED: "chưa phân loại",
}


def survey_xlsx(told: SurveyResults, about: SurveyBasis) -> bytes:
    """Return every table as a sheet, with numbers, dates and charts, in Vietnamese."""
    book = PrintedBook()
    with in_vietnamese():
        for table in survey_tables(told):
            book.printed(_sheet(table, about))
        return book.bytes()


def survey_tables(told: SurveyResults) -> Iterator[ReportTable]:
    """Yield those tables that hold something, in the order of the report."""
    yield _summed(told)
    if not told.overview.figures.responses:
        return
    made = (
        _compared(told.overview),
        questions_table(told),
        change_table(told),
        _levels(told),
        _trend(told.overview),
        sipas_table(told),
        *group_tables(told),
        *(work_tables(told.handled) if told.handled else ()),
    )
    yield from (table for table in made if table.rows)


def _sheet(table: ReportTable, about: SurveyBasis) -> PrintedSheet:
    titles = (table.title.upper(), about.when(), *(["DỮ LIỆU MẪU"] if about.sample else []))
    notes = (*table.below, *about.notes())
    return PrintedSheet(table.name, titles, table.heads, table.rows, notes=notes, chart=table.chart)


def _summed(told: SurveyResults) -> ReportTable:
    """Return the figures of everything chosen."""
    of, wholly = told.overview.figures, told.sipas.wholly
    heads = (
        TableHead("Chỉ tiêu", 52),
        TableHead("Số lượng", 12, number=WHOLE),
        TableHead("Trên tổng số", 12, number=WHOLE),
        *_RATE,
    )
    rows: list[tuple[BookCell, ...]] = [
        ("Số phiếu", of.responses, *[None] * 4),
        ("Phiếu có câu trả lời hợp lệ", of.rating, of.responses, *[None] * 3),
        ("Phiếu có câu trả lời chưa hài lòng", of.dissatisfied, of.rating, *[None] * 3),
        ("Câu trả lời hài lòng (tỷ lệ hài lòng chung)", *_rate(of.rate)),
        ("Phiếu hài lòng toàn diện", *_rate(wholly)),
    ]
    return ReportTable("Tổng hợp", "Kết quả chung", heads, rows)


def _compared(told: Overview) -> ReportTable:
    """Return the compared period and those that it is held against."""
    heads = (
        TableHead("Kỳ", 22),
        TableHead("Từ ngày", 12, number=DAY),
        TableHead("Đến ngày", 12, number=DAY),
        TableHead("Số phiếu", 10, number=WHOLE),
        TableHead("Phiếu chưa hài lòng", 12, number=WHOLE),
        *_RATE,
        TableHead("Thay đổi đến kỳ này (điểm %)", 14, number=POINTS),
        TableHead("Mức rõ", 12),
    )
    rows: list[tuple[BookCell, ...]] = []
    if told.now and told.period and told.previous:
        rows.append((*_figures(told.period, told.now), None, None))
        for against in filter(None, (told.previous, told.year_ago)):
            figures = _figures(against.period, against.figures)
            rows.append((*figures, exact_points(against.rate), _clear(against.rate)))
    return ReportTable("So với kỳ trước", "So với kỳ trước và cùng kỳ", heads, rows)


def questions_table(told: SurveyResults) -> ReportTable:
    """Return the questions from the lowest rate up."""
    heads = (
        TableHead("STT", 6, number=WHOLE),
        TableHead("Câu hỏi", 38),
        TableHead("Hài lòng", 9, number=WHOLE),
        TableHead("Bình thường", 11, number=WHOLE),
        TableHead("Chưa hài lòng", 9, number=WHOLE),
        TableHead("Câu trả lời hợp lệ (n)", 10, number=WHOLE),
        *_RATE,
    )
    rows = [
        (number, one.question.label, one.rate.satisfied, one.answers[Answer.NEUTRAL],
         one.dissatisfied, *_rate(one.rate)[1:])
        for number, one in enumerate(told.overview.questions, start=1)
    ]  # fmt: skip
    chart = SheetChart("bar", 1, 6, "Tỷ lệ hài lòng theo câu hỏi")
    return ReportTable("Theo câu hỏi", "Kết quả theo câu hỏi, từ thấp đến cao", heads, rows, chart)


def _levels(told: SurveyResults) -> ReportTable:
    heads = (
        TableHead("Câu hỏi", 50),
        TableHead("Mức trả lời", 34),
        TableHead("Tính là", 16),
        TableHead("Số phiếu", 10, number=WHOLE),
        TableHead("Trên câu trả lời hợp lệ", 12, number=SHARE),
    )
    rows: list[tuple[BookCell, ...]] = []
    for one in told.levels:
        valid = sum(n for level, n in one.named if level.answer.valid)
        for level, n in one.named:
            part = exact_share(n / valid) if valid and level.answer.valid else None
            rows.append((one.question.label, level.text, _POLARITIES[level.polarity], n, part))
    return ReportTable("Theo mức trả lời", "Số phiếu theo từng mức trả lời", heads, rows)


def _trend(told: Overview) -> ReportTable:
    """Return the steps of the trend; those that may not be shown are blank."""
    heads = (
        TableHead("Kỳ", 18),
        TableHead("Từ ngày", 12, number=DAY),
        TableHead("Đến ngày", 12, number=DAY),
        TableHead("Số phiếu", 10, number=WHOLE),
        TableHead("Phiếu chưa hài lòng", 12, number=WHOLE),
        *_RATE,
    )
    rows: list[tuple[BookCell, ...]] = [
        _figures(p.period, p.figures) if p.figures else (*_period(p.period), *[None] * 5)
        for p in told.trend
    ]
    chart = SheetChart("line", 0, 5, "Tỷ lệ hài lòng chung theo thời gian")
    shown = rows if len(rows) > 1 else []
    return ReportTable("Theo thời gian", "Tỷ lệ hài lòng chung theo thời gian", heads, shown, chart)


def sipas_table(told: SurveyResults) -> ReportTable:
    """Return the rates by the factors of the state's method."""
    heads = (
        TableHead("Yếu tố", 40),
        TableHead("Số câu hỏi", 9, number=WHOLE),
        TableHead("Câu trả lời hài lòng", 12, number=WHOLE),
        TableHead("Câu trả lời hợp lệ", 12, number=WHOLE),
        *_RATE,
        TableHead("Số phiếu", 10, number=WHOLE),
    )
    rows = [
        (gettext(FACTOR_NAMES[one.factor]), len(one.questions), *_rate(one.rate), one.rate.people)
        for one in told.sipas.parts
    ]
    title = "Tỷ lệ hài lòng theo các yếu tố của phương pháp SIPAS"
    return ReportTable("SIPAS", title, heads, rows)


def _rate(of: Rate) -> tuple[BookCell, ...]:
    """Return satisfied, valid, and the rate with its interval, blank below the least number."""
    if of.rate is None:
        return (of.satisfied, of.valid, None, None, None)
    return (of.satisfied, of.valid, marked_rate(of), exact_share(of.low), exact_share(of.high))


def _figures(period: Period, of: OverviewFigures) -> tuple[BookCell, ...]:
    return (*_period(period), of.responses, of.dissatisfied, *_rate(of.rate)[2:])


def _period(of: Period) -> tuple[BookCell, ...]:
    return (with_capital(of.name()), of.first, of.last)


def _clear(change: RateChange | None) -> str:
    if change is None:
        return "chưa đủ phiếu"
    return "khác rõ" if change.clear else "chưa rõ"
