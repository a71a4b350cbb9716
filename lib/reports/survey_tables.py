"""Every table of a paper on the survey: for the report's annex, and as a workbook, “Sổ liệu”."""

from collections.abc import Iterable, Iterator

from lib.analysis.overview_figures import Overview, OverviewFigures
from lib.analysis.rates import Rate
from lib.reports.paper_basis import SurveyBasis
from lib.reports.printed_book import PrintedBook, PrintedSheet
from lib.reports.report_table import (
    DAY,
    POINTS,
    SHARE,
    WHOLE,
    ReportTable,
    SheetChart,
    clearness_words,
    exact_points,
    exact_share,
    marked_rate,
)
from lib.reports.safe_workbook import BookCell
from lib.reports.survey_changes import change_table
from lib.reports.survey_groups import group_tables
from lib.reports.survey_handling import work_tables
from lib.reports.survey_results import SurveyResults
from lib.reports.survey_sentences import unclassified_sentences
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


def survey_xlsx(results: SurveyResults, about: SurveyBasis) -> bytes:
    """Return every table as a sheet, with numbers, dates and charts, in Vietnamese."""
    with in_vietnamese():
        return tables_xlsx(survey_tables(results), about)


def tables_xlsx(tables: Iterable[ReportTable], about: SurveyBasis) -> bytes:
    """Return these tables as a workbook, each a sheet that says what its figures are of."""
    book = PrintedBook()
    with in_vietnamese():
        for table in tables:
            book.printed(_sheet(table, about))
        return book.bytes()


def survey_tables(results: SurveyResults) -> Iterator[ReportTable]:
    """Yield those tables that hold something, in the order of the report."""
    yield _summed(results)
    if not results.overview.figures.responses:
        return
    made = (
        _compared(results.overview),
        questions_table(results),
        change_table(results),
        _levels(results),
        _trend(results.overview),
        sipas_table(results),
        *group_tables(results),
        *(work_tables(results.handled) if results.handled else ()),
    )
    yield from (table for table in made if table.rows)


def _sheet(table: ReportTable, about: SurveyBasis) -> PrintedSheet:
    titles = (table.title.upper(), about.when(), *(["DỮ LIỆU MẪU"] if about.sample else []))
    notes = (*table.below, *about.notes())
    return PrintedSheet(table.name, titles, table.heads, table.rows, notes=notes, chart=table.chart)


def _summed(results: SurveyResults) -> ReportTable:
    """Return the figures of everything chosen."""
    figures, wholly = results.overview.figures, results.sipas.wholly
    heads = (
        TableHead("Chỉ tiêu", 52),
        TableHead("Số lượng", 12, number=WHOLE),
        TableHead("Trên tổng số", 12, number=WHOLE),
        *_RATE,
    )
    rows: list[tuple[BookCell, ...]] = [
        ("Số phiếu", figures.responses, *[None] * 4),
        ("Phiếu có câu trả lời hợp lệ", figures.rating, figures.responses, *[None] * 3),
        ("Phiếu có câu trả lời chưa hài lòng", figures.dissatisfied, figures.rating, *[None] * 3),
        ("Câu trả lời hài lòng (tỷ lệ hài lòng chung)", *_rate_cells(figures.rate)),
        ("Phiếu hài lòng toàn diện", *_rate_cells(wholly)),
    ]
    return ReportTable("Tổng hợp", "Kết quả chung", heads, rows)


def _compared(overview: Overview) -> ReportTable:
    """Return the compared period and those that it is held against."""
    heads = (
        TableHead("Kỳ", 22),
        TableHead("Từ ngày", 12, number=DAY),
        TableHead("Đến ngày", 12, number=DAY),
        TableHead("Số phiếu", 10, number=WHOLE),
        TableHead("Phiếu chưa hài lòng", 12, number=WHOLE),
        *_RATE,
        TableHead("Thay đổi đến kỳ này (điểm phần trăm)", 14, number=POINTS),
        TableHead("Kết luận", 13),
    )
    rows: list[tuple[BookCell, ...]] = []
    if overview.now and overview.period and overview.previous:
        rows.append((*_figures(overview.period, overview.now), None, None))
        for against in filter(None, (overview.previous, overview.year_ago)):
            figures = _figures(against.period, against.figures)
            rows.append((*figures, exact_points(against.rate), clearness_words(against.rate)))
    return ReportTable("So với kỳ trước", "So với kỳ trước và cùng kỳ", heads, rows)


def questions_table(results: SurveyResults) -> ReportTable:
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
        (number, asked.question.label, asked.rate.satisfied, asked.answers[Answer.NEUTRAL],
         asked.dissatisfied, *_rate_cells(asked.rate)[1:])
        for number, asked in enumerate(results.overview.questions, start=1)
    ]  # fmt: skip
    chart = SheetChart("bar", 1, 6, "Tỷ lệ hài lòng theo câu hỏi")
    title, notes = "Kết quả theo câu hỏi, từ thấp đến cao", tuple(unclassified_sentences(results))
    return ReportTable("Theo câu hỏi", title, heads, rows, chart, notes)


def _levels(results: SurveyResults) -> ReportTable:
    heads = (
        TableHead("Câu hỏi", 50),
        TableHead("Mức trả lời", 34),
        TableHead("Tính là", 16),
        TableHead("Số phiếu", 10, number=WHOLE),
        TableHead("Trên câu trả lời hợp lệ", 12, number=SHARE),
    )
    rows: list[tuple[BookCell, ...]] = []
    for counted in results.levels:
        valid = sum(n for level, n in counted.named if level.answer.valid)
        for level, n in counted.named:
            part = exact_share(n / valid) if valid and level.answer.valid else None
            rows.append((counted.question.label, level.text, _POLARITIES[level.polarity], n, part))
    return ReportTable("Theo mức trả lời", "Số phiếu theo từng mức trả lời", heads, rows)


def _trend(overview: Overview) -> ReportTable:
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
        for p in overview.trend
    ]
    chart = SheetChart("line", 0, 5, "Tỷ lệ hài lòng chung theo thời gian")
    drawn = rows if len(rows) > 1 else []
    return ReportTable("Theo thời gian", "Tỷ lệ hài lòng chung theo thời gian", heads, drawn, chart)


def sipas_table(results: SurveyResults) -> ReportTable:
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
        (
            gettext(FACTOR_NAMES[part.factor]),
            len(part.questions),
            *_rate_cells(part.rate),
            part.rate.people,
        )
        for part in results.sipas.parts
    ]
    title = "Tỷ lệ hài lòng theo các yếu tố của phương pháp SIPAS"
    return ReportTable("SIPAS", title, heads, rows)


def _rate_cells(rate: Rate) -> tuple[BookCell, ...]:
    """Return satisfied, valid, and the rate with its interval, blank below the least number."""
    if rate.rate is None:
        return (rate.satisfied, rate.valid, None, None, None)
    return (
        rate.satisfied,
        rate.valid,
        marked_rate(rate),
        exact_share(rate.low),
        exact_share(rate.high),
    )


def _figures(period: Period, figures: OverviewFigures) -> tuple[BookCell, ...]:
    return (
        *_period(period),
        figures.responses,
        figures.dissatisfied,
        *_rate_cells(figures.rate)[2:],
    )


def _period(period: Period) -> tuple[BookCell, ...]:
    return (with_capital(period.name()), period.first, period.last)
